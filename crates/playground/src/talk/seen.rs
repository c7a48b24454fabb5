//! What a person sees in a chat, and waiting until they see something. "New" is what came after the
//! person's own last act in the chat, so that a wait never finds an old message.

use serde_json::Value;

use super::{Talk, transcript};
use crate::{
    error::Result,
    message::Message,
    world::{Keyboard, Stored, World},
};

impl Talk {
    /// The messages that stand in the chat now, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.server
            .read(|world| self.stored(world).filter_map(|stored| Message::of(world, self.place, stored.id)).collect())
    }

    /// The newest message of a bot.
    pub fn last(&self) -> Option<Message> {
        self.server.read(|world| {
            let newest = self.stored(world).rev().find(|message| message.from != self.person)?;
            Message::of(world, self.place, newest.id)
        })
    }

    /// What stands under the input field.
    pub fn keyboard(&self) -> Option<Keyboard> {
        self.server.read(|world| world.chat(self.place)?.keyboards.get(&self.person).cloned())
    }

    /// The chat as text: speakers, texts, `[buttons]`, `✎` for what was edited.
    pub fn transcript(&self) -> String {
        self.server.read(|world| transcript(world, self.place, self.thread, self.person, usize::MAX))
    }

    /// Waits for a new message of somebody else that contains `text`.
    pub async fn waits_for(&self, text: &str) -> Result<Message> {
        self.waits(&format!("a new message with {text:?}"), |message, after| {
            message.made > after && message.text().contains(text)
        })
        .await
    }

    /// Waits until a message of somebody else is edited so that it contains `text`.
    pub async fn waits_for_edit(&self, text: &str) -> Result<Message> {
        self.waits(&format!("an edit with {text:?}"), |message, after| {
            message.changed > after && message.text().contains(text)
        })
        .await
    }

    /// Waits for a new or an edited message of somebody else that contains `text`.
    pub async fn sees(&self, text: &str) -> Result<Message> {
        self.waits(&format!("a new message or an edit with {text:?}"), |message, after| {
            message.made.max(message.changed) > after && message.text().contains(text)
        })
        .await
    }

    /// Waits for a new or an edited message of somebody else with a button of this label.
    pub async fn waits_for_button(&self, label: &str) -> Result<Message> {
        self.waits(&format!("a button {label:?}"), |message, after| {
            let mut buttons = message.buttons().iter().filter_map(Value::as_array).flatten();
            message.made.max(message.changed) > after && buttons.any(|button| button["text"] == label)
        })
        .await
    }

    async fn waits(&self, what: &str, is_it: impl Fn(&Stored, u64) -> bool) -> Result<Message> {
        let look = |world: &World| {
            let after = world.chat(self.place)?.acts.get(&self.person).copied().unwrap_or(0);
            let found =
                self.stored(world).rev().find(|message| message.from != self.person && is_it(message, after))?;
            Message::of(world, self.place, found.id)
        };
        let shown = |world: &World| transcript(world, self.place, self.thread, self.person, 12);
        self.server.wait(what, look, shown).await
    }

    pub(super) fn stored<'w>(&'w self, world: &'w World) -> impl DoubleEndedIterator<Item = &'w Stored> {
        let messages = world.chat(self.place).into_iter().flat_map(|chat| chat.messages());
        messages.filter(|message| self.thread.is_none() || message.thread == self.thread)
    }
}
