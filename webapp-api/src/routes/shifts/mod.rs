//! Shifts: the roster, one's own shift, and who is on duty.

mod begin;
mod body;
mod cancel;
mod edit;
mod end;
mod list;
mod on_duty;
mod plan;
mod show;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, plan::plan))
        .routes(routes!(on_duty::on_duty))
        .routes(routes!(begin::begin))
        .routes(routes!(end::end))
        .routes(routes!(show::show, edit::edit, cancel::cancel))
}
