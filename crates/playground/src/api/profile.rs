//! What a bot says about itself, and its menu button.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Answer, Refusal, Request, commands::language, markup};
use crate::world::{Place, Profile, World};

/// The parameter and the texts that a method of this group is about.
fn texts<'p>(method: &str, profile: &'p mut Profile) -> (&'static str, &'p mut BTreeMap<String, String>) {
    match method.trim_start_matches("set").trim_start_matches("get") {
        "MyName" => ("name", &mut profile.names),
        "MyDescription" => ("description", &mut profile.descriptions),
        _ => ("short_description", &mut profile.short_descriptions),
    }
}

/// `setMyName`, `setMyDescription`, `setMyShortDescription`; an empty text removes that of the language.
pub(super) fn set(world: &mut World, request: &Request<'_>) -> Answer {
    let language = language(request)?;
    let bot = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    let (key, texts) = texts(request.method, &mut bot.profile);
    let text = request.text(key).unwrap_or_default();
    if !text.is_empty() {
        texts.insert(language.clone(), text.to_owned());
        if key == "name" && language.is_empty() {
            bot.name = text.to_owned();
        }
    } else if key != "name" || !language.is_empty() {
        // A bot always has a name.
        texts.remove(&language);
    }
    Ok(true.into())
}

/// `getMyName`, `getMyDescription`, `getMyShortDescription`.
pub(super) fn get(world: &mut World, request: &Request<'_>) -> Answer {
    let language = language(request)?;
    let bot = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    let (key, texts) = texts(request.method, &mut bot.profile);
    let text = texts.get(&language).or_else(|| texts.get("")).cloned().unwrap_or_default();
    Ok(json!({ key: text }))
}

/// `setChatMenuButton`.
pub(super) fn set_menu(world: &mut World, request: &Request<'_>) -> Answer {
    let person = person(world, request)?;
    let menu = request.get("menu_button").cloned().unwrap_or_else(|| json!({"type": "default"}));
    markup::web_app(&menu, "menu button")?;
    let bot = world.bots.get_mut(&request.bot).ok_or_else(Refusal::unauthorized)?;
    bot.profile.set_menu_button(person, menu);
    let places: Vec<Place> = match person {
        Some(person) => vec![Place::Private { bot: request.bot, person }],
        None => world.people.keys().map(|person| Place::Private { bot: request.bot, person: *person }).collect(),
    };
    places.into_iter().for_each(|place| world.row_changed(place));
    Ok(true.into())
}

/// `getChatMenuButton`.
pub(super) fn get_menu(world: &World, request: &Request<'_>) -> Answer {
    let person = person(world, request)?;
    let bot = world.bots.get(&request.bot).ok_or_else(Refusal::unauthorized)?;
    Ok(bot.profile.own_menu_button(person))
}

fn person(world: &World, request: &Request<'_>) -> Result<Option<i64>, Refusal> {
    match request.int("chat_id") {
        None => Ok(None),
        Some(id) if world.people.contains_key(&id) => Ok(Some(id)),
        Some(_) => Err(Refusal::bad("chat not found")),
    }
}

/// `getUserProfilePhotos`: nobody here has any.
pub(super) fn photos(world: &World, request: &Request<'_>) -> Answer {
    let user = request.int("user_id").unwrap_or_default();
    if !world.people.contains_key(&user) && !world.bots.contains_key(&user) {
        return Err(Refusal::bad("user not found"));
    }
    Ok(Value::Object(serde_json::Map::from_iter([
        ("total_count".to_owned(), 0.into()),
        ("photos".to_owned(), Value::Array(Vec::new())),
    ])))
}
