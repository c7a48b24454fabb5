//! What people are told when somebody has not answered in time. Each word carries the buttons that end the waiting.

use domain::{
    orgs::Org,
    requests::{Request, Status},
    timeouts::Check,
};
use i18n::{Lang, t};

use crate::{
    Action, Screen, Text,
    action::{RequestTap, Surface},
    incidents,
    requests::{
        notices::ask_acceptance,
        words::{about_name, place_line},
    },
    screen::Button,
    text::shorten,
};

/// The message; none when nobody waits for this any more, or it tells nobody.
pub fn notice(lang: Lang, org: &Org, request: &Request, check: Check) -> Option<Screen> {
    let tap = |tap| Action::Request { tap, id: request.id, on: Surface::Message };
    let show = || Button::new(t::timeouts::show(lang), tap(RequestTap::Show));
    let number = request.number;
    let is_open = request.status.is_open();
    match check {
        Check::AnswerReminder if request.asked_at.is_some() && is_open => Some(
            Screen::says(t::timeouts::answer_reminder(lang, number))
                .rows(vec![vec![Button::success(t::requests::reply(lang), tap(RequestTap::Reply)), show()]]),
        ),
        Check::AnswerOverdue if request.asked_at.is_some() && is_open => Some(
            Screen::says(about(lang, request, &t::timeouts::answer_overdue(lang, number))).rows(vec![vec![show()]]),
        ),
        Check::DoneReminder if request.status == Status::Done => {
            Some(ask_acceptance(lang, org, request).under(&t::timeouts::done_reminder(lang)))
        }
        Check::Alarm => {
            let incident = request.incident.as_ref().filter(|incident| is_open && incident.accepted_by.is_none())?;
            let alarm = incidents::alarm(lang, org, request, incident, false);
            Some(alarm.under(&t::incidents::waits(lang, number)))
        }
        Check::PauseOver if request.pause.is_some() => Some(
            Screen::says(about(lang, request, &t::timeouts::pause_over(lang, number)))
                .rows(vec![vec![Button::success(t::timeouts::resume(lang), tap(RequestTap::Resume)), show()]]),
        ),
        _ => None,
    }
}

/// A heading, and which request it is about.
fn about(lang: Lang, request: &Request, heading: &str) -> Text {
    let home = request.home.as_ref().map(|(address, number)| t::people::home(lang, address, number));
    let place = place_line(lang, request.place, home.as_deref());
    let line = format!("{} · {}", about_name(lang, &request.about), shorten(&place, 200));
    Text::new().bold(heading).line().plain(&line)
}
