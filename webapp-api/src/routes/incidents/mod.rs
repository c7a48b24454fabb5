//! Incidents: the troubles of many homes. An incident has the id of the request in which it is worked on.

mod act;
mod body;
mod create;
mod deeds;
mod list;
mod show;

use domain::ids::RequestId;
use utoipa_axum::{router::OpenApiRouter, routes};

use self::body::IncidentBody;
use crate::{Api, Problem, caller::Caller, etag::Tagged};

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(show::show))
        .routes(routes!(show::parts))
        .routes(routes!(act::act))
        .routes(routes!(deeds::accept))
        .routes(routes!(deeds::tell))
        .routes(routes!(deeds::dismiss))
        .routes(routes!(deeds::end))
}

/// The deed is done: the incident as it is now.
async fn answer(mut caller: Caller, id: RequestId) -> Result<Tagged<IncidentBody>, Problem> {
    let incident = show::read(&mut caller, id).await?;
    caller.commit().await?;
    Ok(incident)
}
