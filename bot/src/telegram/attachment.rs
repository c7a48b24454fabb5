//! What a message carries besides words: files, contacts and places.

use serde::Deserialize;

use super::lenient::{Lenient, lenient, lenient_object};

/// Sorts of files that Telegram tells apart, for receiving and for sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttachmentKind {
    /// A compressed picture.
    Photo,
    /// A video.
    Video,
    /// A voice message, OGG with Opus.
    Voice,
    /// A round video.
    VideoNote,
    /// Music.
    Audio,
    /// Any file.
    Document,
    /// A sticker.
    Sticker,
    /// A GIF, or a video without sound.
    Animation,
}

impl AttachmentKind {
    /// The name of the message's field, which is also that of the parameter
    /// when sending and of the type in an album.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Voice => "voice",
            Self::VideoNote => "video_note",
            Self::Audio => "audio",
            Self::Document => "document",
            Self::Sticker => "sticker",
            Self::Animation => "animation",
        }
    }
}

/// A file in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its sort.
    pub kind: AttachmentKind,
    /// Works for this bot only, for ever.
    pub file_id: String,
    /// The same for all bots; cannot be used to fetch or send.
    pub file_unique_id: String,
    /// Bytes, when told.
    pub size: Option<i64>,
    /// The file's name, when it has one.
    pub name: Option<String>,
}

/// A file object of any sort, and each size of a photo.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FileObject {
    #[serde(deserialize_with = "lenient")]
    file_id: String,
    #[serde(deserialize_with = "lenient")]
    file_unique_id: String,
    #[serde(deserialize_with = "lenient")]
    file_size: Option<i64>,
    #[serde(deserialize_with = "lenient")]
    file_name: Option<String>,
    #[serde(deserialize_with = "lenient")]
    width: i64,
    #[serde(deserialize_with = "lenient")]
    height: i64,
}

lenient_object!(FileObject, it => !it.file_id.is_empty());

impl FileObject {
    pub(super) fn attach(self, kind: AttachmentKind) -> Attachment {
        Attachment {
            kind,
            file_id: self.file_id,
            file_unique_id: self.file_unique_id,
            size: self.file_size,
            name: self.file_name,
        }
    }

    /// The largest size of a photo; the last of several equal ones, since
    /// Telegram lists them in growing order.
    pub(super) fn largest(sizes: Vec<Self>) -> Option<Self> {
        sizes.into_iter().max_by_key(|size| size.width.saturating_mul(size.height))
    }
}

/// A shared contact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// As the sender's phone has it, with or without `+`.
    #[serde(deserialize_with = "lenient")]
    pub phone_number: String,
    /// May be empty.
    #[serde(deserialize_with = "lenient")]
    pub first_name: String,
    /// Whose it is, if they use Telegram. Only equal to the sender's id does it
    /// prove that the number is theirs.
    #[serde(deserialize_with = "lenient")]
    pub user_id: Option<i64>,
}

lenient_object!(Contact, it => !it.phone_number.is_empty());

/// A point, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}

/// Both halves, or it is no place: a missing one is not the equator.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Point {
    #[serde(deserialize_with = "lenient")]
    latitude: Option<f64>,
    #[serde(deserialize_with = "lenient")]
    longitude: Option<f64>,
}

impl<'de> Lenient<'de> for Location {
    fn from_map<A: serde::de::MapAccess<'de>>(map: A) -> Result<Option<Self>, A::Error> {
        let point = Point::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        Ok(point.latitude.zip(point.longitude).map(|(latitude, longitude)| Self { latitude, longitude }))
    }
}

/// A named place; only its point matters here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Venue {
    #[serde(deserialize_with = "lenient")]
    pub(super) location: Option<Location>,
}

lenient_object!(Venue, it => it.location.is_some());
