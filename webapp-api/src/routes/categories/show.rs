//! `GET /categories/{id}`

use domain::{categories, ids::CategoryId};
use uuid::Uuid;

use super::body::CategoryBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Id};

/// A category
#[utoipa::path(
    get, path = "/categories/{id}", tag = "categories", operation_id = "show_category",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = CategoryBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<CategoryBody>, Problem> {
    read(&mut caller, CategoryId(id)).await
}

/// The category as it is now.
pub(super) async fn read(caller: &mut Caller, id: CategoryId) -> Result<Tagged<CategoryBody>, Problem> {
    Ok(categories::get(&mut caller.tx, &caller.actor, id).await?.into())
}
