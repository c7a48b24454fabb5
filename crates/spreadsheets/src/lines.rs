//! A text whose lines all end alike, so that they can be counted.

use std::io::{BufRead, Read, Result};

/// Ends each line with `\n`, the last one too, whether it ended with `\r\n`, `\r` or not at all.
pub(crate) struct Lines<R> {
    text: R,
    after_return: bool,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(text: R) -> Self {
        Self { text, after_return: false, ended: false }
    }
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            let bytes = self.text.fill_buf()?;
            if bytes.is_empty() {
                if std::mem::replace(&mut self.ended, true) {
                    return Ok(0);
                }
                out[0] = b'\n';
                return Ok(1);
            }
            let taken = bytes.len().min(out.len());
            let mut written = 0;
            for byte in &bytes[..taken] {
                let second_half = self.after_return && *byte == b'\n';
                self.after_return = *byte == b'\r';
                if !second_half {
                    out[written] = if self.after_return { b'\n' } else { *byte };
                    written += 1;
                }
            }
            self.text.consume(taken);
            if written > 0 {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_alike_whatever_they_ended_with_and_wherever_the_pieces_are_cut() {
        for size in 1..9 {
            let mut text = String::new();
            Lines::new(std::io::BufReader::with_capacity(size, "a\r\nb\rc\n\r\nd".as_bytes()))
                .read_to_string(&mut text)
                .unwrap();
            assert_eq!(text, "a\nb\nc\n\nd\n", "{size}");
        }
    }
}
