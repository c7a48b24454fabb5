//! `POST /auth/bot-login` and `POST /auth/bot-login/poll`

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use domain::{
    bot_logins::{self, LASTS, Polled},
    bots,
    sessions::{self, Kind, NewSession},
};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::tokens::{Held, SignedInBody, count, hand_over};
use crate::{Api, Problem, client::Client, limits::Attempt, problem::ProblemBody, valid::Body};

/// Through which bot.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct BeginBody {
    /// The name of a bot, without the `@`; the platform's first when it is left out.
    #[garde(length(min = 1, max = 64))]
    #[serde(default)]
    #[schema(example = "kontora_bot", min_length = 1, max_length = 64)]
    bot: Option<String>,
}

/// What the browser shows, and asks with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BegunBody {
    /// To open in Telegram, also as a QR code; the bot then asks «это вы?».
    #[schema(example = "https://t.me/kontora_bot?start=l_…")]
    link: String,
    /// To show large: the bot offers three numbers, and this is the right one.
    #[schema(example = 42)]
    number: i16,
    /// For `POST /auth/bot-login/poll`.
    poll_token: String,
    /// Seconds until it is over.
    #[schema(example = 300)]
    expires_in: i64,
}

/// How does it stand?
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct PollBody {
    /// What the beginning gave.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    poll_token: String,
    /// How its tokens are held.
    #[garde(skip)]
    #[serde(default)]
    held: Held,
}

/// Begin to sign in through the bot.
#[utoipa::path(
    post, path = "/auth/bot-login", tag = "auth", operation_id = "begin_bot_login", security(()),
    request_body = BeginBody,
    responses(
        (status = 200, body = BegunBody),
        (status = 404, body = ProblemBody, content_type = "application/problem+json", description = "There is no such bot"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, body = ProblemBody, content_type = "application/problem+json", description = "`locked`: `Retry-After` says for how long"),
    )
)]
pub(super) async fn begin(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<BeginBody>,
) -> Result<Json<BegunBody>, Problem> {
    Attempt::unnamed(&client).begin(&api).await?;
    let username = match body.bot {
        Some(name) => bots::by_username(&api.db, &api.keys, &name).await?.map(|bot| bot.username),
        None => bots::first_username(&api.db).await?,
    };
    let username = username.ok_or(domain::Error::NotFound("bot"))?;
    let begun = bot_logins::begin(&api.db, &client.device, client.address).await?;
    Ok(Json(BegunBody {
        link: api.web.deep_link(&username, &format!("l_{}", begun.start.expose_secret())),
        number: begun.number,
        poll_token: begun.poll.expose_secret().to_owned(),
        expires_in: LASTS.num_seconds(),
    }))
}

/// Has the person answered? A yes is told once, with the tokens.
#[utoipa::path(
    post, path = "/auth/bot-login/poll", tag = "auth", operation_id = "poll_bot_login", security(()),
    request_body = PollBody,
    responses(
        (status = 200, body = SignedInBody),
        (status = 202, description = "Nobody has answered yet: ask again in two seconds"),
        (status = 401, body = ProblemBody, content_type = "application/problem+json", description = "`login_refused`, or `login_over`: begin again"),
        (status = 422, body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub(super) async fn poll(
    State(api): State<Api>,
    client: Client,
    Body(body): Body<PollBody>,
) -> Result<Response, Problem> {
    match bot_logins::poll(&api.db, &body.poll_token).await? {
        Polled::Waiting => Ok(StatusCode::ACCEPTED.into_response()),
        Polled::Refused => {
            count("bot", "refused");
            Err(Problem::new(StatusCode::UNAUTHORIZED, "login_refused"))
        }
        Polled::Over => Err(Problem::new(StatusCode::UNAUTHORIZED, "login_over")),
        Polled::Yes { account, home } => {
            let (kind, device, address) = (Kind::Console, client.device.as_str(), client.address);
            let new = NewSession { account, kind, home: Some(home), device, address, proof: None };
            let opened = sessions::sign_in(&api.db, &new).await?.ok_or_else(Problem::unauthenticated)?;
            count("bot", "done");
            hand_over(&api, &opened, body.held)
        }
    }
}
