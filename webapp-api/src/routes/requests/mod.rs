//! Requests: filing, looking, and every verb of their life.

mod acceptance;
mod body;
mod conversation;
mod create;
mod edit;
mod evidence;
mod files;
mod list;
mod show;
mod triage;
mod work;

use domain::requests::Request;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(super) use body::{LineBody, NamesBody};
pub(super) use conversation::HappeningBody;

use self::body::RequestBody;
use crate::{Api, Problem, caller::Caller, etag::Tagged};

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(show::show, edit::edit))
        .routes(routes!(work::take))
        .routes(routes!(work::release))
        .routes(routes!(work::help))
        .routes(routes!(work::depart))
        .routes(routes!(work::arrive))
        .routes(routes!(work::pause))
        .routes(routes!(work::resume))
        .routes(routes!(work::complete))
        .routes(routes!(triage::workers))
        .routes(routes!(triage::assign))
        .routes(routes!(triage::decline))
        .routes(routes!(triage::close))
        .routes(routes!(triage::merge))
        .routes(routes!(acceptance::accept))
        .routes(routes!(acceptance::return_to_work))
        .routes(routes!(acceptance::reopen))
        .routes(routes!(acceptance::cancel))
        .routes(routes!(acceptance::rate))
        .routes(routes!(conversation::history))
        .routes(routes!(conversation::comment))
        .routes(routes!(files::list))
        .routes(routes!(files::add_photos))
        .routes(routes!(conversation::edit, conversation::delete))
        .routes(routes!(evidence::show))
        .routes(routes!(evidence::toggle_step))
        .routes(routes!(evidence::add_material))
        .routes(routes!(evidence::remove_material))
        .routes(routes!(evidence::offer_price))
        .routes(routes!(evidence::answer_price))
}

/// The deed is done: the request as it is now.
async fn answer(caller: Caller, request: Request) -> Result<Tagged<RequestBody>, Problem> {
    caller.commit().await?;
    Ok(request.into())
}
