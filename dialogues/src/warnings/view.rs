//! What a warning says: what, since when, whom it concerns, why, and what can be done.

use domain::{
    assignment::Reasons,
    notifications::{Rule, Seen},
    requests::{Request, Status},
};
use i18n::{Lang, t};

use super::{clock, quiet_until};
use crate::{
    Action, Screen, Text,
    action::{RequestTap, Surface, WarnAct, WarnTap},
    reports::length,
    requests::{about_name, place_line, stars},
    screen::Button,
    text::shorten,
};

/// As much as a phone shows of a button that has a row for itself, in UTF-16 code units.
const LABEL_MAX: usize = 40;
/// As much as is shown of somebody's name, and of where it is.
const NAME_MAX: usize = 40;
const PLACE_MAX: usize = 200;

/// The message, as things stand.
pub fn card(lang: Lang, time_zone: &str, seen: &Seen) -> Screen {
    let request = &seen.request;
    let text = Text::new().bold(&title(lang, seen)).line().plain(&about(lang, request));
    if !seen.is_open {
        return Screen::says(text.line().plain(&solved(lang, seen)));
    }
    let mut text = text;
    for line in [cause(lang, seen), impact(lang, request)].into_iter().flatten() {
        text = text.line().plain(&line);
    }
    if seen.warning.level > 0 {
        text = text.line().plain(&t::warnings::escalated(lang));
    }
    let is_quiet = seen.warning.quiet_until.filter(|until| *until > seen.now);
    if let Some(until) = is_quiet {
        text = text.line().plain(&t::warnings::quiet(lang, &clock(time_zone, until)));
    }
    let tap = |act| Action::Warn(WarnTap { act, rule: seen.rule, request: request.id });
    let call = || seen.has_phone.then(|| Button::new(t::warnings::call(lang), tap(WarnAct::Call)));
    let mut rows: Vec<Vec<Button>> = vec![];
    if seen.rule == Rule::LowRating {
        rows.push(
            [Some(Button::success(t::warnings::say_sorry(lang), tap(WarnAct::Sorry))), call()]
                .into_iter()
                .flatten()
                .collect(),
        );
        rows.push(vec![Button::new(t::warnings::dealt_with(lang), tap(WarnAct::Settled))]);
        return Screen::says(text).rows(rows);
    }
    for (at, pick) in seen.picks.iter().enumerate() {
        let label = format!("👷 {} · {}", shorten(&pick.name, 18), reason(lang, &pick.reasons));
        let (label, action) = (shorten(&label, LABEL_MAX), tap(WarnAct::Give(pick.member)));
        rows.push(vec![if at == 0 { Button::success(label, action) } else { Button::new(label, action) }]);
    }
    let other = Action::Request { tap: RequestTap::AskAssign, id: request.id, on: Surface::Card };
    let mut second = vec![Button::new(t::warnings::other(lang), other)];
    if matches!(seen.rule, Rule::DueSoon | Rule::Overdue) {
        second.push(Button::new(t::warnings::extend(lang), tap(WarnAct::Extend)));
    }
    rows.push(second);
    let mut third: Vec<Button> = call().into_iter().collect();
    if is_quiet.is_none() {
        let until = clock(time_zone, quiet_until(time_zone, seen.now));
        third.push(Button::new(t::warnings::hush(lang, &until), tap(WarnAct::Hush)));
    }
    rows.push(third);
    Screen::says(text).rows(rows)
}

fn title(lang: Lang, seen: &Seen) -> String {
    let (request, number) = (&seen.request, seen.request.number);
    let since =
        |at: Option<chrono::DateTime<chrono::Utc>>| length(lang, seen.now - at.unwrap_or(seen.warning.raised_at));
    match seen.rule {
        _ if !seen.is_open => match seen.rule {
            Rule::Unassigned => t::warnings::was_unassigned(lang, number),
            Rule::NotAccepted => t::warnings::was_not_accepted(lang, number),
            Rule::DueSoon => t::warnings::was_due_soon(lang, number),
            Rule::Overdue => t::warnings::was_overdue(lang, number),
            Rule::LowRating => t::warnings::low_rating(lang, number, &given(request)),
            Rule::Returned => t::warnings::was_returned(lang, number),
        },
        Rule::Unassigned => t::warnings::unassigned(lang, number, &since(Some(request.created_at))),
        Rule::NotAccepted => {
            let name = request.assignee_name.as_deref().unwrap_or("—");
            t::warnings::not_accepted(lang, number, &shorten(name, NAME_MAX))
        }
        Rule::DueSoon if request.is_overdue(seen.now) => t::warnings::overdue(lang, number, &since(request.due_at)),
        Rule::DueSoon => {
            let left = request.due_at.map_or_else(chrono::TimeDelta::zero, |due| due - seen.now);
            t::warnings::due_soon(lang, number, &length(lang, left))
        }
        Rule::Overdue => t::warnings::overdue(lang, number, &since(request.due_at)),
        Rule::LowRating => t::warnings::low_rating(lang, number, &given(request)),
        Rule::Returned if request.returns > 1 => t::warnings::returned_again(lang, number, i64::from(request.returns)),
        Rule::Returned => t::warnings::returned(lang, number),
    }
}

fn given(request: &Request) -> String {
    stars(request.rating.and_then(|stars| u8::try_from(stars).ok()).unwrap_or_default())
}

/// «Сантехника → Протечка · 📍 Баҳор, кв. 42».
fn about(lang: Lang, request: &Request) -> String {
    let home = request.home.as_ref().map(|(address, number)| t::people::home(lang, address, number));
    let place = shorten(&place_line(lang, request.place, home.as_deref()), PLACE_MAX);
    format!("{} · {place}", about_name(lang, &request.about))
}

/// A guess at why.
fn cause(lang: Lang, seen: &Seen) -> Option<String> {
    let request = &seen.request;
    let name = || shorten(request.assignee_name.as_deref().unwrap_or("—"), NAME_MAX);
    match seen.rule {
        Rule::LowRating => request.assignee_name.is_some().then(|| t::warnings::done_by(lang, &name())),
        Rule::NotAccepted => None,
        Rule::Unassigned => seen.picks.is_empty().then(|| t::warnings::nobody_there(lang)),
        Rule::DueSoon | Rule::Overdue | Rule::Returned => Some(match request.status {
            Status::Assigned => t::warnings::cause_not_answered(lang, &name()),
            Status::Accepted => t::warnings::cause_not_departed(lang, &name()),
            Status::OnTheWay => t::warnings::cause_on_the_way(lang, &name()),
            Status::InProgress => t::warnings::cause_at_work(lang, &name()),
            Status::Returned if request.assignee.is_some() => t::warnings::cause_had(lang, &name()),
            _ => t::warnings::cause_nobody(lang),
        }),
    }
}

/// How many more it concerns.
fn impact(lang: Lang, request: &Request) -> Option<String> {
    (request.followers > 0).then(|| t::warnings::followers(lang, request.followers))
}

/// «на смене · 2 открыто».
fn reason(lang: Lang, why: &Reasons) -> String {
    let open = t::reports::person_open(lang, i64::from(why.open));
    if why.is_on_shift { format!("{}, {open}", t::warnings::on_shift(lang)) } else { open }
}

/// «✅ Решено: …».
fn solved(lang: Lang, seen: &Seen) -> String {
    let request = &seen.request;
    let name = request.assignee_name.as_deref().map(|name| shorten(name, NAME_MAX));
    if let Some(by) = &seen.warning.settled_by {
        return t::warnings::solved_by(lang, &shorten(by, NAME_MAX));
    }
    match (request.status, name) {
        (Status::Done | Status::Closed, _) => t::warnings::solved_done(lang),
        (Status::Cancelled | Status::Declined, _) => t::warnings::solved_over(lang),
        (Status::Paused, _) => t::warnings::solved_paused(lang),
        (_, _) if matches!(seen.rule, Rule::DueSoon | Rule::Overdue) => t::warnings::solved_later(lang),
        (Status::Assigned, Some(name)) => t::warnings::solved_assigned(lang, &name),
        (_, Some(name)) => t::warnings::solved_taken(lang, &name),
        (_, None) => t::warnings::solved(lang),
    }
}
