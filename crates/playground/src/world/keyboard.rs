//! What stands under a person's input field: a reply keyboard or a forced reply.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Place, World};

/// A reply keyboard or a forced reply, as the person sees it now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Keyboard {
    /// `ReplyKeyboardMarkup` or `ForceReply`.
    pub markup: Value,
    /// The message that brought it.
    pub message_id: i64,
}

impl Keyboard {
    /// The rows of button labels; empty for a forced reply.
    pub fn labels(&self) -> Vec<Vec<String>> {
        self.rows().map(|row| row.iter().filter_map(label).map(str::to_owned).collect()).collect()
    }

    /// Whether the person's next message becomes an answer to the bot's.
    pub fn forces_reply(&self) -> bool {
        self.markup["force_reply"] == true
    }

    pub(crate) fn button(&self, label_: &str) -> Option<&Value> {
        let exact = self.rows().flatten().find(|button| label(button) == Some(label_));
        exact.or_else(|| {
            let mut matching =
                self.rows().flatten().filter(|button| label(button).is_some_and(|label| label.contains(label_)));
            matching.next().filter(|_| matching.next().is_none())
        })
    }

    fn rows(&self) -> impl Iterator<Item = &Vec<Value>> {
        self.markup["keyboard"].as_array().into_iter().flatten().filter_map(Value::as_array)
    }
}

fn label(button: &Value) -> Option<&str> {
    button.as_str().or_else(|| button["text"].as_str())
}

impl World {
    /// Applies a keyboard that is not inline. In a group it is for everybody, or, when selective, for whom the
    /// message answers or mentions.
    pub(super) fn apply_keyboard(&mut self, place: Place, message_id: i64, markup: &Value) {
        let Some(chat) = self.chats.get(&place) else { return };
        let mut people = chat.people(self);
        if markup["selective"] == true
            && matches!(place, Place::Group(_))
            && let Some(message) = chat.messages.get(&message_id)
        {
            let answered = message.reply_to.and_then(|id| chat.messages.get(&id)).map(|message| message.from);
            let text = message.text().to_lowercase();
            people.retain(|person| Some(*person) == answered || self.is_mentioned(*person, &text));
        }
        let keyboard = (markup["remove_keyboard"] != true).then(|| Keyboard { markup: markup.clone(), message_id });
        for person in people {
            self.set_keyboard(place, person, keyboard.clone());
        }
    }

    fn is_mentioned(&self, person: i64, text: &str) -> bool {
        let username = self.people.get(&person).and_then(|person| person.user.get("username")?.as_str());
        username.is_some_and(|username| text.contains(&format!("@{}", username.to_lowercase())))
    }

    /// A forced reply is done with the first message, a one-time keyboard with the first of its buttons.
    pub(super) fn keyboard_used(&mut self, place: Place, person: i64, text: &str) {
        let Some(keyboard) = self.chats.get(&place).and_then(|chat| chat.keyboards.get(&person)) else { return };
        let is_label = keyboard.rows().flatten().any(|button| label(button) == Some(text));
        if keyboard.forces_reply() || (keyboard.markup["one_time_keyboard"] == true && is_label) {
            self.set_keyboard(place, person, None);
        }
    }

    pub(crate) fn set_keyboard(&mut self, place: Place, person: i64, keyboard: Option<Keyboard>) {
        let Some(chat) = self.chats.get_mut(&place) else { return };
        let before = match keyboard.clone() {
            Some(keyboard) => chat.keyboards.insert(person, keyboard),
            None => chat.keyboards.remove(&person),
        };
        if before != keyboard {
            let markup = keyboard.map(|keyboard| keyboard.markup);
            self.tell_one(place, person, |_, _| serde_json::json!({"type": "keyboard", "keyboard": markup}));
        }
    }
}
