//! To whom requests are given: the org's setting.

mod strategy;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(strategy::show, strategy::set))
}
