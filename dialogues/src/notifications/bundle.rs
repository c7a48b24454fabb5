//! What came in quiet hours, in one message.

use domain::ids::RequestId;
use i18n::{Lang, t};

use crate::{
    Action, Screen, Text,
    action::{RequestTap, Surface},
    screen::Button,
    text::shorten,
};

/// So many lines are said; the others are counted.
const LINES: usize = 15;
/// So much of each, in UTF-16 code units.
const LINE_MAX: usize = 200;
/// Buttons of one row.
const ROW: usize = 3;

/// One thing of the night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleLine {
    /// What would have been said.
    pub words: String,
    /// The request that it is about, with its number.
    pub request: Option<(RequestId, i64)>,
}

/// The message; a button for each request brings its card.
pub fn bundle(lang: Lang, lines: &[BundleLine]) -> Screen {
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let mut text = Text::new().bold(&t::notifications::bundle_title(lang, count)).line();
    for line in lines.iter().take(LINES) {
        text = text.line().plain(&format!("• {}", shorten(&line.words.replace('\n', " "), LINE_MAX)));
    }
    if let Some(rest) = lines.len().checked_sub(LINES).filter(|rest| *rest > 0) {
        text = text.line().plain(&t::notifications::bundle_more(lang, i64::try_from(rest).unwrap_or(i64::MAX)));
    }
    let mut requests: Vec<(RequestId, i64)> = lines.iter().filter_map(|line| line.request).collect();
    requests.sort_unstable_by_key(|(_, number)| *number);
    requests.dedup();
    let buttons: Vec<Button> = requests
        .into_iter()
        .take(LINES)
        .map(|(id, number)| {
            let show = Action::Request { tap: RequestTap::Show, id, on: Surface::Message };
            Button::new(t::notifications::bundle_show(lang, number), show)
        })
        .collect();
    Screen::says(text).rows(buttons.chunks(ROW).map(<[Button]>::to_vec).collect())
}
