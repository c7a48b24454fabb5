//! What all sending has in common (topic, reply, keyboard), and the messages without a file.

use serde_json::{Map, Value, json};

use super::{Answer, Refusal, Request, chats, markup, text};
use crate::{
    schema::utf16,
    world::{Draft, Place, Viewer, World},
};

/// Where a message goes, decided before anything is made of it.
pub(super) struct Target {
    pub place: Place,
    pub thread: Option<i64>,
    pub reply_to: Option<i64>,
    /// The Bot API `TextQuote` of a reply to a part of a message.
    pub quote: Option<Value>,
}

/// Checks chat, topic and reply of a sending call.
pub(super) fn target(world: &World, request: &Request<'_>) -> Result<Target, Refusal> {
    let place = chats::reachable(world, request)?;
    let Some(chat) = world.chats.get(&place) else { return Err(Refusal::bad("chat not found")) };
    let reply = request.get("reply_parameters");
    let reply_to = match reply.and_then(|reply| reply["message_id"].as_i64()) {
        None => None,
        Some(id) => {
            let elsewhere =
                reply.and_then(|reply| reply["chat_id"].as_i64()).is_some_and(|id| id != place.id_for_bots());
            let forgiving = reply.is_some_and(|reply| reply["allow_sending_without_reply"] == true);
            match chat.messages.get(&id) {
                _ if elsewhere => return Err(Refusal::not_implemented("replies to another chat")),
                Some(message) => Some(message),
                None if forgiving => None,
                None => return Err(Refusal::bad("message to be replied not found")),
            }
        }
    };
    let thread = match request.int("message_thread_id") {
        None => reply_to.and_then(|message| message.thread),
        // Also for the General topic: its id 1 is not accepted as a thread by the real server either.
        Some(thread) if !chat.is_forum || !chat.topics.contains_key(&thread) => {
            return Err(Refusal::bad("message thread not found"));
        }
        Some(thread) => Some(thread),
    };
    if let Some(topic) = thread.and_then(|thread| chat.topics.get(&thread))
        && topic.is_closed
        && !chat.may(request.bot, crate::world::Right::CanManageTopics)
    {
        return Err(Refusal::bad("TOPIC_CLOSED"));
    }
    let quote = match (reply_to, reply.and_then(|reply| reply["quote"].as_str()).filter(|quote| !quote.is_empty())) {
        (Some(message), Some(quote)) => {
            let at = message.text().find(quote).ok_or_else(|| Refusal::bad("QUOTE_TEXT_INVALID"))?;
            Some(json!({"text": quote, "position": utf16(&message.text()[..at]), "is_manual": true}))
        }
        _ => None,
    };
    Ok(Target { place, thread, reply_to: reply_to.map(|message| message.id), quote })
}

/// Posts `content` where the call says and answers the message.
pub(super) fn post(world: &mut World, request: &Request<'_>, mut content: Map<String, Value>) -> Answer {
    let target = target(world, request)?;
    let markup = markup::checked(request, target.place)?;
    for key in ["link_preview_options", "show_caption_above_media"] {
        if let Some(value) = request.get(key) {
            content.insert(key.to_owned(), value.clone());
        }
    }
    if request.flag("protect_content") {
        content.insert("has_protected_content".to_owned(), true.into());
    }
    if let Some(effect) = request.get("message_effect_id") {
        content.insert("effect_id".to_owned(), effect.clone());
    }
    let Target { place, thread, reply_to, quote } = target;
    if let Some(quote) = quote {
        content.insert("quote".to_owned(), quote);
    }
    let id = world.post(place, Draft { from: request.bot, thread, reply_to, content, markup });
    world.show(place, id, Viewer::Bot(request.bot)).ok_or_else(Refusal::internal)
}

/// `sendMessage`.
pub(super) fn message(world: &mut World, request: &Request<'_>) -> Answer {
    let content = text::message(&request.params)?;
    post(world, request, content)
}

/// `sendLocation`.
pub(super) fn location(world: &mut World, request: &Request<'_>) -> Answer {
    let location = point(request)?;
    post(world, request, Map::from_iter([("location".to_owned(), location)]))
}

/// `sendVenue`.
pub(super) fn venue(world: &mut World, request: &Request<'_>) -> Answer {
    let location = point(request)?;
    let mut venue = json!({"location": location});
    for key in ["title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type"] {
        if let Some(value) = request.get(key) {
            venue[key] = value.clone();
        }
    }
    post(world, request, Map::from_iter([("venue".to_owned(), venue), ("location".to_owned(), location)]))
}

fn point(request: &Request<'_>) -> Result<Value, Refusal> {
    let number = |name: &str| request.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let (latitude, longitude) = (number("latitude"), number("longitude"));
    if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
        return Err(Refusal::bad("location is invalid"));
    }
    let mut out = json!({"latitude": latitude, "longitude": longitude});
    if let Some(accuracy) = request.get("horizontal_accuracy") {
        out["horizontal_accuracy"] = accuracy.clone();
    }
    Ok(out)
}

/// `sendContact`.
pub(super) fn contact(world: &mut World, request: &Request<'_>) -> Answer {
    let mut contact = Map::new();
    for key in ["phone_number", "first_name", "last_name", "vcard"] {
        if let Some(value) = request.get(key) {
            contact.insert(key.to_owned(), value.clone());
        }
    }
    post(world, request, Map::from_iter([("contact".to_owned(), Value::Object(contact))]))
}

/// The actions that a chat can show.
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// `sendChatAction`.
pub(super) fn action(world: &mut World, request: &Request<'_>) -> Answer {
    let Target { place, thread, .. } = target(world, request)?;
    let action = request.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    world.tell_action(place, action, thread);
    Ok(true.into())
}
