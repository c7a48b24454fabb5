//! `GET /shifts/{id}`

use domain::{ids::ShiftId, shifts};
use uuid::Uuid;

use super::body::ShiftBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A shift
#[utoipa::path(
    get, path = "/shifts/{id}", tag = "shifts", operation_id = "show_shift",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ShiftBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<ShiftBody>, Problem> {
    read(&mut caller, ShiftId(id)).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: ShiftId) -> Result<Tagged<ShiftBody>, Problem> {
    Ok(shifts::get(&mut caller.tx, &caller.actor, id).await?.into())
}
