//! What the staff's group reads of an incident beside its alarm: that nobody on duty answers, and the act at the end.

use dialogues::{incidents as views, lang_of};
use domain::{
    Error, TenantTx,
    access::Actor,
    ids::RequestId,
    notifications::{self, FixedTopic},
    requests,
};
use webapp_api::acts::{self, File};

use super::{
    notices::{begin, commit},
    outbox::{Sent, Unsent},
};
use crate::{
    app::Shared,
    bots::Running,
    present::{self, Place},
    telegram::{AttachmentKind, Upload, methods::SendFile},
};

/// Where the group talks of what cannot wait; none when it is not the staff's group any more.
async fn place(tx: &mut TenantTx, bot: &Running, chat_id: i64) -> Result<Option<Place>, Error> {
    let chat = notifications::staff_chat(tx, bot.bot.id).await?;
    let Some(chat) = chat.filter(|chat| chat.present && chat.chat_id == chat_id) else { return Ok(None) };
    let thread_id = match chat.is_forum {
        true => notifications::fixed_topic(tx, bot.bot.id, chat_id, FixedTopic::Emergencies).await?,
        false => None,
    };
    Ok(Some(Place { thread_id, ..Place::chat(chat_id) }))
}

/// With a sound, that nobody on duty has accepted it; nothing once somebody has.
pub(super) async fn unanswered(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let place = place(&mut tx, bot, chat_id).await?;
    let request = requests::get(&mut tx, &Actor::System, id).await?;
    commit(tx).await?;
    let Some(place) = place else { return Ok(Sent::Plain) };
    if let Some(screen) = views::unanswered(lang_of(bot.org.language), &request) {
        present::send(app, bot, place, &screen).await?;
    }
    Ok(Sent::Plain)
}

/// The act, as a file.
pub(super) async fn act(app: &Shared, bot: &Running, chat_id: i64, id: RequestId) -> Result<Sent, Unsent> {
    let mut tx = begin(app, bot).await?;
    let place = place(&mut tx, bot, chat_id).await?;
    let words = acts::words(&mut tx, &Actor::System, id).await?;
    commit(tx).await?;
    let Some(place) = place else { return Ok(Sent::Plain) };
    let File { name, caption, bytes } = File::set(words).await?;
    let document = SendFile {
        message_thread_id: place.thread_id,
        caption: Some(caption),
        ..SendFile::new(chat_id, AttachmentKind::Document, "")
    };
    app.telegram.upload(&bot.token, &document, Upload { name, bytes: bytes.into() }).await?;
    Ok(Sent::Plain)
}
