//! `POST /auth/mini-app`

use axum::{extract::State, http::StatusCode, response::Response};
use chrono::TimeDelta;
use domain::{
    bots::{self, Bot},
    people::Newcomer,
    sessions,
};
use integrations::telegram::init_data::{self, InitData, LENGTH_MAX, PRODUCTION_KEY, Proof, Refused};
use serde::Deserialize;
use utoipa::ToSchema;

use super::tokens::{Held, SignedInBody, count, hand_over};
use crate::{Api, Problem, caller::language_of, client::Client, limits::Attempt, problem::ProblemBody, valid::Body};

/// How old `initData` may be that opens a session.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// What the mini-app was opened with.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct Opening {
    /// The bot whose mini-app it is: its name without the `@`, or its id with Telegram.
    #[garde(length(min = 1, max = 64))]
    #[schema(example = "kontora_bot", min_length = 1, max_length = 64)]
    bot: String,
    /// `Telegram.WebApp.initData`, as it is.
    #[garde(length(min = 1, max = LENGTH_MAX))]
    #[schema(min_length = 1, max_length = 8192)]
    init_data: String,
}

/// Sign in with what Telegram gave the mini-app.
///
/// `init_data` opens one session, at most an hour after Telegram signed it; when it comes again it gets new tokens of
/// the same session.
#[utoipa::path(
    post, path = "/auth/mini-app", tag = "auth", operation_id = "sign_in_from_mini_app", security(()),
    request_body = Opening,
    responses(
        (status = 200, body = SignedInBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "`init_data_refused`, `init_data_stale`, or the session that it opened has ended"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn sign_in(
    State(api): State<Api>,
    client: Client,
    Body(opening): Body<Opening>,
) -> Result<Response, Problem> {
    Attempt::unnamed(&client).begin(&api).await?;
    let found = match opening.bot.parse() {
        Ok(id) => bots::by_telegram_id(&api.db, &api.keys, id).await?,
        Err(_) => bots::by_username(&api.db, &api.keys, opening.bot.trim_start_matches('@')).await?,
    };
    let bot = found.ok_or_else(|| refuse(Refused::Signature))?;
    let data = prove(&api, &bot, &opening.init_data).map_err(refuse)?;
    let user = &data.user;
    let name = [Some(user.first_name.as_str()), user.last_name.as_deref()];
    let who = Newcomer {
        telegram_id: user.id,
        name: &name.into_iter().flatten().collect::<Vec<_>>().join(" "),
        username: user.username.as_deref(),
        language: language_of(user.language_code.as_deref()),
    };
    let opened =
        sessions::sign_in_from_telegram(&api.db, bot.org, &who, data.digest, &client.device, client.address).await?;
    let opened = opened.ok_or_else(Problem::unauthenticated)?;
    count("mini_app", "done");
    hand_over(&api, &opened, Held::Bearer)
}

/// By the bot's token; or, when BotFather gave it another one since, by Telegram's own signature.
fn prove(api: &Api, bot: &Bot, raw: &str) -> Result<InitData, Refused> {
    let now = api.db.source().now();
    init_data::verify(raw, Proof::Token(&bot.token), now, FRESH).or_else(|refused| {
        let telegram = Proof::Telegram { bot: bot.telegram_id, key: &PRODUCTION_KEY };
        init_data::verify(raw, telegram, now, FRESH).map_err(|_| refused)
    })
}

fn refuse(refused: Refused) -> Problem {
    count("mini_app", "refused");
    let code = match refused {
        Refused::Malformed | Refused::Signature => "init_data_refused",
        Refused::Stale => "init_data_stale",
    };
    Problem::new(StatusCode::UNAUTHORIZED, code)
}
