//! Every route, one folder per capability and one file per action.

mod auth;
mod me;

use utoipa_axum::router::OpenApiRouter;

use crate::Api;

/// All of them, as they stand under `/api/v1`.
pub(crate) fn all() -> OpenApiRouter<Api> {
    OpenApiRouter::new().merge(auth::routes()).merge(me::routes())
}
