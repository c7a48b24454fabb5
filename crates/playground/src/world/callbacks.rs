//! Taps on inline buttons: each is answered at most once, and only for a while.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Place, Queue, Viewer, World, updates::CALLBACK_LIFE};

/// A tap that a bot may answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Callback {
    /// Who tapped.
    pub person: i64,
    /// Where.
    pub place: Place,
    /// The message with the button.
    pub message_id: i64,
    /// Unix seconds.
    pub date: i64,
    /// What the bot answered.
    pub answer: Option<CallbackAnswer>,
}

/// What a bot answered to a tap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackAnswer {
    /// A toast or the text of an alert; empty when the bot only stopped the spinner.
    pub text: String,
    /// An alert instead of a toast.
    pub show_alert: bool,
    /// A link to open.
    pub url: Option<String>,
}

impl World {
    /// A person taps; returns the id of the callback query.
    pub(crate) fn tap(&mut self, place: Place, person: i64, message_id: i64, data: &str) -> Option<String> {
        let bot = self.chats.get(&place)?.messages.get(&message_id)?.from;
        let message = self.show(place, message_id, Viewer::Bot(bot))?;
        let sequence = self.tick();
        // Real ids are large and random; nobody should see an order in them.
        let id = format!("{}{:06}", rand::random_range(1_000_000_000_i64..9_000_000_000), self.fresh_id());
        let date = self.now();
        self.chats.get_mut(&place)?.acts.insert(person, sequence);
        let callback = Callback { person, place, message_id, date, answer: None };
        let account = self.bots.get_mut(&bot)?;
        // Now and then only: a load test makes thousands.
        if account.callbacks.len() % 1024 == 1023 {
            account.callbacks.retain(|_, callback| date - callback.date <= CALLBACK_LIFE);
        }
        account.callbacks.insert(id.clone(), callback);
        let query = json!({
            "id": id,
            "from": self.user(person),
            "message": message,
            "chat_instance": place.id_for_bots().unsigned_abs().wrapping_mul(2_654_435_761).to_string(),
            "data": data,
        });
        self.push_update(bot, "callback_query", query, Queue::Person(person));
        Some(id)
    }

    /// The bot answers; false when the id is unknown, too old or already answered.
    pub(crate) fn answer_tap(&mut self, bot: i64, id: &str, answer: CallbackAnswer) -> bool {
        let now = self.now();
        let Some(callback) = self.bots.get_mut(&bot).and_then(|bot| bot.callbacks.get_mut(id)) else { return false };
        if callback.answer.is_some() || now - callback.date > CALLBACK_LIFE {
            return false;
        }
        callback.answer = Some(answer.clone());
        let Callback { person, place, message_id, .. } = *callback;
        self.tick();
        self.tell_one(place, person, |_, _| -> Value {
            json!({
                "type": "callback_answer", "callback_id": id, "message_id": message_id,
                "text": answer.text, "show_alert": answer.show_alert, "url": answer.url,
            })
        });
        true
    }
}
