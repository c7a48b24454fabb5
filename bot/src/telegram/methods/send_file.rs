//! Files: one struct for the eight methods that send one, and albums.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_with::skip_serializing_none;

use super::{Attaches, Method, Sent, method};
use crate::telegram::attachment::AttachmentKind;
use crate::telegram::keyboard::ReplyMarkup;
use crate::telegram::text::{MessageEntity, ReplyParameters};

/// Sends a file that Telegram has, by its id; with
/// [`Client::upload`](crate::telegram::Client::upload), one that it has not.
#[derive(Debug, Clone, PartialEq)]
pub struct SendFile {
    /// Where to.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// Its sort, which decides the method. A file keeps the sort that it was
    /// first sent as, except between photo and document.
    pub kind: AttachmentKind,
    /// The file.
    pub file_id: String,
    /// 0-1024 UTF-16 units; stickers and round videos have none.
    pub caption: Option<String>,
    /// Its formatting.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Without a sound.
    pub disable_notification: Option<bool>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
    /// Buttons.
    pub reply_markup: Option<ReplyMarkup>,
}

impl SendFile {
    /// A file and nothing else.
    #[must_use]
    pub fn new(chat_id: i64, kind: AttachmentKind, file_id: impl Into<String>) -> Self {
        Self {
            chat_id,
            message_thread_id: None,
            kind,
            file_id: file_id.into(),
            caption: None,
            caption_entities: None,
            disable_notification: None,
            reply_parameters: None,
            reply_markup: None,
        }
    }
}

impl Method for SendFile {
    type Output = Sent;
    const NAME: &'static str = "sendDocument";

    fn name(&self) -> &'static str {
        match self.kind {
            AttachmentKind::Photo => "sendPhoto",
            AttachmentKind::Video => "sendVideo",
            AttachmentKind::Voice => "sendVoice",
            AttachmentKind::VideoNote => "sendVideoNote",
            AttachmentKind::Audio => "sendAudio",
            AttachmentKind::Document => "sendDocument",
            AttachmentKind::Sticker => "sendSticker",
            AttachmentKind::Animation => "sendAnimation",
        }
    }

    fn chat(&self) -> Option<i64> {
        Some(self.chat_id)
    }
}

impl Attaches for SendFile {
    fn part(&self) -> &'static str {
        self.kind.field()
    }

    fn replaces(&self) -> Option<&'static str> {
        Some(self.kind.field())
    }
}

/// By hand, since the file's parameter is named after its sort.
impl Serialize for SendFile {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("chat_id", &self.chat_id)?;
        map.serialize_entry(self.kind.field(), &self.file_id)?;
        entry(&mut map, "message_thread_id", &self.message_thread_id)?;
        entry(&mut map, "caption", &self.caption)?;
        entry(&mut map, "caption_entities", &self.caption_entities)?;
        entry(&mut map, "disable_notification", &self.disable_notification)?;
        entry(&mut map, "reply_parameters", &self.reply_parameters)?;
        entry(&mut map, "reply_markup", &self.reply_markup)?;
        map.end()
    }
}

fn entry<M: SerializeMap, T: Serialize>(map: &mut M, name: &'static str, value: &Option<T>) -> Result<(), M::Error> {
    value.as_ref().map_or(Ok(()), |value| map.serialize_entry(name, value))
}

/// Sends an album of 2-10 files. Photos and videos may be mixed; documents and
/// audios keep to their own sort.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SendMediaGroup {
    /// Where to.
    pub chat_id: i64,
    /// The topic.
    pub message_thread_id: Option<i64>,
    /// The files, in order.
    pub media: Vec<AlbumItem>,
    /// Without a sound.
    pub disable_notification: Option<bool>,
    /// What it answers.
    pub reply_parameters: Option<ReplyParameters>,
}
method!(SendMediaGroup, "sendMediaGroup" => Vec<Sent>, chat);

/// One file of an album.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AlbumItem {
    /// Photo, video, document or audio.
    #[serde(rename = "type", serialize_with = "by_field")]
    pub kind: AttachmentKind,
    /// Its id.
    #[serde(rename = "media")]
    pub file_id: String,
    /// 0-1024 UTF-16 units; an album shows it as its own if only one has one.
    pub caption: Option<String>,
    /// Its formatting.
    pub caption_entities: Option<Vec<MessageEntity>>,
}

fn by_field<S: Serializer>(kind: &AttachmentKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.field())
}
