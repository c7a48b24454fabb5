//! What is chosen from in a message of its own: why, whom, how urgent, and what to say with the stars.

use chrono::{DateTime, Utc};
use domain::{
    assignment::Ranked,
    categories::{Categories, Priority},
    ids::{CategoryId, RequestId},
    requests::{PauseReason, Request, Status, Summary, Worker},
};
use i18n::{Lang, t};

use super::{
    reasons::{CancelReason, DeclineReason, RatingTag, ReleaseReason},
    words::{category_label, local_time, pause_name, priority_icon, priority_name, stars, suggestion},
};
use crate::{
    Action, Screen, Text,
    action::{IncidentAct, IncidentTap, RequestTap, Surface},
    language_of,
    screen::Button,
    text::shorten,
};

/// As much as a phone shows of one button, in UTF-16 code units.
const LABEL_MAX: usize = 40;

/// How many are offered to choose from.
const SHOWN: usize = 12;

/// By how much longer a request may take, in hours.
const EXTEND_HOURS: [u8; 3] = [1, 4, 24];

/// How many days a pause is offered for.
const PAUSE_DAYS: [u8; 3] = [1, 3, 7];

fn on_message(id: RequestId, tap: RequestTap) -> Action {
    Action::Request { tap, id, on: Surface::Message }
}

fn one_per_row(id: RequestId, choices: impl Iterator<Item = (String, RequestTap)>) -> Vec<Vec<Button>> {
    choices.map(|(label, tap)| vec![Button::new(shorten(&label, LABEL_MAX), on_message(id, tap))]).collect()
}

/// What the desk can do with a request.
pub(super) fn triage(lang: Lang, request: &Request) -> Screen {
    let id = request.id;
    let button = |label, tap| Button::new(label, on_message(id, tap));
    let can = |verb| request.status.after(verb).is_some();
    use domain::requests::Verb;
    let mut rows = vec![];
    if can(Verb::Assign) {
        rows.push(vec![button(t::requests::assign(lang), RequestTap::AskAssign)]);
    }
    if request.status.is_open() {
        rows.push(vec![
            button(t::requests::set_priority(lang), RequestTap::AskPriority),
            button(t::requests::set_category(lang), RequestTap::AskCategory),
        ]);
        rows.push(vec![
            button(t::requests::merge(lang), RequestTap::AskMerge),
            button(t::requests::help(lang), RequestTap::Help),
        ]);
        rows.push(vec![Button::new(
            t::incidents::declare(lang),
            Action::Incident(IncidentTap { request: id, act: IncidentAct::Ask }),
        )]);
        rows.push(vec![button(t::requests::clocks(lang), RequestTap::Clocks)]);
        let mut end = vec![button(t::requests::close(lang), RequestTap::AskClose)];
        if can(Verb::Decline) {
            end.insert(0, button(t::requests::decline(lang), RequestTap::AskDecline));
        }
        rows.push(end);
    }
    Screen::says(t::requests::triage_title(lang, request.number)).rows(rows)
}

/// When it is due, and how much later it may be.
pub(super) fn clocks(lang: Lang, time_zone: &str, request: &Request, now: DateTime<Utc>) -> Screen {
    let id = request.id;
    let line = |name: String, at: DateTime<Utc>| {
        let late = if at < now && request.stopped_at.is_none() { " ⏰" } else { "" };
        format!("{name}{late}")
    };
    let time = |at| local_time(time_zone, at);
    let lines: Vec<String> = [
        request
            .respond_by
            .filter(|_| request.taken_at.is_none())
            .map(|at| line(t::requests::clock_respond(lang, &time(at)), at)),
        request.due_at.map(|at| line(t::requests::clock_due(lang, &time(at)), at)),
        request.stopped_at.map(|at| t::requests::clock_stopped(lang, &time(at))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let words = if lines.is_empty() { t::requests::clock_none(lang) } else { lines.join("\n") };
    let text = Text::new().bold(&t::requests::clocks_title(lang, request.number)).line().plain(&words);
    let can = request.status.is_open() && request.status != Status::Done;
    let longer = EXTEND_HOURS.map(|hours| {
        Button::new(t::requests::extend(lang, i64::from(hours)), on_message(id, RequestTap::Extend(hours)))
    });
    let rows = if can { vec![longer.into()] } else { vec![] };
    Screen::says(text).rows(with_back(lang, id, rows))
}

/// Who shall have it? The ranking first, with its reasons, then whoever else works for the org.
pub(super) fn assign(lang: Lang, id: RequestId, number: i64, ranked: &[Ranked], workers: &[Worker]) -> Screen {
    let best = ranked.iter().map(|who| (suggestion(lang, who), RequestTap::Assign(who.member)));
    let others = workers.iter().filter(|worker| ranked.iter().all(|who| who.member != worker.member));
    let others = others.map(|worker| {
        let label = t::requests::worker_label(lang, &worker.name, worker.open);
        (label, RequestTap::Assign(worker.member))
    });
    let choices = best.chain(others).take(SHOWN);
    Screen::says(t::requests::assign_title(lang, number)).rows(with_back(lang, id, one_per_row(id, choices)))
}

/// How urgent is it?
pub(super) fn priority(lang: Lang, id: RequestId, number: i64) -> Screen {
    let choices = Priority::ALL.into_iter().rev().map(|priority| {
        let label = format!("{} {}", priority_icon(priority), priority_name(lang, priority));
        (label.trim().to_owned(), RequestTap::Priority(priority))
    });
    Screen::says(t::requests::priority_title(lang, number)).rows(with_back(lang, id, one_per_row(id, choices)))
}

/// What is it about? The kinds first, then the problems of one.
pub(super) fn category(
    lang: Lang,
    id: RequestId,
    number: i64,
    categories: &Categories,
    kind: Option<CategoryId>,
) -> Screen {
    let buttons: Vec<Button> = match kind {
        None => categories
            .kinds()
            .map(|one| Button::new(category_label(lang, one), on_message(id, RequestTap::Kind(one.id))))
            .collect(),
        Some(kind) => categories
            .problems(kind)
            .chain(categories.get(kind))
            .map(|one| Button::new(category_label(lang, one), on_message(id, RequestTap::Category(one.id))))
            .collect(),
    };
    let rows = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    Screen::says(t::requests::category_title(lang, number)).rows(with_back(lang, id, rows))
}

/// Which one is it the same as?
pub(super) fn merge(lang: Lang, id: RequestId, number: i64, alike: &[Summary]) -> Screen {
    if alike.is_empty() {
        return Screen::says(t::requests::merge_none(lang, number)).rows(with_back(lang, id, vec![]));
    }
    let choices = alike.iter().take(SHOWN).map(|one| {
        let name = one.names.in_language(language_of(lang));
        let words = one.words.replace('\n', " ");
        (format!("№{} · {name}: {words}", one.number), RequestTap::Merge(one.id))
    });
    Screen::says(t::requests::merge_title(lang, number)).rows(with_back(lang, id, one_per_row(id, choices)))
}

/// Why not?
pub(super) fn decline(lang: Lang, id: RequestId, number: i64) -> Screen {
    let choices = DeclineReason::ALL.into_iter().map(|why| (decline_words(lang, why), RequestTap::Decline(why)));
    Screen::says(t::requests::decline_title(lang, number)).rows(with_back(lang, id, one_per_row(id, choices)))
}

/// Really end it without the resident's word?
pub(super) fn close(lang: Lang, id: RequestId, number: i64) -> Screen {
    let yes = Button::danger(t::requests::yes_close(lang), on_message(id, RequestTap::Close));
    Screen::says(t::requests::close_title(lang, number)).rows(with_back(lang, id, vec![vec![yes]]))
}

/// Why can you not?
pub(super) fn release(lang: Lang, id: RequestId, number: i64) -> Screen {
    let choices = ReleaseReason::ALL.into_iter().map(|why| (release_words(lang, why), RequestTap::Release(why)));
    Screen::says(t::requests::release_title(lang, number)).rows(one_per_row(id, choices))
}

/// Why does it have to wait, and how long?
pub(super) fn pause(lang: Lang, id: RequestId, number: i64) -> Screen {
    let rows = PauseReason::ALL.into_iter().map(|reason| {
        PAUSE_DAYS
            .into_iter()
            .map(|days| {
                let label = if days == PAUSE_DAYS[0] {
                    format!("{} · {}", pause_name(lang, reason), t::requests::span_days(lang, i64::from(days)))
                } else {
                    t::requests::span_days(lang, i64::from(days))
                };
                Button::new(label, on_message(id, RequestTap::Pause(reason, days)))
            })
            .collect()
    });
    Screen::says(t::requests::pause_title(lang, number)).rows(rows.collect())
}

/// «Отменить заявку №5?», and why. Whoever is on the way comes for nothing: that is said.
pub(super) fn cancel(lang: Lang, request: &Request) -> Screen {
    let id = request.id;
    let mut rows = one_per_row(
        id,
        CancelReason::ALL.into_iter().map(|why| (cancel_words(lang, why), RequestTap::Cancel(Some(why)))),
    );
    rows.push(vec![Button::new(t::requests::keep_request(lang), Action::Menu)]);
    let title = t::requests::sure_to_cancel(lang, request.number);
    let late = matches!(request.status, Status::OnTheWay | Status::InProgress);
    let text = if late { format!("{title}\n{}", t::requests::cancel_late(lang)) } else { title };
    Screen::says(text).rows(rows)
}

/// «★★★★★ Спасибо! Что понравилось?»
pub(super) fn rated(lang: Lang, request: &Request) -> Screen {
    let given = stars(request.rating.and_then(|stars| u8::try_from(stars).ok()).unwrap_or_default());
    Screen::says(t::requests::rated(lang, request.number, &given)).rows(vec![
        tag_row(lang, request, Surface::Message),
        vec![Button::new(t::requests::remark(lang), on_message(request.id, RequestTap::Remark))],
    ])
}

/// What can be said with the stars; what has been said has a tick.
pub(super) fn tag_row(lang: Lang, request: &Request, on: Surface) -> Vec<Button> {
    RatingTag::ALL
        .into_iter()
        .map(|tag| {
            let said = request.rating_tags.iter().any(|code| code == tag.code());
            let label = if said { format!("✓ {}", tag_words(lang, tag)) } else { tag_words(lang, tag) };
            Button::new(label, Action::Request { tap: RequestTap::Tag(tag), id: request.id, on })
        })
        .collect()
}

fn with_back(lang: Lang, id: RequestId, mut rows: Vec<Vec<Button>>) -> Vec<Vec<Button>> {
    rows.push(vec![Button::new(t::common::back(lang), on_message(id, RequestTap::Triage))]);
    rows
}

pub(super) fn release_words(lang: Lang, why: ReleaseReason) -> String {
    match why {
        ReleaseReason::Busy => t::requests::release_busy(lang),
        ReleaseReason::OtherTrade => t::requests::release_other_trade(lang),
        ReleaseReason::Ill => t::requests::release_ill(lang),
        ReleaseReason::NoTools => t::requests::release_no_tools(lang),
    }
}

pub(super) fn decline_words(lang: Lang, why: DeclineReason) -> String {
    match why {
        DeclineReason::NotOurs => t::requests::decline_not_ours(lang),
        DeclineReason::Unclear => t::requests::decline_unclear(lang),
        DeclineReason::Already => t::requests::decline_already(lang),
        DeclineReason::Spam => t::requests::decline_spam(lang),
    }
}

pub(super) fn cancel_words(lang: Lang, why: CancelReason) -> String {
    match why {
        CancelReason::Solved => t::requests::cancel_solved(lang),
        CancelReason::Mistake => t::requests::cancel_mistake(lang),
        CancelReason::Elsewhere => t::requests::cancel_elsewhere(lang),
        CancelReason::TooLong => t::requests::cancel_too_long(lang),
    }
}

fn tag_words(lang: Lang, tag: RatingTag) -> String {
    match tag {
        RatingTag::Fast => t::requests::tag_fast(lang),
        RatingTag::Clean => t::requests::tag_clean(lang),
        RatingTag::Polite => t::requests::tag_polite(lang),
        RatingTag::Expensive => t::requests::tag_expensive(lang),
    }
}
