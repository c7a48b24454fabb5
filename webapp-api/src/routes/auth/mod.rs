//! Signing in, staying signed in, signing out.

mod logout;
mod mini_app;
mod refresh;
mod tokens;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(mini_app::sign_in))
        .routes(routes!(refresh::refresh))
        .routes(routes!(logout::logout))
}
