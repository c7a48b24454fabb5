//! What the members can do.

mod body;
mod change;
mod list;
mod of_member;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, change::add))
        .routes(routes!(change::rename, change::delete))
        .routes(routes!(of_member::set))
}
