//! Invites: a link that makes whoever accepts it first a member.

mod accept;
mod body;
mod create;
mod list;
mod open;
mod revoke;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(show::show, revoke::revoke))
        .routes(routes!(open::open))
        .routes(routes!(accept::accept))
}
