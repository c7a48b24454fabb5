//! The org: its card, leaving and deleting it; and founding one with the platform's own bot.

pub(crate) mod action;
mod create;
mod handle;
mod view;

use domain::{OrgId, orgs::Industry, people::Language};
use serde::{Deserialize, Serialize};

pub(crate) use create::{connected, platform};
pub(crate) use handle::{card, said, tap};
pub use view::closed;
pub(crate) use view::{view, welcome};

use crate::requests::Draft;

/// What is being asked about an org.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The question.
    pub ask: Ask,
    /// A request that was begun before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
}

/// The question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The name of the org that is to be deleted.
    DeleteName,
    /// What the new org does.
    Industry,
    /// What it is called.
    Name {
        /// What it does.
        industry: Industry,
    },
    /// Which language its team speaks.
    Language {
        /// What it does.
        industry: Industry,
        /// Its name.
        name: String,
    },
    /// By whose time it lives.
    Zone {
        /// The id that it will have: a step that is taken twice founds one org.
        org: OrgId,
        /// What it does.
        industry: Industry,
        /// Its name.
        name: String,
        /// The language of its team.
        language: Language,
    },
    /// The token of its bot. It is never kept here: whoever carries the dialogue takes it out of the chat.
    Token {
        /// The org.
        org: OrgId,
        /// Its name.
        name: String,
    },
}
