//! Where a dialogue stands, and what one step makes of it.

use serde::{Deserialize, Serialize};

use crate::{Chart, Screen, invites, orgs, people, requests, shifts};

/// Where a dialogue stands. Kept as JSON for up to a week: a field may be added with a default, never renamed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing is being asked.
    Menu {
        /// A request that was begun and laid aside.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        draft: Option<requests::Draft>,
    },
    /// The first meeting.
    People(people::State),
    /// A request is being written, or a word about one.
    Requests(requests::State),
    /// Something is asked about an org.
    Orgs(orgs::State),
    /// Somebody is invited.
    Invites(invites::State),
    /// A shift is handed over.
    Shifts(shifts::State),
}

impl State {
    /// The version of what [`State`] looks like. A record of another version means: no dialogue.
    pub const SCHEMA: u32 = 1;

    /// The same, laid aside: the menu, which offers a draft again.
    pub fn laid_aside(self) -> State {
        State::Menu { draft: self.into_draft() }
    }

    /// The request that was begun, wherever the dialogue stands: it is never lost on the way.
    pub fn into_draft(self) -> Option<requests::Draft> {
        match self {
            State::Menu { draft } => draft,
            State::People(state) => state.draft,
            State::Requests(state) => state.into_draft(),
            State::Orgs(state) => state.draft,
            State::Invites(state) => state.draft,
            State::Shifts(state) => state.draft,
        }
    }

    /// Whether something is being asked, which is laid aside after a while of silence.
    pub fn expects(&self) -> bool {
        !matches!(self, State::Menu { .. })
    }
}

impl Default for State {
    fn default() -> Self {
        State::Menu { draft: None }
    }
}

/// What one step did.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Where the dialogue stands now.
    pub state: State,
    /// What to show.
    pub show: Show,
    /// A word at the tapped button.
    pub toast: Option<String>,
    /// Whether that word stays until it has been read.
    pub alerts: bool,
    /// A line above the screen.
    pub lead: Option<String>,
    /// Whether something that [`domain::people::Identity`] holds has changed.
    pub identity_changed: bool,
    /// Whether something that [`domain::orgs::Org`] holds has changed.
    pub org_changed: bool,
    /// Whether the message was passed on: the bot says so by a reaction.
    pub received: bool,
}

/// What to show after a step. A tapped message is changed in place, unless the screen has to be fresh.
#[derive(Clone, Debug, PartialEq)]
pub enum Show {
    /// The state's own screen.
    Screen,
    /// The state's own screen, in a new message: the tapped one is a live card.
    Fresh,
    /// Something else, in place of the tapped message.
    Other(Screen),
    /// Something else, in a new message.
    OtherFresh(Screen),
    /// A link as a QR code, with this under it, in a new message.
    Qr {
        /// What the code says.
        link: String,
        /// What stands under it: at most 1024 UTF-16 code units (Bot API, `sendPhoto`).
        screen: Screen,
    },
    /// A chart, with this under it (at most 1024 UTF-16 code units), in place of the tapped message.
    Picture {
        /// What is drawn.
        chart: Chart,
        /// What stands under it.
        screen: Screen,
    },
    /// Nothing: a live card follows by itself.
    Nothing,
}

impl Step {
    /// Goes to `state` and shows it.
    pub fn to(state: State) -> Self {
        Self {
            state,
            show: Show::Screen,
            toast: None,
            alerts: false,
            lead: None,
            identity_changed: false,
            org_changed: false,
            received: false,
        }
    }

    /// Shows something else than the state's own screen.
    pub fn showing(mut self, show: Show) -> Self {
        self.show = show;
        self
    }

    /// With a word at the tapped button.
    pub fn toast(mut self, toast: String) -> Self {
        self.toast = Some(toast);
        self
    }

    /// With a word at the tapped button that stays until it has been read.
    pub fn alert(mut self, words: String) -> Self {
        (self.toast, self.alerts) = (Some(words), true);
        self
    }

    /// With a line above the screen.
    pub fn lead(mut self, lead: String) -> Self {
        self.lead = Some(lead);
        self
    }

    /// The message was passed on.
    pub fn received(mut self) -> Self {
        self.received = true;
        self
    }

    /// What is known of the org has changed.
    pub fn org_changed(mut self) -> Self {
        self.org_changed = true;
        self
    }

    /// What is known of the person has changed.
    pub fn identity_changed(mut self) -> Self {
        self.identity_changed = true;
        self
    }
}
