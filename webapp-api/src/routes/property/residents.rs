//! `/residents`

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    ids::{BuildingId, ComplexId, PersonId, ResidentId, UnitId},
    property::{self, NewResident, Resident, ResidentEdit, ResidentRole, ResidentState, ResidentsWanted},
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
const LIST: &str = "residents";

/// Somebody and the unit that they live in, or say so, or lived in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Resident)]
pub(super) struct ResidentBody {
    /// The id: of this stay, not of the person.
    id: Uuid,
    /// The person; none while the register only expects them.
    person_id: Option<Uuid>,
    /// What to call them.
    #[schema(example = "Анна Ким")]
    name: Option<String>,
    /// Their phone, E.164: confirmed, or what the register has.
    #[schema(example = "+998901234567")]
    phone: Option<String>,
    /// `owner`, `family` or `tenant`; none: not said yet.
    #[schema(value_type = Option<String>, example = "owner")]
    role: Option<ResidentRole>,
    /// `expected`: in the register, and has not met the bot. `pending`: says so, to be checked. `verified`, `declined`,
    /// `moved_out`.
    #[schema(value_type = String, example = "verified")]
    state: ResidentState,
    /// Since when they stand so.
    state_since: DateTime<Utc>,
    /// The unit.
    unit_id: Uuid,
    /// The unit's number.
    unit: String,
    /// The building.
    building_id: Uuid,
    /// The building's address.
    address: String,
    /// Grows with each change.
    version: i32,
    /// When it was first written down.
    created_at: DateTime<Utc>,
}

/// Somebody who is to be written down as a resident: a person whom the org knows, a phone, or at least a name.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[garde(allow_unvalidated)] // the business knows its own bounds
#[schema(as = NewResident)]
pub(super) struct New {
    /// Where.
    unit_id: Uuid,
    /// Somebody whom the org knows already: verified by this.
    #[serde(default)]
    person_id: Option<Uuid>,
    /// The phone of somebody who may come: they are verified when they confirm it.
    #[serde(default)]
    #[schema(max_length = 40, example = "+998901234567")]
    phone: Option<String>,
    /// What to call them.
    #[serde(default)]
    #[schema(max_length = 128)]
    name: Option<String>,
    /// `owner`, `family` or `tenant`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "owner")]
    role: Option<ResidentRole>,
}

/// What is to be changed; what is left out stays, `null` takes away. Name and phone of somebody who has met the bot are
/// their own.
#[derive(Debug, Default, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)]
#[schema(as = ResidentEdit)]
pub(super) struct Edit {
    /// Another name.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 128)]
    name: Option<Option<String>>,
    /// Another phone.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 40)]
    phone: Option<Option<String>>,
    /// Another role.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    role: Option<Option<ResidentRole>>,
}

/// Which residents.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
#[garde(allow_unvalidated)]
pub(super) struct ResidentsFilter {
    /// Only those of this complex.
    complex_id: Option<Uuid>,
    /// Only those of this building.
    building_id: Option<Uuid>,
    /// Only those of this unit.
    unit_id: Option<Uuid>,
    /// Only those with this role.
    #[param(value_type = Option<String>, example = "owner")]
    role: Option<ResidentRole>,
    /// Only those who stand so; when it is not said, everybody who lives there, says so or is expected.
    #[param(value_type = Option<String>, example = "pending")]
    state: Option<ResidentState>,
    /// Only those whose name, phone, address or unit has these words.
    #[garde(length(chars, max = 100))]
    #[param(max_length = 100)]
    q: Option<String>,
}

impl From<Resident> for ResidentBody {
    fn from(resident: Resident) -> Self {
        Self {
            id: resident.id.0,
            person_id: resident.person.map(|id| id.0),
            name: resident.name,
            phone: resident.phone,
            role: resident.role,
            state: resident.state,
            state_since: resident.since,
            unit_id: resident.unit.0,
            unit: resident.number,
            building_id: resident.building.0,
            address: resident.address,
            version: resident.version,
            created_at: resident.created_at,
        }
    }
}

fn tagged(resident: Resident) -> Tagged<ResidentBody> {
    Tagged(resident.version, resident.into())
}

async fn read(caller: &mut Caller, id: ResidentId) -> Result<Tagged<ResidentBody>, Problem> {
    Ok(tagged(property::resident(&mut caller.tx, &caller.actor, id).await?))
}

/// Who lives where, by address and unit
#[utoipa::path(
    get, path = "/residents", tag = "property", operation_id = "list_residents",
    params(PageParams, ResidentsFilter),
    responses((status = 200, body = Page<ResidentBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<ResidentsFilter>,
) -> Result<Json<Page<ResidentBody>>, Problem> {
    let wanted = ResidentsWanted {
        complex: filter.complex_id.map(ComplexId),
        building: filter.building_id.map(BuildingId),
        unit: filter.unit_id.map(UnitId),
        role: filter.role,
        state: filter.state,
        q: filter.q.as_deref(),
        after: page.key(&api, LIST)?.map(ResidentId),
        limit: page.reads(),
    };
    let found = property::list_residents(&mut caller.tx, &caller.actor, &wanted).await?;
    Ok(Json(Page::cut(&api, LIST, &page, found, |resident| resident.id.0, ResidentBody::from)))
}

/// Where one lives.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Homes)]
pub(super) struct HomesBody {
    /// Oneself in each unit, also where one only says so.
    items: Vec<ResidentBody>,
}

/// Where do I live?
#[utoipa::path(
    get, path = "/me/homes", tag = "property", operation_id = "list_my_homes",
    responses((status = 200, body = HomesBody))
)]
pub(super) async fn homes(mut caller: Caller) -> Result<Json<HomesBody>, Problem> {
    let homes = property::homes(&mut caller.tx, &caller.actor).await?;
    Ok(Json(HomesBody { items: homes.into_iter().map(ResidentBody::from).collect() }))
}

/// A resident
#[utoipa::path(
    get, path = "/residents/{id}", tag = "property", operation_id = "show_resident",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ResidentBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<ResidentId>) -> Result<Tagged<ResidentBody>, Problem> {
    read(&mut caller, id).await
}

/// Write somebody down as a resident
#[utoipa::path(
    post, path = "/residents", tag = "property", operation_id = "create_resident",
    request_body = New,
    responses((status = 201, body = ResidentBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<New>,
) -> Result<(StatusCode, Tagged<ResidentBody>), Problem> {
    let new = NewResident {
        unit: UnitId(body.unit_id),
        person: body.person_id.map(PersonId),
        phone: body.phone.as_deref(),
        name: body.name.as_deref(),
        role: body.role,
    };
    let resident = property::add_resident(&mut caller.tx, &caller.actor, &new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, tagged(resident)))
}

/// Change what is known of a resident
#[utoipa::path(
    patch, path = "/residents/{id}", tag = "property", operation_id = "edit_resident",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = Edit,
    responses((status = 200, body = ResidentBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<ResidentId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<Edit>,
) -> Result<Tagged<ResidentBody>, Problem> {
    let edit = ResidentEdit {
        name: body.name.as_ref().map(Option::as_deref),
        phone: body.phone.as_ref().map(Option::as_deref),
        role: body.role,
    };
    let done = property::edit_resident(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let resident = etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(tagged(resident))
}

/// Confirm that somebody who waits lives there
#[utoipa::path(
    post, path = "/residents/{id}/verify", tag = "property", operation_id = "verify_resident",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ResidentBody))
)]
pub(super) async fn verify(mut caller: Caller, Id(id): Id<ResidentId>) -> Result<Tagged<ResidentBody>, Problem> {
    let resident = property::verify_resident(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(tagged(resident))
}

/// Say no to somebody who waits
#[utoipa::path(
    post, path = "/residents/{id}/decline", tag = "property", operation_id = "decline_resident",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ResidentBody))
)]
pub(super) async fn decline(mut caller: Caller, Id(id): Id<ResidentId>) -> Result<Tagged<ResidentBody>, Problem> {
    let resident = property::decline_resident(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(tagged(resident))
}

/// They live there no more; the stay is kept
#[utoipa::path(
    post, path = "/residents/{id}/move_out", tag = "property", operation_id = "move_out_resident",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ResidentBody))
)]
pub(super) async fn move_out(mut caller: Caller, Id(id): Id<ResidentId>) -> Result<Tagged<ResidentBody>, Problem> {
    let resident = property::move_out_resident(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(tagged(resident))
}
