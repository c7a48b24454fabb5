//! `POST /auth/register`

use axum::{extract::State, response::Response};
use domain::credentials::{self, Registration};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::tokens::{Held, SignedInBody, count, hand_over, open_console};
use crate::{
    Api, Problem, client::Client, limits::Attempt, problem::ProblemBody, routes::organizations::NewOrganization,
    valid::Body,
};

/// Somebody, and the org that they found.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct RegisterBody {
    /// What to call them.
    #[garde(length(chars, min = 1, max = 128))]
    #[schema(min_length = 1, max_length = 128)]
    name: String,
    /// Their address, to sign in with.
    #[garde(length(min = 3, max = 254))]
    #[schema(format = "email", max_length = 254)]
    email: String,
    /// 10 to 128 characters.
    #[garde(custom(super::tokens::not_too_long))]
    #[schema(value_type = String, format = "password", min_length = 10, max_length = 128)]
    password: SecretString,
    /// The org.
    #[garde(dive)]
    organization: NewOrganization,
    /// How its tokens are held.
    #[garde(skip)]
    #[serde(default)]
    held: Held,
}

/// Register: an account with an e-mail and a password, and the org that it owns, together.
#[utoipa::path(
    post, path = "/auth/register", tag = "auth", operation_id = "register", security(()),
    request_body = RegisterBody,
    responses(
        (status = 200, body = SignedInBody),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`email_taken`"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn register(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<RegisterBody>,
) -> Result<Response, Problem> {
    Attempt::new(&client, &body.email).begin(&api).await?;
    let new = Registration {
        name: &body.name,
        email: &body.email,
        password: body.password,
        org: body.organization.as_told(),
    };
    let (account, _) = credentials::register(&api.db, new).await?;
    count("password", "done");
    let opened = open_console(&api, account, &client).await?;
    hand_over(&api, &opened, body.held)
}
