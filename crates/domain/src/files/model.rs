//! What a file is, and what is taken for one.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    OrgId,
    ids::{BotId, FileId},
};

/// The largest file, in bytes: as much as a bot can fetch (Bot API, `getFile`).
pub const BYTES_MAX: u64 = 20 << 20;

/// So many files a person may have uploaded that no request has taken yet.
pub const UNUSED_MAX: i64 = 50;

/// How long a file is kept that no request takes.
pub const UNUSED_KEPT: TimeDelta = TimeDelta::hours(24);

/// What Telegram shows as a picture has at most so many bytes (Bot API, `sendPhoto`).
const PHOTO_MAX: u64 = 10 << 20;
/// Width and height together, in pixels, and how many times longer one side may be (the same).
const SIDES_MAX: usize = 10_000;
const RATIO_MAX: usize = 20;

/// The longest name of a file, in characters.
const NAME_MAX: usize = 255;

/// What kind of file an attachment is. Telegram keeps them apart, and so must whoever sends them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A picture.
    Photo,
    /// A film.
    Video,
    /// A voice message.
    Voice,
    /// A round film.
    VideoNote,
    /// Music.
    Audio,
    /// Any file.
    Document,
    /// A silent film.
    Animation,
    /// A sticker.
    Sticker,
}

impl AttachmentKind {
    /// What a file of this type is sent as. `sides`: width and height of a picture, when they could be read.
    pub fn of(media_type: &str, size: u64, sides: Option<(usize, usize)>) -> Self {
        match media_type {
            "image/jpeg" | "image/png" | "image/webp" => match sides {
                Some((width, height))
                    if size <= PHOTO_MAX
                        && width.min(height) > 0
                        && width + height <= SIDES_MAX
                        && width.max(height) <= RATIO_MAX * width.min(height) =>
                {
                    Self::Photo
                }
                _ => Self::Document,
            },
            "video/mp4" => Self::Video,
            "audio/mpeg" | "audio/m4a" => Self::Audio,
            _ => Self::Document,
        }
    }
}

/// Whether the bytes are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum FileState {
    /// Telegram has them, and they are being fetched.
    Awaited,
    /// They are in the storage.
    Kept,
    /// Telegram has them, and gives no bot as many.
    TooLarge,
    /// Telegram does not have them any more.
    Gone,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// What it is sent as.
    pub kind: AttachmentKind,
    /// Whether the bytes are here.
    pub state: FileState,
    /// By its content, as `image/jpeg`; none when there is none yet.
    pub media_type: Option<String>,
    /// Bytes.
    pub size: Option<i64>,
    /// The hash of the bytes.
    pub sha256: Option<Vec<u8>>,
    /// As its sender named it.
    pub name: Option<String>,
}

/// What bytes turned out to be.
#[derive(Clone, Debug)]
pub struct Content {
    /// By the content, as `image/jpeg`.
    pub media_type: String,
    /// How many.
    pub size: u64,
    /// Their hash.
    pub sha256: [u8; 32],
}

/// A file that Telegram has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// What the bot that received it opens it with.
    pub telegram_id: String,
    /// The bots of the org: one of them received it.
    pub bots: Vec<BotId>,
}

/// What a bot sends a file with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Which file.
    pub file: FileId,
    /// The id by which this bot has it; none: it has to be uploaded.
    pub telegram_id: Option<String>,
    /// What it was sent as.
    pub kind: AttachmentKind,
    /// As its sender named it.
    pub name: Option<String>,
    /// By its content.
    pub media_type: Option<String>,
    /// Whether the bytes are here.
    pub is_kept: bool,
}

/// The job that brings what Telegram has into the storage. Its runner is `bot/src/jobs/fetch_file.rs`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Fetch {
    /// Whose; written by the database.
    pub org_id: OrgId,
    /// Which file.
    pub file: FileId,
}

impl Fetch {
    /// Its name in the queue.
    pub const TASK: &'static str = "fetch_file";
}

/// A name as it may be shown and saved under: no path, no control characters, not too long.
pub(super) fn tidy(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean: String = last.chars().filter(|c| !c.is_control() && !turns(*c)).collect();
    let clean = clean.trim().trim_start_matches('.');
    let excess = clean.chars().count().saturating_sub(NAME_MAX);
    // The ending says what it is: the beginning goes.
    let clean: String = clean.chars().skip(excess).collect();
    (!clean.is_empty()).then_some(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_nothing_else() {
        let tidied = |name: &str| tidy(name).unwrap_or_default();
        assert_eq!(tidied("кран.jpg"), "кран.jpg");
        assert_eq!(tidied("../../etc/passwd"), "passwd");
        assert_eq!(tidied("C:\\Windows\\x.png"), "x.png");
        assert_eq!(tidied("a\r\nSet-Cookie: b\0.jpg"), "aSet-Cookie: b.jpg");
        assert_eq!(tidied("gpj.\u{202e}exe"), "gpj.exe");
        assert_eq!(tidied("..."), "");
        assert_eq!(tidied(&format!("{}.jpg", "я".repeat(300))).chars().count(), NAME_MAX);
        assert!(tidied(&format!("{}.jpg", "я".repeat(300))).ends_with(".jpg"));
    }

    #[test]
    fn what_telegram_would_not_take_as_a_picture_is_sent_as_a_file() {
        let of = AttachmentKind::of;
        assert_eq!(of("image/jpeg", 1000, Some((640, 480))), AttachmentKind::Photo);
        assert_eq!(of("image/jpeg", 11 << 20, Some((640, 480))), AttachmentKind::Document);
        assert_eq!(of("image/png", 1000, Some((9_000, 2_000))), AttachmentKind::Document);
        assert_eq!(of("image/png", 1000, Some((2_100, 100))), AttachmentKind::Document);
        assert_eq!(of("image/jpeg", 1000, None), AttachmentKind::Document);
        assert_eq!(of("image/heic", 1000, Some((640, 480))), AttachmentKind::Document);
        assert_eq!(of("video/mp4", 1000, None), AttachmentKind::Video);
    }
}
