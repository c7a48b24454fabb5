//! The screen of what one wants to be told, and when.

use domain::notifications::{Level, Preferences, Subject};
use i18n::{Lang, t};

use super::handle::OFFERED;
use crate::{Action, Screen, Text, action::NotifyTap, people::language_row, screen::Button};

/// Language, quiet hours, and a button for each subject.
pub(super) fn settings(lang: Lang, preferences: &Preferences) -> Screen {
    let tap = |label: String, tap| Button::new(label, Action::Notify(tap));
    let quiet = &preferences.quiet;
    let clock = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    let hours = if quiet.on {
        t::notifications::quiet_on(lang, &clock(quiet.from), &clock(quiet.to))
    } else {
        t::notifications::quiet_off(lang)
    };
    let text = Text::new()
        .bold(&t::notifications::title(lang))
        .plain("\n\n")
        .plain(&hours)
        .line()
        .plain(&t::notifications::time_zone(lang, &preferences.time_zone))
        .plain("\n\n")
        .plain(&t::notifications::hint(lang));
    let mut rows = vec![language_row()];
    rows.extend(preferences.subjects.iter().map(|has| {
        let label = format!("{}: {}", subject(lang, has.subject), level(lang, has.level));
        vec![tap(label, NotifyTap::Level(has.subject))]
    }));
    let toggle = if quiet.on { t::notifications::quiet_stop(lang) } else { t::notifications::quiet_start(lang) };
    rows.push(vec![tap(toggle, NotifyTap::Quiet)]);
    rows.push(
        (0..)
            .zip(OFFERED)
            .map(|(place, (from, to))| tap(format!("🌙 {from:02}–{to:02}"), NotifyTap::Hours(place)))
            .collect(),
    );
    rows.push(vec![Button::new(t::common::back(lang), Action::More)]);
    Screen::says(text).rows(rows)
}

/// How much of a subject somebody hears.
pub(super) fn level(lang: Lang, level: Level) -> String {
    match level {
        Level::All => t::notifications::level_all(lang),
        Level::Important => t::notifications::level_important(lang),
        Level::None => t::notifications::level_none(lang),
    }
}

fn subject(lang: Lang, subject: Subject) -> String {
    match subject {
        Subject::Requests => t::notifications::subject_requests(lang),
        Subject::Comments => t::notifications::subject_comments(lang),
        Subject::Team => t::notifications::subject_team(lang),
        Subject::Digest => t::notifications::subject_digest(lang),
        Subject::NewDevice => t::notifications::subject_new_device(lang),
        Subject::ManyFailures => t::notifications::subject_many_failures(lang),
        Subject::MassExport => t::notifications::subject_mass_export(lang),
        Subject::RoleRaised => t::notifications::subject_role_raised(lang),
        Subject::BotTokenChanged => t::notifications::subject_bot_token_changed(lang),
        Subject::OddHours => t::notifications::subject_odd_hours(lang),
        Subject::StaffChatLost => t::notifications::subject_staff_chat_lost(lang),
        Subject::Unassigned => t::notifications::subject_unassigned(lang),
        Subject::NotAccepted => t::notifications::subject_not_accepted(lang),
        Subject::DueSoon => t::notifications::subject_due_soon(lang),
        Subject::Overdue => t::notifications::subject_overdue(lang),
        Subject::LowRating => t::notifications::subject_low_rating(lang),
        Subject::Returned => t::notifications::subject_returned(lang),
    }
}
