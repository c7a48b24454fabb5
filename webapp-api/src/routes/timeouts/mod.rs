//! How long the org waits until something happens by itself.

mod settings;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(settings::show, settings::set))
}
