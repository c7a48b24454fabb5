//! `POST`, `DELETE /view_as`: seeing with a member's eyes. Requests that carry the id in `X-View-As` are answered as
//! that member's would be.

use axum::{Json, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{access, ids::MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Problem, caller::Caller, valid::Body};

/// Whose eyes.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct ViewAs {
    /// A member.
    #[garde(skip)]
    member_id: Uuid,
}

/// A look through somebody's eyes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Viewing)]
pub(super) struct ViewingBody {
    /// What to send as `X-View-As`.
    id: Uuid,
    /// Whose eyes.
    member_id: Uuid,
    /// When it ends by itself.
    expires_at: DateTime<Utc>,
}

/// See with a member's eyes
#[utoipa::path(
    post, path = "/view_as", tag = "access", operation_id = "start_viewing",
    request_body = ViewAs,
    responses((status = 201, body = ViewingBody))
)]
pub(super) async fn start(
    mut caller: Caller,
    Body(whose): Body<ViewAs>,
) -> Result<(StatusCode, Json<ViewingBody>), Problem> {
    let viewing = access::start_viewing(&mut caller.tx, &caller.actor, MemberId(whose.member_id)).await?;
    caller.commit().await?;
    let body = ViewingBody { id: viewing.id.0, member_id: viewing.member.0, expires_at: viewing.expires_at };
    Ok((StatusCode::CREATED, Json(body)))
}

/// See with one's own eyes again
#[utoipa::path(
    delete, path = "/view_as", tag = "access", operation_id = "stop_viewing",
    responses((status = 204))
)]
pub(super) async fn stop(mut caller: Caller) -> Result<StatusCode, Problem> {
    access::stop_viewing(&mut caller.tx, &caller.actor).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
