//! `setMessageReaction`: a bot has at most one reaction per message, from Telegram's list.

use serde_json::Value;

use super::{Answer, Refusal, Request, chats, messages};
use crate::world::World;

/// The emoji of `ReactionTypeEmoji` in the Bot API documentation.
const EMOJI: &str = "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 \
                     😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// Whether Telegram has this reaction.
fn is_reaction(emoji: &str) -> bool {
    EMOJI.split(' ').any(|known| known == emoji)
}

/// `setMessageReaction`.
pub(super) fn set(world: &mut World, request: &Request<'_>) -> Answer {
    let place = chats::reachable(world, request)?;
    let id = request.int("message_id").unwrap_or_default();
    messages::find(world, place, id, "message to react not found")?;
    let reactions = request.list("reaction").to_vec();
    if reactions.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    if !reactions.iter().all(|reaction| reaction["emoji"].as_str().is_some_and(is_reaction)) {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    world.react(place, request.bot, id, reactions);
    Ok(Value::Bool(true))
}
