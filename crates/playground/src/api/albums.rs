//! `sendMediaGroup`: 2–10 files that arrive as separate messages with one `media_group_id`.

use serde_json::{Map, Value};

use super::{Answer, Refusal, Request, media, send};
use crate::world::{Draft, Viewer, World};

/// `sendMediaGroup`; documents go only with documents, audio only with audio.
pub(super) fn send(world: &mut World, request: &Request<'_>) -> Answer {
    let target = send::target(world, request)?;
    let items: Vec<&Map<String, Value>> = request.list("media").iter().filter_map(Value::as_object).collect();
    let kinds: Vec<&str> = items.iter().filter_map(|item| item.get("type")?.as_str()).collect();
    for alone in ["document", "audio"] {
        if kinds.contains(&alone) && kinds.iter().any(|kind| *kind != alone) {
            return Err(Refusal::bad(format!("{alone} can't be mixed with other media types")));
        }
    }
    let contents: Vec<Map<String, Value>> =
        items.into_iter().map(|item| media::of_item(world, request, item)).collect::<Result<_, _>>()?;
    let group = format!("{}", 13_000_000_000_000_000 + world.fresh_id());
    let mut out = Vec::with_capacity(contents.len());
    for mut content in contents {
        content.insert("media_group_id".to_owned(), group.clone().into());
        let draft =
            Draft { from: request.bot, thread: target.thread, reply_to: target.reply_to, content, markup: None };
        let id = world.post(target.place, draft);
        out.push(world.show(target.place, id, Viewer::Bot(request.bot)).ok_or_else(Refusal::internal)?);
    }
    Ok(Value::Array(out))
}
