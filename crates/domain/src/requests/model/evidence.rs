//! What shows that work was done.

use serde::{Deserialize, Serialize};

use super::Request;
use crate::{Error, Result, ids::MaterialId};

/// When a photo of the work was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Stage {
    /// Before the work.
    Before,
    /// After it.
    After,
}

/// A step of the work's checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkStep {
    /// Its place in the list, from 0.
    pub position: i16,
    /// What to do.
    pub words: String,
    /// Whether it is done.
    pub is_done: bool,
}

/// Something that the work took.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// Its id.
    pub id: MaterialId,
    /// What it is.
    pub name: String,
    /// How much of it, in thousandths.
    pub quantity: i64,
    /// What all of it cost, in minor units of the org's currency.
    pub cost: i64,
}

/// What the work has to show so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The checklist.
    pub steps: Vec<WorkStep>,
    /// What it took.
    pub materials: Vec<Material>,
    /// How many photos there are from before.
    pub photos_before: i64,
    /// How many photos there are from after.
    pub photos_after: i64,
}

/// What is wanted of the work, and is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A photo of this stage.
    Photo(Stage),
    /// A step of the checklist, in its words.
    Step(String),
    /// The resident's word on the price.
    Price,
}

impl Evidence {
    /// All that «Готово» is refused for, in the order of the work.
    pub fn missing(&self, request: &Request) -> Vec<Missing> {
        let about = &request.about;
        let before = (about.photo_before && self.photos_before == 0).then_some(Missing::Photo(Stage::Before));
        let after = (about.photo_after && self.photos_after == 0).then_some(Missing::Photo(Stage::After));
        let steps = self.steps.iter().filter(|step| !step.is_done).map(|step| Missing::Step(step.words.clone()));
        let price = (request.price.is_some() && request.price_agreed != Some(true)).then_some(Missing::Price);
        before.into_iter().chain(after).chain(steps).chain(price).collect()
    }

    /// Refuses what does not show all that its category wants.
    pub(in crate::requests) fn check(&self, request: &Request) -> Result<()> {
        match self.missing(request).first() {
            Some(Missing::Photo(Stage::Before)) => Err(Error::Refused("photo_before_missing")),
            Some(Missing::Photo(Stage::After)) => Err(Error::Refused("photo_after_missing")),
            Some(Missing::Step(_)) => Err(Error::Refused("steps_missing")),
            Some(Missing::Price) => Err(Error::Refused("price_not_agreed")),
            None => Ok(()),
        }
    }
}
