//! A chat as text, for snapshots and for errors that explain themselves.

use std::fmt::Write;

use serde_json::Value;

use crate::world::{Place, Stored, World};

/// The last `most` messages of a chat or topic as `person` sees them, with what stands under the input field.
pub(crate) fn transcript(world: &World, place: Place, thread: Option<i64>, person: i64, most: usize) -> String {
    let Some(chat) = world.chat(place) else { return String::new() };
    let fits = |message: &&Stored| thread.is_none() || message.thread == thread;
    let mut messages: Vec<&Stored> = chat.messages().rev().filter(fits).take(most).collect();
    messages.reverse();
    let mut out = String::new();
    for message in messages {
        write_message(&mut out, world, place, message);
    }
    if let Some(keyboard) = chat.keyboards.get(&person) {
        if keyboard.forces_reply() {
            out.push_str("⌨ (reply)\n");
        }
        for row in keyboard.labels() {
            let labels: Vec<String> = row.iter().map(|label| format!("[{label}]")).collect();
            line(&mut out, &format!("⌨ {}", labels.join(" ")));
        }
    }
    out
}

/// The last messages of the chats in which something happened last.
pub(crate) fn recent(world: &World) -> String {
    let mut places: Vec<(u64, Place)> = world
        .chats()
        .filter_map(|chat| {
            let last = chat.messages().map(|message| message.made.max(message.changed)).next_back()?;
            Some((last, chat.place))
        })
        .collect();
    places.sort_by_key(|(last, _)| std::cmp::Reverse(*last));
    let mut out = String::new();
    for (_, place) in places.into_iter().take(3) {
        line(&mut out, &format!("== {}", title(world, place)));
        let person = if let Place::Private { person, .. } = place { person } else { 0 };
        out.push_str(&transcript(world, place, None, person, 6));
    }
    out
}

fn title(world: &World, place: Place) -> String {
    match place {
        Place::Private { bot, person } => format!("{} and {}", world.name(person), world.name(bot)),
        Place::Group(_) => world.chat(place).map_or_else(String::new, |chat| chat.title.clone()),
    }
}

fn write_message(out: &mut String, world: &World, place: Place, message: &Stored) {
    let name = world.name(message.from);
    if message.is_service() {
        return line(out, &format!("— {name}: {}", happened(world, place, message)));
    }
    let answers = message.reply_to.is_some() && message.reply_to != message.thread;
    let edited = if message.edit_date.is_some() { " ✎" } else { "" };
    let body = [sent(message), message.text().to_owned()].into_iter().filter(|part| !part.is_empty());
    let body = body.collect::<Vec<_>>().join(" ").replace('\n', "\n    ");
    line(out, &format!("{name}{edited}{}: {body}", if answers { " ↩" } else { "" }));
    for row in message.buttons().iter().filter_map(Value::as_array) {
        let labels: Vec<String> =
            row.iter().map(|button| format!("[{}]", button["text"].as_str().unwrap_or_default())).collect();
        line(out, &format!("    {}", labels.join(" ")));
    }
    for (user, reactions) in &message.reactions {
        for reaction in reactions {
            let emoji = reaction["emoji"].as_str().unwrap_or("?");
            line(out, &format!("    {emoji} {}", world.name(*user)));
        }
    }
}

/// What is sent beside text, in round brackets.
fn sent(message: &Stored) -> String {
    let kinds = ["animation", "photo", "voice", "video", "video_note", "audio", "document", "venue", "location"];
    if let Some(kind) = kinds.into_iter().find(|kind| message.content.contains_key(*kind)) {
        return match message.content[kind]["file_name"].as_str() {
            Some(name) if kind == "document" => format!("(document {name})"),
            _ => format!("({kind})"),
        };
    }
    if let Some(contact) = message.content.get("contact") {
        return format!("(contact {})", contact["phone_number"].as_str().unwrap_or_default());
    }
    if let Some(sticker) = message.content.get("sticker") {
        return format!("(sticker {})", sticker["emoji"].as_str().unwrap_or_default());
    }
    String::new()
}

fn happened(world: &World, place: Place, message: &Stored) -> String {
    let Some((key, value)) = message.content.iter().next() else { return String::new() };
    let name_of = |user: &Value| user["id"].as_i64().map_or_else(String::new, |id| world.name(id));
    match key.as_str() {
        "forum_topic_created" => format!("topic {} opened", value["name"]),
        "forum_topic_edited" => format!("topic changed {value}"),
        "forum_topic_closed" => "topic closed".to_owned(),
        "forum_topic_reopened" => "topic reopened".to_owned(),
        "new_chat_members" => format!("added {}", name_of(&value[0])),
        "left_chat_member" => format!("removed {}", name_of(value)),
        "pinned_id" => {
            let pinned = world.chat(place).zip(value.as_i64()).and_then(|(chat, id)| chat.messages.get(&id));
            format!("pinned {:?}", pinned.map_or("", Stored::text))
        }
        key => key.to_owned(),
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}
