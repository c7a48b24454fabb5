//! The Telegram wire: updates as they come in, calls as they go out.
//!
//! The types are our own and small: they take what the product uses and pass
//! over the rest, so that a newer Bot API never costs a person their message.

mod attachment;
mod callback;
mod chat;
mod client;
mod download;
mod error;
mod http;
mod keyboard;
mod lenient;
mod message;
pub mod methods;
mod salvage;
mod service;
#[cfg(test)]
mod tests;
mod text;
mod token;
mod update;

pub use attachment::{Attachment, AttachmentKind, Contact, Location};
pub use callback::CallbackQuery;
pub use chat::{
    Chat, ChatJoinRequest, ChatKind, ChatMember, ChatMemberUpdated, MemberStatus, MessageReaction, Reaction, User,
};
pub use client::{Client, Upload};
pub use download::{Download, DownloadError};
pub use error::CallError;
pub use http::http_client;
pub use keyboard::{
    ButtonStyle, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup,
    ReplyKeyboardRemove, ReplyMarkup, WebAppInfo,
};
pub use message::{Content, Message, Reply};
pub use service::Service;
pub use text::{EntityKind, LinkPreviewOptions, MessageEntity, ReplyParameters};
pub use token::{BadToken, Token};
pub use update::{DecodeError, Update, UpdateKind, Updates};
