//! Calendars: when the org works, by name, and the ready ones to begin with.

mod body;
mod choose;
mod create;
mod delete;
mod edit;
mod list;
mod presets;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(presets::list))
        .routes(routes!(show::show, edit::edit, delete::delete))
        .routes(routes!(choose::choose))
}
