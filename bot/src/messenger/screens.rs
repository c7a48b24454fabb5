//! The screen where a dialogue stands: shown once for a whole album, and as a reminder of a draft.

use dialogues::{State, Viewer, lang_of};
use domain::Error;

use super::outbox::{Sent, Unsent};
use crate::{
    app::Shared,
    bots::Running,
    dialogue_store::{DialogueKey, Record},
    present::{self, Place},
};

/// Shows a person where their dialogue stands now.
pub(super) async fn show(app: &Shared, bot: &Running, telegram_id: i64) -> Result<Sent, Unsent> {
    let state = record(app, bot, telegram_id).await?.map_or_else(State::default, |record| record.state);
    send(app, bot, Place::chat(telegram_id), &state).await
}

/// Reminds a person of their draft, without a sound. Moot when they have been reminded or have gone on with it. What is
/// interrupted after it was sent is sent again: a draft is rather shown twice than forgotten.
pub(super) async fn draft(app: &Shared, bot: &Running, telegram_id: i64, until: i64) -> Result<Sent, Unsent> {
    let telegram = bot.bot.telegram_id;
    let unavailable = |error: redis::RedisError| Error::Unavailable(error.into());
    if !app.dialogues.has_draft(telegram, telegram_id, until).await.map_err(unavailable)? {
        return Err(Error::NotFound("draft").into());
    }
    let state = record(app, bot, telegram_id).await?.map(|record| record.state.laid_aside());
    let sent = match state {
        Some(state @ State::Menu { draft: Some(_) }) => {
            send(app, bot, Place { silent: true, ..Place::chat(telegram_id) }, &state).await
        }
        _ => Err(Error::NotFound("draft").into()),
    };
    if matches!(sent, Ok(_) | Err(Unsent::Ours(Error::NotFound(_)))) {
        app.dialogues.reminded(telegram, telegram_id).await.map_err(unavailable)?;
    }
    sent
}

async fn record(app: &Shared, bot: &Running, telegram_id: i64) -> Result<Option<Record>, Error> {
    let key = DialogueKey { bot: bot.bot.telegram_id, chat: telegram_id, thread: 0, person: telegram_id };
    app.dialogues.load(key).await.map_err(|error| Error::Unavailable(error.into()))
}

async fn send(app: &Shared, bot: &Running, to: Place, state: &State) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
    let identity = domain::people::known(&mut tx, to.chat_id).await?;
    tx.commit().await.map_err(Error::from)?;
    let viewer =
        Viewer { lang: lang_of(identity.language), identity: &identity, org: &bot.org, categories: &bot.categories };
    present::send(app, bot, to, &dialogues::view(viewer, state)).await?;
    Ok(Sent::Plain)
}
