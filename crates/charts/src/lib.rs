//! Charts as PNG pictures of 1280 × 720, made to be read on a phone in a chat: big letters, few lines, a number at
//! every bar. The caller brings all words in the reader's language; the same input gives the same bytes.
//!
//! A picture takes some milliseconds of one core and is drawn in memory: call it off the async threads.

mod days;
mod ranking;
mod sheet;

pub use days::{Day, seven_days};
pub use ranking::{Bar, MOST_BARS, ranking};

/// Width of every picture, in pixels.
pub const WIDTH: u32 = 1280;
/// Height of every picture, in pixels.
pub const HEIGHT: u32 = 720;

/// A colour as red, green and blue.
pub type Color = [u8; 3];

/// The bars of what was created.
pub const CREATED: Color = [0x1D, 0x4E, 0xD8];
/// The bars of what was closed.
pub const CLOSED: Color = [0x15, 0x80, 0x3D];
/// The bars of what is overdue.
pub const OVERDUE: Color = [0xDC, 0x26, 0x26];

/// A picture that could not be drawn: the fault is in the program or its fonts, never in the numbers.
#[derive(Debug, thiserror::Error)]
#[error("a chart could not be drawn: {0}")]
pub struct Error(String);
