//! Files: bytes kept by their hash, and records that say what they were sent as. A file id names a
//! record for one bot; `file_unique_id` is the same for the same bytes everywhere.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// What a file was sent as. A file id works only for the same kind, as in Telegram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A compressed picture.
    Photo,
    /// A voice message.
    Voice,
    /// A film.
    Video,
    /// A round film.
    VideoNote,
    /// Any file.
    Document,
    /// Music.
    Audio,
    /// A sticker.
    Sticker,
    /// A film without sound.
    Animation,
}

impl FileKind {
    /// The name of the parameter and of the message's field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Voice => "voice",
            Self::Video => "video",
            Self::VideoNote => "video_note",
            Self::Document => "document",
            Self::Audio => "audio",
            Self::Sticker => "sticker",
            Self::Animation => "animation",
        }
    }
}

/// A file as it was sent once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FileRecord {
    /// What it was sent as.
    pub kind: FileKind,
    /// MIME type.
    pub mime: String,
    /// As the sender named it.
    pub name: String,
    /// Bytes.
    pub size: usize,
    /// Hash of the bytes, in hex.
    pub hash: String,
    /// The fields of the Bot API object besides ids and size: `width`, `duration`, `emoji` …
    pub about: Map<String, Value>,
}

/// All files.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Files {
    records: BTreeMap<i64, FileRecord>,
    last: i64,
    /// Bytes that are in memory, by hash. With a data folder they are also, a moment later, on disk.
    #[serde(skip)]
    bytes: HashMap<String, Bytes>,
    #[serde(skip)]
    pub(crate) unsaved: Vec<String>,
    #[serde(skip)]
    pub(crate) folder: Option<PathBuf>,
}

impl Files {
    /// Keeps a file and returns its key.
    pub(crate) fn add(&mut self, bytes: Bytes, mut record: FileRecord) -> i64 {
        record.hash = hex(&Sha256::digest(&bytes));
        record.size = bytes.len();
        if self.folder.is_some() && !self.bytes.contains_key(&record.hash) {
            self.unsaved.push(record.hash.clone());
        }
        self.bytes.entry(record.hash.clone()).or_insert(bytes);
        self.last += 1;
        self.records.insert(self.last, record);
        self.last
    }

    /// A record by its key.
    pub(crate) fn record(&self, key: i64) -> Option<&FileRecord> {
        self.records.get(&key)
    }

    /// Bytes in memory, or else the path of the file on disk.
    pub(crate) fn content(&self, hash: &str) -> Result<Bytes, Option<PathBuf>> {
        match self.bytes.get(hash) {
            Some(bytes) => Ok(bytes.clone()),
            None => Err(self.folder.as_ref().map(|folder| folder.join(hash))),
        }
    }

    /// The playground's own file id.
    pub(crate) fn id(key: i64) -> String {
        encode(0, key)
    }

    /// The id of the same file for a bot; `id` is the playground's own.
    pub(crate) fn id_for(bot: i64, id: &str) -> String {
        Self::key(id).map_or_else(|| id.to_owned(), |(_, key)| encode(bot, key))
    }

    /// The bot (0 is the playground) and the key in a file id.
    pub(crate) fn key(id: &str) -> Option<(i64, i64)> {
        let text = URL_SAFE_NO_PAD.decode(id.strip_prefix("AgAD")?).ok()?;
        let (bot, key) = std::str::from_utf8(&text).ok()?.split_once(":F")?;
        Some((bot.parse().ok()?, key.parse().ok()?))
    }

    /// The path that `getFile` gives out.
    pub(crate) fn path(key: i64, record: &FileRecord) -> String {
        let extension = record.name.rsplit_once('.').map_or("bin", |(_, extension)| extension);
        format!("{}s/file_{key}.{extension}", record.kind.field())
    }

    /// The key in a path that `getFile` gave out.
    pub(crate) fn key_of_path(path: &str) -> Option<i64> {
        path.rsplit_once("/file_")?.1.split('.').next()?.parse().ok()
    }

    /// The content of a message that carries the file: `{"photo": [PhotoSize]}`, `{"voice": {…}}` …
    pub(crate) fn content_of(&self, key: i64) -> Map<String, Value> {
        let mut out = Map::new();
        let Some(record) = self.records.get(&key) else { return out };
        let mut object = json!({
            "file_id": Self::id(key),
            "file_unique_id": unique(record),
            "file_size": record.size,
        });
        for (name, value) in &record.about {
            object[name] = value.clone();
        }
        match record.kind {
            FileKind::Photo => {
                out.insert("photo".into(), json!([object]));
            }
            FileKind::VideoNote | FileKind::Sticker => {
                out.insert(record.kind.field().into(), object);
            }
            kind => {
                object["mime_type"] = record.mime.clone().into();
                if kind != FileKind::Voice {
                    object["file_name"] = record.name.clone().into();
                }
                if kind == FileKind::Animation {
                    // Kept for programs older than animations: the same file as a document too.
                    out.insert("document".into(), object.clone());
                }
                out.insert(kind.field().into(), object);
            }
        }
        out
    }
}

/// The prefix is there so that nobody mistakes the id for a URL or a path.
fn encode(bot: i64, key: i64) -> String {
    format!("AgAD{}", URL_SAFE_NO_PAD.encode(format!("{bot}:F{key}")))
}

/// The same for the same bytes, whoever sends them.
pub(crate) fn unique(record: &FileRecord) -> String {
    format!("AQAD{}", &record.hash[..16])
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
