//! What people do with their messengers, with a messenger's own limits: no writing to a bot that
//! one has blocked, into a group that one is not in, or into a closed topic.

use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::{Draft, FileKind, Place, World};
use crate::{
    api::{Upload, media, text},
    error::{Error, Result},
};

/// Where a person writes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct From {
    pub person: i64,
    pub place: Place,
    pub thread: Option<i64>,
    pub reply_to: Option<i64>,
}

impl World {
    /// Sends a message of a person and returns its id.
    pub(crate) fn person_sends(&mut self, from: From, content: Map<String, Value>) -> Result<i64> {
        let From { person, place, thread, reply_to } = from;
        self.may_write(from)?;
        let Some(chat) = self.chats.get(&place) else { return Err(Error::NotFound(format!("chat {place}"))) };
        // A forced reply makes the next message an answer, as the messenger does by itself.
        let forced = chat.keyboards.get(&person).filter(|keyboard| keyboard.forces_reply());
        let reply_to = reply_to.or(forced.map(|keyboard| keyboard.message_id));
        let reply_to = match reply_to {
            Some(id) if chat.messages.contains_key(&id) => Some(id),
            Some(id) if forced.is_none() => return Err(Error::NotFound(format!("message {id} to reply to"))),
            _ => None,
        };
        let thread = thread.or_else(|| chat.messages.get(&reply_to?)?.thread);
        Ok(self.post(place, Draft { from: person, thread, reply_to, content, markup: None }))
    }

    fn may_write(&self, from: From) -> Result<()> {
        let From { person, place, thread, .. } = from;
        let refuse = |why: &str| Err(Error::Refused(format!("{} {why}", self.name(person))));
        if !self.people.contains_key(&person) {
            return Err(Error::NotFound(format!("person {person}")));
        }
        let Some(chat) = self.chats.get(&place) else { return Err(Error::NotFound(format!("chat {place}"))) };
        match place {
            Place::Private { .. } if chat.blocked => return refuse("has blocked this bot and must unblock it first"),
            Place::Group(_) if !chat.status(person).is_in() => return refuse("is not a member of this group"),
            _ => {}
        }
        match thread.map(|thread| chat.topics.get(&thread)) {
            Some(None) => Err(Error::NotFound(format!("topic {}", thread.unwrap_or_default()))),
            Some(Some(topic)) if topic.is_closed && !chat.may(person, super::Right::CanManageTopics) => {
                refuse("may not write in a closed topic")
            }
            _ => Ok(()),
        }
    }

    /// Sends files of a person, two or more as an album.
    pub(crate) fn person_sends_files(
        &mut self,
        from: From,
        kind: FileKind,
        uploads: Vec<Upload>,
        caption: &str,
        about: &Map<String, Value>,
    ) -> Result<Vec<i64>> {
        self.may_write(from)?;
        if uploads.is_empty() || uploads.len() > 10 {
            return Err(Error::Refused("a message carries 1 to 10 files".to_owned()));
        }
        let group = (uploads.len() > 1).then(|| (13_000_000_000_000_000 + self.fresh_id()).to_string());
        let mut contents = Vec::new();
        for (index, upload) in uploads.into_iter().enumerate() {
            let key = media::keep(self, kind, upload, about).map_err(|refusal| Error::Refused(refusal.description))?;
            let mut content = self.files.content_of(key);
            if index == 0 {
                content.extend(text::typed(caption, "caption", "caption_entities"));
            }
            if let Some(group) = &group {
                content.insert("media_group_id".to_owned(), group.clone().into());
            }
            contents.push(content);
        }
        contents.into_iter().map(|content| self.person_sends(from, content)).collect()
    }

    /// The `contact` of the person's own account.
    pub(crate) fn own_contact(&self, person: i64) -> Option<Value> {
        let record = self.people.get(&person)?;
        let mut contact = json!({"phone_number": record.phone, "user_id": person});
        for key in ["first_name", "last_name"] {
            if let Some(value) = record.user.get(key) {
                contact[key] = value.clone();
            }
        }
        Some(contact)
    }

    /// Changes the text of a person's own message.
    pub(crate) fn person_edits(&mut self, place: Place, person: i64, id: i64, text: &str) -> Result<()> {
        let message = self.chats.get(&place).and_then(|chat| chat.messages.get(&id));
        let Some(message) = message.filter(|message| message.from == person) else {
            return Err(Error::NotFound(format!("own message {id}")));
        };
        let key = if message.content.contains_key("text") { "text" } else { "caption" };
        let entities = if key == "text" { "entities" } else { "caption_entities" };
        let new = text::typed(text, key, entities);
        self.change(place, id, |message| {
            message.content.remove(key);
            message.content.remove(entities);
            message.content.extend(new);
            true
        });
        Ok(())
    }
}

/// A sticker is a picture; this one, a single transparent WebP pixel, stands for all of them.
pub(crate) const STICKER: Bytes = Bytes::from_static(&[
    0x52, 0x49, 0x46, 0x46, 0x1a, 0, 0, 0, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x4c, 0x0d, 0, 0, 0, 0x2f, 0, 0,
    0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0,
]);
