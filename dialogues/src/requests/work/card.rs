//! The live card of whoever has a request, and of each who helps.

use domain::{
    orgs::Org,
    requests::{Job, Material, Part, PauseReason, Request, Stage, Status},
};
use i18n::{Lang, t};

use super::super::{
    cards::{body, head, tap_on_card},
    words::money,
};
use crate::{Screen, Text, action::RequestTap, screen::Button, text::shorten};

/// How many materials the card names.
const MATERIALS_SHOWN: usize = 5;
/// As much as a phone shows of one button, in UTF-16 code units.
const LABEL_MAX: usize = 40;

/// The card. Whoever has nothing to do with the request any more reads that, and nothing of the resident.
pub fn card(lang: Lang, org: &Org, request: &Request, job: &Job) -> Screen {
    if job.part == Part::Nothing {
        let gone = match request.assignee_name.as_deref().filter(|_| request.status.is_open()) {
            Some(name) => t::work::card_gone_to(lang, &shorten(name, 60)),
            None if request.status.is_open() => t::work::card_gone(lang),
            None => return Screen::says(head(lang, request, request.status)),
        };
        return Screen::says(head(lang, request, request.status).line().plain(&gone));
    }
    let mut text = body(lang, org, request, head(lang, request, request.status).line());
    if let Some(way) = way(lang, request, job) {
        text = text.line().plain(&way);
    }
    text = text.line().plain(&format!("👤 {}", shorten(&request.reporter_name, 128)));
    if request.followers > 0 {
        text = text.plain(&format!(" · {}", t::requests::card_followers(lang, request.followers + 1)));
    }
    if job.times > 1 {
        text = text.line().plain(&t::work::card_times(lang, job.times));
    }
    if job.part == Part::Helps {
        let name = request.assignee_name.as_deref().unwrap_or("—");
        text = text.line().plain(&t::work::card_helping(lang, &shorten(name, 60)));
    }
    text = evidence(lang, org, request, job, text);
    if let Some(note) = note(lang, request) {
        text = text.line().bold(&note);
    }
    Screen::says(text).rows(rows(lang, request, job))
}

/// «🚪 подъезд 2 · этаж 4 · код 38».
fn way(lang: Lang, request: &Request, job: &Job) -> Option<String> {
    let parts: Vec<String> = [
        request.entrance.map(|number| t::work::card_door(lang, i64::from(number))),
        job.floor.map(|floor| t::work::card_floor(lang, i64::from(floor))),
        job.door_code.as_deref().filter(|_| request.status.is_open()).map(|code| t::work::card_code(lang, code)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn evidence(lang: Lang, org: &Org, request: &Request, job: &Job, mut text: Text) -> Text {
    let seen = &job.evidence;
    if seen.photos_before + seen.photos_after > 0 {
        text = text.line().plain(&t::work::card_photos(lang, seen.photos_before, seen.photos_after));
    }
    for material in seen.materials.iter().take(MATERIALS_SHOWN) {
        text = text.line().plain(&material_line(lang, org, material));
    }
    if let Some(more @ 1..) = seen.materials.len().checked_sub(MATERIALS_SHOWN) {
        text = text.line().plain(&t::work::card_more(lang, more as i64));
    }
    if request.price.is_some() && request.price_agreed.is_none() {
        text = text.line().plain(&t::work::card_price_waits(lang));
    }
    text
}

fn note(lang: Lang, request: &Request) -> Option<String> {
    match request.status {
        Status::Assigned => Some(t::work::card_assigned(lang)),
        Status::Returned => Some(t::work::card_returned(lang)),
        Status::Done => Some(t::work::card_done(lang)),
        _ if request.asked_at.is_some() && request.status.is_open() => Some(t::requests::card_asked_staff(lang)),
        _ => None,
    }
}

/// «☐ Перекрыл стояк».
fn step_label(words: &str, is_done: bool) -> String {
    let words = words.replace('\n', " ");
    shorten(&format!("{} {words}", if is_done { "☑" } else { "☐" }), LABEL_MAX)
}

/// «🔩 сифон × 1 — 85 000 UZS».
pub(super) fn material_line(lang: Lang, org: &Org, material: &Material) -> String {
    let cost = money(&org.currency, material.cost);
    t::work::material_line(lang, &shorten(&material.name, 40), &thousandths(material.quantity), &cost)
}

/// «2,5» for 2500.
fn thousandths(quantity: i64) -> String {
    let (whole, rest) = (quantity / 1000, quantity % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole},{}", format!("{rest:03}").trim_end_matches('0')) }
}

fn rows(lang: Lang, request: &Request, job: &Job) -> Vec<Vec<Button>> {
    let button = |label, tap| Button::new(label, tap_on_card(request, tap));
    let go = |label, tap| Button::success(label, tap_on_card(request, tap));
    let has = job.part == Part::Has;
    // Only whoever has it gives it back.
    let cannot = || has.then(|| button(t::work::cannot(lang), RequestTap::AskRelease));
    let wait = |reason| {
        let label = match reason {
            PauseReason::Part => t::work::wait_part(lang),
            PauseReason::Contractor => t::work::wait_contractor(lang),
            _ => t::work::wait_access(lang),
        };
        button(label, RequestTap::AskUntil(reason))
    };
    let mut rows: Vec<Vec<Button>> = match request.status {
        Status::Assigned if has => {
            vec![[Some(go(t::requests::take(lang), RequestTap::Take)), cannot()].into_iter().flatten().collect()]
        }
        Status::Returned if has => vec![vec![go(t::requests::take(lang), RequestTap::Take)]],
        Status::New | Status::Assigned | Status::Returned => vec![],
        Status::Accepted => vec![
            vec![
                go(t::requests::depart(lang), RequestTap::Depart),
                button(t::requests::arrive(lang), RequestTap::Arrive),
            ],
            vec![wait(PauseReason::Part), wait(PauseReason::Contractor)],
            cannot().into_iter().collect(),
        ],
        Status::OnTheWay => vec![
            vec![go(t::requests::arrive(lang), RequestTap::Arrive)],
            [Some(wait(PauseReason::Access)), cannot()].into_iter().flatten().collect(),
        ],
        Status::InProgress => at_work(lang, request, job)
            .into_iter()
            .chain([
                vec![go(t::requests::complete(lang), RequestTap::Complete)],
                vec![wait(PauseReason::Part), wait(PauseReason::Access)],
                [Some(wait(PauseReason::Contractor)), cannot()].into_iter().flatten().collect(),
            ])
            .collect(),
        Status::Paused => {
            vec![[Some(go(t::requests::resume(lang), RequestTap::Resume)), cannot()].into_iter().flatten().collect()]
        }
        Status::Done => vec![],
        Status::Closed | Status::Cancelled | Status::Declined => return vec![],
    };
    let phone = has.then(|| button(t::work::phone(lang), RequestTap::Phone));
    let files = (request.attachments > 0).then(|| button(t::work::files(lang, request.attachments), RequestTap::Files));
    rows.push(phone.into_iter().chain(files).collect());
    rows
}

/// The checklist, photos, materials and the price.
fn at_work(lang: Lang, request: &Request, job: &Job) -> Vec<Vec<Button>> {
    let button = |label, tap| Button::new(label, tap_on_card(request, tap));
    let seen = &job.evidence;
    let mut rows: Vec<Vec<Button>> = seen
        .steps
        .iter()
        .map(|step| vec![button(step_label(&step.words, step.is_done), RequestTap::Step(step.position))])
        .collect();
    rows.push(vec![
        button(t::work::photo_before(lang, seen.photos_before), RequestTap::AskPhotos(Stage::Before)),
        button(t::work::photo_after(lang, seen.photos_after), RequestTap::AskPhotos(Stage::After)),
    ]);
    rows.push(vec![
        button(t::work::material(lang), RequestTap::AskMaterial),
        button(t::work::price(lang), RequestTap::AskPrice),
    ]);
    rows
}
