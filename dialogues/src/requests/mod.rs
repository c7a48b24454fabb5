//! Filing a request, following it, and speaking about it.

pub mod cards;
mod draft;
mod handle;
mod lists;
pub mod notices;
mod tap;
mod view;

use serde::{Deserialize, Serialize};

pub use draft::Draft;
pub(crate) use handle::{add_to_draft, answer, begin, begin_anew, reply_to_message, resume, said};
pub(crate) use lists::list;
pub(crate) use tap::tap;
pub(crate) use view::{HOMES_SHOWN, draft_summary, view};

use domain::ids::RequestId;

/// What is being written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// What is it about?
    Category(Draft),
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
    /// Is that all?
    Review(Draft),
    /// A word to the staff about a request.
    Reply(Reply),
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
    /// The draft in it, when it holds anything.
    pub(crate) fn into_draft(self) -> Option<Draft> {
        match self {
            State::Category(draft) | State::Place(draft) | State::Describe { draft, .. } | State::Review(draft) => {
                Some(draft).filter(|draft| !draft.is_empty())
            }
            State::Reply(reply) => reply.draft,
        }
    }
}
