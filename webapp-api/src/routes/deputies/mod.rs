//! Who is away, and who stands in for them.

mod appoint;
mod body;
mod end;
mod list;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(list::list, appoint::appoint)).routes(routes!(end::end))
}
