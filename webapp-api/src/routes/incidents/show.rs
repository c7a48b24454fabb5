//! `GET /incidents/{id}`, and `GET /incidents/{id}/parts`: how far it could reach.

use axum::Json;
use domain::{
    ids::RequestId,
    requests::incidents::{self, Part},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{IncidentBody, ScopeBody};
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// An incident, with what its people were told; for the staff also what goes with it, and what happened
#[utoipa::path(
    get, path = "/incidents/{id}", tag = "incidents", operation_id = "show_incident",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = IncidentBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<IncidentBody>, Problem> {
    read(&mut caller, RequestId(id)).await
}

/// The incident as it is now.
pub(super) async fn read(caller: &mut Caller, id: RequestId) -> Result<Tagged<IncidentBody>, Problem> {
    let whole = incidents::incident(&mut caller.tx, &caller.actor, id).await?;
    Ok(Tagged(whole.request.version, whole.into()))
}

/// A part of a building that may have it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IncidentPart)]
pub(super) struct PartBody {
    /// Which.
    scope: ScopeBody,
    /// What it is called: the address, the number of the entrance, the riser's name.
    name: String,
    /// How many homes it has.
    homes: i64,
}

/// How far an incident could reach.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IncidentParts)]
pub(super) struct PartsBody {
    /// All of the building first, then entrances, then risers; none of a request that is nowhere in particular.
    items: Vec<PartBody>,
}

/// How far the trouble of a request could reach, before it is declared
#[utoipa::path(
    get, path = "/incidents/{id}/parts", tag = "incidents", operation_id = "list_incident_parts",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = PartsBody))
)]
pub(super) async fn parts(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Json<PartsBody>, Problem> {
    let parts = incidents::parts(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    let body = |part: Part| PartBody { scope: part.scope.into(), name: part.name, homes: part.homes };
    Ok(Json(PartsBody { items: parts.into_iter().map(body).collect() }))
}
