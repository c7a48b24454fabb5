//! The screens of shifts.

use chrono::{DateTime, Utc};
use domain::shifts::{Duty, OnDuty, Shift};
use i18n::{Lang, t};

use crate::{
    Action, Screen, Text, Viewer,
    action::ShiftTap,
    requests::local_time,
    screen::Button,
    text::{Look, shorten},
};

/// How many of those on duty one screen names.
const SHOWN: usize = 20;

/// As much of a note as one screen shows, in UTF-16 code units.
const NOTE_SHOWN: usize = 1000;

/// What a look at one's own shift sees.
pub(crate) struct Seen<'a> {
    /// One's own shift.
    pub own: Option<&'a Shift>,
    /// The shift before, with its note, when one's own goes on.
    pub left: Option<&'a Shift>,
    /// Who is on duty.
    pub on_duty: &'a [OnDuty],
    /// When.
    pub now: DateTime<Utc>,
}

/// One's own shift, what was handed over, and who is on duty.
pub(crate) fn card(viewer: Viewer<'_>, seen: &Seen<'_>) -> Screen {
    let lang = viewer.lang;
    let time = |at| local_time(&viewer.org.time_zone, at);
    let goes_on = seen.own.filter(|shift| shift.goes_on(seen.now));
    let own = match (seen.own, goes_on) {
        (_, Some(shift)) => t::shifts::goes_on(
            lang,
            &duty(lang, shift.duty),
            &time(shift.begun_at.unwrap_or(seen.now)),
            &time(shift.ends_at),
        ),
        (Some(next), None) => {
            t::shifts::planned(lang, &duty(lang, next.duty), &time(next.starts_at), &time(next.ends_at))
        }
        (None, None) => t::shifts::none(lang),
    };
    let mut text = Text::new().bold(&t::shifts::title(lang)).line().plain(&own);
    if let Some((left, note)) = seen.left.and_then(|left| Some((left, left.note.as_deref()?))) {
        let when = time(left.ended_at.unwrap_or(seen.now));
        let name = shorten(&left.name, 60);
        text = text
            .plain("\n\n")
            .bold(&t::shifts::left(lang, &name, &when))
            .line()
            .look(Look::Quote, &shorten(note, NOTE_SHOWN));
    }
    text = text.plain("\n\n").bold(&t::shifts::on_duty(lang)).line();
    let lines: Vec<String> = seen
        .on_duty
        .iter()
        .filter_map(|who| who.shift.as_ref().map(|turn| (who, turn)))
        .take(SHOWN)
        .map(|(who, turn)| {
            let (name, as_what, until) = (shorten(&who.name, 60), duty(lang, turn.duty), time(turn.until));
            let line = t::shifts::who(lang, &name, &as_what, &until);
            if turn.is_begun { format!("✅ {line}") } else { format!("⏳ {line} · {}", t::shifts::not_begun(lang)) }
        })
        .collect();
    let text = if lines.is_empty() { text.plain(&t::shifts::nobody(lang)) } else { text.plain(&lines.join("\n")) };
    let deed = match goes_on {
        Some(_) => Button::new(t::shifts::end(lang), Action::Shift(ShiftTap::AskEnd)),
        None => Button::success(t::shifts::begin(lang), Action::Shift(ShiftTap::Begin)),
    };
    let refresh = Button::new(t::shifts::refresh(lang), Action::Shift(ShiftTap::Show));
    Screen::says(text).rows(vec![vec![deed], vec![refresh]])
}

/// «Что передать?»
pub(crate) fn view(viewer: Viewer<'_>) -> Screen {
    let lang = viewer.lang;
    let text = Text::new().bold(&t::shifts::ask_note(lang)).line().plain(&t::shifts::ask_note_hint(lang));
    Screen::says(text).rows(vec![vec![Button::new(t::common::cancel(lang), Action::Cancel)]])
}

fn duty(lang: Lang, duty: Duty) -> String {
    match duty {
        Duty::Dispatcher => t::shifts::duty_dispatcher(lang),
        Duty::Worker => t::shifts::duty_worker(lang),
        Duty::Manager => t::shifts::duty_manager(lang),
    }
}
