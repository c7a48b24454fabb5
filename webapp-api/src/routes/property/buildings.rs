//! `/buildings`

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    access::Permission,
    ids::{BuildingId, ComplexId},
    property::{self, Building, BuildingFacts, BuildingsWanted, Point},
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
const LIST: &str = "buildings";

/// A building.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Building)]
pub(super) struct BuildingBody {
    /// Its id.
    id: Uuid,
    /// Where it is; unique in the org.
    #[schema(example = "ул. Навои, 5")]
    address: String,
    /// What people call it, besides.
    name: Option<String>,
    /// The complex that it belongs to.
    complex_id: Option<Uuid>,
    /// The name of that.
    complex_name: Option<String>,
    /// Where on the map.
    point: Option<PointBody>,
    /// How many entrances it has.
    entrances: Option<i16>,
    /// How many floors.
    floors: Option<i16>,
    /// For those who work there.
    note: Option<String>,
    /// How many units are listed.
    units_count: i64,
    /// In how many of them somebody verified lives.
    inhabited_count: i64,
    /// Grows with each change.
    version: i32,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    archived_at: Option<DateTime<Utc>>,
}

/// A point of the map, WGS 84, in degrees.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Point)]
pub(super) struct PointBody {
    /// North of the equator.
    #[schema(minimum = -90, maximum = 90, example = 41.31)]
    latitude: f64,
    /// East of Greenwich.
    #[schema(minimum = -180, maximum = 180, example = 69.24)]
    longitude: f64,
}

/// A building to be added.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)] // the business knows its own bounds
pub(super) struct NewBuilding {
    /// Where it is.
    #[garde(length(chars, min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "ул. Навои, 5")]
    address: String,
    /// What people call it, besides.
    #[serde(default)]
    #[schema(max_length = 120)]
    name: Option<String>,
    /// The complex that it belongs to.
    #[serde(default)]
    complex_id: Option<Uuid>,
    /// Where on the map.
    #[serde(default)]
    point: Option<PointBody>,
    /// How many entrances it has.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 99)]
    entrances: Option<i16>,
    /// How many floors.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 200)]
    floors: Option<i16>,
    /// For those who work there.
    #[serde(default)]
    #[schema(max_length = 1000)]
    note: Option<String>,
}

/// What is to be changed; what is left out stays, `null` takes away.
#[derive(Debug, Default, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)]
pub(super) struct BuildingEdit {
    /// Another address.
    #[schema(min_length = 1, max_length = 200)]
    address: Option<String>,
    /// Another name.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 120)]
    name: Option<Option<String>>,
    /// Another complex.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    complex_id: Option<Option<Uuid>>,
    /// Another place on the map.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<PointBody>)]
    point: Option<Option<PointBody>>,
    /// How many entrances it has.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<i16>, minimum = 1, maximum = 99)]
    entrances: Option<Option<i16>>,
    /// How many floors.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<i16>, minimum = 1, maximum = 200)]
    floors: Option<Option<i16>>,
    /// Another note.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 1000)]
    note: Option<Option<String>>,
}

/// Which buildings.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct BuildingsFilter {
    /// Only those of this complex.
    #[garde(skip)]
    complex_id: Option<Uuid>,
    /// Only those whose address, name or complex has these words.
    #[garde(length(chars, max = 100))]
    #[param(max_length = 100)]
    q: Option<String>,
    /// Those that are no longer there, instead of those that are.
    #[serde(default)]
    #[garde(skip)]
    archived: bool,
}

impl From<PointBody> for Point {
    fn from(PointBody { latitude, longitude }: PointBody) -> Self {
        Self { latitude, longitude }
    }
}

impl From<Building> for BuildingBody {
    fn from(building: Building) -> Self {
        let BuildingFacts { address, name, complex, point, entrances, floors, note } = building.facts;
        Self {
            id: building.id.0,
            address,
            name,
            complex_id: complex.map(|id| id.0),
            complex_name: building.complex_name,
            point: point.map(|Point { latitude, longitude }| PointBody { latitude, longitude }),
            entrances,
            floors,
            note,
            units_count: building.units,
            inhabited_count: building.inhabited,
            version: building.version,
            created_at: building.created_at,
            updated_at: building.updated_at,
            archived_at: building.archived_at,
        }
    }
}

fn tagged(building: Building) -> Tagged<BuildingBody> {
    Tagged(building.version, building.into())
}

async fn read(caller: &mut Caller, id: BuildingId) -> Result<Tagged<BuildingBody>, Problem> {
    Ok(tagged(property::building(&mut caller.tx, &caller.actor, id).await?))
}

/// The buildings, by address
#[utoipa::path(
    get, path = "/buildings", tag = "property", operation_id = "list_buildings",
    params(PageParams, BuildingsFilter),
    responses((status = 200, body = Page<BuildingBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<BuildingsFilter>,
) -> Result<Json<Page<BuildingBody>>, Problem> {
    let wanted = BuildingsWanted {
        complex: filter.complex_id.map(ComplexId),
        q: filter.q.as_deref(),
        archived: filter.archived,
        after: page.key(&api, LIST)?.map(BuildingId),
        limit: page.reads(),
    };
    let found = property::list_buildings(&mut caller.tx, &caller.actor, &wanted).await?;
    Ok(Json(Page::cut(&api, LIST, &page, found, |building| building.id.0, BuildingBody::from)))
}

/// A building
#[utoipa::path(
    get, path = "/buildings/{id}", tag = "property", operation_id = "show_building",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = BuildingBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<BuildingId>) -> Result<Tagged<BuildingBody>, Problem> {
    read(&mut caller, id).await
}

/// Add a building
#[utoipa::path(
    post, path = "/buildings", tag = "property", operation_id = "create_building",
    request_body = NewBuilding,
    responses((status = 201, body = BuildingBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewBuilding>,
) -> Result<(StatusCode, Tagged<BuildingBody>), Problem> {
    let facts = BuildingFacts {
        address: body.address,
        name: body.name,
        complex: body.complex_id.map(ComplexId),
        point: body.point.map(Point::from),
        entrances: body.entrances,
        floors: body.floors,
        note: body.note,
    };
    let building = property::add_building(&mut caller.tx, &caller.actor, &facts).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, tagged(building)))
}

/// Change a building
#[utoipa::path(
    patch, path = "/buildings/{id}", tag = "property", operation_id = "edit_building",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = BuildingEdit,
    responses((status = 200, body = BuildingBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<BuildingId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<BuildingEdit>,
) -> Result<Tagged<BuildingBody>, Problem> {
    caller.actor.require(Permission::PropertyManage)?;
    let property::Building { facts: old, version, .. } = property::building(&mut caller.tx, &caller.actor, id).await?;
    let facts = BuildingFacts {
        address: body.address.unwrap_or(old.address),
        name: body.name.unwrap_or(old.name),
        complex: body.complex_id.map_or(old.complex, |id| id.map(ComplexId)),
        point: body.point.map_or(old.point, |point| point.map(Point::from)),
        entrances: body.entrances.unwrap_or(old.entrances),
        floors: body.floors.unwrap_or(old.floors),
        note: body.note.unwrap_or(old.note),
    };
    let seen = seen.or(Some(version));
    let done = property::edit_building(&mut caller.tx, &caller.actor, id, seen, &facts).await;
    let building = etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(tagged(building))
}

/// Archive a building that has no units any more
#[utoipa::path(
    delete, path = "/buildings/{id}", tag = "property", operation_id = "archive_building",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn archive(
    mut caller: Caller,
    Id(id): Id<BuildingId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let done = property::archive_building(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
