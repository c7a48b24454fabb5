//! What a person sends without a file, edits, taps and reacts with.

use axum::{Json, extract::State};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::place;
use crate::{
    api::text,
    error::{Error, Result},
    message::Message,
    server::Server,
    talk::Talk,
};

#[derive(Deserialize)]
pub(super) struct Send {
    person: i64,
    chat: i64,
    thread: Option<i64>,
    text: Option<String>,
    reply_to: Option<i64>,
    contact: Option<Contact>,
    location: Option<Value>,
    sticker: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Contact {
    /// `"own"`.
    Own(Own),
    Other {
        phone_number: String,
        first_name: String,
        user_id: Option<i64>,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Own {
    Own,
}

pub(super) async fn send(State(server): State<Server>, Json(body): Json<Send>) -> Result<Json<Value>> {
    let place = server.read(|world| place(world, body.person, body.chat))?;
    let talk = Talk::new(server, body.person, place, body.thread);
    let message = if let Some(text) = body.text {
        match body.reply_to {
            Some(id) => talk.replies(id, &text),
            None => talk.says(&text),
        }
    } else if let Some(contact) = body.contact {
        match contact {
            Contact::Own(Own::Own) => talk.sends_own_contact(),
            Contact::Other { phone_number, first_name, user_id } => {
                talk.sends_contact(&phone_number, &first_name, user_id)
            }
        }
    } else if let Some(location) = body.location {
        let degrees = |key: &str| {
            location[key].as_f64().ok_or_else(|| Error::Refused(format!("location needs {key} in degrees")))
        };
        talk.sends_location(degrees("latitude")?, degrees("longitude")?)
    } else if let Some(emoji) = body.sticker {
        talk.sends_sticker(&emoji)
    } else {
        Err(Error::Refused("send one of text, contact, location, sticker".to_owned()))
    };
    message.map(shown)
}

fn shown(message: Message) -> Json<Value> {
    Json(message.raw().clone())
}

#[derive(Deserialize)]
pub(super) struct Edit {
    person: i64,
    chat: i64,
    message_id: i64,
    text: String,
}

pub(super) async fn edit(State(server): State<Server>, Json(body): Json<Edit>) -> Result<Json<Value>> {
    if text::typed(&body.text, "text", "entities") == Map::new() {
        return Err(Error::Refused("a message cannot be empty".to_owned()));
    }
    let place = server.read(|world| place(world, body.person, body.chat))?;
    Talk::new(server, body.person, place, None).edits(body.message_id, &body.text).map(shown)
}

#[derive(Deserialize)]
pub(super) struct PressedButton {
    person: i64,
    chat: i64,
    message_id: i64,
    data: String,
}

pub(super) async fn tap(State(server): State<Server>, Json(body): Json<PressedButton>) -> Result<Json<Value>> {
    let place = server.read(|world| place(world, body.person, body.chat))?;
    let tap = Talk::new(server, body.person, place, None).taps_data(body.message_id, &body.data)?;
    Ok(Json(json!({"callback_id": tap.callback_id()})))
}

#[derive(Deserialize)]
pub(super) struct React {
    person: i64,
    chat: i64,
    message_id: i64,
    emoji: Option<String>,
}

pub(super) async fn react(State(server): State<Server>, Json(body): Json<React>) -> Result<Json<Value>> {
    let place = server.read(|world| place(world, body.person, body.chat))?;
    Talk::new(server, body.person, place, None).reacts(body.message_id, body.emoji.as_deref())?;
    Ok(Json(json!({})))
}
