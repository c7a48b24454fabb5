//! `/buildings/{id}/entrances` and `/entrances/{id}`

use axum::{Json, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    access::Permission,
    ids::{BuildingId, EntranceId},
    property::{self, Entrance, EntranceFacts},
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

/// An entrance of a building.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Entrance)]
pub(super) struct EntranceBody {
    /// Its id.
    id: Uuid,
    /// The building.
    building_id: Uuid,
    /// Its number; unique in the building.
    number: i16,
    /// What opens the door.
    door_code: Option<String>,
    /// For those who work there.
    note: Option<String>,
    /// How many units it has.
    units_count: i64,
    /// Grows with each change.
    version: i32,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    archived_at: Option<DateTime<Utc>>,
}

/// The entrances of a building.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Entrances {
    /// By number.
    items: Vec<EntranceBody>,
}

/// An entrance to be added.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)] // the business knows its own bounds
pub(super) struct NewEntrance {
    /// Its number.
    #[schema(minimum = 1, maximum = 99)]
    number: i16,
    /// What opens the door.
    #[serde(default)]
    #[schema(max_length = 20)]
    door_code: Option<String>,
    /// For those who work there.
    #[serde(default)]
    #[schema(max_length = 1000)]
    note: Option<String>,
}

/// What is to be changed; what is left out stays, `null` takes away.
#[derive(Debug, Default, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)]
pub(super) struct EntranceEdit {
    /// Another number.
    #[schema(minimum = 1, maximum = 99)]
    number: Option<i16>,
    /// Another code.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 20)]
    door_code: Option<Option<String>>,
    /// Another note.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 1000)]
    note: Option<Option<String>>,
}

impl From<Entrance> for EntranceBody {
    fn from(entrance: Entrance) -> Self {
        let EntranceFacts { number, door_code, note } = entrance.facts;
        Self {
            id: entrance.id.0,
            building_id: entrance.building.0,
            number,
            door_code,
            note,
            units_count: entrance.units,
            version: entrance.version,
            created_at: entrance.created_at,
            updated_at: entrance.updated_at,
            archived_at: entrance.archived_at,
        }
    }
}

fn tagged(entrance: Entrance) -> Tagged<EntranceBody> {
    Tagged(entrance.version, entrance.into())
}

async fn read(caller: &mut Caller, id: EntranceId) -> Result<Tagged<EntranceBody>, Problem> {
    Ok(tagged(property::entrance(&mut caller.tx, &caller.actor, id).await?))
}

/// The entrances of a building
#[utoipa::path(
    get, path = "/buildings/{id}/entrances", tag = "property", operation_id = "list_entrances",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Entrances))
)]
pub(super) async fn list(mut caller: Caller, Id(id): Id<BuildingId>) -> Result<Json<Entrances>, Problem> {
    let entrances = property::list_entrances(&mut caller.tx, &caller.actor, id).await?;
    Ok(Json(Entrances { items: entrances.into_iter().map(EntranceBody::from).collect() }))
}

/// An entrance
#[utoipa::path(
    get, path = "/entrances/{id}", tag = "property", operation_id = "show_entrance",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = EntranceBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<EntranceId>) -> Result<Tagged<EntranceBody>, Problem> {
    read(&mut caller, id).await
}

/// Add an entrance
#[utoipa::path(
    post, path = "/buildings/{id}/entrances", tag = "property", operation_id = "create_entrance",
    params(("id" = Uuid, Path)),
    request_body = NewEntrance,
    responses((status = 201, body = EntranceBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Id(id): Id<BuildingId>,
    Body(body): Body<NewEntrance>,
) -> Result<(StatusCode, Tagged<EntranceBody>), Problem> {
    let facts = EntranceFacts { number: body.number, door_code: body.door_code, note: body.note };
    let entrance = property::add_entrance(&mut caller.tx, &caller.actor, id, &facts).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, tagged(entrance)))
}

/// Change an entrance
#[utoipa::path(
    patch, path = "/entrances/{id}", tag = "property", operation_id = "edit_entrance",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = EntranceEdit,
    responses((status = 200, body = EntranceBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<EntranceId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<EntranceEdit>,
) -> Result<Tagged<EntranceBody>, Problem> {
    caller.actor.require(Permission::PropertyManage)?;
    let old = property::entrance(&mut caller.tx, &caller.actor, id).await?;
    let facts = EntranceFacts {
        number: body.number.unwrap_or(old.facts.number),
        door_code: body.door_code.unwrap_or(old.facts.door_code),
        note: body.note.unwrap_or(old.facts.note),
    };
    let seen = seen.or(Some(old.version));
    let done = property::edit_entrance(&mut caller.tx, &caller.actor, id, seen, &facts).await;
    let entrance = etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(tagged(entrance))
}

/// Archive an entrance that has no units any more
#[utoipa::path(
    delete, path = "/entrances/{id}", tag = "property", operation_id = "archive_entrance",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn archive(
    mut caller: Caller,
    Id(id): Id<EntranceId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let done = property::archive_entrance(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
