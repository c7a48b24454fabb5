//! Roles: the presets and those of the org's own.

mod body;
mod create;
mod delete;
mod edit;
mod give;
mod list;
mod matrix;
mod show;
mod take;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(matrix::show))
        .routes(routes!(show::show, edit::edit, delete::delete))
        .routes(routes!(give::give, take::take))
}
