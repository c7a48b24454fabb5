//! A stored message as the Bot API would show it to somebody. File ids are each bot's own, so they
//! are made here: what a bot got from one token is useless under another, as in Telegram.

use serde_json::{Map, Value, json};

use super::{Files, Place, Stored, World};

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// A bot: the chat of a private chat is the person, file ids are this bot's.
    Bot(i64),
    /// A person: the chat of a private chat is the bot, file ids are the playground's.
    Person,
}

impl World {
    /// A message as `viewer` sees it, with the message that it answers.
    pub(crate) fn show(&self, place: Place, id: i64, viewer: Viewer) -> Option<Value> {
        let stored = self.chats.get(&place)?.messages.get(&id)?;
        let mut out = self.show_alone(place, stored, viewer);
        if let Some(replied) = stored.reply_to.and_then(|id| self.chats.get(&place)?.messages.get(&id)) {
            out["reply_to_message"] = self.show_alone(place, replied, viewer);
        }
        Some(out)
    }

    /// A message without the one that it answers: the Bot API nests no deeper.
    pub(crate) fn show_alone(&self, place: Place, stored: &Stored, viewer: Viewer) -> Value {
        let mut out = Map::new();
        out.insert("message_id".into(), stored.id.into());
        out.insert("from".into(), self.user(stored.from));
        out.insert("chat".into(), self.chat_json(place, viewer == Viewer::Person));
        out.insert("date".into(), stored.date.into());
        if let Some(date) = stored.edit_date {
            out.insert("edit_date".into(), date.into());
        }
        if let Some(thread) = stored.thread {
            out.insert("message_thread_id".into(), thread.into());
            out.insert("is_topic_message".into(), true.into());
        }
        for (key, value) in &stored.content {
            match (key.as_str(), value.as_i64()) {
                ("pinned_id", Some(id)) => {
                    let pinned = match self.chats.get(&place).and_then(|chat| chat.messages.get(&id)) {
                        Some(pinned) => self.show_alone(place, pinned, viewer),
                        None => json!({"chat": out["chat"], "message_id": id, "date": 0}),
                    };
                    out.insert("pinned_message".into(), pinned);
                }
                _ => {
                    let mut value = value.clone();
                    if let Viewer::Bot(bot) = viewer {
                        own_file_ids(&mut value, bot);
                    }
                    out.insert(key.clone(), value);
                }
            }
        }
        if let Some(markup) = &stored.markup {
            out.insert("reply_markup".into(), markup.clone());
        }
        Value::Object(out)
    }
}

/// Turns the playground's file ids into those of `bot`, at every depth.
fn own_file_ids(value: &mut Value, bot: i64) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(id) if key == "file_id" => *id = Files::id_for(bot, id),
                    Value::Object(_) | Value::Array(_) => own_file_ids(value, bot),
                    _ => {}
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| own_file_ids(item, bot)),
        _ => {}
    }
}
