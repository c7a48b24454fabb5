//! What happens in an org, told as it happens.

mod tickets;
mod watch;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(watch::watch)).routes(routes!(tickets::issue))
}
