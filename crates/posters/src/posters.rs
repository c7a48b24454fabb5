//! A poster for an entrance: what to do when something is broken, and the code that does it.

use typst::foundations::{Array, Dict, IntoValue};
use typst_layout::PagedDocument;

use crate::{Error, document, qr};

/// So many pages one file holds.
pub const MOST_POSTERS: usize = 100;

/// What is on all posters of a file.
#[derive(Clone, Debug)]
pub struct PosterWords {
    /// In each language, the first in large letters: «Сообщить о проблеме» and how.
    pub languages: Vec<(String, String)>,
    /// Whose poster it is: the name of the org.
    pub org: String,
    /// At the foot: the bot's address, for whoever has no camera.
    pub foot: String,
}

/// A poster.
#[derive(Clone, Debug)]
pub struct Poster {
    /// Where it hangs: the building's address.
    pub place: String,
    /// Which entrance, in words: «Подъезд 2».
    pub entrance: String,
    /// What the code says.
    pub link: String,
}

/// One A4 page for each.
pub fn posters(words: &PosterWords, posters: &[Poster]) -> Result<Vec<u8>, Error> {
    document::pdf(&set(words, posters)?)
}

pub(crate) fn set(words: &PosterWords, posters: &[Poster]) -> Result<PagedDocument, Error> {
    match posters.len() {
        0 => return Err(Error::Empty),
        1..=MOST_POSTERS => {}
        _ => return Err(Error::TooMany(MOST_POSTERS)),
    }
    let mut data = Dict::new();
    let mut languages = Array::new();
    for (headline, hint) in &words.languages {
        languages.push(Array::from_iter([headline.as_str().into_value(), hint.as_str().into_value()]).into_value());
    }
    data.insert("languages".into(), languages.into_value());
    data.insert("org".into(), words.org.as_str().into_value());
    data.insert("foot".into(), words.foot.as_str().into_value());
    let mut pages = Array::new();
    for poster in posters {
        let mut page = Dict::new();
        page.insert("place".into(), poster.place.as_str().into_value());
        page.insert("entrance".into(), poster.entrance.as_str().into_value());
        page.insert("code".into(), qr::code(&poster.link, 8)?.into_value());
        pages.push(page.into_value());
    }
    data.insert("posters".into(), pages.into_value());
    document::set(include_str!("templates/posters.typ"), data)
}
