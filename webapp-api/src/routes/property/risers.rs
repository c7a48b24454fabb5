//! `/buildings/{id}/risers` and `/risers/{id}`

use axum::{Json, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    access::Permission,
    ids::{BuildingId, EntranceId, RiserId, UnitId},
    property::{self, Riser, RiserFacts, RiserKind},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::said;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// A riser: what runs through a building from floor to floor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Riser)]
pub(super) struct RiserBody {
    /// Its id.
    id: Uuid,
    /// The building.
    building_id: Uuid,
    /// The entrance that it is in; none: of the whole building.
    entrance_id: Option<Uuid>,
    /// `cold_water`, `hot_water`, `heating`, `sewage` or `electricity`.
    #[schema(value_type = String, example = "cold_water")]
    kind: RiserKind,
    /// Its name; unique among its kind in the building.
    #[schema(example = "Кухни")]
    name: String,
    /// Where it is shut.
    note: Option<String>,
    /// The units on it.
    unit_ids: Vec<Uuid>,
    /// Grows with each change.
    version: i32,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    archived_at: Option<DateTime<Utc>>,
}

/// The risers of a building.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Risers {
    /// By kind and name.
    items: Vec<RiserBody>,
}

/// A riser to be added.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)] // the business knows its own bounds
pub(super) struct NewRiser {
    /// The entrance that it is in; none: of the whole building.
    #[serde(default)]
    entrance_id: Option<Uuid>,
    /// `cold_water`, `hot_water`, `heating`, `sewage` or `electricity`.
    #[schema(value_type = String, example = "cold_water")]
    kind: RiserKind,
    /// Its name.
    #[garde(length(chars, min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "Кухни")]
    name: String,
    /// Where it is shut.
    #[serde(default)]
    #[schema(max_length = 1000)]
    note: Option<String>,
    /// The units on it; of the same building.
    #[serde(default)]
    #[garde(length(max = 1000))]
    #[schema(max_items = 1000)]
    unit_ids: Vec<Uuid>,
}

/// What is to be changed; what is left out stays, `null` takes away.
#[derive(Debug, Default, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)]
pub(super) struct RiserEdit {
    /// Another entrance.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    entrance_id: Option<Option<Uuid>>,
    /// Another kind.
    #[schema(value_type = Option<String>)]
    kind: Option<RiserKind>,
    /// Another name.
    #[schema(min_length = 1, max_length = 60)]
    name: Option<String>,
    /// Another note.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 1000)]
    note: Option<Option<String>>,
    /// The units on it from now on.
    #[garde(length(max = 1000))]
    #[schema(max_items = 1000)]
    unit_ids: Option<Vec<Uuid>>,
}

impl From<Riser> for RiserBody {
    fn from(riser: Riser) -> Self {
        let RiserFacts { entrance, kind, name, note, units } = riser.facts;
        Self {
            id: riser.id.0,
            building_id: riser.building.0,
            entrance_id: entrance.map(|id| id.0),
            kind,
            name,
            note,
            unit_ids: units.into_iter().map(|id| id.0).collect(),
            version: riser.version,
            created_at: riser.created_at,
            updated_at: riser.updated_at,
            archived_at: riser.archived_at,
        }
    }
}

fn units(ids: Vec<Uuid>) -> Vec<UnitId> {
    ids.into_iter().map(UnitId).collect()
}

fn tagged(riser: Riser) -> Tagged<RiserBody> {
    Tagged(riser.version, riser.into())
}

async fn read(caller: &mut Caller, id: RiserId) -> Result<Tagged<RiserBody>, Problem> {
    Ok(tagged(property::riser(&mut caller.tx, &caller.actor, id).await?))
}

/// The risers of a building
#[utoipa::path(
    get, path = "/buildings/{id}/risers", tag = "property", operation_id = "list_risers",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Risers))
)]
pub(super) async fn list(mut caller: Caller, Id(id): Id<BuildingId>) -> Result<Json<Risers>, Problem> {
    let risers = property::list_risers(&mut caller.tx, &caller.actor, id).await?;
    Ok(Json(Risers { items: risers.into_iter().map(RiserBody::from).collect() }))
}

/// A riser
#[utoipa::path(
    get, path = "/risers/{id}", tag = "property", operation_id = "show_riser",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = RiserBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<RiserId>) -> Result<Tagged<RiserBody>, Problem> {
    read(&mut caller, id).await
}

/// Add a riser
#[utoipa::path(
    post, path = "/buildings/{id}/risers", tag = "property", operation_id = "create_riser",
    params(("id" = Uuid, Path)),
    request_body = NewRiser,
    responses((status = 201, body = RiserBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Id(id): Id<BuildingId>,
    Body(body): Body<NewRiser>,
) -> Result<(StatusCode, Tagged<RiserBody>), Problem> {
    let facts = RiserFacts {
        entrance: body.entrance_id.map(EntranceId),
        kind: body.kind,
        name: body.name,
        note: body.note,
        units: units(body.unit_ids),
    };
    let riser = property::add_riser(&mut caller.tx, &caller.actor, id, &facts).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, tagged(riser)))
}

/// Change a riser
#[utoipa::path(
    patch, path = "/risers/{id}", tag = "property", operation_id = "edit_riser",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = RiserEdit,
    responses((status = 200, body = RiserBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<RiserId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<RiserEdit>,
) -> Result<Tagged<RiserBody>, Problem> {
    caller.actor.require(Permission::PropertyManage)?;
    let Riser { facts: old, version, .. } = property::riser(&mut caller.tx, &caller.actor, id).await?;
    let facts = RiserFacts {
        entrance: body.entrance_id.map_or(old.entrance, |id| id.map(EntranceId)),
        kind: body.kind.unwrap_or(old.kind),
        name: body.name.unwrap_or(old.name),
        note: body.note.unwrap_or(old.note),
        units: body.unit_ids.map_or(old.units, units),
    };
    let seen = seen.or(Some(version));
    let done = property::edit_riser(&mut caller.tx, &caller.actor, id, seen, &facts).await;
    let riser = etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(tagged(riser))
}

/// Archive a riser
#[utoipa::path(
    delete, path = "/risers/{id}", tag = "property", operation_id = "archive_riser",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn archive(
    mut caller: Caller,
    Id(id): Id<RiserId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let done = property::archive_riser(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
