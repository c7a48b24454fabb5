//! `GET /imports`

use axum::{Json, extract::State};
use domain::{ids::ImportId, imports};

use super::body::ImportBody;
use crate::{
    Api, Problem,
    caller::Caller,
    page::{Page, PageParams},
    valid::Params,
};

const LIST: &str = "imports";

/// The imports of the org, the latest first
#[utoipa::path(
    get, path = "/imports", tag = "imports", operation_id = "list_imports", params(PageParams),
    responses((status = 200, body = Page<ImportBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Params(page): Params<PageParams>,
) -> Result<Json<Page<ImportBody>>, Problem> {
    let before = page.key::<ImportId>(&api, LIST)?;
    let rows = imports::list(&mut caller.tx, &caller.actor, before, page.reads()).await?;
    Ok(Json(Page::cut(&api, LIST, &page, rows, |import| import.id, ImportBody::from)))
}
