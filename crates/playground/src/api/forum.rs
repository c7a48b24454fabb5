//! Topics of a forum.

use serde_json::json;

use super::{Answer, Refusal, Request, chats};
use crate::world::{Place, Right, Topic, World};

/// Colours that an icon may have; the first is the default.
const COLORS: [i64; 6] = [7_322_096, 16_766_590, 13_338_331, 9_367_192, 16_749_490, 16_478_047];

/// The emoji that Telegram offers as icons; bots ask for their ids by `getForumTopicIconStickers`.
const ICONS: &str = "📰 💡 ⚡️ 🎙 🔝 🗣 🆒 ❗️ 📝 📆 📁 🔎 📣 🔥 ❤️ ❓ 📈 📉 💎 💰 💸 🪙 💱 ⁉️ 🎮 💻 📱 🚗 🏠 💘 🎉 ‼️ 🏆 🏁 🎬 🎵 🔞 📚 👑 ⚽️ 🏀 \
                     📺 👀 🫦 🍓 💄 👠 ✈️ 🧳 🏖 ⛅️ 🦄 🛍 👜 🛒 🚂 🛥 🏔 🏕 🤖 🪩 🎟 🏴‍☠️ 🗳 🎓 🔭 🔬 🎶 🎤 🕺 💃 🪖 💼 🧪 👨‍👩‍👧‍👦 👶 🤰 💅 🏛 🧮 🖨 👮‍♂️ \
                     🩺 💊 💉 🧼 🪪 🛃 🍽 🐟 🎨 🎭 🎩 🔮 🍹 🎂 ☕️ 🍣 🍔 🍕 🦠 💬 🎄 🎃 ✍️ ⭐️ ✅ 🎖 🤡 🧠 🦮 🐱";
/// The id of the first of them; Telegram's own are of this size.
const FIRST_ICON: i64 = 5_300_000_000_000_000_001;

/// The emoji of an icon's id.
pub(crate) fn icon(id: &str) -> Option<&'static str> {
    let place = id.parse::<i64>().ok()?.checked_sub(FIRST_ICON)?;
    ICONS.split_whitespace().nth(usize::try_from(place).ok()?)
}

/// `getForumTopicIconStickers`.
pub(super) fn icons() -> Answer {
    let sticker = |(place, emoji): (i64, &str)| {
        let id = (FIRST_ICON + place).to_string();
        json!({
            "file_id": format!("icon{id}"), "file_unique_id": id, "type": "custom_emoji", "width": 100, "height": 100,
            "is_animated": true, "is_video": false, "emoji": emoji, "set_name": "Topics", "custom_emoji_id": id,
        })
    };
    Ok((0_i64..).zip(ICONS.split_whitespace()).map(sticker).collect())
}

/// An icon that there is; empty is none.
fn chosen_icon<'r>(request: &'r Request<'_>) -> Result<Option<&'r str>, Refusal> {
    match request.text("icon_custom_emoji_id") {
        Some(id) if !id.is_empty() && icon(id).is_none() => Err(Refusal::bad("DOCUMENT_INVALID")),
        id => Ok(id),
    }
}

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
    let icon_custom_emoji_id = chosen_icon(request)?.filter(|id| !id.is_empty()).map(str::to_owned);
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
    if world.edit_topic(place, request.bot, thread, name, chosen_icon(request)?) {
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
