//! `POST /imports/{id}/load`

use domain::{ids::ImportId, imports};

use super::body::ImportBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// Load the rows that are right. It is done in a while: ask for the import again
#[utoipa::path(
    post, path = "/imports/{id}/load", tag = "imports", operation_id = "load_import", params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportBody))
)]
pub(super) async fn load(mut caller: Caller, Id(id): Id<ImportId>) -> Result<Tagged<ImportBody>, Problem> {
    let import = imports::load(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(import.into())
}
