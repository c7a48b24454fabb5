//! Passing files on: Telegram keeps the bytes, the bot names them.

use domain::requests::{Attachment, AttachmentKind};

use super::{budget::Class, outbox::Unsent, pay::pay_and_stay};
use crate::{
    app::Shared,
    bots::Running,
    present::Place,
    telegram::{
        self, CallError, ReplyParameters,
        methods::{AlbumItem, SendFile, SendMediaGroup},
    },
};

/// The most items of one album (Bot API, `sendMediaGroup`).
const ALBUM_MAX: usize = 10;

/// Sends files as answers to `to.reply_to`: pictures and films as albums, the rest one by one. Returns the ids of the
/// messages.
pub(super) async fn send(app: &Shared, bot: &Running, to: Place, files: &[Attachment]) -> Result<Vec<i64>, Unsent> {
    if !files.is_empty() {
        pay_and_stay(app, bot, to.chat_id, Class::Push).await?;
    }
    send_paid(app, bot, to, files).await
}

/// The same when the first message has been paid for.
pub(super) async fn send_paid(
    app: &Shared,
    bot: &Running,
    to: Place,
    files: &[Attachment],
) -> Result<Vec<i64>, Unsent> {
    let reply = to
        .reply_to
        .map(|message| ReplyParameters { allow_sending_without_reply: true, ..ReplyParameters::to(message) });
    let (pictures, others): (Vec<_>, Vec<_>) =
        files.iter().partition(|file| matches!(file.kind, AttachmentKind::Photo | AttachmentKind::Video));
    let mut sent = vec![];
    let mut paid = true;
    for album in pictures.chunks(ALBUM_MAX) {
        if !std::mem::take(&mut paid) {
            pay_and_stay(app, bot, to.chat_id, Class::Push).await?;
        }
        if let [one] = album {
            sent.push(single(app, bot, to, reply, one).await?);
            continue;
        }
        let group = SendMediaGroup {
            chat_id: to.chat_id,
            message_thread_id: to.thread_id,
            media: album
                .iter()
                .map(|file| AlbumItem {
                    kind: kind(file.kind),
                    file_id: file.file_id.clone(),
                    caption: None,
                    caption_entities: None,
                })
                .collect(),
            disable_notification: to.silent.then_some(true),
            reply_parameters: reply,
        };
        sent.extend(app.telegram.call(&bot.token, &group).await?.into_iter().map(|message| message.message_id));
    }
    for file in others {
        if !std::mem::take(&mut paid) {
            pay_and_stay(app, bot, to.chat_id, Class::Push).await?;
        }
        sent.push(single(app, bot, to, reply, file).await?);
    }
    Ok(sent)
}

async fn single(
    app: &Shared,
    bot: &Running,
    to: Place,
    reply: Option<ReplyParameters>,
    file: &Attachment,
) -> Result<i64, CallError> {
    let message = SendFile {
        message_thread_id: to.thread_id,
        disable_notification: to.silent.then_some(true),
        reply_parameters: reply,
        ..SendFile::new(to.chat_id, kind(file.kind), &file.file_id)
    };
    Ok(app.telegram.call(&bot.token, &message).await?.message_id)
}

fn kind(kind: AttachmentKind) -> telegram::AttachmentKind {
    use telegram::AttachmentKind as Theirs;
    match kind {
        AttachmentKind::Photo => Theirs::Photo,
        AttachmentKind::Video => Theirs::Video,
        AttachmentKind::Voice => Theirs::Voice,
        AttachmentKind::VideoNote => Theirs::VideoNote,
        AttachmentKind::Audio => Theirs::Audio,
        AttachmentKind::Document => Theirs::Document,
        AttachmentKind::Animation => Theirs::Animation,
        AttachmentKind::Sticker => Theirs::Sticker,
    }
}
