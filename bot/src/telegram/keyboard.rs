//! Keyboards: buttons under a message, and buttons in place of the phone's
//! keyboard.

use serde::Serialize;
use serde_with::skip_serializing_none;

/// What comes with a message besides its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ReplyMarkup {
    /// Buttons under the message.
    Inline(InlineKeyboardMarkup),
    /// Buttons in place of the keyboard.
    Keyboard(ReplyKeyboardMarkup),
    /// Takes those away.
    Remove(ReplyKeyboardRemove),
    /// Opens the reply line.
    ForceReply(ForceReply),
}

/// Rows of buttons under a message. No rows take the buttons away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InlineKeyboardMarkup {
    /// Rows, top to bottom.
    pub inline_keyboard: Vec<Vec<InlineKeyboardButton>>,
}

/// A button under a message; it has exactly one of the optional actions.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InlineKeyboardButton {
    /// What it says.
    pub text: String,
    /// Comes back with a tap, 1-64 bytes.
    pub callback_data: Option<String>,
    /// Opens a page or a chat.
    pub url: Option<String>,
    /// Opens a mini-app; private chats only.
    pub web_app: Option<WebAppInfo>,
    /// Its colour; Bot API 9.4, older servers pass it over.
    pub style: Option<ButtonStyle>,
}

impl InlineKeyboardButton {
    /// A button that comes back as a callback.
    #[must_use]
    pub fn callback(text: impl Into<String>, data: impl Into<String>) -> Self {
        Self { text: text.into(), callback_data: Some(data.into()), ..Self::default() }
    }

    /// A button that opens a page.
    #[must_use]
    pub fn url(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: Some(url.into()), ..Self::default() }
    }
}

/// A button's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonStyle {
    /// Red.
    Danger,
    /// Green.
    Success,
    /// Blue.
    Primary,
}

/// A mini-app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WebAppInfo {
    /// Its HTTPS address.
    pub url: String,
}

/// Rows of buttons in place of the phone's keyboard; a tap says the text.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReplyKeyboardMarkup {
    /// Rows, top to bottom.
    pub keyboard: Vec<Vec<KeyboardButton>>,
    /// Shown even while the phone's keyboard is closed.
    pub is_persistent: bool,
    /// As low as its rows, not as high as the phone's keyboard.
    pub resize_keyboard: bool,
    /// Folds after a tap.
    pub one_time_keyboard: bool,
    /// What the empty line says, 1-64 characters.
    pub input_field_placeholder: Option<String>,
}

/// A button in place of the keyboard.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct KeyboardButton {
    /// What it says.
    pub text: String,
    /// A tap shares the person's own number; private chats only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub request_contact: bool,
    /// A tap shares where the person is; private chats only.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub request_location: bool,
}

/// Takes the buttons in place of the keyboard away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReplyKeyboardRemove {
    /// Always true: the API knows the object by it.
    pub remove_keyboard: bool,
    /// Only for those who are answered.
    pub selective: bool,
}

impl Default for ReplyKeyboardRemove {
    fn default() -> Self {
        Self { remove_keyboard: true, selective: false }
    }
}

/// Opens the reply line as if the person had chosen "reply".
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForceReply {
    /// Always true: the API knows the object by it.
    pub force_reply: bool,
    /// Only for those who are answered.
    pub selective: bool,
    /// What the empty line says, 1-64 characters.
    pub input_field_placeholder: Option<String>,
}

impl Default for ForceReply {
    fn default() -> Self {
        Self { force_reply: true, selective: false, input_field_placeholder: None }
    }
}
