//! The staff's forum: the names of its fixed topics, and the board that shows the queue.

use domain::{
    notifications::{Board, BoardEntry, FixedTopic, Section},
    requests::Priority,
};
use i18n::{Lang, t};

use crate::{Screen, Text, language_of, text::shorten};

/// So much of a line, in UTF-16 code units.
const LINE_MAX: usize = 90;
/// The board's parts, in their order.
const SECTIONS: [Section; 5] =
    [Section::Overdue, Section::Unassigned, Section::Assigned, Section::Working, Section::Waiting];

/// The name of a fixed topic.
pub fn topic_name(lang: Lang, topic: FixedTopic) -> String {
    match topic {
        FixedTopic::Queue => t::notifications::topic_queue(lang),
        FixedTopic::Emergencies => t::notifications::topic_emergencies(lang),
        FixedTopic::Manager => t::notifications::topic_manager(lang),
        FixedTopic::Lounge => t::notifications::topic_lounge(lang),
    }
}

/// The queue; `link` is where a request is talked about.
pub fn board(lang: Lang, board: &Board, link: impl Fn(&BoardEntry) -> Option<String>) -> Screen {
    let mut text = Text::new().bold(&t::notifications::board_title(lang));
    if board.counts.is_empty() {
        return Screen::says(text.plain("\n\n").plain(&t::notifications::board_empty(lang)));
    }
    for section in SECTIONS {
        let Some((_, count)) = board.counts.iter().find(|(has, _)| *has == section) else { continue };
        text = text.plain("\n\n").bold(&section_name(lang, section, *count));
        let entries: Vec<_> = board.entries.iter().filter(|entry| entry.section == section).collect();
        for entry in &entries {
            let number = format!("№{}", entry.number);
            text = text.line().plain(if entry.priority == Priority::Emergency { "🚨 " } else { "• " });
            text = match link(entry) {
                Some(url) => text.link(&number, &url),
                None => text.plain(&number),
            };
            let unit = entry.unit.as_ref().map(|unit| format!(" · {}", t::people::unit_short(lang, unit)));
            let name = entry.assignee.as_ref().map(|name| format!(" · {name}"));
            let about = entry.names.in_language(language_of(lang));
            let rest = format!(" · {} {about}{}{}", entry.icon, unit.unwrap_or_default(), name.unwrap_or_default());
            text = text.plain(&shorten(&rest, LINE_MAX));
        }
        let rest = count - i64::try_from(entries.len()).unwrap_or(*count);
        if rest > 0 {
            text = text.line().plain(&t::notifications::bundle_more(lang, rest));
        }
    }
    Screen::says(text)
}

fn section_name(lang: Lang, section: Section, count: i64) -> String {
    match section {
        Section::Overdue => t::notifications::board_overdue(lang, count),
        Section::Unassigned => t::notifications::board_unassigned(lang, count),
        Section::Assigned => t::notifications::board_assigned(lang, count),
        Section::Working => t::notifications::board_working(lang, count),
        Section::Waiting => t::notifications::board_waiting(lang, count),
    }
}
