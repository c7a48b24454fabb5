//! Messages with a file, and getting files back. A file comes as an upload (under the parameter's
//! name or by `attach://name`) or as a file id; the playground fetches no URLs, and neither should
//! a bot rely on Telegram doing so.

use serde_json::{Map, Value};

use super::{Answer, Refusal, Request, Upload, send, text};
use crate::world::{FileKind, FileRecord, Files, World};

/// Bytes that a bot may send, and of a photo.
const MOST_UPLOAD: usize = 50 << 20;
const MOST_PHOTO: usize = 10 << 20;
/// Bytes that a bot may get back.
const MOST_DOWNLOAD: usize = 20 << 20;

/// `sendPhoto`, `sendVoice`, `sendVideo`, `sendVideoNote`, `sendDocument`, `sendAudio`, `sendSticker`,
/// `sendAnimation`.
pub(super) fn send(world: &mut World, request: &Request<'_>) -> Answer {
    let kind = match request.method {
        "sendPhoto" => FileKind::Photo,
        "sendVoice" => FileKind::Voice,
        "sendVideo" => FileKind::Video,
        "sendVideoNote" => FileKind::VideoNote,
        "sendAudio" => FileKind::Audio,
        "sendSticker" => FileKind::Sticker,
        "sendAnimation" => FileKind::Animation,
        _ => FileKind::Document,
    };
    // A call that fails must leave no file behind.
    send::target(world, request)?;
    let caption = text::caption(&request.params)?;
    let given = request.text(kind.field()).map_or_else(|| format!("attach://{}", kind.field()), str::to_owned);
    let key = resolve(world, request, kind, &given, &request.params)?;
    let mut content = world.files.content_of(key);
    content.extend(caption);
    if request.flag("has_spoiler") {
        content.insert("has_media_spoiler".to_owned(), true.into());
    }
    send::post(world, request, content)
}

/// The content of an `InputMedia` object: file and caption.
pub(super) fn of_item(
    world: &mut World,
    request: &Request<'_>,
    item: &Map<String, Value>,
) -> Result<Map<String, Value>, Refusal> {
    let kind = match item.get("type").and_then(Value::as_str) {
        Some("photo") => FileKind::Photo,
        Some("video") => FileKind::Video,
        Some("document") => FileKind::Document,
        Some("audio") => FileKind::Audio,
        Some("animation") => FileKind::Animation,
        other => return Err(Refusal::not_implemented(&format!("media of type {}", other.unwrap_or_default()))),
    };
    let caption = text::caption(item)?;
    let key = resolve(world, request, kind, item.get("media").and_then(Value::as_str).unwrap_or_default(), item)?;
    let mut content = world.files.content_of(key);
    content.extend(caption);
    for (from, to) in [("has_spoiler", "has_media_spoiler"), ("show_caption_above_media", "show_caption_above_media")] {
        if item.get(from) == Some(&Value::Bool(true)) {
            content.insert(to.to_owned(), true.into());
        }
    }
    Ok(content)
}

/// The key of the file that a parameter means.
fn resolve(
    world: &mut World,
    request: &Request<'_>,
    kind: FileKind,
    given: &str,
    about: &Map<String, Value>,
) -> Result<i64, Refusal> {
    if let Some(name) = given.strip_prefix("attach://") {
        let upload = request
            .uploads
            .get(name)
            .ok_or_else(|| Refusal::bad(format!("there is no {} in the request", kind.field())))?;
        return keep(world, kind, upload.clone(), about);
    }
    let wrong = || Refusal::bad("wrong file identifier/HTTP URL specified");
    if given.starts_with("http://") || given.starts_with("https://") {
        return Err(Refusal::bad("failed to get HTTP URL content: the playground fetches nothing, upload the file"));
    }
    let (bot, key) = Files::key(given).ok_or_else(wrong)?;
    let record = world.files.record(key).ok_or_else(wrong)?;
    if bot != request.bot {
        return Err(wrong());
    }
    if record.kind != kind {
        let (had, wanted) = (capitalized(record.kind), capitalized(kind));
        return Err(Refusal::bad(format!("can't use file of type {had} as {wanted}")));
    }
    Ok(key)
}

fn capitalized(kind: FileKind) -> String {
    format!("{kind:?}")
}

/// Keeps an uploaded file as `kind`; `about` may hold `duration`, `width`, `title` and the like.
pub(crate) fn keep(
    world: &mut World,
    kind: FileKind,
    upload: Upload,
    about: &Map<String, Value>,
) -> Result<i64, Refusal> {
    let Upload { name, mime, bytes } = upload;
    if bytes.is_empty() {
        return Err(Refusal::bad("file must be non-empty"));
    }
    let most = if kind == FileKind::Photo { MOST_PHOTO } else { MOST_UPLOAD };
    if bytes.len() > most {
        return Err(if kind == FileKind::Photo { Refusal::bad("file is too big") } else { Refusal::too_large() });
    }
    let mime = mime
        .filter(|mime| mime != "application/octet-stream")
        .unwrap_or_else(|| mime_guess::from_path(&name).first_or_octet_stream().to_string());
    let mut record = FileRecord { kind, mime, name, size: 0, hash: String::new(), about: Map::new() };
    describe(&mut record, &bytes, about)?;
    Ok(world.files.add(bytes, record))
}

/// Fills in what the Bot API object has beside its ids.
fn describe(record: &mut FileRecord, bytes: &[u8], about: &Map<String, Value>) -> Result<(), Refusal> {
    let size = imagesize::blob_size(bytes).ok();
    let mut put = |key: &str, fallback: i64| {
        let value = about.get(key).filter(|value| value.is_i64()).cloned().unwrap_or_else(|| fallback.into());
        record.about.insert(key.to_owned(), value);
    };
    match record.kind {
        FileKind::Photo => {
            let size = size.ok_or_else(|| Refusal::bad("IMAGE_PROCESS_FAILED"))?;
            let (long, short) = (size.width.max(size.height), size.width.min(size.height));
            if short == 0 || size.width + size.height > 10_000 || long / short > 20 {
                return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
            }
            record.about.insert("width".to_owned(), size.width.into());
            record.about.insert("height".to_owned(), size.height.into());
            // Telegram compresses every photo to JPEG; here the bytes stay, so only names are made good.
            if !record.name.contains('.') {
                record.name.push_str(".jpg");
            }
        }
        FileKind::Voice => {
            put("duration", 1);
            record.mime = if record.mime.starts_with("audio/") { record.mime.clone() } else { "audio/ogg".to_owned() };
        }
        FileKind::VideoNote => {
            put("duration", 1);
            put("length", 240);
        }
        FileKind::Video | FileKind::Animation => {
            put("duration", 1);
            put("width", 640);
            put("height", 360);
        }
        FileKind::Audio => put("duration", 1),
        FileKind::Sticker => {
            put("width", 512);
            put("height", 512);
            for (key, value) in [("type", "regular".into()), ("is_animated", false.into()), ("is_video", false.into())]
            {
                record.about.insert(key.to_owned(), value);
            }
        }
        FileKind::Document => {}
    }
    for key in ["performer", "title", "emoji"] {
        if let Some(value) = about.get(key).filter(|_| matches!(record.kind, FileKind::Audio | FileKind::Sticker)) {
            record.about.insert(key.to_owned(), value.clone());
        }
    }
    Ok(())
}

/// `getFile`.
pub(super) fn get_file(world: &World, request: &Request<'_>) -> Answer {
    let invalid = || Refusal::bad("invalid file_id");
    let (bot, key) = Files::key(request.text("file_id").unwrap_or_default()).ok_or_else(invalid)?;
    let record = world.files.record(key).filter(|_| bot == request.bot).ok_or_else(invalid)?;
    if record.size > MOST_DOWNLOAD {
        return Err(Refusal::bad("file is too big"));
    }
    Ok(serde_json::json!({
        "file_id": request.text("file_id"),
        "file_unique_id": crate::world::unique(record),
        "file_size": record.size,
        "file_path": Files::path(key, record),
    }))
}
