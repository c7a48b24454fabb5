//! What a person does in a chat. Everything returns at once; the bot hears of it afterwards.

use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::Talk;
use crate::{
    api::{Upload, text},
    error::{Error, Result},
    message::Message,
    world::{FileKind, Place, STICKER},
};

impl Talk {
    /// Sends a text.
    pub fn says(&self, text: &str) -> Result<Message> {
        self.sends(None, text::typed(text, "text", "entities"))
    }

    /// Answers a message with a text.
    pub fn replies(&self, message_id: i64, text: &str) -> Result<Message> {
        self.sends(Some(message_id), text::typed(text, "text", "entities"))
    }

    /// Opens the bot, with the payload of a deep link or `""`.
    pub fn starts(&self, payload: &str) -> Result<Message> {
        self.says(format!("/start {payload}").trim_end())
    }

    /// Changes the text or caption of an own message.
    pub fn edits(&self, message_id: i64, text: &str) -> Result<Message> {
        self.act(|world| world.person_edits(self.place, self.person, message_id, text).map(|()| message_id))
    }

    /// Sends a picture (PNG, JPEG, GIF or WebP).
    pub fn sends_photo(&self, bytes: impl Into<Bytes>, caption: &str) -> Result<Message> {
        self.sends_file(FileKind::Photo, "photo.jpg", bytes, caption)
    }

    /// Sends 2–10 pictures as one album; the caption is the first one's.
    pub fn sends_album(&self, photos: Vec<Bytes>, caption: &str) -> Result<Vec<Message>> {
        let uploads = photos.into_iter().map(|bytes| upload("photo.jpg", bytes)).collect();
        self.server.change(|world| {
            let ids = world.person_sends_files(self.writer(None), FileKind::Photo, uploads, caption, &Map::new())?;
            ids.into_iter().map(|id| self.message(world, id)).collect()
        })
    }

    /// Sends a voice message (OGG with Opus) of so many seconds.
    pub fn sends_voice(&self, bytes: impl Into<Bytes>, seconds: i64) -> Result<Message> {
        let about = Map::from_iter([("duration".to_owned(), seconds.into())]);
        self.sends_about(FileKind::Voice, "voice.ogg", bytes.into(), "", &about)
    }

    /// Sends a file under a name.
    pub fn sends_document(&self, name: &str, bytes: impl Into<Bytes>, caption: &str) -> Result<Message> {
        self.sends_file(FileKind::Document, name, bytes, caption)
    }

    /// Sends a film.
    pub fn sends_video(&self, bytes: impl Into<Bytes>, caption: &str) -> Result<Message> {
        self.sends_file(FileKind::Video, "video.mp4", bytes, caption)
    }

    /// Sends a file as any kind.
    pub fn sends_file(&self, kind: FileKind, name: &str, bytes: impl Into<Bytes>, caption: &str) -> Result<Message> {
        self.sends_about(kind, name, bytes.into(), caption, &Map::new())
    }

    fn sends_about(
        &self,
        kind: FileKind,
        name: &str,
        bytes: Bytes,
        caption: &str,
        about: &Map<String, Value>,
    ) -> Result<Message> {
        let uploads = vec![upload(name, bytes)];
        self.act(|world| {
            let ids = world.person_sends_files(self.writer(None), kind, uploads, caption, about)?;
            ids.first().copied().ok_or_else(|| Error::Refused("nothing was sent".to_owned()))
        })
    }

    /// Shares the own phone number.
    pub fn sends_own_contact(&self) -> Result<Message> {
        self.act(|world| {
            let contact =
                world.own_contact(self.person).ok_or_else(|| Error::NotFound(format!("person {}", self.person)))?;
            world.person_sends(self.writer(None), Map::from_iter([("contact".to_owned(), contact)]))
        })
    }

    /// Sends somebody else's card; without `user_id` it is of no Telegram account.
    pub fn sends_contact(&self, phone_number: &str, first_name: &str, user_id: Option<i64>) -> Result<Message> {
        let mut contact = json!({"phone_number": phone_number, "first_name": first_name});
        if let Some(id) = user_id {
            contact["user_id"] = id.into();
        }
        self.sends(None, Map::from_iter([("contact".to_owned(), contact)]))
    }

    /// Sends a place, in degrees.
    pub fn sends_location(&self, latitude: f64, longitude: f64) -> Result<Message> {
        let location = json!({"latitude": latitude, "longitude": longitude});
        self.sends(None, Map::from_iter([("location".to_owned(), location)]))
    }

    /// Sends a sticker that stands for an emoji.
    pub fn sends_sticker(&self, emoji: &str) -> Result<Message> {
        let about = Map::from_iter([("emoji".to_owned(), emoji.into())]);
        self.sends_about(FileKind::Sticker, "sticker.webp", STICKER, "", &about)
    }

    /// Sends any content: fields of a Bot API `Message`, for what has no method here.
    pub fn sends_raw(&self, content: Map<String, Value>) -> Result<Message> {
        self.sends(None, content)
    }

    fn sends(&self, reply_to: Option<i64>, content: Map<String, Value>) -> Result<Message> {
        if content.is_empty() {
            return Err(Error::Refused("a message cannot be empty".to_owned()));
        }
        self.act(|world| world.person_sends(self.writer(reply_to), content))
    }

    /// Answers a message with any content: fields of a Bot API `Message`.
    pub fn replies_raw(&self, message_id: i64, content: Map<String, Value>) -> Result<Message> {
        self.sends(Some(message_id), content)
    }

    /// Answers a message with a file of any kind.
    pub fn replies_file(
        &self,
        message_id: i64,
        kind: FileKind,
        name: &str,
        bytes: impl Into<Bytes>,
        caption: &str,
    ) -> Result<Message> {
        let uploads = vec![upload(name, bytes.into())];
        self.act(|world| {
            let ids = world.person_sends_files(self.writer(Some(message_id)), kind, uploads, caption, &Map::new())?;
            ids.first().copied().ok_or_else(|| Error::Refused("nothing was sent".to_owned()))
        })
    }

    /// Puts a reaction on a message, or takes it back with `None`.
    pub fn reacts(&self, message_id: i64, emoji: Option<&str>) -> Result<()> {
        let reactions = emoji.map(|emoji| json!({"type": "emoji", "emoji": emoji})).into_iter().collect();
        self.server
            .change(|world| world.react(self.place, self.person, message_id, reactions))
            .then_some(())
            .ok_or_else(|| Error::NotFound(format!("message {message_id}")))
    }

    /// Blocks the bot of a private chat.
    pub fn blocks(&self) -> Result<()> {
        self.block(true)
    }

    /// Unblocks the bot of a private chat.
    pub fn unblocks(&self) -> Result<()> {
        self.block(false)
    }

    fn block(&self, blocked: bool) -> Result<()> {
        let Place::Private { bot, person } = self.place else {
            return Err(Error::Refused("only the bot of a private chat can be blocked".to_owned()));
        };
        self.server.change(|world| world.block(bot, person, blocked));
        Ok(())
    }
}

fn upload(name: &str, bytes: Bytes) -> Upload {
    Upload { name: name.to_owned(), mime: None, bytes }
}
