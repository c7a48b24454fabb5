//! Editing. As in Telegram an edit without `reply_markup` takes the inline keyboard away, and an
//! edit that changes nothing is an error.

use serde_json::{Map, Value};

use super::{Answer, Refusal, Request, chats, markup, media, messages, text};
use crate::world::{Place, Viewer, World};

const SAME: &str = "message is not modified: specified new message content and reply markup are exactly the same as \
                    a current content and reply markup of the message";

/// What the keys of a message's content are replaced by.
enum New {
    Content { drop: &'static [&'static str], put: Map<String, Value> },
    OnlyMarkup,
}

/// The fields of a message that a text is made of.
const TEXT: &[&str] = &["text", "entities", "link_preview_options"];
/// The fields of a message that a caption is made of.
const CAPTION: &[&str] = &["caption", "caption_entities", "show_caption_above_media"];
/// The fields that hold what an edit can replace by other media.
const MEDIA: &[&str] = &[
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "video",
    "document",
    "audio",
    "animation",
    "caption",
    "caption_entities",
    "has_media_spoiler",
    "show_caption_above_media",
];

/// `editMessageText`.
pub(super) fn text(world: &mut World, request: &Request<'_>) -> Answer {
    let (place, id) = editable(world, request)?;
    if !request.params.contains_key("text") {
        return Err(Refusal::bad("message text is empty"));
    }
    let mut put = text::message(&request.params)?;
    if !has(world, place, id, "text") {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    if let Some(options) = request.get("link_preview_options") {
        put.insert("link_preview_options".to_owned(), options.clone());
    }
    apply(world, request, place, id, New::Content { drop: TEXT, put })
}

/// `editMessageCaption`.
pub(super) fn caption(world: &mut World, request: &Request<'_>) -> Answer {
    let (place, id) = editable(world, request)?;
    let mut put = text::caption(&request.params)?;
    if !["photo", "video", "document", "audio", "voice", "animation"].iter().any(|key| has(world, place, id, key)) {
        return Err(Refusal::bad("there is no caption in the message to edit"));
    }
    if let Some(above) = request.get("show_caption_above_media") {
        put.insert("show_caption_above_media".to_owned(), above.clone());
    }
    apply(world, request, place, id, New::Content { drop: CAPTION, put })
}

/// `editMessageMedia`. A text message may become one with media.
pub(super) fn media(world: &mut World, request: &Request<'_>) -> Answer {
    let (place, id) = editable(world, request)?;
    let item = request.get("media").and_then(Value::as_object).ok_or_else(Refusal::internal)?;
    let put = media::of_item(world, request, item)?;
    if has(world, place, id, "voice") || has(world, place, id, "sticker") || has(world, place, id, "location") {
        return Err(Refusal::bad("message can't be edited"));
    }
    apply(world, request, place, id, New::Content { drop: MEDIA, put })
}

/// `editMessageReplyMarkup`.
pub(super) fn markup(world: &mut World, request: &Request<'_>) -> Answer {
    let (place, id) = editable(world, request)?;
    apply(world, request, place, id, New::OnlyMarkup)
}

/// The message that a call edits: the bot's own, and without a reply keyboard.
fn editable(world: &World, request: &Request<'_>) -> Result<(Place, i64), Refusal> {
    if !request.params.contains_key("chat_id") {
        return Err(Refusal::bad("chat_id is empty"));
    }
    let place = chats::reachable(world, request)?;
    let id = request.int("message_id").ok_or_else(|| Refusal::bad("message identifier is not specified"))?;
    let message = messages::find(world, place, id, "message to edit not found")?;
    if message.from != request.bot || message.has_reply_keyboard || message.is_service() {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok((place, id))
}

fn has(world: &World, place: Place, id: i64, key: &str) -> bool {
    world.chats.get(&place).and_then(|chat| chat.messages.get(&id)).is_some_and(|m| m.content.contains_key(key))
}

fn apply(world: &mut World, request: &Request<'_>, place: Place, id: i64, new: New) -> Answer {
    let markup = markup::checked(request, place)?;
    if markup.as_ref().is_some_and(|markup| markup.get("inline_keyboard").is_none()) {
        return Err(Refusal::bad("object expected as reply markup"));
    }
    let markup = markup.filter(|markup| markup["inline_keyboard"].as_array().is_some_and(|rows| !rows.is_empty()));
    let changed = world.change(place, id, |message| {
        let mut content = message.content.clone();
        if let New::Content { drop, put } = new {
            drop.iter().for_each(|key| std::mem::drop(content.remove(*key)));
            content.extend(put);
        }
        if content == message.content && markup == message.markup {
            return false;
        }
        message.content = content;
        message.markup = markup;
        true
    });
    if !changed {
        return Err(Refusal::bad(SAME));
    }
    world.show(place, id, Viewer::Bot(request.bot)).ok_or_else(Refusal::internal)
}
