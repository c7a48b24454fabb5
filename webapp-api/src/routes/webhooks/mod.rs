//! Webhooks: where an org is told what happens.

mod body;
mod create;
mod delete;
mod deliveries;
mod edit;
mod list;
mod ping;
mod replay;
mod rotate_secret;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(show::show, edit::edit, delete::delete))
        .routes(routes!(rotate_secret::rotate))
        .routes(routes!(ping::ping))
        .routes(routes!(deliveries::list))
        .routes(routes!(replay::replay))
}
