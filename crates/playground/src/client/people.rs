//! People, groups, and who belongs where.

use std::collections::BTreeSet;

use axum::{Json, extract::State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::place;
use crate::{
    error::{Error, Result},
    server::Server,
    world::{NewPerson, Place, Right, Status},
};

pub(super) async fn list(State(server): State<Server>) -> Json<Value> {
    Json(server.read(|world| {
        let people = world.people.values().map(|person| {
            let mut user = Value::Object(person.user.clone());
            user["phone"] = person.phone.clone().into();
            user["hint"] = person.hint.clone().into();
            user
        });
        people.collect()
    }))
}

pub(super) async fn add(State(server): State<Server>, Json(mut new): Json<NewPerson>) -> Result<Json<Value>> {
    if new.first_name.trim().is_empty() {
        return Err(Error::Refused("a person needs a first_name".to_owned()));
    }
    new.phone = new.phone.map(|phone| phone.chars().filter(char::is_ascii_digit).collect());
    Ok(Json(server.change(|world| {
        let id = world.add_person(new);
        world.user(id)
    })))
}

#[derive(Deserialize)]
pub(super) struct Block {
    person: i64,
    bot: i64,
    blocked: bool,
}

pub(super) async fn block(State(server): State<Server>, Json(body): Json<Block>) -> Result<Json<Value>> {
    server.change(|world| {
        place(world, body.person, body.bot)?;
        world.block(body.bot, body.person, body.blocked);
        Ok(Json(json!({})))
    })
}

#[derive(Deserialize)]
pub(super) struct NewGroup {
    person: i64,
    title: String,
    #[serde(default)]
    is_forum: bool,
    #[serde(default)]
    members: Vec<i64>,
    bot: Option<i64>,
}

pub(super) async fn add_group(State(server): State<Server>, Json(body): Json<NewGroup>) -> Result<Json<Value>> {
    server.change(|world| {
        if let Some(id) = body.members.iter().chain([&body.person]).find(|id| !world.people.contains_key(id)) {
            return Err(Error::NotFound(format!("person {id}")));
        }
        if body.title.trim().is_empty() {
            return Err(Error::Refused("a group needs a title".to_owned()));
        }
        if let Some(bot) = body.bot.filter(|bot| world.bot(*bot).is_none()) {
            return Err(Error::NotFound(format!("bot {bot}")));
        }
        let id = world.add_group(body.title.trim(), body.person, body.is_forum, &body.members);
        if let Some(bot) = body.bot {
            world.set_member(id, body.person, bot, Status::Administrator, all());
        }
        Ok(Json(world.chat_json(Place::Group(id), true)))
    })
}

#[derive(Deserialize)]
pub(super) struct GroupBot {
    person: i64,
    chat: i64,
    bot: i64,
    status: Status,
}

pub(super) async fn group_bot(State(server): State<Server>, Json(body): Json<GroupBot>) -> Result<Json<Value>> {
    server.change(|world| {
        administers(world, body.person, body.chat)?;
        if world.bot(body.bot).is_none() {
            return Err(Error::NotFound(format!("bot {}", body.bot)));
        }
        if body.status == Status::Creator {
            return Err(Error::Refused("a bot cannot own a group".to_owned()));
        }
        world.set_member(body.chat, body.person, body.bot, body.status, all());
        Ok(Json(json!({})))
    })
}

#[derive(Deserialize)]
pub(super) struct Forum {
    person: i64,
    chat: i64,
    is_forum: bool,
}

pub(super) async fn forum(State(server): State<Server>, Json(body): Json<Forum>) -> Result<Json<Value>> {
    server.change(|world| {
        administers(world, body.person, body.chat)?;
        world.set_forum(body.chat, body.is_forum);
        Ok(Json(json!({})))
    })
}

fn administers(world: &crate::World, person: i64, chat: i64) -> Result<()> {
    let place = place(world, person, chat)?;
    let is_admin = world.chat(place).is_some_and(|chat| chat.status(person).is_admin());
    if is_admin { Ok(()) } else { Err(Error::Refused("only administrators of the group may do this".to_owned())) }
}

fn all() -> BTreeSet<Right> {
    Right::ALL.into()
}
