//! `POST /incidents`

use axum::http::StatusCode;
use domain::{
    Error,
    ids::{BuildingId, CategoryId, RequestId},
    requests::incidents::{self, NewIncident},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    answer,
    body::{IncidentBody, ScopeBody},
};
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// An incident to be declared: of a request that there is, or of a building.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewIncident)]
pub(super) struct NewIncidentBody {
    /// The request that it began with. Declared again it reaches as far as said last.
    #[serde(default)]
    #[garde(skip)]
    request_id: Option<Uuid>,
    /// Without a request: the building.
    #[serde(default)]
    #[garde(skip)]
    building_id: Option<Uuid>,
    /// Without a request: what it is about.
    #[serde(default)]
    #[garde(skip)]
    category_id: Option<Uuid>,
    /// Without a request: what is known, for the staff.
    #[serde(default)]
    #[garde(length(chars, max = 8192))]
    #[schema(max_length = 8192, example = "Прорвало трубу в подвале")]
    words: Option<String>,
    /// How much of the building has it.
    #[garde(skip)]
    scope: ScopeBody,
}

/// Declare an incident: everybody who lives there has one card of it from then on
#[utoipa::path(
    post, path = "/incidents", tag = "incidents", operation_id = "declare_incident",
    request_body = NewIncidentBody,
    responses((status = 201, body = IncidentBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewIncidentBody>,
) -> Result<(StatusCode, Tagged<IncidentBody>), Problem> {
    let scope = body.scope.into();
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let request = match body.request_id {
        Some(id) => incidents::declare(tx, actor, RequestId(id), scope).await?,
        None => {
            actor.require(domain::access::Permission::RequestsAssign)?;
            let building = body.building_id.ok_or(Error::Invalid { field: "building_id", code: "building_unknown" })?;
            let category = body.category_id.ok_or(Error::Invalid { field: "category_id", code: "category_unknown" })?;
            let new = NewIncident {
                building: BuildingId(building),
                scope,
                category: CategoryId(category),
                words: body.words.as_deref().unwrap_or_default(),
            };
            incidents::begin(tx, actor, &new).await?
        }
    };
    Ok((StatusCode::CREATED, answer(caller, request.id).await?))
}
