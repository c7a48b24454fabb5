//! `GET /incidents/{id}/act`

use axum::response::Response;
use domain::ids::RequestId;
use uuid::Uuid;

use crate::{
    Problem,
    acts::{self, File},
    caller::Caller,
    download,
    valid::Id,
};

/// The act of an incident, as it is now: its facts and its timeline, in the language of the org, with room for signatures
#[utoipa::path(
    get, path = "/incidents/{id}/act", tag = "incidents", operation_id = "print_incident_act",
    params(("id" = Uuid, Path)),
    responses((status = 200, content((String = "application/pdf"))))
)]
pub(super) async fn act(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Response, Problem> {
    let words = acts::words(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    drop(caller); // setting pages takes a while, and no transaction waits for it
    let file = File::set(words).await?;
    Ok(download::file(&file.name, "application/pdf", file.bytes))
}
