//! `PATCH /imports/{id}`

use domain::{
    ids::ImportId,
    imports::{self, Field},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{body::ImportBody, show};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What the columns hold.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[schema(as = ImportMapping)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapping {
    /// For each column, in order: `complex`, `street`, `building`, `block`, `entrance`, `unit`, `floor`, `area`,
    /// `account`, `kind`, `name`, `phone`, `role`, or null. Each of them once; a unit and a building there must be.
    #[garde(length(min = 1, max = 100))]
    #[schema(value_type = Vec<Option<String>>, min_items = 1, max_items = 100, example = json!(["building", "unit", null]))]
    mapping: Vec<Option<Field>>,
}

/// Say what the columns hold. The rows are looked at anew
#[utoipa::path(
    patch, path = "/imports/{id}", tag = "imports", operation_id = "map_import",
    params(("id" = Uuid, Path), IfMatchHeader), request_body = Mapping,
    responses((status = 200, body = ImportBody))
)]
pub(super) async fn map(
    mut caller: Caller,
    Id(id): Id<ImportId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<Mapping>,
) -> Result<Tagged<ImportBody>, Problem> {
    let done = imports::map(&mut caller.tx, &caller.actor, id, seen, &body.mapping).await;
    let import = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(import.into())
}
