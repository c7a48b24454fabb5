//! `PATCH /service-accounts/{id}`

use domain::{
    ids::ServiceAccountId,
    service_accounts::{self, REDIRECTS_MAX, SCOPES_MAX},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{body::ServiceAccountBody, show};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[schema(as = ServiceAccountEdit)]
#[serde(deny_unknown_fields)]
pub(super) struct Edit {
    /// A new name.
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// What it may do from now on, with the tokens that it has too.
    #[serde(default)]
    #[garde(length(min = 1, max = SCOPES_MAX), inner(inner(length(max = 100))))]
    #[schema(min_items = 1, max_items = 200)]
    scopes: Option<Vec<String>>,
    /// Where it may come from, from now on.
    #[serde(default)]
    #[garde(length(max = 50), inner(inner(length(max = 50))))]
    #[schema(max_items = 50)]
    allowed_from: Option<Vec<String>>,
    /// Where codes may be sent, from now on.
    #[serde(default)]
    #[garde(length(max = REDIRECTS_MAX), inner(inner(length(max = 1000))))]
    #[schema(max_items = 10)]
    redirect_uris: Option<Vec<String>>,
}

/// Change a program
#[utoipa::path(
    patch, path = "/service-accounts/{id}", tag = "service accounts", operation_id = "edit_service_account",
    params(("id" = Uuid, Path), IfMatchHeader), request_body = Edit,
    responses((status = 200, body = ServiceAccountBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<ServiceAccountId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<Edit>,
) -> Result<Tagged<ServiceAccountBody>, Problem> {
    let edit = service_accounts::Edit {
        name: body.name.as_deref(),
        scopes: body.scopes.as_deref(),
        allowed_from: body.allowed_from.as_deref(),
        redirect_uris: body.redirect_uris.as_deref(),
    };
    let done = service_accounts::edit(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let account = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(account.into())
}
