//! Signing in, staying signed in, signing out.

mod bot_login;
mod email;
mod login;
mod logout;
mod mini_app;
mod password;
mod refresh;
mod register;
mod telegram;
mod tokens;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(mini_app::sign_in))
        .routes(routes!(refresh::refresh))
        .routes(routes!(logout::logout))
        .routes(routes!(register::register))
        .routes(routes!(bot_login::begin))
        .routes(routes!(bot_login::poll))
        .routes(routes!(telegram::ways))
        .routes(routes!(telegram::begin))
        .routes(routes!(telegram::finish))
        .routes(routes!(login::login))
        .routes(routes!(login::code))
        .routes(routes!(password::forgot))
        .routes(routes!(password::reset))
        .routes(routes!(email::confirm))
}
