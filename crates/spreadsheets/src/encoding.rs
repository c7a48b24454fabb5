//! In which encoding a text is: by its mark, else UTF-8 when it is that throughout, else by what it looks like.

use std::io::{Read, Seek};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8, WINDOWS_1251};

use crate::Error;

/// How much is looked at to tell one old encoding from the others.
const LOOK: usize = 1 << 20;

/// Reads all of it once, in pieces, and goes back to the beginning.
pub(crate) fn of(source: &mut (impl Read + Seek)) -> Result<&'static Encoding, Error> {
    let mut utf8 = UTF_8.new_decoder_without_bom_handling();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut piece = vec![0_u8; 64 << 10];
    let mut text = String::with_capacity(256 << 10);
    let (mut is_utf8, mut looked, mut first) = (true, 0, true);
    loop {
        let read = source.read(&mut piece)?;
        let bytes = &piece[..read];
        if std::mem::take(&mut first)
            && let Some((marked, _)) = Encoding::for_bom(bytes)
        {
            source.rewind()?;
            return Ok(marked);
        }
        if is_utf8 {
            text.clear();
            let (result, _, replaced) = utf8.decode_to_string(bytes, &mut text, read == 0);
            is_utf8 = !replaced && result == CoderResult::InputEmpty;
        }
        if looked < LOOK {
            detector.feed(bytes, read == 0);
            looked += read;
        }
        if read == 0 || (!is_utf8 && looked >= LOOK) {
            break;
        }
    }
    source.rewind()?;
    if is_utf8 {
        return Ok(UTF_8);
    }
    let guess = detector.guess(Some(b"ru"), Utf8Detection::Deny);
    // Of the old ones, Excel in our countries writes this one alone. A few letters are too little to tell it from
    // encodings that nobody has used since.
    Ok(if guess.is_single_byte() { WINDOWS_1251 } else { guess })
}
