//! What a person reads: the chat list, messages and commands.

use axum::{
    Json,
    extract::{Query, State},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::place;
use crate::{
    error::{Error, Result},
    server::Server,
    world::{Place, Viewer, shown_reactions},
};

/// Messages per answer.
const PAGE: usize = 100;

#[derive(Deserialize)]
pub(super) struct Who {
    person: i64,
}

pub(super) async fn list(State(server): State<Server>, Query(who): Query<Who>) -> Result<Json<Value>> {
    server.read(|world| {
        if !world.people.contains_key(&who.person) {
            return Err(Error::NotFound(format!("person {}; see GET /client/people", who.person)));
        }
        Ok(Json(Value::Array(world.rows(who.person))))
    })
}

#[derive(Deserialize)]
pub(super) struct Page {
    person: i64,
    chat: i64,
    thread: Option<i64>,
    before: Option<i64>,
}

/// Reading marks everything up to the newest message read.
pub(super) async fn messages(State(server): State<Server>, Query(page): Query<Page>) -> Result<Json<Value>> {
    server.change(|world| {
        let place = place(world, page.person, page.chat)?;
        let Some(chat) = world.chats.get_mut(&place) else { return Err(Error::NotFound(place.to_string())) };
        if matches!(place, Place::Group(_)) && !chat.status(page.person).is_in() {
            return Err(Error::Refused("not a member of this group".to_owned()));
        }
        chat.read.insert(page.person, chat.last_message_id);
        let Some(chat) = world.chat(place) else { return Err(Error::NotFound(place.to_string())) };
        let before = page.before.unwrap_or(i64::MAX);
        let mut ids: Vec<i64> = chat
            .messages
            .range(..before)
            .rev()
            .filter(|(_, message)| page.thread.is_none() || message.thread == page.thread)
            .take(PAGE)
            .map(|(id, _)| *id)
            .collect();
        ids.reverse();
        let shown = ids.into_iter().filter_map(|id| {
            let mut message = world.show(place, id, Viewer::Person)?;
            let reactions = shown_reactions(&chat.messages.get(&id)?.reactions);
            if !reactions.is_empty() {
                message["reactions"] = reactions.into();
            }
            Some(message)
        });
        Ok(Json(shown.collect()))
    })
}

#[derive(Deserialize)]
pub(super) struct Where {
    person: i64,
    chat: i64,
}

/// The commands that this person sees there, in the order in which Telegram looks for them.
pub(super) async fn commands(State(server): State<Server>, Query(at): Query<Where>) -> Result<Json<Value>> {
    server.read(|world| {
        let place = place(world, at.person, at.chat)?;
        let Some(chat) = world.chat(place) else { return Err(Error::NotFound(place.to_string())) };
        let id = place.id_for_bots();
        let of_chat = |kind: &str| json!({"type": kind, "chat_id": id});
        let scopes = match place {
            Place::Private { .. } => {
                vec![of_chat("chat"), json!({"type": "all_private_chats"}), json!({"type": "default"})]
            }
            Place::Group(_) => {
                let is_admin = chat.status(at.person).is_admin();
                let mut scopes = vec![json!({"type": "chat_member", "chat_id": id, "user_id": at.person})];
                scopes.extend(is_admin.then(|| of_chat("chat_administrators")));
                scopes.push(of_chat("chat"));
                scopes.extend(is_admin.then(|| json!({"type": "all_chat_administrators"})));
                scopes.extend([json!({"type": "all_group_chats"}), json!({"type": "default"})]);
                scopes
            }
        };
        let language = world.people.get(&at.person).and_then(|person| person.user.get("language_code")?.as_str());
        let language = language.unwrap_or_default().split('-').next().unwrap_or_default();
        let bots = chat.bots(world).into_iter().filter_map(|bot| world.bot(bot));
        let commands: Vec<Value> = bots.flat_map(|bot| bot.profile.commands_for(&scopes, language)).collect();
        Ok(Json(Value::Array(commands)))
    })
}
