//! Formatting and quoting of sent messages. Formatting is by entities, never by
//! a parse mode, so that a person's own words need no escaping.

use serde::Serialize;
use serde_with::skip_serializing_none;

/// A formatted stretch of a text.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageEntity {
    /// Its sort.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// Start, in UTF-16 units.
    pub offset: u32,
    /// Length, in UTF-16 units.
    pub length: u32,
    /// Where a [`EntityKind::TextLink`] leads.
    pub url: Option<String>,
    /// The programming language of a [`EntityKind::Pre`].
    pub language: Option<String>,
}

/// Sorts of formatting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Underlined.
    Underline,
    /// Struck through.
    Strikethrough,
    /// Hidden until tapped.
    Spoiler,
    /// A quotation.
    Blockquote,
    /// A quotation, folded at first.
    ExpandableBlockquote,
    /// Monospaced words; a tap copies them.
    Code,
    /// A monospaced block.
    Pre,
    /// Words that lead to a URL.
    TextLink,
}

/// Which message is answered.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReplyParameters {
    /// The message.
    pub message_id: i64,
    /// Its chat, when it is another one.
    pub chat_id: Option<i64>,
    /// Send even if that message is gone.
    pub allow_sending_without_reply: bool,
}

impl ReplyParameters {
    /// An answer in the same chat that is sent in any case.
    #[must_use]
    pub fn to(message_id: i64) -> Self {
        Self { message_id, chat_id: None, allow_sending_without_reply: true }
    }
}

/// Whether a link shows a preview.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkPreviewOptions {
    /// No preview.
    pub is_disabled: Option<bool>,
}
