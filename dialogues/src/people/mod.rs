//! The first meeting: whose flat, which phone number, which language.

mod handle;
mod view;

use domain::ids::UnitId;
use serde::{Deserialize, Serialize};

pub(crate) use handle::{answer, choose_language, contact, said, start};
pub(crate) use view::{language_row, language_screen, view};

use crate::requests::Draft;

/// What is being asked of a newcomer.
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
    /// «Это вы?»
    LivesHere {
        /// The unit of the deep link.
        unit: UnitId,
        /// The building's address.
        address: String,
        /// The unit's number.
        number: String,
    },
    /// The phone number, by the contact button.
    Phone {
        /// The unit that they said is theirs.
        unit: Option<UnitId>,
    },
}
