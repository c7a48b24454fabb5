//! The caller themselves.

mod email;
mod end_session;
mod own;
mod password;
mod second_factor;
mod sessions;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) use end_session::Ended;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(show::show))
        .routes(routes!(sessions::list, end_session::end_others))
        .routes(routes!(end_session::end))
        .routes(routes!(email::show, email::ask))
        .routes(routes!(password::change))
        .routes(routes!(second_factor::begin))
        .routes(routes!(second_factor::confirm))
        .routes(routes!(second_factor::disable))
}
