//! Topics of a forum.

use serde_json::json;

use super::{Answer, Refusal, Request, chats};
use crate::world::{Place, Right, Topic, World};

/// Colours that an icon may have; the first is the default.
const COLORS: [i64; 6] = [7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047];

/// `createForumTopic`.
pub(super) fn create(world: &mut World, request: &Request<'_>) -> Answer {
    let place = forum(world, request)?;
    chats::require(world, request, place, Right::CanManageTopics, "not enough rights to create a topic")?;
    let name = request.text("name").unwrap_or_default().trim();
    if name.is_empty() {
        return Err(Refusal::bad("TOPIC_TITLE_EMPTY"));
    }
    let icon_color = request.int("icon_color").unwrap_or(COLORS[0]);
    if !COLORS.contains(&icon_color) {
        return Err(Refusal::bad("TOPIC_ICON_COLOR_INVALID"));
    }
    let icon_custom_emoji_id = request.text("icon_custom_emoji_id").filter(|id| !id.is_empty()).map(str::to_owned);
    let mut out = json!({"name": name, "icon_color": icon_color});
    if let Some(icon) = &icon_custom_emoji_id {
        out["icon_custom_emoji_id"] = icon.clone().into();
    }
    let topic =
        Topic { name: name.to_owned(), icon_color, icon_custom_emoji_id, is_closed: false, creator: request.bot };
    out["message_thread_id"] = world.make_topic(place, topic).into();
    Ok(out)
}

/// `editForumTopic`.
pub(super) fn edit(world: &mut World, request: &Request<'_>) -> Answer {
    let (place, thread) = managed(world, request)?;
    let name = request.text("name").map(str::trim).filter(|name| !name.is_empty());
    if world.edit_topic(place, request.bot, thread, name, request.text("icon_custom_emoji_id")) {
        Ok(true.into())
    } else {
        Err(Refusal::bad("TOPIC_NOT_MODIFIED"))
    }
}

/// `closeForumTopic` and `reopenForumTopic`.
pub(super) fn close(world: &mut World, request: &Request<'_>, is_closed: bool) -> Answer {
    let (place, thread) = managed(world, request)?;
    if world.close_topic(place, request.bot, thread, is_closed) {
        Ok(true.into())
    } else {
        Err(Refusal::bad("TOPIC_NOT_MODIFIED"))
    }
}

/// `deleteForumTopic`.
pub(super) fn delete(world: &mut World, request: &Request<'_>) -> Answer {
    let place = forum(world, request)?;
    chats::require(world, request, place, Right::CanDeleteMessages, "not enough rights to delete a topic")?;
    world.delete_topic(place, existing(world, request, place)?);
    Ok(true.into())
}

fn forum(world: &World, request: &Request<'_>) -> Result<Place, Refusal> {
    let place = chats::reachable(world, request)?;
    if world.chats.get(&place).is_some_and(|chat| chat.is_forum) {
        Ok(place)
    } else {
        Err(Refusal::bad("the chat is not a forum"))
    }
}

fn existing(world: &World, request: &Request<'_>, place: Place) -> Result<i64, Refusal> {
    let thread = request.int("message_thread_id").unwrap_or_default();
    if world.chats.get(&place).is_some_and(|chat| chat.topics.contains_key(&thread)) {
        Ok(thread)
    } else {
        Err(Refusal::bad("message thread not found"))
    }
}

/// A topic that the bot may change: with the right, or because it made it.
fn managed(world: &World, request: &Request<'_>) -> Result<(Place, i64), Refusal> {
    let place = forum(world, request)?;
    let thread = existing(world, request, place)?;
    let is_own =
        world.chats.get(&place).and_then(|chat| chat.topics.get(&thread)).is_some_and(|t| t.creator == request.bot);
    if !is_own {
        chats::require(world, request, place, Right::CanManageTopics, "not enough rights to edit a topic")?;
    }
    Ok((place, thread))
}
