//! `POST /auth/email/confirm`

use axum::{extract::State, http::StatusCode};
use domain::credentials;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{Api, Problem, client::Client, limits::Attempt, problem::ProblemBody, valid::Body};

/// A link that was followed.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkBody {
    /// What the link carried.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    token: String,
}

/// Confirm an address by the link that was sent to it, which is good for a day and one use. Its account signs in with
/// it from now on.
#[utoipa::path(
    post, path = "/auth/email/confirm", tag = "auth", operation_id = "confirm_email", security(()),
    request_body = LinkBody,
    responses(
        (status = 204),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`link_over`, `email_taken`"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn confirm(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<LinkBody>,
) -> Result<StatusCode, Problem> {
    Attempt::unnamed(&client).begin(&api).await?;
    credentials::confirm_email(&api.db, &body.token).await?;
    Ok(StatusCode::NO_CONTENT)
}
