//! Files that a person sends.

use std::collections::HashMap;

use axum::{
    Json,
    extract::{Multipart, State},
};
use serde_json::{Map, Value};

use super::place;
use crate::{
    api::Upload,
    error::{Error, Result},
    message::Message,
    server::Server,
    world::{FileKind, Writer},
};

pub(super) async fn upload(State(server): State<Server>, mut parts: Multipart) -> Result<Json<Value>> {
    let broken = |error: axum::extract::multipart::MultipartError| Error::Refused(error.body_text());
    let mut fields: HashMap<String, String> = HashMap::new();
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            let file = part.file_name().unwrap_or("file").to_owned();
            let mime = part.content_type().map(str::to_owned);
            files.push(Upload { name: file, mime, bytes: part.bytes().await.map_err(broken)? });
        } else {
            fields.insert(name, part.text().await.map_err(broken)?);
        }
    }
    let number = |key: &str| fields.get(key).and_then(|text| text.parse::<i64>().ok());
    let needed = |key: &str| number(key).ok_or_else(|| Error::Refused(format!("{key} must be a number")));
    let kind = match fields.get("kind").map(String::as_str) {
        Some("photo") => FileKind::Photo,
        Some("voice") => FileKind::Voice,
        Some("video") => FileKind::Video,
        Some("document") => FileKind::Document,
        _ => return Err(Error::Refused("kind must be photo, voice, video or document".to_owned())),
    };
    let (person, chat) = (needed("person")?, needed("chat")?);
    let caption = fields.get("caption").cloned().unwrap_or_default();
    let about: Map<String, Value> = ["duration", "width", "height"]
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), number(key)?.into())))
        .collect();
    server.change(|world| {
        let place = place(world, person, chat)?;
        let writer = Writer { person, place, thread: number("thread"), reply_to: number("reply_to") };
        let ids = world.person_sends_files(writer, kind, files, &caption, &about)?;
        let sent = ids.into_iter().filter_map(|id| Message::of(world, place, id));
        Ok(Json(sent.map(|message| message.raw().clone()).collect()))
    })
}
