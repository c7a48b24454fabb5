//! `/shift`: one's own shift, taking it and handing it over, and who is on duty.

pub(crate) mod action;
mod handle;
mod view;

use serde::{Deserialize, Serialize};

pub(crate) use handle::{said, show, tap};
pub(crate) use view::view;

use crate::requests::Draft;

/// Whoever hands their shift over is asked what the next one has to know.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// A request that was begun before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
}
