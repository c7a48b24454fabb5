//! Passing files on. What this bot has had before it names; what it has not, it uploads from the storage, once.

use std::collections::HashMap;

use domain::{
    files::{self, AttachmentKind, Copy},
    ids::FileId,
    requests::Attachment,
};

use super::{budget::Class, outbox::Unsent, pay::pay_and_stay};
use crate::{
    app::Shared,
    bots::Running,
    present::Place,
    telegram::{
        self, CallError, ReplyParameters, Upload,
        methods::{AlbumItem, SendFile, SendMediaGroup, Sent},
    },
};

/// The most items of one album (Bot API, `sendMediaGroup`).
const ALBUM_MAX: usize = 10;

/// A file, ready to be sent.
#[derive(Clone)]
pub(super) struct Ready {
    /// Which of those that were asked for.
    at: usize,
    pub(super) kind: AttachmentKind,
    /// The row of the storage, where there is one.
    pub(super) stored: Option<FileId>,
    pub(super) from: From,
}

/// Where Telegram gets the bytes from.
#[derive(Clone)]
pub(super) enum From {
    /// It has them, by this id.
    Known(String),
    /// They come with the call.
    Bytes(Upload),
}

/// Sends files as answers to `to.reply_to`: in albums where Telegram has such, the rest one by one. Returns the ids of the
/// messages, in the order of the files.
pub(super) async fn send(app: &Shared, bot: &Running, to: Place, files: &[Attachment]) -> Result<Vec<i64>, Unsent> {
    if !files.is_empty() {
        pay_and_stay(app, bot, to.chat_id, Class::Push).await?;
    }
    send_paid(app, bot, to, files).await
}

/// The same when the first message has been paid for. A file that is nowhere has the message 0.
pub(super) async fn send_paid(
    app: &Shared,
    bot: &Running,
    to: Place,
    files: &[Attachment],
) -> Result<Vec<i64>, Unsent> {
    let ready = ready(app, bot, files).await?;
    let mut sent = vec![0; files.len()];
    let mut paid = true;
    for album in albums(&ready) {
        if !std::mem::take(&mut paid) {
            pay_and_stay(app, bot, to.chat_id, Class::Push).await?;
        }
        let messages = match album.as_slice() {
            [one] => vec![single(app, bot, to, one).await?],
            several => match group(app, bot, to, several).await {
                // One of them is no picture for Telegram: the others still are.
                Err(Unsent::Call(CallError::Rejected { .. })) if several.iter().any(|file| file.is_new()) => {
                    let mut messages = vec![];
                    for one in several {
                        messages.push(single(app, bot, to, one).await?);
                    }
                    messages
                }
                messages => messages?,
            },
        };
        for (file, message) in album.into_iter().zip(messages) {
            if let Some(slot) = sent.get_mut(file.at) {
                *slot = message;
            }
        }
    }
    Ok(sent)
}

impl Ready {
    fn is_new(&self) -> bool {
        matches!(self.from, From::Bytes(_))
    }
}

/// What each of these is sent with. One whose bytes are nowhere is left out.
pub(super) async fn ready(app: &Shared, bot: &Running, files: &[Attachment]) -> Result<Vec<Ready>, Unsent> {
    let ids: Vec<FileId> = files.iter().filter_map(|file| file.stored).collect();
    let mut copies: HashMap<FileId, Copy> = HashMap::new();
    if !ids.is_empty() {
        let mut tx = app.db.tenant(bot.bot.org).await.map_err(domain::Error::from)?;
        let found = files::copies(&mut tx, bot.bot.id, &ids).await?;
        tx.commit().await.map_err(domain::Error::from)?;
        copies.extend(found.into_iter().map(|copy| (copy.file, copy)));
    }
    let mut ready = vec![];
    for (at, file) in files.iter().enumerate() {
        let copy = file.stored.and_then(|id| copies.remove(&id));
        let Some(copy) = copy else {
            // From before there was a storage.
            let from = From::Known(file.file_id.clone());
            ready.push(Ready { at, kind: file.kind, stored: None, from });
            continue;
        };
        let from = match copy.telegram_id {
            Some(known) => Some(From::Known(known)),
            None if copy.is_kept => bytes(app, bot, &copy).await?.map(From::Bytes),
            None => None,
        };
        match from {
            Some(from) => ready.push(Ready { at, kind: copy.kind, stored: file.stored, from }),
            None => tracing::warn!(org = %bot.bot.org, file = %copy.file.0, "a file is nowhere, and is not sent"),
        }
    }
    Ok(ready)
}

async fn bytes(app: &Shared, bot: &Running, copy: &Copy) -> Result<Option<Upload>, Unsent> {
    let found = app.files.get(&files::object(bot.bot.org, copy.file)).await;
    let found = found.map_err(|error| domain::Error::Unavailable(error.into()))?;
    let ending = match copy.media_type.as_deref() {
        Some("image/jpeg") => "jpg",
        Some("image/png") => "png",
        Some("image/webp") => "webp",
        Some("video/mp4") => "mp4",
        Some("application/pdf") => "pdf",
        _ => "bin",
    };
    let name = copy.name.clone().unwrap_or_else(|| format!("file.{ending}"));
    Ok(found.map(|bytes| Upload { name, bytes }))
}

/// Remembers what this bot has the files by now. Should this be lost, the next one uploads again.
pub(super) async fn remember(app: &Shared, bot: &Running, sent: &[(&Ready, AttachmentKind, Option<String>)]) {
    let new: Vec<_> = sent.iter().filter(|(ready, ..)| ready.is_new()).collect();
    if new.is_empty() {
        return;
    }
    let remembered = async {
        let mut tx = app.db.tenant(bot.bot.org).await?;
        for (ready, kind, telegram_id) in new {
            if let (Some(id), Some(telegram_id)) = (ready.stored, telegram_id) {
                files::remember_copy(&mut tx, bot.bot.id, id, *kind, telegram_id).await?;
            }
        }
        Ok::<_, domain::Error>(tx.commit().await?)
    };
    if let Err(error) = remembered.await {
        tracing::warn!(%error, "what a bot has a file by was not written down");
    }
}

fn reply(to: Place) -> Option<ReplyParameters> {
    to.reply_to.map(|message| ReplyParameters { allow_sending_without_reply: true, ..ReplyParameters::to(message) })
}

async fn group(app: &Shared, bot: &Running, to: Place, album: &[&Ready]) -> Result<Vec<i64>, Unsent> {
    let mut uploads = vec![];
    let mut media = vec![];
    for (at, file) in album.iter().enumerate() {
        let file_id = match &file.from {
            From::Known(id) => id.clone(),
            From::Bytes(upload) => {
                let part = format!("file{at}");
                uploads.push((part.clone(), upload.clone()));
                format!("attach://{part}")
            }
        };
        media.push(AlbumItem { kind: kind(file.kind), file_id, caption: None, caption_entities: None });
    }
    let group = SendMediaGroup {
        chat_id: to.chat_id,
        message_thread_id: to.thread_id,
        media,
        disable_notification: to.silent.then_some(true),
        reply_parameters: reply(to),
    };
    let messages = if uploads.is_empty() {
        app.telegram.call(&bot.token, &group).await?
    } else {
        app.telegram.upload_all(&bot.token, &group, uploads).await?
    };
    let sent: Vec<_> =
        album.iter().zip(&messages).map(|(file, message)| (*file, file.kind, message.file_id.clone())).collect();
    remember(app, bot, &sent).await;
    Ok(messages.into_iter().map(|message| message.message_id).collect())
}

async fn single(app: &Shared, bot: &Running, to: Place, file: &Ready) -> Result<i64, Unsent> {
    let message = |kind: AttachmentKind, id: &str| SendFile {
        message_thread_id: to.thread_id,
        disable_notification: to.silent.then_some(true),
        reply_parameters: reply(to),
        ..SendFile::new(to.chat_id, self::kind(kind), id)
    };
    let upload = match &file.from {
        From::Known(id) => return Ok(app.telegram.call(&bot.token, &message(file.kind, id)).await?.message_id),
        From::Bytes(upload) => upload,
    };
    let uploaded = app.telegram.upload(&bot.token, &message(file.kind, ""), upload.clone()).await;
    let (sent, kind): (Sent, _) = match uploaded {
        // What Telegram cannot make a picture or a film of goes as a file.
        Err(CallError::Rejected { .. }) if file.kind != AttachmentKind::Document => {
            let plain = message(AttachmentKind::Document, "");
            (app.telegram.upload(&bot.token, &plain, upload.clone()).await?, AttachmentKind::Document)
        }
        sent => (sent?, file.kind),
    };
    remember(app, bot, &[(file, kind, sent.file_id.clone())]).await;
    Ok(sent.message_id)
}

/// Which files go out together: Telegram mixes pictures and films in an album, keeps documents and music to themselves, and
/// knows no album of anything else.
fn albums(files: &[Ready]) -> Vec<Vec<&Ready>> {
    let sort = |file: &Ready| match file.kind {
        AttachmentKind::Photo | AttachmentKind::Video => Some(0),
        AttachmentKind::Document => Some(1),
        AttachmentKind::Audio => Some(2),
        AttachmentKind::Voice | AttachmentKind::VideoNote | AttachmentKind::Animation | AttachmentKind::Sticker => None,
    };
    let mut albums = vec![];
    for wanted in [Some(0), Some(1), Some(2)] {
        let of_sort: Vec<&Ready> = files.iter().filter(|file| sort(file) == wanted).collect();
        albums.extend(of_sort.chunks(ALBUM_MAX).map(<[_]>::to_vec));
    }
    albums.extend(files.iter().filter(|file| sort(file).is_none()).map(|file| vec![file]));
    albums
}

pub(super) fn kind(kind: AttachmentKind) -> telegram::AttachmentKind {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_telegram_shows_as_an_album_goes_as_one() {
        use AttachmentKind::{Document, Photo, Video, Voice};
        let of = |kinds: &[AttachmentKind]| -> Vec<Ready> {
            let ready = |(at, kind): (usize, &AttachmentKind)| Ready {
                at,
                kind: *kind,
                stored: None,
                from: From::Known("f".to_owned()),
            };
            kinds.iter().enumerate().map(ready).collect()
        };
        let places = |files: &[Ready]| -> Vec<Vec<usize>> {
            albums(files).iter().map(|album| album.iter().map(|file| file.at).collect()).collect()
        };
        assert_eq!(places(&of(&[Photo, Document, Voice, Video, Document])), [vec![0, 3], vec![1, 4], vec![2]]);
        assert_eq!(places(&of(&[Photo; 12])).iter().map(Vec::len).collect::<Vec<_>>(), [10, 2]);
    }
}
