//! `POST /shifts/end`

use domain::shifts;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::ShiftBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// What is handed over.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct Handover {
    /// A word to whoever comes next.
    #[garde(length(chars, min = 1, max = 1000))]
    #[schema(min_length = 1, max_length = 1000, example = "Стояк в доме 5 перекрыт до утра, ключ у вахты")]
    note: String,
}

/// Hand one's own shift over
#[utoipa::path(
    post, path = "/shifts/end", tag = "shifts", operation_id = "end_shift",
    request_body = Handover,
    responses((status = 200, body = ShiftBody))
)]
pub(super) async fn end(mut caller: Caller, Body(body): Body<Handover>) -> Result<Tagged<ShiftBody>, Problem> {
    let shift = shifts::end(&mut caller.tx, &caller.actor, &body.note).await?;
    caller.commit().await?;
    Ok(shift.into())
}
