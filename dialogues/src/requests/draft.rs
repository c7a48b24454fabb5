//! A request that is being written.

use domain::{
    categories::{Categories, PlaceKind},
    ids::CategoryId,
    people::Home,
    requests::{ATTACHMENTS_MAX, Attachment, Place, Slot, WORDS_MAX},
};
use i18n::{Lang, t};
use serde::{Deserialize, Serialize};

use super::State;
use crate::Said;

/// The answers so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<CategoryId>,
    /// What it is about was guessed from the words.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_guess: bool,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What it says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Photos, voice and files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// When the resident can be found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
    /// «Авария».
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_urgent: bool,
}

/// Why something did not go into the draft. What was there before still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Full {
    Words,
    Attachments,
}

impl Full {
    /// What to say about it.
    pub(crate) fn words(self, lang: Lang) -> String {
        match self {
            Full::Words => t::requests::words_full(lang),
            Full::Attachments => t::requests::attachments_full(lang, ATTACHMENTS_MAX as i64),
        }
    }
}

impl Draft {
    /// Whether there is nothing in it yet.
    pub fn is_empty(&self) -> bool {
        *self == Draft::default()
    }

    /// Whether it says anything.
    pub fn has_content(&self) -> bool {
        !self.words.trim().is_empty() || !self.attachments.is_empty()
    }

    /// Adds words, files and a place to what there is.
    pub(crate) fn add(&mut self, said: &Said) -> Result<(), Full> {
        let words = said.words.trim();
        let joined = match (self.words.is_empty(), words.is_empty()) {
            (_, true) => self.words.clone(),
            (true, false) => words.to_owned(),
            (false, false) => format!("{}\n{words}", self.words),
        };
        if joined.chars().count() > WORDS_MAX {
            return Err(Full::Words);
        }
        if self.attachments.len() + said.attachments.len() > ATTACHMENTS_MAX {
            return Err(Full::Attachments);
        }
        self.words = joined;
        self.attachments.extend(said.attachments.iter().cloned());
        if let Some((latitude, longitude)) = said.location {
            self.place = Some(Place::Point { latitude, longitude });
        }
        Ok(())
    }

    /// Answers by itself what the words and the register say: what it is about, and where, when there is one answer.
    pub(crate) fn guess(&mut self, categories: &Categories, homes: &[Home]) {
        let spoken = spoken_place(&self.words);
        if (self.about.is_none() || self.is_guess)
            && let Some(guess) = categories.guess(&self.words, spoken.and_then(|place| place.kind()))
            && guess.is_sure
        {
            (self.about, self.is_guess) = (Some(guess.category), true);
        }
        let Some(category) = self.about.and_then(|id| categories.get(id)) else { return };
        if self.place.is_some_and(|place| !fits(place, &category.places)) {
            self.place = None;
        }
        if self.place.is_none() {
            self.place = spoken.filter(|place| fits(*place, &category.places));
        }
        if self.place.is_none() {
            self.place = match (category.places.as_slice(), homes) {
                ([PlaceKind::Entrance], _) => Some(Place::Entrance),
                ([PlaceKind::Yard], _) => Some(Place::Yard),
                (places, [home]) if places.contains(&PlaceKind::Unit) => Some(Place::Unit(home.unit)),
                _ => None,
            };
        }
    }

    /// The first question that has no answer yet. A category that is no longer offered is asked for anew.
    pub(crate) fn next(mut self, categories: &Categories) -> State {
        if self.about.is_some_and(|id| categories.get(id).is_none()) {
            (self.about, self.is_guess) = (None, false);
        }
        if self.about.is_none() {
            State::Category(self)
        } else if self.place.is_none() {
            State::Place(self)
        } else if !self.has_content() {
            State::Describe { draft: self, rewriting: false }
        } else {
            State::Review(self)
        }
    }
}

/// Where the words say that it is.
fn spoken_place(words: &str) -> Option<Place> {
    const ENTRANCE: [&str; 7] = ["подъезд", "лестни", "на этаже", "podyezd", "zinapoya", "entrance", "stairs"];
    const YARD: [&str; 5] = ["во двор", "на двор", "hovli", "in the yard", "площадк"];
    let words = words.to_lowercase();
    let speaks_of = |places: &[&str]| places.iter().any(|place| words.contains(place));
    match (speaks_of(&ENTRANCE), speaks_of(&YARD)) {
        (true, false) => Some(Place::Entrance),
        (false, true) => Some(Place::Yard),
        _ => None,
    }
}

/// Whether what can be at `places` can be here; a point of the map can be anything.
pub(crate) fn fits(place: Place, places: &[PlaceKind]) -> bool {
    place.kind().is_none_or(|kind| places.contains(&kind))
}
