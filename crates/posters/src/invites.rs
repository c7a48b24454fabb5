//! Cards with the links of flats: twelve on a page, to be cut apart and put into letter boxes.

use typst::foundations::{Array, Dict, IntoValue};
use typst_layout::PagedDocument;

use crate::{Error, document, qr};

/// So many cards one file holds: a hundred pages.
pub const MOST_INVITES: usize = 1200;

/// What is on all cards of a file.
#[derive(Clone, Debug)]
pub struct InviteWords {
    /// What to do with the card, a line for each language.
    pub hints: Vec<String>,
    /// Whose card it is: the name of the org.
    pub org: String,
}

/// A card.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The building's address.
    pub place: String,
    /// Which flat, in words: «кв. 42».
    pub unit: String,
    /// What the code says.
    pub link: String,
}

/// Twelve cards on a page, in the order given: row by row, so that a stack that is cut stays in order.
pub fn invites(words: &InviteWords, invites: &[Invite]) -> Result<Vec<u8>, Error> {
    document::pdf(&set(words, invites)?)
}

pub(crate) fn set(words: &InviteWords, invites: &[Invite]) -> Result<PagedDocument, Error> {
    match invites.len() {
        0 => return Err(Error::Empty),
        1..=MOST_INVITES => {}
        _ => return Err(Error::TooMany(MOST_INVITES)),
    }
    let mut data = Dict::new();
    let hints: Array = words.hints.iter().map(|hint| hint.as_str().into_value()).collect();
    data.insert("hints".into(), hints.into_value());
    data.insert("org".into(), words.org.as_str().into_value());
    let mut cards = Array::new();
    for invite in invites {
        let mut card = Dict::new();
        card.insert("place".into(), invite.place.as_str().into_value());
        card.insert("unit".into(), invite.unit.as_str().into_value());
        card.insert("code".into(), qr::code(&invite.link, 4)?.into_value());
        cards.push(card.into_value());
    }
    data.insert("invites".into(), cards.into_value());
    document::set(include_str!("templates/invites.typ"), data)
}
