//! The caller themselves.

mod end_session;
mod sessions;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(show::show))
        .routes(routes!(sessions::list, end_session::end_others))
        .routes(routes!(end_session::end))
}
