//! Tapping buttons, under messages and under the input field.

use serde_json::{Map, Value};

use super::{Talk, transcript};
use crate::{
    api::text,
    error::{Error, Result},
    message::Message,
    server::Server,
    world::{CallbackAnswer, Stored, World},
};

/// A button that a person has tapped.
#[derive(Clone, Debug)]
pub struct Tap {
    server: Server,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Callback { bot: i64, id: String, label: String },
    Sent(Message),
    Opened(String),
    Copied(String),
}

impl Tap {
    /// Waits until the bot answers the callback query.
    pub async fn answered(&self) -> Result<CallbackAnswer> {
        let What::Callback { bot, id, label } = &self.what else {
            return Err(Error::Refused("only a callback button is answered".to_owned()));
        };
        let look = |world: &World| world.bot(*bot)?.callbacks.get(id)?.answer.clone();
        self.server.wait(&format!("an answer to the tap on {label:?}"), look, super::recent).await
    }

    /// The id of the callback query.
    pub fn callback_id(&self) -> Option<&str> {
        if let What::Callback { id, .. } = &self.what { Some(id) } else { None }
    }

    /// The message that a button under the input field sent.
    pub fn message(&self) -> Option<&Message> {
        if let What::Sent(message) = &self.what { Some(message) } else { None }
    }

    /// The address that a link or mini-app button opened.
    pub fn url(&self) -> Option<&str> {
        if let What::Opened(url) = &self.what { Some(url) } else { None }
    }

    /// The text that a button copied.
    pub fn copied(&self) -> Option<&str> {
        if let What::Copied(text) = &self.what { Some(text) } else { None }
    }
}

impl Talk {
    /// Taps the button of this label: under the newest message that has it, else under the input field; else the only
    /// button of the newest message that contains `label`.
    pub fn taps(&self, label: &str) -> Result<Tap> {
        self.server.change(|world| {
            let exact = |button: &Value| button["text"] == label;
            let part = |button: &Value| button["text"].as_str().is_some_and(|text| text.contains(label));
            if let Some((id, button)) = self.newest(world, exact) {
                return self.press(world, id, &button);
            }
            let keyboard = world.chat(self.place).and_then(|chat| chat.keyboards.get(&self.person));
            if let Some(button) = keyboard.and_then(|keyboard| keyboard.button(label)).cloned() {
                return self.press_reply(world, &button);
            }
            if let Some((id, button)) = self.newest(world, part) {
                return self.press(world, id, &button);
            }
            Err(self.no_button(world, label))
        })
    }

    /// Taps the button of this label under one message.
    pub fn taps_on(&self, message_id: i64, label: &str) -> Result<Tap> {
        self.server.change(|world| {
            let message = self.stored(world).find(|message| message.id == message_id);
            let Some(message) = message else { return Err(Error::NotFound(format!("message {message_id}"))) };
            let exact = only(message, |button| button["text"] == label);
            let button = exact
                .or_else(|| only(message, |button| button["text"].as_str().is_some_and(|text| text.contains(label))));
            match button {
                Some(button) => self.press(world, message_id, &button),
                None => Err(self.no_button(world, label)),
            }
        })
    }

    /// Taps with any callback data, as an old or a forged client could.
    pub fn taps_data(&self, message_id: i64, data: &str) -> Result<Tap> {
        self.server.change(|world| self.callback(world, message_id, data, data))
    }

    fn newest(&self, world: &World, is_it: impl Fn(&Value) -> bool) -> Option<(i64, Value)> {
        self.stored(world).rev().find_map(|message| Some((message.id, only(message, &is_it)?)))
    }

    fn press(&self, world: &mut World, message_id: i64, button: &Value) -> Result<Tap> {
        let label = button["text"].as_str().unwrap_or_default();
        if let Some(data) = button["callback_data"].as_str() {
            return self.callback(world, message_id, data, label);
        }
        let links = [&button["url"], &button["web_app"]["url"], &button["login_url"]["url"]];
        if let Some(url) = links.into_iter().find_map(Value::as_str) {
            return Ok(self.tap(What::Opened(url.to_owned())));
        }
        if let Some(text) = button["copy_text"]["text"].as_str() {
            return Ok(self.tap(What::Copied(text.to_owned())));
        }
        Err(Error::Refused(format!("the button {label:?} does nothing here: {button}")))
    }

    fn callback(&self, world: &mut World, message_id: i64, data: &str, label: &str) -> Result<Tap> {
        let missing = || Error::NotFound(format!("message {message_id}"));
        let bot = self.stored(world).find(|message| message.id == message_id).ok_or_else(missing)?.from;
        let id = world.tap(self.place, self.person, message_id, data).ok_or_else(missing)?;
        Ok(self.tap(What::Callback { bot, id, label: label.to_owned() }))
    }

    fn press_reply(&self, world: &mut World, button: &Value) -> Result<Tap> {
        let label = button["text"].as_str().or_else(|| button.as_str()).unwrap_or_default();
        let content = if button["request_contact"] == true {
            let contact = world.own_contact(self.person).unwrap_or_default();
            Map::from_iter([("contact".to_owned(), contact)])
        } else if button["request_location"] == true {
            // The middle of Tashkent: a request for a location says nothing about which.
            Map::from_iter([(
                "location".to_owned(),
                serde_json::json!({"latitude": 41.311_081, "longitude": 69.240_562}),
            )])
        } else if let Some(url) = button["web_app"]["url"].as_str() {
            return Ok(self.tap(What::Opened(url.to_owned())));
        } else {
            text::typed(label, "text", "entities")
        };
        let id = world.person_sends(self.writer(None), content)?;
        let message = self.message(world, id)?;
        Ok(self.tap(What::Sent(message)))
    }

    fn tap(&self, what: What) -> Tap {
        Tap { server: self.server.clone(), what }
    }

    fn no_button(&self, world: &World, label: &str) -> Error {
        let shown = transcript(world, self.place, self.thread, self.person, 12);
        Error::NotFound(format!("a button {label:?} in\n{shown}"))
    }
}

/// The only button of a message that is meant; `None` when there are none or several.
fn only(message: &Stored, is_it: impl Fn(&Value) -> bool) -> Option<Value> {
    let mut found = message.buttons().iter().filter_map(Value::as_array).flatten().filter(|button| is_it(button));
    let first = found.next()?;
    found.next().is_none().then(|| first.clone())
}
