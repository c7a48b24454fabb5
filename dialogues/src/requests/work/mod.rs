//! The work on a request in the private chat of whoever has it: the live card, and what is asked for by its buttons.

mod card;
mod said;
mod spoken;
mod tap;
mod view;

use domain::{
    ids::RequestId,
    requests::{PauseReason, Stage},
};
use serde::{Deserialize, Serialize};

pub use card::card;
pub(crate) use said::{said, to_resident};
pub(crate) use tap::{jobs, tap};
pub use view::turnout;
pub(crate) use view::view;

use super::{Draft, State as Asked};
use crate::State;

/// Something is asked about the work on a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Work {
    /// Which request.
    pub request: RequestId,
    /// Its number.
    pub number: i64,
    /// What is asked.
    pub ask: Ask,
    /// A request that was begun before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
}

/// What is asked about the work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Where are you?
    Location,
    /// Are you there, though you are so far away?
    Far {
        /// How far.
        metres: i32,
    },
    /// Photos of this stage.
    Photos {
        /// Which.
        stage: Stage,
        /// How many there are.
        count: i64,
    },
    /// Materials, one after the other.
    Material {
        /// The one that was noted last, as its line says it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        noted: Option<Noted>,
        /// What such work took most often: their ids and lines.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        usual: Vec<Noted>,
    },
    /// What will it cost?
    Price,
    /// When does it go on?
    Until {
        /// Why it waits.
        reason: PauseReason,
    },
    /// What was done?
    Result,
}

/// A material that was noted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    /// Its id, for taking it off.
    pub id: domain::ids::MaterialId,
    /// «🔩 сифон × 1 — 85 000 UZS».
    pub line: String,
}

/// Where the dialogue stands when the work on a request went on by a button: what was asked about it is over.
pub(crate) fn left(state: State) -> State {
    match state {
        State::Requests(Asked::Work(_)) => state.laid_aside(),
        state => state,
    }
}
