//! The screen where a dialogue stands, shown once for a whole album.

use dialogues::{State, Viewer, lang_of};

use super::outbox::{Sent, Unsent};
use crate::{
    app::Shared,
    bots::Running,
    dialogue_store::DialogueKey,
    present::{self, Place},
};

/// Shows a person where their dialogue stands now.
pub(super) async fn show(app: &Shared, bot: &Running, telegram_id: i64) -> Result<Sent, Unsent> {
    let key = DialogueKey { bot: bot.bot.telegram_id, chat: telegram_id, thread: 0, person: telegram_id };
    let record = app.dialogues.load(key).await.map_err(|error| domain::Error::Unavailable(error.into()))?;
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
    let identity = domain::people::known(&mut tx, telegram_id).await?;
    tx.commit().await.map_err(domain::Error::from)?;

    let state = record.map_or_else(State::default, |record| record.state);
    let viewer =
        Viewer { lang: lang_of(identity.language), identity: &identity, org: &bot.org, categories: &bot.categories };
    present::send(app, bot, Place::chat(telegram_id), &dialogues::view(viewer, &state)).await?;
    Ok(Sent::Plain)
}
