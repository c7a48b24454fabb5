//! What a bot is asked and told about itself, its chats and its updates.

use std::time::Duration;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{File, Me, Method, WebhookInfo, method};
use crate::telegram::chat::{Chat, ChatMember};
use crate::telegram::keyboard::WebAppInfo;
use crate::telegram::update::Updates;

/// Asks who the bot is; the cheapest proof that a token is good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GetMe {}
method!(GetMe, "getMe" => Me);

/// Has updates delivered by HTTPS.
#[skip_serializing_none]
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct SetWebhook {
    /// HTTPS, port 443, 80, 88 or 8443; empty takes the webhook away.
    pub url: String,
    /// Comes back in `X-Telegram-Bot-Api-Secret-Token`; 1-256 of `A-Za-z0-9_-`.
    pub secret_token: Option<String>,
    /// Deliveries at once, 1-100; Telegram's default is 40.
    pub max_connections: Option<u32>,
    /// Kinds to deliver; empty for the default ones, absent keeps what was set.
    pub allowed_updates: Option<Vec<String>>,
    /// Forget what waits.
    pub drop_pending_updates: Option<bool>,
}
method!(SetWebhook, "setWebhook" => bool);

/// Without the secret and without the URL, which may hold one.
impl std::fmt::Debug for SetWebhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SetWebhook").field("allowed_updates", &self.allowed_updates).finish_non_exhaustive()
    }
}

/// Ends deliveries.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DeleteWebhook {
    /// Forget what waits.
    pub drop_pending_updates: Option<bool>,
}
method!(DeleteWebhook, "deleteWebhook" => bool);

/// Asks how deliveries fare.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GetWebhookInfo {}
method!(GetWebhookInfo, "getWebhookInfo" => WebhookInfo);

/// Asks for updates; refused while a webhook is set.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GetUpdates {
    /// The first one wanted; everything before is confirmed by it.
    pub offset: Option<i64>,
    /// 1-100.
    pub limit: Option<u32>,
    /// Seconds to wait for the first update.
    pub timeout: u64,
    /// Kinds to deliver, as for [`SetWebhook`].
    pub allowed_updates: Option<Vec<String>>,
}

impl Method for GetUpdates {
    type Output = Updates;
    const NAME: &'static str = "getUpdates";

    /// Longer than Telegram holds the call, or quiet times would look broken.
    fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout.saturating_add(10))
    }
}

/// Sets the list behind the menu button and `/`.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SetMyCommands {
    /// At most 100.
    pub commands: Vec<BotCommand>,
    /// For whom; absent for all.
    pub scope: Option<BotCommandScope>,
    /// For those with this language; absent for the rest.
    pub language_code: Option<String>,
}
method!(SetMyCommands, "setMyCommands" => bool);

/// One command.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BotCommand {
    /// Without the slash, 1-32 of `a-z0-9_`.
    pub command: String,
    /// 1-256 characters.
    pub description: String,
}

/// For whom commands are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BotCommandScope {
    /// All private chats.
    AllPrivateChats,
    /// All groups.
    AllGroupChats,
    /// Administrators of all groups.
    AllChatAdministrators,
    /// One chat.
    Chat {
        /// Which.
        chat_id: i64,
    },
}

/// Sets the button beside the input line of private chats.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetChatMenuButton {
    /// The private chat; absent for the bot's default.
    pub chat_id: Option<i64>,
    /// The button.
    pub menu_button: MenuButton,
}

impl Method for SetChatMenuButton {
    type Output = bool;
    const NAME: &'static str = "setChatMenuButton";

    fn chat(&self) -> Option<i64> {
        self.chat_id
    }
}

/// The button beside the input line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum MenuButton {
    /// Opens the commands.
    Commands,
    /// Opens the mini-app.
    WebApp {
        /// What the button says.
        text: String,
        /// The mini-app.
        web_app: WebAppInfo,
    },
    /// As Telegram likes.
    Default,
}

/// Asks about a chat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GetChat {
    /// Which.
    pub chat_id: i64,
}
method!(GetChat, "getChat" => Chat, chat);

/// Asks about somebody's membership. Of others than the bot itself it is sure
/// to work only where the bot is an administrator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GetChatMember {
    /// Where.
    pub chat_id: i64,
    /// Who.
    pub user_id: i64,
}
method!(GetChatMember, "getChatMember" => ChatMember, chat);

/// Asks for a file to be made ready for download; at most 20 MB.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GetFile {
    /// Which.
    pub file_id: String,
}
method!(GetFile, "getFile" => File);
