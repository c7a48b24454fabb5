//! The act of an incident: what happened, step by step, with room for signatures.

use typst::foundations::{Array, Dict, IntoValue};
use typst_layout::PagedDocument;

use crate::{Error, document};

/// So many lines one act holds.
pub const MOST_LINES: usize = 1000;

/// An act, in one language: all of its words.
#[derive(Clone, Debug, Default)]
pub struct Act {
    /// Whose it is: the name of the org.
    pub org: String,
    /// «Акт об аварии № 1057».
    pub title: String,
    /// When it was made.
    pub made: String,
    /// What is known: a name and a value each.
    pub facts: Vec<(String, String)>,
    /// The tables below: a heading, and lines of a time and what was then. One without lines is left out.
    pub tables: Vec<(String, Vec<(String, String)>)>,
    /// Who signs.
    pub signatures: Vec<String>,
}

/// A4, as many pages as it takes.
pub fn act(act: &Act) -> Result<Vec<u8>, Error> {
    document::pdf(&set(act)?)
}

pub(crate) fn set(act: &Act) -> Result<PagedDocument, Error> {
    if act.tables.iter().map(|(_, lines)| lines.len()).sum::<usize>() > MOST_LINES {
        return Err(Error::TooMany(MOST_LINES));
    }
    let mut data = Dict::new();
    data.insert("org".into(), act.org.as_str().into_value());
    data.insert("title".into(), act.title.as_str().into_value());
    data.insert("made".into(), act.made.as_str().into_value());
    data.insert("facts".into(), pairs(&act.facts).into_value());
    let tables: Array = act
        .tables
        .iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(heading, lines)| {
            Array::from_iter([heading.as_str().into_value(), pairs(lines).into_value()]).into_value()
        })
        .collect();
    data.insert("tables".into(), tables.into_value());
    let signatures: Array = act.signatures.iter().map(|who| who.as_str().into_value()).collect();
    data.insert("signatures".into(), signatures.into_value());
    document::set(include_str!("templates/acts.typ"), data)
}

fn pairs(pairs: &[(String, String)]) -> Array {
    pairs
        .iter()
        .map(|(a, b)| Array::from_iter([a.as_str().into_value(), b.as_str().into_value()]).into_value())
        .collect()
}
