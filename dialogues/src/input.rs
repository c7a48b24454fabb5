//! What a person did, as a dialogue understands it.

use domain::requests::{Attachment, AttachmentKind};
use i18n::{Lang, t};

use crate::{Action, Imported};

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A command, or a key that stands for one.
    Command(Command),
    /// A button.
    Tap(Action),
    /// A button that means nothing any more.
    OldTap,
    /// Anything else.
    Said(Said),
    /// The token of a bot was sent, taken out of the chat and tried.
    Connected(Connected),
    /// A table was sent by somebody who may fill the register with it, and read.
    Imported(Imported),
}

/// What came of the token of a bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Connected {
    /// The bot speaks for the org now.
    Yes {
        /// Without the `@`.
        username: String,
    },
    /// Telegram does not know the token.
    Unknown,
    /// A rule said no: the code of the error.
    Refused(&'static str),
}

/// What works everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `/start`, with the payload of a deep link.
    Start(Option<String>),
    /// `/menu`
    Menu,
    /// `/cancel`
    Cancel,
    /// `/language`
    Language,
    /// `/help`
    Help,
    /// `/new`
    New,
    /// `/my`
    My,
    /// `/jobs`
    Jobs,
    /// `/org`
    Org,
    /// `/team`
    Team,
    /// `/shift`
    Shift,
    /// `/sessions`
    Sessions,
    /// `/settings`
    Settings,
    /// `/today`
    Today,
    /// `/report`
    Report,
    /// A command that there is not.
    Unknown,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// Its text or caption.
    pub words: String,
    /// Its file.
    pub attachments: Vec<Attachment>,
    /// A contact that was shared.
    pub contact: Option<Contact>,
    /// A point of the map: degrees north and east.
    pub location: Option<(f64, f64)>,
    /// The message that it answers.
    pub reply_to: Option<i64>,
    /// The album that it is part of; its other parts follow.
    pub album: Option<String>,
    /// The message itself.
    pub message: Option<i64>,
}

/// A contact that was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The number, as Telegram writes it.
    pub phone: String,
    /// Whether it is the sender's own: Telegram vouches for it only then.
    pub is_own: bool,
}

impl Said {
    /// Whether there is anything in it that a request could hold.
    pub fn has_content(&self) -> bool {
        !self.words.trim().is_empty() || !self.attachments.is_empty()
    }

    /// Whether a request can begin with it: anything but a lone sticker, which is a mood.
    pub fn tells_something(&self) -> bool {
        let is_sticker = |file: &Attachment| file.kind == AttachmentKind::Sticker;
        self.location.is_some() || !self.words.trim().is_empty() || !self.attachments.iter().all(is_sticker)
    }
}

impl Input {
    /// What a message means: a command, a key of the main keyboard in any language, or words.
    pub fn message(said: Said) -> Input {
        if !said.attachments.is_empty() {
            return Input::Said(said);
        }
        let words = said.words.trim();
        if let Some(command) = words.strip_prefix('/') {
            return Input::Command(command_of(command));
        }
        // A keyboard outlives a change of language, so its keys are known in all of them.
        for lang in Lang::ALL {
            if words == t::menu::key_new(lang) {
                return Input::Command(Command::New);
            }
            if words == t::menu::key_my(lang) {
                return Input::Command(Command::My);
            }
            if words == t::menu::key_more(lang) {
                return Input::Tap(Action::More);
            }
        }
        Input::Said(said)
    }
}

fn command_of(text: &str) -> Command {
    let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let name = name.split('@').next().unwrap_or(name); // `/help@our_bot` in a group
    match name.to_lowercase().as_str() {
        "start" => Command::Start(Some(rest.trim().to_owned()).filter(|payload| !payload.is_empty())),
        "menu" => Command::Menu,
        "cancel" => Command::Cancel,
        "language" | "lang" => Command::Language,
        "settings" => Command::Settings,
        "today" => Command::Today,
        "report" => Command::Report,
        "help" => Command::Help,
        "new" => Command::New,
        "my" => Command::My,
        "jobs" => Command::Jobs,
        "org" => Command::Org,
        "team" => Command::Team,
        "shift" => Command::Shift,
        "sessions" => Command::Sessions,
        _ => Command::Unknown,
    }
}
