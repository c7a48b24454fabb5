//! The vocabulary of rights, why somebody has one, what screens show, and seeing with another's eyes.

mod explain;
mod hidden;
mod members_see;
mod permissions;
mod rights;
mod view_as;
pub(super) mod words;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(permissions::list))
        .routes(routes!(rights::show))
        .routes(routes!(explain::show))
        .routes(routes!(hidden::list))
        .routes(routes!(hidden::replace))
        .routes(routes!(members_see::show, members_see::replace))
        .routes(routes!(view_as::start, view_as::stop))
}
