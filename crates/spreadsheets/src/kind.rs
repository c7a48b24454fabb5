//! What a file is, by its first bytes: names and media types lie.

use std::io::{Read, Seek};

use crate::Error;

/// A file that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML: Excel since 2007, and everybody else.
    Xlsx,
    /// Text with separators.
    Csv,
}

/// Looks at the beginning and goes back to it.
pub(crate) fn of(source: &mut (impl Read + Seek)) -> Result<Kind, Error> {
    let mut head = vec![];
    source.by_ref().take(4096).read_to_end(&mut head)?;
    source.rewind()?;
    let utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    match head.as_slice() {
        [] => Err(Error::Empty),
        [b'P', b'K', 3, 4, ..] => Ok(Kind::Xlsx),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(Error::OldOrEncrypted),
        _ if utf16 => Ok(Kind::Csv),
        head if head.starts_with(b"%PDF") || head.starts_with(b"{\\rtf") || head.starts_with(b"<") => {
            Err(Error::NotATable)
        }
        // No text has these, in any of the encodings that are read.
        head if head.iter().any(|byte| *byte < 9 || (14..32).contains(byte) && *byte != 27) => Err(Error::NotATable),
        _ => Ok(Kind::Csv),
    }
}
