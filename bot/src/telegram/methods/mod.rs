//! Methods of the Bot API as structs whose fields are the parameters.
//!
//! Source: the Bot API 10.3. A parameter that the product does not use is left
//! out; an absent optional one is not sent at all.

mod edit;
mod output;
mod send;
mod send_file;
mod setup;
mod topic;

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use edit::{
    AnswerCallbackQuery, DeleteMessage, EditMessageCaption, EditMessageMedia, EditMessageReplyMarkup, EditMessageText,
    PinChatMessage, SetMessageReaction, UnpinChatMessage,
};
pub use output::{File, ForumTopic, Me, Sent, TopicIcon, WebhookInfo};
pub use send::{ChatAction, CopyMessage, SendChatAction, SendContact, SendLocation, SendMessage};
pub use send_file::{AlbumItem, SendFile, SendMediaGroup};
pub use setup::{
    BotCommand, BotCommandScope, DeleteWebhook, GetChat, GetChatMember, GetFile, GetMe, GetUpdates, GetWebhookInfo,
    MenuButton, SetChatMenuButton, SetMyCommands, SetWebhook,
};
pub use topic::{CloseForumTopic, CreateForumTopic, EditForumTopic, GetForumTopicIconStickers, ReopenForumTopic};

/// A method of the Bot API.
pub trait Method: Serialize + Sync {
    /// What Telegram gives back. It decodes tolerantly: once Telegram said
    /// "ok" the call has had its effect and must not fail for a field.
    type Output: DeserializeOwned + Send;

    /// Its name in the API.
    const NAME: &'static str;

    /// The name to call, for a struct that stands for a family of methods.
    fn name(&self) -> &'static str {
        Self::NAME
    }

    /// The chat that it is about; budgets are counted by it.
    fn chat(&self) -> Option<i64> {
        None
    }

    /// How long to wait for the answer.
    fn timeout(&self) -> Duration {
        Duration::from_secs(15)
    }
}

/// A method that may come with the bytes of a file.
pub trait Attaches: Method {
    /// The part of the form that holds the file.
    fn part(&self) -> &'static str;

    /// The parameter that stands for the file otherwise, and is left out.
    fn replaces(&self) -> Option<&'static str>;
}

/// `method!(Struct, "name" => Output)`, with `chat` when it has a `chat_id`.
macro_rules! method {
    ($type:ty, $name:literal => $output:ty) => {
        impl $crate::telegram::methods::Method for $type {
            type Output = $output;
            const NAME: &'static str = $name;
        }
    };
    ($type:ty, $name:literal => $output:ty, chat) => {
        impl $crate::telegram::methods::Method for $type {
            type Output = $output;
            const NAME: &'static str = $name;

            fn chat(&self) -> Option<i64> {
                Some(self.chat_id)
            }
        }
    };
}
use method;
