//! Orgs: those of the caller, founding one, and what one tells of itself.

mod body;
mod create;
mod delete;
mod edit;
mod list;
mod restore;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) use body::NewOrganization;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(create::create))
        .routes(routes!(show::show, edit::edit, delete::delete))
        .routes(routes!(restore::restore))
}
