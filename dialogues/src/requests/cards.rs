//! Live cards: one request as its resident sees it, and as the staff do. The same message shows it all its life.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::requests::{Place, Request, Status};
use i18n::{Lang, t};

use super::view::{QUOTE_MAX, category_icon, category_name, place_line, star_row, stars, status_icon, status_name};
use crate::{
    Action, Screen, Text,
    action::{RequestTap, Surface},
    screen::Button,
    text::{Look, shorten, utf16_len},
};

/// The longest name of a forum topic, in characters (Bot API, `createForumTopic`).
const TOPIC_MAX: usize = 128;

/// The card of whoever filed the request.
pub fn resident(lang: Lang, time_zone: &str, request: &Request) -> Screen {
    let text = head(lang, request).line().plain(bar(request.status)).line();
    let text = body(lang, time_zone, request, text);
    let text = match (&request.assignee_name, request.status) {
        (Some(name), Status::InProgress | Status::Done | Status::Returned | Status::Closed) => {
            text.line().plain(&t::requests::card_worker(lang, name))
        }
        _ => text,
    };
    let text = match request.status {
        Status::New => text.line().plain(&t::requests::card_waiting(lang)),
        Status::Done => text.line().plain(&t::requests::card_confirm(lang)),
        _ => text,
    };
    let button = |label, tap| Button::new(label, tap_on_card(request, tap));
    let write = || button(t::requests::write_staff(lang), RequestTap::Reply);
    let rows = match request.status {
        Status::New | Status::InProgress | Status::Returned => {
            vec![vec![write(), button(t::requests::cancel_request(lang), RequestTap::AskCancel)]]
        }
        Status::Done => vec![
            vec![
                Button::success(t::requests::accept(lang), tap_on_card(request, RequestTap::Accept)),
                Button::danger(t::requests::return_work(lang), tap_on_card(request, RequestTap::Return)),
            ],
            vec![write()],
        ],
        Status::Closed if request.rating.is_none() => vec![star_row(request.id, Surface::Card)],
        Status::Closed | Status::Cancelled => vec![],
    };
    Screen::says(text).rows(rows)
}

/// The card of the staff's group.
pub fn staff(lang: Lang, time_zone: &str, request: &Request) -> Screen {
    let text = body(lang, time_zone, request, head(lang, request).line());
    let unverified = (!request.verified).then(|| format!(" · {}", t::people::not_verified(lang)));
    let text = text.line().plain(&format!("👤 {}{}", request.reporter_name, unverified.unwrap_or_default()));
    let text = match &request.assignee_name {
        Some(name) => text.line().plain(&t::requests::card_worker(lang, name)),
        None => text,
    };
    let text = match request.returns {
        0 => text,
        times => text.line().plain(&t::requests::card_returns(lang, i64::from(times))),
    };
    let take = || Button::success(t::requests::take(lang), tap_on_card(request, RequestTap::Take));
    let done = || Button::success(t::requests::complete(lang), tap_on_card(request, RequestTap::Complete));
    let ask = || Button::new(t::requests::ask_resident(lang), tap_on_card(request, RequestTap::Ask));
    let rows = match request.status {
        Status::New | Status::Returned => vec![vec![take()], vec![ask()]],
        Status::InProgress => vec![vec![done()], vec![ask()]],
        Status::Done => vec![vec![ask()]],
        Status::Closed | Status::Cancelled => vec![],
    };
    Screen::says(text).rows(rows)
}

/// The name of the request's forum topic.
pub fn topic_name(lang: Lang, request: &Request) -> String {
    let home = request.home.as_ref().map(|(_, number)| format!(" · {}", t::people::unit_short(lang, number)));
    let name = format!(
        "№{}{} · {}{}",
        request.number,
        home.unwrap_or_default(),
        category_name(lang, request.category),
        if request.words.is_empty() { String::new() } else { format!(": {}", request.words) },
    );
    shorten(&name.replace('\n', " "), TOPIC_MAX)
}

/// «🚿 №5 · Сантехника — в работе».
fn head(lang: Lang, request: &Request) -> Text {
    let title = format!("№{} · {}", request.number, category_name(lang, request.category));
    Text::new()
        .plain(&format!("{} ", category_icon(request.category)))
        .bold(&title)
        .plain(&format!(" — {} ", status_icon(request.status)))
        .look(Look::Italic, &status_name(lang, request.status))
}

/// The way so far: filed, taken, done, closed.
fn bar(status: Status) -> &'static str {
    match status {
        Status::New => "●───○───○───○",
        Status::InProgress | Status::Returned => "●───●───○───○",
        Status::Done => "●───●───●───○",
        Status::Closed => "●───●───●───●",
        Status::Cancelled => "✖───✖───✖───✖",
    }
}

fn body(lang: Lang, time_zone: &str, request: &Request, text: Text) -> Text {
    let home = request.home.as_ref().map(|(address, number)| t::people::home(lang, address, number));
    let mut text = text.plain(&place_line(lang, request.place, home.as_deref())).line();
    if let Place::Point { latitude, longitude } = request.place {
        text = text.plain(&format!("🗺 https://maps.google.com/?q={latitude:.6},{longitude:.6}")).line();
    }
    if !request.words.is_empty() {
        let room = QUOTE_MAX.saturating_sub(utf16_len(&request.reporter_name));
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
    text.plain(&format!("🕒 {}", local_time(time_zone, request.created_at)))
}

fn tap_on_card(request: &Request, tap: RequestTap) -> Action {
    Action::Request { tap, id: request.id, on: Surface::Card }
}

/// «21.11 14:05» in the org's time zone.
pub(crate) fn local_time(time_zone: &str, at: DateTime<Utc>) -> String {
    let zone: Tz = time_zone.parse().unwrap_or(Tz::Asia__Tashkent);
    at.with_timezone(&zone).format("%d.%m %H:%M").to_string()
}
