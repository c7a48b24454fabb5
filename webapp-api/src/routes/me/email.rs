//! `GET /me/email` and `POST /me/email`

use axum::{Json, extract::State, http::StatusCode};
use domain::{credentials, events::SignInFailure};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::own::{Own, Refused};
use crate::{Api, Problem, caller::SignedIn, problem::ProblemBody, valid::Body};

/// The address that I sign in with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AddressBody {
    /// The address; none for whoever comes from Telegram alone.
    #[schema(format = "email")]
    email: Option<String>,
    /// Whether it is confirmed.
    confirmed: bool,
    /// Whether this server sends letters: without, no address can be confirmed.
    sends_mail: bool,
}

/// Another address.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct AskBody {
    /// The address to sign in with; the one of now to get its letter again.
    #[garde(length(min = 3, max = 254))]
    #[schema(format = "email", min_length = 3, max_length = 254)]
    email: String,
    /// My password, where I have one and the address is to be another.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "password")]
    current_password: Option<SecretString>,
}

/// The address that I sign in with.
#[utoipa::path(
    get, path = "/me/email", tag = "me", operation_id = "show_my_email",
    responses(
        (status = 200, body = AddressBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json", description = "A third party may not"),
    )
)]
pub(super) async fn show(State(api): State<Api>, me: SignedIn) -> Result<Json<AddressBody>, Problem> {
    me.require_own(&api).await?;
    let address = credentials::address(&api.db, me.account).await?;
    let confirmed = address.as_ref().is_some_and(|address| address.confirmed);
    Ok(Json(AddressBody { email: address.map(|address| address.email), confirmed, sends_mail: api.web.sends_mail }))
}

/// Sign in with another address. A letter is sent to it; it counts when its link was followed. An address that
/// somebody else signs in with gets a letter too: the answer does not tell.
#[utoipa::path(
    post, path = "/me/email", tag = "me", operation_id = "change_my_email",
    request_body = AskBody,
    responses(
        Refused,
        (status = 202),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`mail_off`, `credentials_wrong`, `email_confirmed`, `mails_too_many`"),
    )
)]
pub(super) async fn ask(State(api): State<Api>, me: Own, Body(body): Body<AskBody>) -> Result<StatusCode, Problem> {
    let AskBody { email, current_password } = body;
    let asked = credentials::ask_email(&api.db, me.account, &email, current_password, api.web.sends_mail).await;
    me.shown(&api, asked, SignInFailure::Password).await?;
    Ok(StatusCode::ACCEPTED)
}
