//! A chart as data: what it shows, in the reader's words. `bot` draws it.

/// Something to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Days, or a few of them at a time, side by side.
    Days {
        /// What it is about.
        title: String,
        /// What came, what was closed, what was late.
        legend: [String; 3],
        /// In order.
        columns: Vec<Column>,
    },
    /// Names below each other.
    Ranking {
        /// What it is about.
        title: String,
        /// What the bars count.
        tone: Tone,
        /// In order.
        bars: Vec<Bar>,
    },
}

/// A day, or a few of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, short.
    pub label: String,
    /// What came.
    pub created: u32,
    /// What was closed.
    pub closed: u32,
    /// What was late at its end.
    pub overdue: u32,
}

/// A name and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Whose.
    pub label: String,
    /// How long it is.
    pub value: u32,
    /// What stands behind it.
    pub note: String,
}

/// What bars count, which is their colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What came.
    Created,
    /// What was done.
    Closed,
    /// What is late.
    Overdue,
}
