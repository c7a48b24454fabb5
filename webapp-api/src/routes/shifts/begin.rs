//! `POST /shifts/begin`

use domain::shifts;

use super::body::ShiftBody;
use crate::{Problem, caller::Caller, etag::Tagged};

/// Take one's own shift over: the planned one, or one that nobody planned
#[utoipa::path(
    post, path = "/shifts/begin", tag = "shifts", operation_id = "begin_shift",
    responses((status = 200, body = ShiftBody))
)]
pub(super) async fn begin(mut caller: Caller) -> Result<Tagged<ShiftBody>, Problem> {
    let shift = shifts::begin(&mut caller.tx, &caller.actor).await?;
    caller.commit().await?;
    Ok(shift.into())
}
