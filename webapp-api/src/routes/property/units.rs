//! `/units`

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    access::Permission,
    ids::{BuildingId, ComplexId, EntranceId, RiserId, UnitId},
    property::{self, Unit, UnitFacts, UnitKind, UnitsWanted},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::said;
use crate::{
    Api, Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    page::{Page, PageParams},
    valid::{Body, Id, Listing},
};

/// What this list is called in its cursors.
const LIST: &str = "units";

/// A unit: a flat, an office, a parking place, a store room.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Unit)]
pub(super) struct UnitBody {
    /// Its id.
    id: Uuid,
    /// The building.
    building_id: Uuid,
    /// The building's address.
    address: String,
    /// Its number, as on its door; unique in the building.
    #[schema(example = "42")]
    number: String,
    /// Its entrance.
    entrance_id: Option<Uuid>,
    /// The number of that.
    entrance: Option<i16>,
    /// Which floor.
    floor: Option<i16>,
    /// `flat`, `commercial`, `parking` or `storage`.
    #[schema(value_type = String, example = "flat")]
    kind: UnitKind,
    /// Its area, in square centimetres: 543000 is 54.3 m².
    area_cm2: Option<i32>,
    /// The personal account that is paid to; unique in the org.
    account: Option<String>,
    /// For those who work there.
    note: Option<String>,
    /// How many people live there, verified.
    residents_count: i64,
    /// How many say so, and wait for an answer.
    waiting_count: i64,
    /// Grows with each change.
    version: i32,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    archived_at: Option<DateTime<Utc>>,
}

/// A unit to be added.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)] // the business knows its own bounds
pub(super) struct NewUnit {
    /// The building.
    building_id: Uuid,
    /// Its number, as on its door.
    #[garde(length(chars, min = 1, max = 20))]
    #[schema(min_length = 1, max_length = 20, example = "42")]
    number: String,
    /// Its entrance; of the same building.
    #[serde(default)]
    entrance_id: Option<Uuid>,
    /// Which floor.
    #[serde(default)]
    #[schema(minimum = -9, maximum = 200)]
    floor: Option<i16>,
    /// `flat`, `commercial`, `parking` or `storage`; `flat` when it is not said.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "flat")]
    kind: Option<UnitKind>,
    /// Its area, in square centimetres.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 2_000_000_000)]
    area_cm2: Option<i32>,
    /// The personal account that is paid to.
    #[serde(default)]
    #[schema(max_length = 40)]
    account: Option<String>,
    /// For those who work there.
    #[serde(default)]
    #[schema(max_length = 1000)]
    note: Option<String>,
}

/// What is to be changed; what is left out stays, `null` takes away.
#[derive(Debug, Default, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)]
pub(super) struct UnitEdit {
    /// Another number.
    #[schema(min_length = 1, max_length = 20)]
    number: Option<String>,
    /// Another entrance; of the same building.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    entrance_id: Option<Option<Uuid>>,
    /// Another floor.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<i16>, minimum = -9, maximum = 200)]
    floor: Option<Option<i16>>,
    /// Another kind.
    #[schema(value_type = Option<String>)]
    kind: Option<UnitKind>,
    /// Another area, in square centimetres.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 2_000_000_000)]
    area_cm2: Option<Option<i32>>,
    /// Another account.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 40)]
    account: Option<Option<String>>,
    /// Another note.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 1000)]
    note: Option<Option<String>>,
}

/// Which units.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
#[garde(allow_unvalidated)]
pub(super) struct UnitsFilter {
    /// Only those of this complex.
    complex_id: Option<Uuid>,
    /// Only those of this building.
    building_id: Option<Uuid>,
    /// Only those of this entrance.
    entrance_id: Option<Uuid>,
    /// Only those on this riser.
    riser_id: Option<Uuid>,
    /// Only those on this floor.
    floor: Option<i16>,
    /// Only those of this kind.
    #[param(value_type = Option<String>, example = "flat")]
    kind: Option<UnitKind>,
    /// Only those whose number or account begins with these words, whose address has them, or, for whoever sees
    /// residents, whose people are called so or have such a phone.
    #[garde(length(chars, max = 100))]
    #[param(max_length = 100)]
    q: Option<String>,
    /// Those that are no longer there, instead of those that are.
    #[serde(default)]
    archived: bool,
}

impl From<Unit> for UnitBody {
    fn from(unit: Unit) -> Self {
        let UnitFacts { number, entrance, floor, kind, area_cm2, account, note } = unit.facts;
        Self {
            id: unit.id.0,
            building_id: unit.building.0,
            address: unit.address,
            number,
            entrance_id: entrance.map(|id| id.0),
            entrance: unit.entrance_number,
            floor,
            kind,
            area_cm2,
            account,
            note,
            residents_count: unit.residents,
            waiting_count: unit.waiting,
            version: unit.version,
            created_at: unit.created_at,
            updated_at: unit.updated_at,
            archived_at: unit.archived_at,
        }
    }
}

fn tagged(unit: Unit) -> Tagged<UnitBody> {
    Tagged(unit.version, unit.into())
}

async fn read(caller: &mut Caller, id: UnitId) -> Result<Tagged<UnitBody>, Problem> {
    Ok(tagged(property::unit(&mut caller.tx, &caller.actor, id).await?))
}

/// The units, by address and number
#[utoipa::path(
    get, path = "/units", tag = "property", operation_id = "list_units",
    params(PageParams, UnitsFilter),
    responses((status = 200, body = Page<UnitBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<UnitsFilter>,
) -> Result<Json<Page<UnitBody>>, Problem> {
    let wanted = UnitsWanted {
        complex: filter.complex_id.map(ComplexId),
        building: filter.building_id.map(BuildingId),
        entrance: filter.entrance_id.map(EntranceId),
        riser: filter.riser_id.map(RiserId),
        floor: filter.floor,
        kind: filter.kind,
        q: filter.q.as_deref(),
        archived: filter.archived,
        after: page.key(&api, LIST)?.map(UnitId),
        limit: page.reads(),
    };
    let found = property::list_units(&mut caller.tx, &caller.actor, &wanted).await?;
    Ok(Json(Page::cut(&api, LIST, &page, found, |unit| unit.id.0, UnitBody::from)))
}

/// A unit
#[utoipa::path(
    get, path = "/units/{id}", tag = "property", operation_id = "show_unit",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = UnitBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<UnitId>) -> Result<Tagged<UnitBody>, Problem> {
    read(&mut caller, id).await
}

/// Add a unit
#[utoipa::path(
    post, path = "/units", tag = "property", operation_id = "create_unit",
    request_body = NewUnit,
    responses((status = 201, body = UnitBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewUnit>,
) -> Result<(StatusCode, Tagged<UnitBody>), Problem> {
    let facts = UnitFacts {
        number: body.number,
        entrance: body.entrance_id.map(EntranceId),
        floor: body.floor,
        kind: body.kind.unwrap_or(UnitKind::Flat),
        area_cm2: body.area_cm2,
        account: body.account,
        note: body.note,
    };
    let building = BuildingId(body.building_id);
    let unit = property::create_unit(&mut caller.tx, &caller.actor, building, &facts).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, tagged(unit)))
}

/// Change a unit
#[utoipa::path(
    patch, path = "/units/{id}", tag = "property", operation_id = "edit_unit",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = UnitEdit,
    responses((status = 200, body = UnitBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<UnitId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<UnitEdit>,
) -> Result<Tagged<UnitBody>, Problem> {
    caller.actor.require(Permission::PropertyManage)?;
    let Unit { facts: old, version, .. } = property::unit(&mut caller.tx, &caller.actor, id).await?;
    let facts = UnitFacts {
        number: body.number.unwrap_or(old.number),
        entrance: body.entrance_id.map_or(old.entrance, |id| id.map(EntranceId)),
        floor: body.floor.unwrap_or(old.floor),
        kind: body.kind.unwrap_or(old.kind),
        area_cm2: body.area_cm2.unwrap_or(old.area_cm2),
        account: body.account.unwrap_or(old.account),
        note: body.note.unwrap_or(old.note),
    };
    let seen = seen.or(Some(version));
    let done = property::edit_unit(&mut caller.tx, &caller.actor, id, seen, &facts).await;
    let unit = etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(tagged(unit))
}

/// Archive a unit where nobody lives any more
#[utoipa::path(
    delete, path = "/units/{id}", tag = "property", operation_id = "archive_unit",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn archive(
    mut caller: Caller,
    Id(id): Id<UnitId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let done = property::archive_unit(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
