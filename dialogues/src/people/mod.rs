//! The first meeting: whose flat, which phone number, which language.

pub mod action;
mod handle;
pub mod notices;
mod view;

use domain::ids::{BuildingId, UnitId};
use serde::{Deserialize, Serialize};

pub(crate) use handle::{answer, choose_language, contact, said, start, tap};
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
    /// The flat, by the address of its building.
    Search {
        /// What was found.
        #[serde(default)]
        found: Vec<(BuildingId, String)>,
    },
    /// The number of the flat in a building that was found.
    Number {
        /// The building.
        building: BuildingId,
        /// Its address.
        address: String,
    },
    /// As what they live there. Words begin a request all the same.
    Role {
        /// The unit.
        unit: UnitId,
        /// The building's address.
        address: String,
        /// The unit's number.
        number: String,
    },
    /// Whether they agree. Words begin a request all the same.
    Consent,
}
