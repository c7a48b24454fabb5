//! `DELETE /imports/{id}`

use domain::{ids::ImportId, imports};

use super::body::ImportBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// Forget a file that was not loaded
#[utoipa::path(
    delete, path = "/imports/{id}", tag = "imports", operation_id = "discard_import", params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportBody))
)]
pub(super) async fn discard(mut caller: Caller, Id(id): Id<ImportId>) -> Result<Tagged<ImportBody>, Problem> {
    let import = imports::discard(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(import.into())
}
