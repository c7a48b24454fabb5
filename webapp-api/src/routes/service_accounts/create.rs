//! `POST /service-accounts`

use axum::{Json, http::StatusCode};
use domain::service_accounts::{self, NewServiceAccount, REDIRECTS_MAX, SCOPES_MAX};
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::ServiceAccountWithSecret;
use crate::{Problem, caller::Caller, valid::Body};

/// A program to be let in.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[schema(as = NewServiceAccount)]
#[serde(deny_unknown_fields)]
pub(super) struct New {
    /// What to call it.
    #[garde(length(chars, min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "1C")]
    name: String,
    /// What it may do; nothing that its maker may not.
    #[garde(length(min = 1, max = SCOPES_MAX), inner(length(max = 100)))]
    #[schema(min_items = 1, max_items = 200, example = json!(["requests.read:all"]))]
    scopes: Vec<String>,
    /// Networks that it may come from; from anywhere when there is none.
    #[garde(length(max = 50), inner(length(max = 50)))]
    #[serde(default)]
    #[schema(max_items = 50, example = json!(["203.0.113.0/24"]))]
    allowed_from: Vec<String>,
    /// Where codes may be sent: `https`, or `http` on the person's own machine.
    #[garde(length(max = REDIRECTS_MAX), inner(length(max = 1000)))]
    #[serde(default)]
    #[schema(max_items = 10, example = json!(["https://example.com/callback"]))]
    redirect_uris: Vec<String>,
}

/// Let a program in; its secret is shown this once
#[utoipa::path(
    post, path = "/service-accounts", tag = "service accounts", operation_id = "create_service_account",
    request_body = New,
    responses((status = 201, body = ServiceAccountWithSecret))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<New>,
) -> Result<(StatusCode, Json<ServiceAccountWithSecret>), Problem> {
    let new = NewServiceAccount {
        name: &body.name,
        scopes: &body.scopes,
        allowed_from: &body.allowed_from,
        redirect_uris: &body.redirect_uris,
    };
    let made = service_accounts::create(&mut caller.tx, &caller.actor, &new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, Json(ServiceAccountWithSecret::new(made))))
}
