//! Live cards: one request as its resident sees it, and as the staff do. The same message shows it all its life.

use chrono::{DateTime, Utc};
use domain::{
    assignment::Ranked,
    categories::Priority,
    orgs::Org,
    requests::{Closing, Evidence, Incident, Place, Request, Status},
};
use i18n::{Lang, t};

use super::{
    choices::tag_row,
    view::{QUOTE_MAX, star_row},
    words::{
        NAME_MAX, about_name, about_short, local_day, local_time, money, pause_name, place_line, priority_icon,
        priority_name, slot_line, stars, status_bar, status_icon, status_name, suggestion,
    },
};
use crate::{
    Action, Screen, Text,
    action::{RequestTap, Surface},
    incidents,
    screen::Button,
    text::{Look, shorten, utf16_len},
};

/// The longest name of a forum topic, in characters (Bot API, `createForumTopic`).
const TOPIC_MAX: usize = 128;

/// How many materials a resident's card names.
const MATERIALS_SHOWN: usize = 5;

/// The card of whoever filed the request. `evidence`: what the work has to show, once it is done.
pub fn resident(lang: Lang, org: &Org, request: &Request, evidence: Option<&Evidence>) -> Screen {
    let text = head(lang, request, request.status).line().plain(status_bar(request.status)).line();
    let mut text = body(lang, org, request, text);
    if let (Some(name), true) = (&request.assignee_name, !matches!(request.status, Status::New | Status::Cancelled)) {
        text = text.line().plain(&t::requests::card_worker(lang, name));
    }
    if let (Some(result), Status::Done | Status::Closed) = (&request.result, request.status) {
        text = text.line().plain(&format!("🛠 {}", shorten(result, 300)));
    }
    if let (Status::Done | Status::Closed, Some(done)) = (request.status, request.done_at) {
        text = text.line().plain(&done_line(lang, org, request, done));
        if let Some(used) = evidence.and_then(|evidence| used_line(lang, org, evidence)) {
            text = text.line().plain(&used);
        }
    }
    let goes_on = request.status.is_open() && request.status != Status::Done;
    if let Some(incident) = request.incident.as_ref().filter(|incident| incident.is_declared() && goes_on) {
        text = incidents::news(lang, org, incident, text);
    }
    let note = match request.status {
        Status::New => Some(t::requests::card_waiting(lang)),
        Status::Done => Some(t::requests::card_confirm(lang)),
        Status::Closed => match (request.closing, request.reopenable_until()) {
            (Some(Closing::Merged), _) => Some(t::requests::card_merged(lang)),
            (_, Some(until)) => Some(t::requests::card_reopen_until(lang, &local_day(&org.time_zone, until))),
            _ => None,
        },
        _ if request.asked_at.is_some() => Some(t::requests::card_asked(lang)),
        _ => None,
    };
    if let Some(note) = note {
        text = text.line().plain(&note);
    }
    Screen::says(text).rows(resident_rows(lang, request))
}

/// «Готово 21.11 15:05, заняло 45 мин».
fn done_line(lang: Lang, org: &Org, request: &Request, done: DateTime<Utc>) -> String {
    let at = t::requests::card_done_at(lang, &local_time(&org.time_zone, done));
    let minutes = request.taken_at.map_or(0, |taken| (done - taken).num_minutes());
    match (minutes / 60, minutes % 60) {
        (0, 0) => at,
        (0, minutes) => format!("{at}{}", t::requests::card_took_minutes(lang, minutes)),
        (hours, minutes) => format!("{at}{}", t::requests::card_took_hours(lang, hours, minutes)),
    }
}

/// «Использовано: сифон (85 000 UZS)».
fn used_line(lang: Lang, org: &Org, evidence: &Evidence) -> Option<String> {
    let shown = evidence.materials.iter().take(MATERIALS_SHOWN);
    let mut used: Vec<String> =
        shown.map(|it| format!("{} ({})", shorten(&it.name, 40), money(&org.currency, it.cost))).collect();
    if evidence.materials.len() > MATERIALS_SHOWN {
        used.push("…".to_owned());
    }
    (!used.is_empty()).then(|| t::requests::card_used(lang, &used.join(", ")))
}

/// The card of a neighbour who has the same trouble: nothing of it is somebody's home, and whoever filed it speaks about
/// it with the staff.
pub fn follower(lang: Lang, org: &Org, request: &Request) -> Screen {
    let incident = request.incident.as_ref().filter(|incident| incident.is_declared());
    // Whoever follows is not asked whether it is done.
    let status = if request.status == Status::Done { Status::Closed } else { request.status };
    let mut text = head(lang, request, status).line().plain(status_bar(status));
    let place = match incident {
        Some(incident) => incidents::where_line(lang, incident),
        None => request.home.as_ref().map(|(address, _)| match request.place {
            Place::Unit(_) => format!("📍 {address}"),
            place => place_line(lang, place, Some(address)),
        }),
    };
    if let Some(place) = place {
        text = text.line().plain(&place);
    }
    let is_over = !request.status.is_open() || request.status == Status::Done;
    match incident {
        Some(_) if is_over => text = text.line().bold(&t::incidents::sorry(lang)),
        Some(incident) => text = incidents::news(lang, org, incident, text),
        None if !request.words.is_empty() && !matches!(request.place, Place::Unit(_)) => {
            text = text.line().look(Look::Quote, &shorten(&request.words, QUOTE_MAX));
        }
        None => {}
    }
    if let Some(name) = &request.assignee_name {
        text = text.line().plain(&t::requests::card_worker(lang, &shorten(name, NAME_MAX)));
    }
    text = text.line().plain(&t::requests::card_followers(lang, request.followers + 1));
    Screen::says(text)
}

fn resident_rows(lang: Lang, request: &Request) -> Vec<Vec<Button>> {
    let button = |label, tap| Button::new(label, tap_on_card(request, tap));
    let write = || button(t::requests::write_staff(lang), RequestTap::Reply);
    let reopen = || button(t::requests::reopen(lang), RequestTap::Reopen);
    match request.status {
        Status::Done => vec![
            vec![
                Button::success(t::requests::accept(lang), tap_on_card(request, RequestTap::Accept)),
                Button::danger(t::requests::return_work(lang), tap_on_card(request, RequestTap::Return)),
            ],
            vec![write()],
        ],
        Status::Closed if request.closing == Some(Closing::Merged) => vec![],
        Status::Closed if request.rating.is_none() => vec![star_row(request.id, Surface::Card), vec![reopen()]],
        Status::Closed => vec![tag_row(lang, request, Surface::Card), vec![reopen()]],
        Status::Cancelled | Status::Declined => vec![],
        // What many wait for is not one's own to withdraw.
        _ if request.incident.as_ref().is_some_and(Incident::is_declared) => vec![vec![write()]],
        _ => vec![vec![write(), button(t::requests::cancel_request(lang), RequestTap::AskCancel)]],
    }
}

/// The card of the staff's group; `suggested` could have what nobody has yet.
pub fn staff(lang: Lang, org: &Org, request: &Request, suggested: Option<&Ranked>) -> Screen {
    let text = body(lang, org, request, head(lang, request, request.status).line());
    let unverified = (!request.verified).then(|| format!(" · {}", t::people::not_verified(lang)));
    let mut text = text.line().plain(&format!("👤 {}{}", request.reporter_name, unverified.unwrap_or_default()));
    if request.followers > 0 {
        text = text.plain(&format!(" · {}", t::requests::card_followers(lang, request.followers + 1)));
    }
    if let Some(name) = &request.assignee_name {
        text = text.line().plain(&t::requests::card_worker(lang, name));
        if !request.helpers.is_empty() {
            text = text.plain(&format!(" 🤝 +{}", request.helpers.len()));
        }
    }
    if request.returns > 0 {
        text = text.line().plain(&t::requests::card_returns(lang, i64::from(request.returns)));
    }
    if request.asked_at.is_some() {
        text = text.line().plain(&t::requests::card_asked_staff(lang));
    }
    if let Some(who) = suggested {
        text = text.line().plain(&format!("💡 {}", suggestion(lang, who)));
    }
    Screen::says(text).rows(staff_rows(lang, request, suggested))
}

fn staff_rows(lang: Lang, request: &Request, suggested: Option<&Ranked>) -> Vec<Vec<Button>> {
    let button = |label, tap| Button::new(label, tap_on_card(request, tap));
    let go = |label, tap| Button::success(label, tap_on_card(request, tap));
    let take = || go(t::requests::take(lang), RequestTap::Take);
    let done = || go(t::requests::complete(lang), RequestTap::Complete);
    let pause = || button(t::requests::pause(lang), RequestTap::AskPause);
    let release = || button(t::requests::release(lang), RequestTap::AskRelease);
    let mut rows = match request.status {
        Status::New | Status::Returned => vec![vec![take()]],
        Status::Assigned => vec![vec![take(), release()]],
        Status::Accepted => {
            vec![vec![button(t::requests::depart(lang), RequestTap::Depart), done()], vec![pause(), release()]]
        }
        Status::OnTheWay => {
            vec![vec![button(t::requests::arrive(lang), RequestTap::Arrive), done()], vec![pause(), release()]]
        }
        Status::InProgress => vec![vec![done()], vec![pause(), release()]],
        Status::Paused => vec![vec![go(t::requests::resume(lang), RequestTap::Resume), release()]],
        Status::Done => vec![],
        Status::Closed | Status::Cancelled | Status::Declined => return vec![],
    };
    if let Some(who) = suggested {
        let name = t::requests::assign_to(lang, &shorten(&who.name, NAME_MAX));
        rows.push(vec![
            button(name, RequestTap::Assign(who.member)),
            button(t::requests::assign_other(lang), RequestTap::AskAssign),
        ]);
    }
    rows.push(vec![
        button(t::requests::ask_resident(lang), RequestTap::Ask),
        button(t::requests::triage(lang), RequestTap::Triage),
    ]);
    rows
}

/// The name of the request's forum topic.
pub fn topic_name(lang: Lang, request: &Request) -> String {
    let home = request.home.as_ref().map(|(_, number)| format!(" · {}", t::people::unit_short(lang, number)));
    let name = format!(
        "№{}{} · {}{}",
        request.number,
        home.unwrap_or_default(),
        about_short(lang, &request.about),
        if request.words.is_empty() { String::new() } else { format!(": {}", request.words) },
    );
    shorten(&name.replace('\n', " "), TOPIC_MAX)
}

/// «🚿 №5 · Сантехника → Протечка — в работе».
pub(super) fn head(lang: Lang, request: &Request, status: Status) -> Text {
    let title = format!("№{} · {}", request.number, about_name(lang, &request.about));
    let text = Text::new()
        .plain(&format!("{} ", request.about.icon))
        .bold(&title)
        .plain(&format!(" — {} ", status_icon(status)))
        .look(Look::Italic, &status_name(lang, status));
    match request.priority {
        Priority::Normal => text,
        urgent => text.plain(&format!(" · {} ", priority_icon(urgent))).bold(&priority_name(lang, urgent)),
    }
}

pub(super) fn body(lang: Lang, org: &Org, request: &Request, text: Text) -> Text {
    let zone = &org.time_zone;
    let home = request.home.as_ref().map(|(address, number)| t::people::home(lang, address, number));
    let mut text = text.plain(&place_line(lang, request.place, home.as_deref())).line();
    if let Place::Point { latitude, longitude } = request.place {
        text = text.plain(&format!("🗺 https://maps.google.com/?q={latitude:.6},{longitude:.6}")).line();
    }
    if !request.words.is_empty() {
        // What is said of an incident stands on the same card.
        let news = request.incident.as_ref().map_or(0, |_| incidents::WORDS_SHOWN + 100);
        let room = QUOTE_MAX.saturating_sub(utf16_len(&request.reporter_name) + news);
        text = text.look(Look::Quote, &shorten(&request.words, room)).line();
    }
    let counts: Vec<String> = [
        (request.attachments > 0).then(|| t::requests::attachments(lang, request.attachments)),
        (request.comments > 0).then(|| t::requests::comments(lang, request.comments)),
        request.rating.map(|rating| stars(u8::try_from(rating).unwrap_or_default())),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !counts.is_empty() {
        text = text.plain(&counts.join(" · ")).line();
    }
    if let Some(slot) = request.slot {
        text = text.plain(&format!("🗓 {}", slot_line(zone, slot))).line();
    }
    if let Some(price) = request.price {
        let agreed = if request.price_agreed == Some(true) { " ✓" } else { "" };
        text = text.plain(&format!("💰 {}{agreed}", money(&org.currency, price))).line();
    }
    text = text.plain(&format!("🕒 {}", local_time(zone, request.created_at)));
    if let Some(pause) = request.pause {
        let until = local_day(zone, pause.until);
        return text.line().plain(&t::requests::card_paused(lang, &pause_name(lang, pause.reason), &until));
    }
    match request.due_at.filter(|_| request.status.is_open() && request.status != Status::Done) {
        Some(due) if request.stopped_at.is_none() => text.plain(&t::requests::card_due(lang, &local_time(zone, due))),
        _ => text,
    }
}

pub(super) fn tap_on_card(request: &Request, tap: RequestTap) -> Action {
    Action::Request { tap, id: request.id, on: Surface::Card }
}
