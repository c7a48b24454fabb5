//! `POST /auth/register`

use axum::{extract::State, response::Response};
use domain::{
    credentials::{self, Registration},
    orgs::{Industry, NewOrg},
    people::Language,
};
use secrecy::SecretString;
use serde::Deserialize;
use utoipa::ToSchema;

use super::tokens::{Held, SignedInBody, count, hand_over, open_console};
use crate::{Api, Problem, client::Client, lockout::Attempt, problem::ProblemBody, valid::Body};

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
    organization: OrganizationBody,
    /// How its tokens are held.
    #[garde(skip)]
    #[serde(default)]
    held: Held,
}

/// An org to be founded.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganizationBody {
    /// Its name.
    #[garde(length(chars, min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// `property`, `services`, `sales`, `call_center`, `partners` or `other`.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    industry: Option<Industry>,
    /// `ru`, `uz` or `en`.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "ru")]
    language: Option<Language>,
    /// An IANA name.
    #[garde(length(max = 64))]
    #[serde(default)]
    #[schema(example = "Asia/Tashkent", max_length = 64)]
    time_zone: Option<String>,
    /// ISO 4217.
    #[garde(length(max = 3))]
    #[serde(default)]
    #[schema(example = "UZS", max_length = 3)]
    currency: Option<String>,
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
    Attempt::new(client.address, &body.email).begin(&api).await?;
    let named = NewOrg::named(&body.organization.name);
    let org = NewOrg {
        industry: body.organization.industry.unwrap_or(named.industry),
        language: body.organization.language.unwrap_or(named.language),
        time_zone: body.organization.time_zone.as_deref().unwrap_or(named.time_zone),
        currency: body.organization.currency.as_deref().unwrap_or(named.currency),
        ..named
    };
    let new = Registration { name: &body.name, email: &body.email, password: body.password, org };
    let (account, _) = credentials::register(&api.db, new).await?;
    count("password", "done");
    let opened = open_console(&api, account, &client).await?;
    hand_over(&api, &opened, body.held)
}
