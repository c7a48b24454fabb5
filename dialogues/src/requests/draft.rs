//! A request that is being written.

use domain::requests::{ATTACHMENTS_MAX, Attachment, Category, Place, WORDS_MAX};
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
    pub category: Option<Category>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What it says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Photos, voice and files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
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

    /// The first question that has no answer yet.
    pub(crate) fn next(self) -> State {
        if self.category.is_none() {
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
