//! `GET /imports/{id}`

use domain::{ids::ImportId, imports};

use super::body::ImportBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// An import, with how far it has come
#[utoipa::path(
    get, path = "/imports/{id}", tag = "imports", operation_id = "show_import", params(("id" = Uuid, Path)),
    responses((status = 200, body = ImportBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<ImportId>) -> Result<Tagged<ImportBody>, Problem> {
    read(&mut caller, id).await
}

/// As it is now.
pub(super) async fn read(caller: &mut Caller, id: ImportId) -> Result<Tagged<ImportBody>, Problem> {
    Ok(imports::get(&mut caller.tx, &caller.actor, id).await?.into())
}
