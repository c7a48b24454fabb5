//! Forwarding (says where it comes from) and copying (does not).

use serde_json::{Map, Value, json};

use super::{Answer, Refusal, Request, chats, messages, send, text};
use crate::world::{Draft, Place, Stored, World};

/// Fields of a content that belong to the message that it was in.
const NOT_COPIED: [&str; 4] = ["media_group_id", "forward_origin", "has_protected_content", "effect_id"];

/// `forwardMessage`.
pub(super) fn forward(world: &mut World, request: &Request<'_>) -> Answer {
    let message = source(world, request, "message to forward not found", "message can't be forwarded")?;
    let mut content = message.content.clone();
    if !content.contains_key("forward_origin") {
        let origin = json!({"type": "user", "sender_user": world.user(message.from), "date": message.date});
        content.insert("forward_origin".to_owned(), origin);
    }
    content.remove("media_group_id");
    send::post(world, request, content)
}

/// `copyMessage`.
pub(super) fn copy(world: &mut World, request: &Request<'_>) -> Answer {
    let message = source(world, request, "message to copy not found", "message can't be copied")?;
    let mut content = copied(&message);
    if request.params.contains_key("caption") && !content.contains_key("text") {
        content.remove("caption");
        content.remove("caption_entities");
        content.extend(text::caption(&request.params)?);
    }
    let sent = send::post(world, request, content)?;
    Ok(json!({"message_id": sent["message_id"]}))
}

/// `copyMessages`: what cannot be found or copied is passed over.
pub(super) fn copy_many(world: &mut World, request: &Request<'_>) -> Answer {
    let target = send::target(world, request)?;
    let from = chats::find(world, request, "from_chat_id")?;
    let found: Vec<Stored> =
        messages::ids(request)?.into_iter().filter_map(|id| copyable(world, from, id).cloned()).collect();
    if found.is_empty() {
        return Err(Refusal::bad("there are no messages to copy"));
    }
    let mut out = Vec::new();
    for message in found {
        let mut content = copied(&message);
        if request.flag("remove_caption") {
            content.remove("caption");
            content.remove("caption_entities");
        }
        let draft = Draft { from: request.bot, thread: target.thread, content, ..Draft::default() };
        out.push(json!({"message_id": world.post(target.place, draft)}));
    }
    Ok(Value::Array(out))
}

fn source(world: &World, request: &Request<'_>, missing: &str, refused: &str) -> Result<Stored, Refusal> {
    let from = chats::find(world, request, "from_chat_id")?;
    let id = request.int("message_id").unwrap_or_default();
    messages::find(world, from, id, missing)?;
    copyable(world, from, id).cloned().ok_or_else(|| Refusal::bad(refused))
}

fn copyable(world: &World, place: Place, id: i64) -> Option<&Stored> {
    let message = world.chats.get(&place)?.messages.get(&id)?;
    (!message.is_service() && !message.content.contains_key("has_protected_content")).then_some(message)
}

fn copied(message: &Stored) -> Map<String, Value> {
    let mut content = message.content.clone();
    NOT_COPIED.iter().for_each(|key| drop(content.remove(*key)));
    content
}
