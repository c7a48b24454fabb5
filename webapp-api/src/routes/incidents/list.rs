//! `GET /incidents`

use axum::{Json, extract::State};
use domain::{
    ids::BuildingId,
    requests::incidents::{self, Wanted},
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::body::IncidentLineBody;
use crate::{Api, Problem, caller::Caller, page::Page, valid::Listing};

/// What the list is narrowed to.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct IncidentsFilter {
    /// Those that are not over.
    #[serde(default)]
    #[garde(skip)]
    open: Option<bool>,
    /// Those of this building.
    #[serde(default)]
    #[garde(skip)]
    building_id: Option<Uuid>,
}

/// The incidents that the caller may see, newest first. A resident sees those of their house
#[utoipa::path(
    get, path = "/incidents", tag = "incidents", operation_id = "list_incidents",
    params(crate::page::PageParams, IncidentsFilter),
    responses((status = 200, body = Page<IncidentLineBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<IncidentsFilter>,
) -> Result<Json<Page<IncidentLineBody>>, Problem> {
    let wanted = Wanted {
        is_open: filter.open.unwrap_or_default(),
        building: filter.building_id.map(BuildingId),
        before: page.key::<i64>(&api, "incidents")?,
        limit: page.reads(),
    };
    let rows = incidents::incidents(&mut caller.tx, &caller.actor, &wanted).await?;
    Ok(Json(Page::cut(&api, "incidents", &page, rows, |row| row.number, IncidentLineBody::from)))
}
