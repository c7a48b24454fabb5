//! `POST /me/password`

use axum::{extract::State, http::StatusCode};
use domain::credentials;
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{Api, Problem, caller::SignedIn, client::Client, lockout::Attempt, problem::ProblemBody, valid::Body};

/// A new password.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordBody {
    /// The one of now; left out when there is none yet.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "password")]
    current_password: Option<SecretString>,
    /// 10 to 128 characters.
    #[garde(skip)]
    #[schema(value_type = String, format = "password", min_length = 10, max_length = 128)]
    new_password: SecretString,
    /// The address to sign in with, when there is none yet or it is to be another.
    #[garde(length(min = 3, max = 254))]
    #[serde(default)]
    #[schema(format = "email", max_length = 254)]
    email: Option<String>,
}

/// Change my password, or set the first one. My other sessions end.
#[utoipa::path(
    post, path = "/me/password", tag = "me", operation_id = "change_my_password",
    request_body = PasswordBody,
    responses(
        (status = 204),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json", description = "A third party may not"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`credentials_wrong`, `email_missing`, `email_taken`"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn change(
    State(api): State<Api>,
    me: SignedIn,
    client: Client,
    Body(body): Body<PasswordBody>,
) -> Result<StatusCode, Problem> {
    me.require_own(&api).await?;
    Attempt::new(client.address, &me.account.0.to_string()).begin(&api).await?;
    let PasswordBody { current_password, new_password, email } = body;
    credentials::change_password(&api.db, me.account, me.session, current_password, new_password, email.as_deref())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
