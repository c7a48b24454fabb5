//! `DELETE /shifts/{id}`

use axum::http::StatusCode;
use domain::{ids::ShiftId, shifts};
use uuid::Uuid;

use super::show;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch},
    openapi::IfMatchHeader,
    valid::Id,
};

/// Take a shift out of the roster that was not taken over yet; its member is told
#[utoipa::path(
    delete, path = "/shifts/{id}", tag = "shifts", operation_id = "cancel_shift",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn cancel(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let id = ShiftId(id);
    let done = shifts::cancel(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
