//! Messages come, change and go. Every change tells people's messengers and, when a person made it,
//! the bots that would see it.

use serde_json::{Map, Value, json};

use super::{Place, Queue, Stored, Viewer, World};

/// A message to be posted.
#[derive(Debug, Default)]
pub struct Draft {
    /// The user id of the bot or person who sends it.
    pub from: i64,
    /// The topic.
    pub thread: Option<i64>,
    /// The message that it answers.
    pub reply_to: Option<i64>,
    /// The fields of the Bot API `Message` that hold what is sent.
    pub content: Map<String, Value>,
    /// Inline buttons or a keyboard.
    pub markup: Option<Value>,
}

impl World {
    /// Posts a message and returns its id. The place must exist.
    pub(crate) fn post(&mut self, place: Place, draft: Draft) -> i64 {
        let date = self.now();
        let made = self.tick();
        let is_person = self.people.contains_key(&draft.from);
        let Some(chat) = self.chats.get_mut(&place) else { return 0 };
        chat.last_message_id += 1;
        let id = chat.last_message_id;
        let (inline, keyboard) = match draft.markup {
            Some(markup) if markup.get("inline_keyboard").is_some() => (Some(markup), None),
            other => (None, other),
        };
        let inline = inline.filter(|markup| markup["inline_keyboard"].as_array().is_some_and(|rows| !rows.is_empty()));
        let stored = Stored {
            id,
            from: draft.from,
            date,
            edit_date: None,
            thread: draft.thread,
            // In a topic everything answers something: at least the message that made the topic.
            reply_to: draft.reply_to.or(draft.thread),
            content: draft.content,
            markup: inline,
            has_reply_keyboard: keyboard.is_some(),
            reactions: Default::default(),
            made,
            changed: 0,
        };
        let text = stored.text().to_owned();
        chat.messages.insert(id, stored);
        if is_person {
            chat.acts.insert(draft.from, made);
            chat.read.insert(draft.from, id);
            if let Place::Private { .. } = place {
                chat.started = true;
            }
        }
        self.tell_message(place, id, "message");
        if let Some(keyboard) = keyboard {
            self.apply_keyboard(place, id, &keyboard);
        }
        if is_person {
            self.keyboard_used(place, draft.from, &text);
            self.tell_bots(place, id, "message");
        }
        id
    }

    /// Posts something that happened, without text.
    pub(crate) fn post_service(
        &mut self,
        place: Place,
        from: i64,
        thread: Option<i64>,
        key: &str,
        value: Value,
    ) -> i64 {
        let content = Map::from_iter([(key.to_owned(), value)]);
        self.post(place, Draft { from, thread, content, ..Draft::default() })
    }

    /// Changes a message; `change` returns false when it left everything as it was.
    pub(crate) fn change(&mut self, place: Place, id: i64, change: impl FnOnce(&mut Stored) -> bool) -> bool {
        let now = self.now();
        let sequence = self.sequence + 1;
        let Some(stored) = self.chats.get_mut(&place).and_then(|chat| chat.messages.get_mut(&id)) else {
            return false;
        };
        if !change(stored) {
            return false;
        }
        stored.edit_date = Some(now);
        stored.changed = sequence;
        let from = stored.from;
        self.sequence = sequence;
        self.tell_message(place, id, "edit");
        if self.people.contains_key(&from) {
            if let Some(chat) = self.chats.get_mut(&place) {
                chat.acts.insert(from, sequence);
            }
            self.tell_bots(place, id, "edited_message");
        }
        true
    }

    /// Deletes messages; unknown ids are passed over. Bots are never told of deletions.
    pub(crate) fn delete(&mut self, place: Place, ids: &[i64]) {
        self.tick();
        let Some(chat) = self.chats.get_mut(&place) else { return };
        let mut gone = Vec::new();
        let mut was_pinned = false;
        for id in ids {
            if chat.messages.remove(id).is_some() {
                gone.push(*id);
            }
            was_pinned |= chat.pinned.contains(id);
            chat.pinned.retain(|pinned| pinned != id);
        }
        if !gone.is_empty() {
            self.tell(place, |_, _| json!({"type": "delete", "message_ids": gone}));
        }
        if was_pinned {
            self.row_changed(place);
        }
    }

    /// Tells the bots of a chat of a person's message. Bots never hear of bots.
    fn tell_bots(&mut self, place: Place, id: i64, kind: &str) {
        let Some(chat) = self.chats.get(&place) else { return };
        for bot in chat.bots(self) {
            if self.sees(bot, place, id)
                && let Some(message) = self.show(place, id, Viewer::Bot(bot))
            {
                self.push_update(bot, kind, message, Queue::Chat(place.id_for_bots()));
            }
        }
    }

    /// Privacy mode: in a group a bot that is no administrator and has not switched it off sees commands,
    /// answers to its own messages, mentions of it and what happened.
    fn sees(&self, bot: i64, place: Place, id: i64) -> bool {
        let (Some(account), Some(chat)) = (self.bots.get(&bot), self.chats.get(&place)) else { return false };
        let Some(message) = chat.messages.get(&id) else { return false };
        if matches!(place, Place::Private { .. }) || account.reads_all || chat.status(bot).is_admin() {
            return true;
        }
        let answers = message.reply_to.and_then(|id| chat.messages.get(&id)).is_some_and(|other| other.from == bot);
        let text = message.text();
        let mention = format!("@{}", account.username.to_lowercase());
        answers || message.is_service() || text.starts_with('/') || text.to_lowercase().contains(&mention)
    }
}
