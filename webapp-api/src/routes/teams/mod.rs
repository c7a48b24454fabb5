//! Teams: whose work the scope `team` covers.

mod body;
mod create;
mod delete;
mod edit;
mod list;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(list::list, create::create)).routes(routes!(
        show::show,
        edit::edit,
        delete::delete
    ))
}
