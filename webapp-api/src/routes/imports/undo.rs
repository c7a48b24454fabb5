//! `POST /imports/{id}/undo`

use domain::{ids::ImportId, imports};

use super::body::ImportBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// Take back what was loaded less than a day ago; what is in use or was changed since stays
#[utoipa::path(
    post, path = "/imports/{id}/undo", tag = "imports", operation_id = "undo_import", params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportBody))
)]
pub(super) async fn undo(mut caller: Caller, Id(id): Id<ImportId>) -> Result<Tagged<ImportBody>, Problem> {
    let import = imports::undo(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(import.into())
}
