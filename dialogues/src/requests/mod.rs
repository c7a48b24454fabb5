//! Filing a request, following it, working on it, and speaking about it.

pub(crate) mod action;
pub mod cards;
mod choices;
mod desk;
mod draft;
mod handle;
mod lists;
pub mod mirror;
pub mod notices;
pub(crate) mod reasons;
mod said;
mod slot;
mod tap;
mod view;
pub(crate) mod words;
pub mod work;

use domain::{ids::RequestId, requests::Summary};
use serde::{Deserialize, Serialize};

pub(crate) use desk::tap as tap_at_desk;
pub use draft::Draft;
pub(crate) use handle::{add_to_draft, answer, begin, begin_anew, resume};
pub(crate) use lists::{list, summary_line};
pub(crate) use said::{reply_to_message, said};
pub(crate) use tap::{at_desk, tap};
pub(crate) use view::{HOMES_SHOWN, draft_summary, view};
pub(crate) use words::{about_name, local_day, local_time, place_line, stars, zone};
pub use work::{Ask, Work};

/// What is being written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// What is it about?
    Category(Draft),
    /// What of this kind is it? The draft has the kind.
    Problem(Draft),
    /// Where is it?
    Place(Draft),
    /// What is the matter?
    Describe {
        /// What there is so far.
        draft: Draft,
        /// The next words take the place of those that there are.
        #[serde(default)]
        rewriting: bool,
    },
    /// When can you be found?
    Slot(Draft),
    /// Is that all?
    Review(Draft),
    /// Is it the same as a neighbour's?
    Alike {
        /// What there is.
        draft: Draft,
        /// The neighbour's.
        request: RequestId,
        /// Its number.
        number: i64,
        /// The beginning of what it says.
        words: String,
    },
    /// A word to the staff about a request.
    Reply(Reply),
    /// A word with the stars.
    Remark(Reply),
    /// Something about the work on a request.
    Work(Work),
}

/// A word to the staff about a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Which.
    pub request: RequestId,
    /// Its number.
    pub number: i64,
    /// The album whose parts are still coming in; the word itself has been passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
    /// A request that was begun before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
}

impl State {
    /// Asks whether it is the same as a neighbour's.
    pub(crate) fn alike(draft: Draft, found: Summary) -> Self {
        State::Alike { draft, request: found.id, number: found.number, words: found.words }
    }

    /// The draft in it, when it holds anything.
    pub(crate) fn into_draft(self) -> Option<Draft> {
        match self {
            State::Category(draft)
            | State::Problem(draft)
            | State::Place(draft)
            | State::Describe { draft, .. }
            | State::Slot(draft)
            | State::Review(draft)
            | State::Alike { draft, .. } => Some(draft).filter(|draft| !draft.is_empty()),
            State::Reply(reply) | State::Remark(reply) => reply.draft,
            State::Work(work) => work.draft,
        }
    }
}
