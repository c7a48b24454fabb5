//! The log of what happened, its reports, its alerts, and whether it is as it was written.

mod alert_limits;
mod alerts;
mod body;
mod events;
mod export;
mod reports;
mod verification;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(events::list))
        .routes(routes!(events::list_own))
        .routes(routes!(export::export))
        .routes(routes!(reports::report))
        .routes(routes!(alerts::list))
        .routes(routes!(alerts::answer))
        .routes(routes!(alert_limits::show, alert_limits::set))
        .routes(routes!(verification::verify))
}
