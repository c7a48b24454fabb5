//! Pinning messages.

use super::{Answer, Refusal, Request, chats, messages};
use crate::world::{Place, Right, World};

const NO_RIGHT: &str = "not enough rights to manage pinned messages in the chat";

/// `pinChatMessage`; leaves a service message.
pub(super) fn pin(world: &mut World, request: &Request<'_>) -> Answer {
    let place = allowed(world, request)?;
    let id = request.int("message_id").unwrap_or_default();
    let thread = messages::find(world, place, id, "message to pin not found")?.thread;
    let Some(chat) = world.chats.get_mut(&place) else { return Err(Refusal::internal()) };
    if chat.pinned.last() == Some(&id) {
        return Ok(true.into());
    }
    chat.pinned.retain(|pinned| *pinned != id);
    chat.pinned.push(id);
    world.post_service(place, request.bot, thread, "pinned_id", id.into());
    world.row_changed(place);
    Ok(true.into())
}

/// `unpinChatMessage`; without an id the latest pinned one.
pub(super) fn unpin(world: &mut World, request: &Request<'_>) -> Answer {
    let place = allowed(world, request)?;
    let Some(chat) = world.chats.get_mut(&place) else { return Err(Refusal::internal()) };
    let id = request.int("message_id").or(chat.pinned.last().copied());
    let Some(id) = id.filter(|id| chat.pinned.contains(id)) else {
        return Err(Refusal::bad("message to unpin not found"));
    };
    chat.pinned.retain(|pinned| *pinned != id);
    world.row_changed(place);
    Ok(true.into())
}

/// `unpinAllChatMessages`.
pub(super) fn unpin_all(world: &mut World, request: &Request<'_>) -> Answer {
    let place = allowed(world, request)?;
    if let Some(chat) = world.chats.get_mut(&place) {
        chat.pinned.clear();
    }
    world.row_changed(place);
    Ok(true.into())
}

fn allowed(world: &World, request: &Request<'_>) -> Result<Place, Refusal> {
    let place = chats::reachable(world, request)?;
    chats::require(world, request, place, Right::CanPinMessages, NO_RIGHT)?;
    Ok(place)
}
