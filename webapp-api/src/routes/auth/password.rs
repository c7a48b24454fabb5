//! `POST /auth/password/forgot` and `POST /auth/password/reset`

use axum::{Json, extract::State, http::StatusCode};
use domain::credentials;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Api, Problem, client::Client, limits::Attempt, problem::ProblemBody, valid::Body};

/// Whose password is forgotten.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct ForgotBody {
    /// The address.
    #[garde(length(min = 1, max = 254))]
    #[schema(format = "email", min_length = 1, max_length = 254)]
    email: String,
}

/// How the link is sent, if there is anybody to send it to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SentBody {
    /// Whether this server sends letters: without, the link comes through the bot alone.
    by_mail: bool,
}

/// A new password.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct ResetBody {
    /// What the link carried.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    token: String,
    /// 10 to 128 characters.
    #[garde(custom(super::tokens::not_too_long))]
    #[schema(value_type = String, format = "password", min_length = 10, max_length = 128)]
    password: SecretString,
}

/// Ask for a link to set a new password. It is sent by mail to a confirmed address, and by the bot to whoever knows it;
/// the answer does not tell whether anybody has the address.
#[utoipa::path(
    post, path = "/auth/password/forgot", tag = "auth", operation_id = "forget_password", security(()),
    request_body = ForgotBody,
    responses(
        (status = 202, body = SentBody),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn forgot(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<ForgotBody>,
) -> Result<(StatusCode, Json<SentBody>), Problem> {
    Attempt::new(&client, &body.email).begin(&api).await?;
    credentials::ask_link(&api.db, &body.email).await?;
    Ok((StatusCode::ACCEPTED, Json(SentBody { by_mail: api.web.sends_mail })))
}

/// Set a new password by a link, which is good for half an hour and one use. Every session ends.
#[utoipa::path(
    post, path = "/auth/password/reset", tag = "auth", operation_id = "reset_password", security(()),
    request_body = ResetBody,
    responses(
        (status = 204),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`link_over`"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn reset(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<ResetBody>,
) -> Result<StatusCode, Problem> {
    Attempt::unnamed(&client).begin(&api).await?;
    credentials::reset_password(&api.db, &body.token, body.password).await?;
    Ok(StatusCode::NO_CONTENT)
}
