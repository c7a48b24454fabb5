//! Who works for the org, and who owns it.

mod add;
mod body;
mod edit;
mod end_sessions;
mod leave;
mod list;
mod ownership;
mod remove;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) use body::FilterBody;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, add::add))
        .routes(routes!(leave::leave))
        .routes(routes!(show::show, edit::edit, remove::remove))
        .routes(routes!(end_sessions::end_sessions))
        .routes(routes!(ownership::list, ownership::offer))
        .routes(routes!(ownership::withdraw))
        .routes(routes!(ownership::accept))
}
