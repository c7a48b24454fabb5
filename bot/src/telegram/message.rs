//! A message, with what a desk can use of it. Any other content leaves
//! [`Content::Unknown`], so that the person still gets an answer.
//!
//! Source: the type `Message` of the Bot API 10.3.

use serde::de::{IgnoredAny, MapAccess};

use super::attachment::{Attachment, AttachmentKind, Contact, FileObject, Location, Venue};
use super::chat::{Chat, User};
use super::lenient::{Lenient, value};
use super::service::{self, Service};

/// A message.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Message {
    /// Unique within the chat.
    pub message_id: i64,
    /// Unix seconds; 0 when the bot can no longer see the message.
    pub date: i64,
    /// Unix seconds of the last edit.
    pub edit_date: Option<i64>,
    /// Where it is.
    pub chat: Chat,
    /// Who wrote it; absent in channels.
    pub from: Option<User>,
    /// The chat that it was written on behalf of (an anonymous administrator).
    pub sender_chat: Option<Chat>,
    /// The topic, or in a supergroup without topics the thread of replies.
    pub message_thread_id: Option<i64>,
    /// Whether the thread is a topic.
    pub is_topic_message: bool,
    /// Words without a file.
    pub text: Option<String>,
    /// Words under a file.
    pub caption: Option<String>,
    /// Whether `text` was found inside content that is newer than this code.
    pub is_salvaged: bool,
    /// What it answers.
    pub reply_to_message: Option<Box<Reply>>,
    /// The album that it belongs to.
    pub media_group_id: Option<String>,
    /// A shared contact.
    pub contact: Option<Contact>,
    /// A shared place, also that of a venue.
    pub location: Option<Location>,
    /// What Telegram itself reports.
    pub service: Option<Service>,
    attachment: Option<Attachment>,
}

/// The message that another one answers, as much as is needed to know it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reply {
    /// Unique within the chat.
    pub message_id: i64,
    /// Who wrote it.
    pub from: Option<User>,
    /// Its topic.
    pub message_thread_id: Option<i64>,
    /// Whether it is the service message that opened a topic.
    pub forum_topic_created: bool,
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Content<'a> {
    /// A file, with or without a caption.
    Attachment(&'a Attachment),
    /// Words alone.
    Text(&'a str),
    /// A contact.
    Contact(&'a Contact),
    /// A place.
    Location(Location),
    /// Something that Telegram reports.
    Service(&'a Service),
    /// Nothing known: a poll, a game, or something newer than this code.
    Unknown,
}

impl Message {
    /// The person's words: the text or the caption, never empty.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        [&self.text, &self.caption].into_iter().flatten().map(String::as_str).find(|words| !words.is_empty())
    }

    /// The file that it carries.
    #[must_use]
    pub fn attachment(&self) -> Option<&Attachment> {
        self.attachment.as_ref()
    }

    /// What it is about.
    #[must_use]
    pub fn content(&self) -> Content<'_> {
        if let Some(attachment) = &self.attachment {
            Content::Attachment(attachment)
        } else if let Some(words) = self.words() {
            Content::Text(words)
        } else if let Some(contact) = &self.contact {
            Content::Contact(contact)
        } else if let Some(location) = self.location {
            Content::Location(location)
        } else if let Some(service) = &self.service {
            Content::Service(service)
        } else {
            Content::Unknown
        }
    }

    /// Whether it is Telegram's own report rather than somebody's message.
    #[must_use]
    pub fn is_service(&self) -> bool {
        matches!(self.content(), Content::Service(_))
    }

    /// Whether the bot can still see and edit it.
    #[must_use]
    pub fn is_accessible(&self) -> bool {
        self.date != 0
    }

    /// The supergroup that this group became.
    #[must_use]
    pub fn migrate_to_chat_id(&self) -> Option<i64> {
        match self.service {
            Some(Service::MigratedTo(chat)) => Some(chat),
            _ => None,
        }
    }

    /// What the writer answered on purpose. In a topic every message replies to
    /// the one that opened it, which says nothing.
    #[must_use]
    pub fn answers(&self) -> Option<&Reply> {
        self.reply_to_message.as_deref().filter(|reply| !reply.forum_topic_created)
    }

    /// A lone file is one, but an animation also comes as a document and a
    /// future sort may come with a photo for old clients: the first stays,
    /// unless it is the weaker document.
    fn attach(&mut self, kind: AttachmentKind, file: Option<FileObject>) {
        let Some(file) = file else { return };
        if self.attachment.as_ref().is_none_or(|it| it.kind == AttachmentKind::Document) {
            self.attachment = Some(file.attach(kind));
        }
    }

    /// Everything that can be read, even if it is not enough to be a message.
    pub(super) fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Self, A::Error> {
        let mut it = Self::default();
        while let Some(field) = map.next_key_seed(super::update::FieldName)? {
            match field.as_ref() {
                "message_id" => it.message_id = value(map)?.unwrap_or_default(),
                "date" => it.date = value(map)?.unwrap_or_default(),
                "edit_date" => it.edit_date = value(map)?,
                "chat" => it.chat = value(map)?.unwrap_or_default(),
                "from" => it.from = value(map)?,
                "sender_chat" => it.sender_chat = value(map)?,
                "message_thread_id" => it.message_thread_id = value(map)?,
                "is_topic_message" => it.is_topic_message = value(map)?.unwrap_or_default(),
                "text" => it.text = value(map)?,
                "caption" => it.caption = value(map)?,
                "reply_to_message" => it.reply_to_message = value(map)?,
                "media_group_id" => it.media_group_id = value(map)?,
                "contact" => it.contact = value(map)?,
                "location" => it.location = value(map)?.or(it.location),
                "venue" => {
                    let venue: Option<Venue> = value(map)?;
                    it.location = it.location.or(venue.and_then(|it| it.location));
                }
                "photo" => {
                    let sizes = value::<_, Vec<FileObject>>(map)?.unwrap_or_default();
                    it.attach(AttachmentKind::Photo, FileObject::largest(sizes));
                }
                "video" => it.attach(AttachmentKind::Video, value(map)?),
                "voice" => it.attach(AttachmentKind::Voice, value(map)?),
                "video_note" => it.attach(AttachmentKind::VideoNote, value(map)?),
                "audio" => it.attach(AttachmentKind::Audio, value(map)?),
                "document" => it.attach(AttachmentKind::Document, value(map)?),
                "sticker" => it.attach(AttachmentKind::Sticker, value(map)?),
                "animation" => it.attach(AttachmentKind::Animation, value(map)?),
                other => match service::read(other, map)? {
                    service::Read::Taken(service) => it.service = service.or(it.service),
                    service::Read::NotOne => {
                        map.next_value::<IgnoredAny>()?;
                    }
                },
            }
        }
        Ok(it)
    }
}

impl<'de> Lenient<'de> for Message {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        let it = Self::read(&mut map)?;
        Ok((it.chat.id != 0).then_some(it))
    }
}

impl<'de> Lenient<'de> for Reply {
    fn from_map<A: MapAccess<'de>>(mut map: A) -> Result<Option<Self>, A::Error> {
        let it = Message::read(&mut map)?;
        Ok((it.message_id != 0).then_some(Self {
            message_id: it.message_id,
            from: it.from,
            message_thread_id: it.message_thread_id,
            forum_topic_created: matches!(it.service, Some(Service::TopicCreated { .. })),
        }))
    }
}
