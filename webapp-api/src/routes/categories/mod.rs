//! Categories: what a request can be about, in the org's own words.

mod archive;
mod body;
mod create;
mod edit;
mod list;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(list::list, create::create)).routes(routes!(
        show::show,
        edit::edit,
        archive::archive
    ))
}
