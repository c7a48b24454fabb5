//! Service accounts: the programs that act for an org.

mod body;
mod create;
mod edit;
mod list;
mod revoke;
mod rotate_secret;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(show::show, edit::edit, revoke::revoke))
        .routes(routes!(rotate_secret::rotate))
}
