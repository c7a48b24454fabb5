//! Reports of the desk.

mod performance;
mod period;
mod requests;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(requests::report)).routes(routes!(performance::report))
}
