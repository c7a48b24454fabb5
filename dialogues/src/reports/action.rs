//! Buttons under a report, and how they fit into callback data.

/// A page of the reports, of some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportTap {
    /// Which.
    pub page: Page,
    /// Of how much time.
    pub span: Span,
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What came, what was closed, what was late; and what is to be decided.
    Overview,
    /// What is late.
    Late,
    /// Who did how much.
    People,
    /// Where there was how much.
    Houses,
}

impl Page {
    /// All of them, in the order of the buttons.
    pub const ALL: [Page; 4] = [Page::Overview, Page::Late, Page::People, Page::Houses];

    fn letter(self) -> char {
        match self {
            Page::Overview => 'o',
            Page::Late => 'l',
            Page::People => 'p',
            Page::Houses => 'h',
        }
    }
}

/// How much time, until now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
}

impl Span {
    /// Both.
    pub const ALL: [Span; 2] = [Span::Week, Span::Month];

    /// How many days it has.
    pub fn days(self) -> u64 {
        match self {
            Span::Week => 7,
            Span::Month => 30,
        }
    }

    fn letter(self) -> char {
        match self {
            Span::Week => 'w',
            Span::Month => 'm',
        }
    }
}

impl ReportTap {
    pub(crate) fn encode(self) -> String {
        [self.page.letter(), self.span.letter()].into_iter().collect()
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        Self::all().into_iter().find(|tap| tap.encode() == data)
    }

    pub(crate) fn all() -> Vec<Self> {
        Page::ALL.into_iter().flat_map(|page| Span::ALL.map(|span| ReportTap { page, span })).collect()
    }
}
