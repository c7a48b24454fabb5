//! `POST /me/password`

use axum::{extract::State, http::StatusCode};
use domain::{credentials, events::SignInFailure};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::own::{Own, Refused};
use crate::{Api, Problem, problem::ProblemBody, valid::Body};

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
}

/// Change my password, or set the first one. My other sessions end.
#[utoipa::path(
    post, path = "/me/password", tag = "me", operation_id = "change_my_password",
    request_body = PasswordBody,
    responses(
        Refused,
        (status = 204),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`credentials_wrong`, `email_missing`"),
    )
)]
pub(super) async fn change(
    State(api): State<Api>,
    me: Own,
    Body(body): Body<PasswordBody>,
) -> Result<StatusCode, Problem> {
    let PasswordBody { current_password, new_password } = body;
    let changed = credentials::change_password(&api.db, me.account, me.session, current_password, new_password).await;
    me.shown(&api, changed, SignInFailure::Password).await?;
    me.proven(&api).await?;
    Ok(StatusCode::NO_CONTENT)
}
