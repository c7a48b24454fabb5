//! Text with formatting, as Telegram takes it: plain characters, and entities that point into them.
//!
//! Nothing is ever escaped, so nothing that a person typed can break or inject markup. Offsets count UTF-16 code
//! units (Bot API, `MessageEntity`), and this is the one place that counts them.

use std::fmt::Write as _;

/// The longest text of a message, in UTF-16 code units (Bot API, `sendMessage`).
pub const TEXT_MAX: usize = 4096;

/// The longest text under a picture, in UTF-16 code units (Bot API, `sendPhoto`).
pub const CAPTION_MAX: usize = 1024;

/// How a stretch of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// Heavy.
    Bold,
    /// Slanted.
    Italic,
    /// Set off as a quotation, folded when it is long.
    Quote,
}

/// A stretch of text with a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// Its look.
    pub look: Look,
    /// Where it begins, in UTF-16 code units.
    pub offset: usize,
    /// How long it is, in UTF-16 code units.
    pub length: usize,
}

/// A stretch of text that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// Where it begins, in UTF-16 code units.
    pub offset: usize,
    /// How long it is, in UTF-16 code units.
    pub length: usize,
    /// Where it leads.
    pub url: String,
}

/// Text with formatting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    plain: String,
    units: usize,
    spans: Vec<Span>,
    links: Vec<Link>,
}

impl Text {
    /// No text.
    pub fn new() -> Self {
        Self::default()
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.plain
    }

    /// The looks.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// What leads somewhere.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Its length in UTF-16 code units.
    pub fn len(&self) -> usize {
        self.units
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// Adds text without a look.
    pub fn plain(mut self, text: &str) -> Self {
        self.push(text);
        self
    }

    /// Adds text with a look. Telegram refuses an entity that begins or ends in white space.
    pub fn look(mut self, look: Look, text: &str) -> Self {
        let text = text.trim();
        let (offset, length) = (self.units, utf16_len(text));
        if length > 0 {
            self.spans.push(Span { look, offset, length });
        }
        self.push(text);
        self
    }

    /// Adds heavy text.
    pub fn bold(self, text: &str) -> Self {
        self.look(Look::Bold, text)
    }

    /// Adds text that leads to `url`.
    pub fn link(mut self, text: &str, url: &str) -> Self {
        let text = text.trim();
        let (offset, length) = (self.units, utf16_len(text));
        if length > 0 {
            self.links.push(Link { offset, length, url: url.to_owned() });
        }
        self.push(text);
        self
    }

    /// Begins a new line.
    pub fn line(self) -> Self {
        self.plain("\n")
    }

    /// Puts `lead` on a line above.
    pub fn under(self, lead: &str) -> Self {
        let mut text = Self::new().plain(lead).plain("\n\n");
        let shift = text.units;
        text.push(&self.plain);
        text.links = self.links.into_iter().map(|link| Link { offset: link.offset + shift, ..link }).collect();
        text.spans = self.spans.into_iter().map(|span| Span { offset: span.offset + shift, ..span }).collect();
        text
    }

    /// Cut to at most `units` UTF-16 code units, with an ellipsis; looks and links end where it does.
    pub fn cut(mut self, units: usize) -> Self {
        if self.units <= units {
            return self;
        }
        self.plain = shorten(&self.plain, units).trim_end().to_owned();
        self.units = utf16_len(&self.plain);
        let end = self.units;
        let within = |offset: usize, length: usize| end.saturating_sub(offset).min(length);
        self.spans.iter_mut().for_each(|span| span.length = within(span.offset, span.length));
        self.spans.retain(|span| span.length > 0);
        self.links.iter_mut().for_each(|link| link.length = within(link.offset, link.length));
        self.links.retain(|link| link.length > 0);
        self
    }

    fn push(&mut self, text: &str) {
        self.units += utf16_len(text);
        self.plain.push_str(text);
    }
}

impl From<String> for Text {
    fn from(plain: String) -> Self {
        Text::new().plain(&plain)
    }
}

/// The length of `text` in UTF-16 code units.
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// `text`, cut to at most `units` UTF-16 code units with an ellipsis. It is not cut between a letter and what is
/// drawn onto it (combining marks, variation selectors, joiners, skin tones).
pub fn shorten(text: &str, units: usize) -> String {
    if utf16_len(text) <= units {
        return text.to_owned();
    }
    let mut kept = 0;
    let mut safe = 0; // a byte offset where a cut does not tear a character
    let mut previous_joins = false;
    for (at, c) in text.char_indices() {
        if !clings(c) && !previous_joins {
            safe = at;
        }
        previous_joins = c == '\u{200d}';
        kept += c.len_utf16();
        if kept + 1 > units {
            break;
        }
    }
    let mut short = text[..safe].trim_end().to_owned();
    let _ = write!(short, "…");
    short
}

/// Whether `c` is drawn onto the character before it.
fn clings(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spans_count_utf16_units() {
        let text = Text::new().plain("🛠 ").bold("№5 · Протечка").line().look(Look::Quote, "  <b>течёт</b> & 👨‍👩‍👧  ");
        let units: Vec<u16> = text.as_str().encode_utf16().collect();
        let shown: Vec<String> = text
            .spans()
            .iter()
            .map(|span| String::from_utf16(&units[span.offset..span.offset + span.length]).unwrap())
            .collect();
        assert_eq!(shown, ["№5 · Протечка", "<b>течёт</b> & 👨‍👩‍👧"]);
        assert_eq!(text.len(), units.len());
    }

    #[test]
    fn a_line_above_shifts_the_looks() {
        let text = Text::new().bold("Да").under("🙂 Ой");
        assert_eq!(text.as_str(), "🙂 Ой\n\nДа");
        assert_eq!(text.spans()[0].offset, utf16_len("🙂 Ой\n\n"));
    }

    #[test]
    fn a_cut_does_not_tear_a_family() {
        assert_eq!(shorten("ab👨‍👩‍👧cd", 7), "ab…");
        assert_eq!(shorten("привет", 6), "привет");
        assert_eq!(shorten("привет!", 6), "приве…");
        assert_eq!(shorten("e\u{301}e\u{301}", 3), "e\u{301}…");
    }

    proptest! {
        #[test]
        fn a_cut_text_fits(text in ".*", units in 1usize..50) {
            prop_assert!(utf16_len(&shorten(&text, units)) <= units);
        }
    }
}
