//! What is printed for a building: posters for its entrances, cards with the links of its flats.

mod invites;
mod posters;

use axum::http::StatusCode;
use domain::bots;
use tokio::task::spawn_blocking;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{Api, Problem, caller::Caller};

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(posters::posters)).routes(routes!(invites::invites))
}

const PDF: &str = "application/pdf";

/// The bot that links lead to.
async fn bot(caller: &mut Caller) -> Result<String, Problem> {
    let bot = bots::any_username(&mut caller.tx).await?;
    bot.ok_or_else(|| Problem::new(StatusCode::CONFLICT, "nothing_to_print"))
}

/// Sets pages beside the async threads.
async fn set(pages: impl FnOnce() -> Result<Vec<u8>, ::posters::Error> + Send + 'static) -> Result<Vec<u8>, Problem> {
    use ::posters::Error;
    match spawn_blocking(pages).await {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(Error::Empty)) => Err(Problem::new(StatusCode::CONFLICT, "nothing_to_print")),
        Ok(Err(Error::TooMany(_))) => Err(Problem::new(StatusCode::CONFLICT, "too_much_to_print")),
        Ok(Err(error @ (Error::Link | Error::Document(_)))) => Err(domain::Error::Internal(error.into()).into()),
        Err(error) => Err(domain::Error::Internal(error.into()).into()),
    }
}
