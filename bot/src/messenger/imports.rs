//! The card of a file that was sent into the chat, and its errors as a file.

use dialogues::lang_of;
use domain::{
    Error, Result, TenantTx,
    access::Actor,
    ids::ImportId,
    imports,
    people::{self, Language},
};
use i18n::{Lang, t};
use webapp_api::tables;

use super::outbox::{Sent, Unsent};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::{AttachmentKind, Upload, methods::SendFile},
};

/// A card that was sent.
pub(super) struct Carded {
    import: ImportId,
    message_id: i64,
}

impl Carded {
    pub(super) async fn save(&self, tx: &mut TenantTx) -> Result<()> {
        imports::card_sent(tx, self.import, self.message_id).await
    }
}

/// Shows the import as it stands, in the message that shows it already when there is one.
pub(super) async fn card(app: &Shared, bot: &Running, chat_id: i64, id: ImportId) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
    let import = imports::get(&mut tx, &Actor::System, id).await?;
    let lang = language(&mut tx, bot, chat_id).await?;
    tx.commit().await.map_err(Error::from)?;
    let screen = dialogues::imports::card(lang, &bot.org.time_zone, &import);
    let to = Place::chat(chat_id);
    let message_id = match import.card.and_then(|card| card.message_id) {
        Some(message) => present::replace(app, bot, to, message, &screen).await?,
        None => present::send(app, bot, to, &screen).await?,
    };
    Ok(Sent::Import(Carded { import: id, message_id }))
}

/// Sends the rows that are not right, with what is to be corrected in each.
pub(super) async fn errors(app: &Shared, bot: &Running, chat_id: i64, id: ImportId) -> Result<Sent, Unsent> {
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
    let lang = language(&mut tx, bot, chat_id).await?;
    let file = tables::errors(&mut tx, &Actor::System, id, lang, tables::Format::Xlsx).await?;
    tx.commit().await.map_err(Error::from)?;
    let name = format!("{}.{}", t::imports::errors_file(lang), tables::Format::Xlsx.extension());
    let document = SendFile::new(chat_id, AttachmentKind::Document, "");
    app.telegram.upload(&bot.token, &document, Upload { name, bytes: file.into() }).await?;
    Ok(Sent::Plain)
}

async fn language(tx: &mut TenantTx, bot: &Running, chat_id: i64) -> Result<Lang> {
    let language: Option<Language> = people::language(tx, chat_id).await?;
    Ok(lang_of(language.unwrap_or(bot.org.language)))
}
