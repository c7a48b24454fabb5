//! The command menu of a bot, by scope and language.

use serde_json::{Value, json};

use super::{Answer, Refusal, Request, chats};
use crate::world::World;

/// `setMyCommands`: at most 100, names of 1–32 lower-case letters, digits and `_`.
pub(super) fn set(world: &mut World, request: &Request<'_>) -> Answer {
    let (scope, language) = place(world, request)?;
    let commands = request.list("commands").to_vec();
    if commands.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in &commands {
        let name = command["command"].as_str().unwrap_or_default();
        let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if name.is_empty() || !name.chars().all(is_allowed) {
            return Err(Refusal::bad("BOT_COMMAND_INVALID"));
        }
    }
    let bot = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    bot.profile.set_commands(&scope, &language, commands);
    Ok(true.into())
}

/// `getMyCommands`: exactly those of the scope and language, without fallback.
pub(super) fn get(world: &World, request: &Request<'_>) -> Answer {
    let (scope, language) = place(world, request)?;
    let bot = world.bots.get(&request.bot).ok_or_else(Refusal::unauthorized)?;
    Ok(Value::Array(bot.profile.commands(&scope, &language)))
}

/// `deleteMyCommands`.
pub(super) fn delete(world: &mut World, request: &Request<'_>) -> Answer {
    let (scope, language) = place(world, request)?;
    let bot = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    bot.profile.delete_commands(&scope, &language);
    Ok(true.into())
}

fn place(world: &World, request: &Request<'_>) -> Result<(Value, String), Refusal> {
    let scope = request.get("scope").cloned().unwrap_or_else(|| json!({"type": "default"}));
    if let Some(id) = scope.get("chat_id") {
        let asked = Request {
            bot: request.bot,
            method: request.method,
            params: serde_json::Map::from_iter([("chat_id".to_owned(), id.clone())]),
            uploads: Default::default(),
        };
        chats::find(world, &asked, "chat_id")?;
    }
    let language = language(request)?;
    Ok((scope, language))
}

/// `language_code`: two letters, or empty for every other language.
pub(super) fn language(request: &Request<'_>) -> Result<String, Refusal> {
    let language = request.text("language_code").unwrap_or_default();
    let is_code = language.len() == 2 && language.chars().all(|c| c.is_ascii_lowercase());
    if language.is_empty() || is_code {
        Ok(language.to_owned())
    } else {
        Err(Refusal::bad("invalid language code specified"))
    }
}
