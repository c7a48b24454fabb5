//! What somebody was told, and what they want to be told, and when.

mod history;
mod preferences;
mod quiet_hours;
mod recipients;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(history::list))
        .routes(routes!(preferences::show, preferences::edit))
        .routes(routes!(quiet_hours::show, quiet_hours::set))
        .routes(routes!(recipients::list))
        .routes(routes!(recipients::choose))
}
