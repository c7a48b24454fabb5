//! Every route, one folder per capability and one file per action.

mod access;
mod assignment;
mod audit;
mod auth;
mod calendars;
mod categories;
mod deputies;
mod events;
mod files;
mod imports;
mod incidents;
mod invites;
mod me;
mod members;
mod notifications;
pub(crate) mod oauth;
mod organizations;
mod printing;
mod property;
mod reports;
mod requests;
mod roles;
mod service_accounts;
mod shifts;
mod skills;
mod teams;
mod timeouts;
mod webhooks;

pub(crate) use files::BODY_MAX as FILE_BODY_MAX;
use utoipa_axum::router::OpenApiRouter;

use crate::Api;

/// All of them, as they stand under `/api/v1`.
pub(crate) fn all() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .merge(access::routes())
        .merge(assignment::routes())
        .merge(audit::routes())
        .merge(auth::routes())
        .merge(calendars::routes())
        .merge(categories::routes())
        .merge(deputies::routes())
        .merge(events::routes())
        .merge(files::routes())
        .merge(imports::routes())
        .merge(incidents::routes())
        .merge(invites::routes())
        .merge(me::routes())
        .merge(oauth::routes())
        .merge(members::routes())
        .merge(notifications::routes())
        .merge(organizations::routes())
        .merge(property::routes())
        .merge(reports::routes())
        .merge(requests::routes())
        .merge(printing::routes())
        .merge(roles::routes())
        .merge(service_accounts::routes())
        .merge(shifts::routes())
        .merge(skills::routes())
        .merge(teams::routes())
        .merge(timeouts::routes())
        .merge(webhooks::routes())
}
