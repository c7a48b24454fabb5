//! Finding a message that a call means, and deleting messages.

use super::{Answer, Refusal, Request, chats};
use crate::world::{Place, Right, Stored, World};

/// Bots may delete for 48 hours.
const DELETABLE: i64 = 48 * 60 * 60;

/// The message in `message_id` of a chat, or a refusal in `words`.
pub(super) fn find<'w>(world: &'w World, place: Place, id: i64, words: &str) -> Result<&'w Stored, Refusal> {
    world.chats.get(&place).and_then(|chat| chat.messages.get(&id)).ok_or_else(|| Refusal::bad(words))
}

/// `deleteMessage`.
pub(super) fn delete(world: &mut World, request: &Request<'_>) -> Answer {
    let place = chats::reachable(world, request)?;
    let id = request.int("message_id").unwrap_or_default();
    let message = find(world, place, id, "message to delete not found")?;
    may_delete(world, request, place, message)?;
    world.delete(place, &[id]);
    Ok(true.into())
}

/// `deleteMessages`: 1–100; those that are not there or may not be deleted are passed over.
pub(super) fn delete_many(world: &mut World, request: &Request<'_>) -> Answer {
    let place = chats::reachable(world, request)?;
    let ids = ids(request)?;
    let gone: Vec<i64> = ids
        .into_iter()
        .filter(|id| {
            find(world, place, *id, "").is_ok_and(|message| may_delete(world, request, place, message).is_ok())
        })
        .collect();
    world.delete(place, &gone);
    Ok(true.into())
}

/// `message_ids`: 1–100, strictly ascending.
pub(super) fn ids(request: &Request<'_>) -> Result<Vec<i64>, Refusal> {
    let ids: Vec<i64> = request.list("message_ids").iter().filter_map(|id| id.as_i64()).collect();
    match ids.len() {
        0 => Err(Refusal::bad("message identifiers are not specified")),
        1..=100 => Ok(ids),
        _ => Err(Refusal::bad("too many message identifiers specified")),
    }
}

fn may_delete(world: &World, request: &Request<'_>, place: Place, message: &Stored) -> Result<(), Refusal> {
    let rules = match place {
        Place::Private { .. } => true,
        Place::Group(_) => {
            if world.chats.get(&place).is_some_and(|chat| chat.may(request.bot, Right::CanDeleteMessages)) {
                return Ok(());
            }
            message.from == request.bot
        }
    };
    if !rules {
        return Err(Refusal::bad("message can't be deleted"));
    }
    if world.now() - message.date > DELETABLE {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    Ok(())
}
