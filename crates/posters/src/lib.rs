//! What is printed: a poster for each entrance, cards with the links of flats to be cut apart, the act of an incident. As
//! PDF.
//!
//! The caller brings all words, in the languages and the order in which they are to stand there. Texts reach the
//! templates as values, never as markup, so whatever somebody calls a building, it is printed and does nothing.
//!
//! A hundred pages take about a second of one core: call it off the async threads.

mod acts;
mod document;
mod invites;
mod posters;
mod qr;
#[cfg(test)]
mod tests;

pub use acts::{Act, MOST_LINES, act};
pub use invites::{Invite, InviteWords, MOST_INVITES, invites};
pub use posters::{MOST_POSTERS, Poster, PosterWords, posters};

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing to print.
    #[error("nothing to print")]
    Empty,
    /// More than one file holds.
    #[error("more than {0} in one file")]
    TooMany(usize),
    /// A link that is too long for a code.
    #[error("the link does not fit into a code")]
    Link,
    /// The template and the data do not fit together: the fault is in the program.
    #[error("the document could not be made: {0}")]
    Document(String),
}
