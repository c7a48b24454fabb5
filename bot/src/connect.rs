//! The token of a bot, sent into the chat with the platform's own: taken out of the chat at once, tried, and sealed.
//! It is never kept in a dialogue.

use dialogues::{Connected, Said};
use domain::{
    Error, OrgId,
    bots::{self, NewBot},
    orgs,
};
use secrecy::SecretString;

use crate::{
    app::Shared,
    bots::Running,
    outcome::{Again, again},
    setup,
    telegram::{
        CallError, Token, User,
        methods::{DeleteMessage, GetMe},
    },
};

/// Connects the bot whose token was said to the org; none when it was no token. Safe to repeat.
pub async fn token(
    app: &Shared,
    platform: &Running,
    user: &User,
    message: Option<i64>,
    org: OrgId,
    said: &Said,
) -> Result<Option<Connected>, Again> {
    // People copy BotFather's whole message: the token is the word in it that looks like one.
    let words = said.words.split_whitespace().filter(|word| word.contains(':') && word.len() >= 20);
    let Some((word, token)) = words.filter_map(|word| Some((word, word.parse::<Token>().ok()?))).next() else {
        return Ok(None);
    };
    if let Some(message_id) = message {
        let delete = DeleteMessage { chat_id: user.id, message_id };
        if let Err(error) = app.telegram.call(&platform.token, &delete).await {
            tracing::debug!(outcome = error.outcome(), "a token stays in its chat");
        }
    }
    if let Err(error) = bots::may_add(&app.db, org, user.id).await {
        return refused(error).map(Some);
    }
    let me = match app.telegram.call(&token, &GetMe {}).await {
        Ok(me) => me,
        Err(CallError::Unauthorized) => return Ok(Some(Connected::Unknown)),
        Err(error) => return again(&error).map_or(Ok(Some(Connected::Unknown)), Err),
    };
    let secret = SecretString::from(word.to_owned());
    let new = NewBot { telegram_id: me.id, username: &me.username, token: &secret };
    let bot = match bots::add_by(&app.db, &app.keys, org, user.id, &new).await {
        Ok(bot) => bot,
        Err(error) => return refused(error).map(Some),
    };
    app.bots.forget(me.id).await;
    let mut tx = app.db.tenant(org).await.map_err(Error::from)?;
    let org = orgs::current(&mut tx).await?;
    drop(tx);
    let told = async {
        setup::set_commands(app, &token, &org).await?;
        match app.public_url() {
            Some(public) => {
                setup::set_webhook(app, &token, public, &bot.webhook_secret).await?;
                setup::set_menu_button(app, &token, public, &me.username).await
            }
            None => Ok(()), // long polling meets it within a minute
        }
    };
    if let Err(error) = told.await {
        tracing::warn!(outcome = error.outcome(), "a bot was connected, and Telegram was not told all of it");
        if let Some(again) = again(&error) {
            return Err(again);
        }
    }
    Ok(Some(Connected::Yes { username: me.username }))
}

fn refused(error: Error) -> Result<Connected, Again> {
    match error {
        Error::Unavailable(error) => Err(Again::Unavailable(error.to_string())),
        error => Ok(Connected::Refused(error.code())),
    }
}
