//! `GET /categories`

use axum::Json;
use domain::categories;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::CategoryBody;
use crate::{Problem, caller::Caller};

/// What a request can be about.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Categories {
    /// Kinds first, then their problems, in their order; also those that are no longer offered.
    items: Vec<CategoryBody>,
}

/// What a request can be about
#[utoipa::path(
    get, path = "/categories", tag = "categories", operation_id = "list_categories",
    responses((status = 200, body = Categories))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Categories>, Problem> {
    let categories = categories::list(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Categories { items: categories.into_iter().map(CategoryBody::from).collect() }))
}
