//! Files: uploaded once, taken by a request, shown to whoever sees it.

mod body;
mod content;
mod show;
mod signed;
mod upload;

use axum::extract::DefaultBodyLimit;
use domain::files::BYTES_MAX;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) use body::FileBody;

use crate::Api;

/// What surrounds a file in a body.
const AROUND: usize = 64 * 1024;

/// The largest body with a file in it.
pub(crate) const BODY_MAX: usize = BYTES_MAX as usize + AROUND;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(upload::upload))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .routes(routes!(show::show))
        .routes(routes!(show::show_signed))
}
