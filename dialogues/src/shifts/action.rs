//! Buttons about shifts, and how they fit into callback data.

/// A button about shifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShiftTap {
    /// One's own shift, and who is on duty.
    Show,
    /// «Принял смену».
    Begin,
    /// «Сдать смену»: the note is asked for.
    AskEnd,
}

impl ShiftTap {
    pub(crate) fn encode(self) -> &'static str {
        match self {
            ShiftTap::Show => "s",
            ShiftTap::Begin => "b",
            ShiftTap::AskEnd => "e",
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        Self::all().into_iter().find(|tap| tap.encode() == data)
    }

    pub(crate) fn all() -> [Self; 3] {
        [ShiftTap::Show, ShiftTap::Begin, ShiftTap::AskEnd]
    }
}
