//! What a person sees: text, and what can be tapped under it.

use crate::{Action, Text};

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// What it says.
    pub text: Text,
    /// What can be tapped.
    pub buttons: Buttons,
}

impl Screen {
    /// A message with nothing to tap.
    pub fn says(text: impl Into<Text>) -> Self {
        Self { text: text.into(), buttons: Buttons::None }
    }

    /// With rows of buttons under it. Empty rows are left out.
    pub fn rows(mut self, rows: Vec<Vec<Button>>) -> Self {
        self.buttons = Buttons::Inline(rows.into_iter().filter(|row| !row.is_empty()).collect());
        self
    }

    /// With a keyboard in place of the person's own.
    pub fn keyboard(mut self, rows: Vec<Vec<Key>>) -> Self {
        self.buttons = Buttons::Keyboard(rows);
        self
    }

    /// With a line above.
    pub fn under(mut self, lead: &str) -> Self {
        self.text = self.text.under(lead);
        self
    }
}

/// What can be tapped.
#[derive(Clone, Debug, PartialEq)]
pub enum Buttons {
    /// Nothing.
    None,
    /// Under the message.
    Inline(Vec<Vec<Button>>),
    /// Under the input field, until another takes its place.
    Keyboard(Vec<Vec<Key>>),
    /// The input field opens as an answer to this message.
    ForceReply {
        /// What the empty field says.
        placeholder: String,
    },
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it means.
    pub action: Action,
    /// How it looks (Bot API 9.4; older clients show it plain).
    pub style: Style,
}

impl Button {
    /// A plain button.
    pub fn new(label: String, action: Action) -> Self {
        Self { label, action, style: Style::Plain }
    }

    /// In the colour of the step that is expected.
    pub fn success(label: String, action: Action) -> Self {
        Self { label, action, style: Style::Success }
    }

    /// In the colour of a step that takes something away.
    pub fn danger(label: String, action: Action) -> Self {
        Self { label, action, style: Style::Danger }
    }
}

/// A button's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As the client likes.
    Plain,
    /// Green.
    Success,
    /// Red.
    Danger,
}

/// A key under the input field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Sends its label as a message.
    Text(String),
    /// Sends the person's own contact.
    Contact(String),
    /// Sends where the person is.
    Location(String),
}
