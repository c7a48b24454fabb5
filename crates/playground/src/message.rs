//! A message as a person sees it.

use serde_json::Value;

use crate::world::{Place, Viewer, World};

/// A message as a person sees it: a Bot API `Message` whose chat, in a private chat, is the bot.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    raw: Value,
}

impl Message {
    pub(crate) fn of(world: &World, place: Place, id: i64) -> Option<Self> {
        world.show(place, id, Viewer::Person).map(|raw| Self { raw })
    }

    /// The Bot API JSON.
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    /// `message_id`.
    pub fn id(&self) -> i64 {
        self.raw["message_id"].as_i64().unwrap_or_default()
    }

    /// Text, or caption, or nothing.
    pub fn text(&self) -> &str {
        self.raw["text"].as_str().or_else(|| self.raw["caption"].as_str()).unwrap_or_default()
    }

    /// The rows of inline buttons, by their labels.
    pub fn buttons(&self) -> Vec<Vec<String>> {
        let rows = self.raw["reply_markup"]["inline_keyboard"].as_array();
        rows.into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .map(|row| row.iter().filter_map(label).collect())
            .collect()
    }

    /// The topic.
    pub fn thread_id(&self) -> Option<i64> {
        self.raw["message_thread_id"].as_i64()
    }

    /// Whether content or buttons were changed.
    pub fn edited(&self) -> bool {
        self.raw.get("edit_date").is_some()
    }

    /// Whether a bot sent it.
    pub fn from_bot(&self) -> bool {
        self.raw["from"]["is_bot"] == true
    }

    /// The user id of the sender.
    pub fn from(&self) -> i64 {
        self.raw["from"]["id"].as_i64().unwrap_or_default()
    }

    /// The message that it answers.
    pub fn reply_to(&self) -> Option<i64> {
        self.raw["reply_to_message"]["message_id"].as_i64()
    }

    /// The playground's id of the file that it carries; of a photo the largest.
    pub fn file_id(&self) -> Option<&str> {
        let photo = self.raw["photo"].as_array().and_then(|sizes| sizes.last());
        let other = || {
            ["voice", "video", "video_note", "document", "audio", "sticker", "animation"]
                .into_iter()
                .find_map(|kind| self.raw.get(kind))
        };
        photo.or_else(other)?["file_id"].as_str()
    }
}

fn label(button: &Value) -> Option<String> {
    button["text"].as_str().map(str::to_owned)
}
