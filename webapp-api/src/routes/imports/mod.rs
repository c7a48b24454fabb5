//! The register from a file: sent, looked at, loaded, undone.

mod body;
mod create;
mod discard;
mod errors;
mod list;
mod load;
mod map;
mod show;
mod undo;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{Api, tables};

/// What surrounds a file in a body.
const AROUND: usize = 64 * 1024;

pub(super) fn routes() -> OpenApiRouter<Api> {
    let limit = DefaultBodyLimit::max(tables::BYTES_MAX as usize + AROUND);
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .layer(limit)
        .routes(routes!(show::show, map::map, discard::discard))
        .routes(routes!(errors::errors))
        .routes(routes!(load::load))
        .routes(routes!(undo::undo))
}
