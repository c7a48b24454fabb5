//! The screens of an incident.

use domain::{
    ids::RequestId,
    orgs::Org,
    requests::{
        Incident, IncidentStage, Request, Status,
        incidents::{Part, Scope},
    },
};
use i18n::{Lang, t};

use super::action::{IncidentAct, IncidentTap};
use crate::{
    Action, Screen, Text,
    requests::words::{about_name, local_time, status_icon, status_name},
    screen::Button,
    text::{Look, shorten},
};

/// How many parts of a building are offered: its entrances, and the risers that there is room for.
const PARTS_SHOWN: usize = 24;
/// As much as a phone shows of one button of two, in UTF-16 code units.
const LABEL_MAX: usize = 28;
/// As much of the org's words as a card quotes, in UTF-16 code units.
pub(crate) const WORDS_SHOWN: usize = 700;
/// In how many hours it may be over, by a button.
const HOURS: [u8; 4] = [1, 2, 4, 8];

fn button(label: String, request: RequestId, act: IncidentAct) -> Button {
    Button::new(label, Action::Incident(IncidentTap { request, act }))
}

/// How far does it reach?
pub(super) fn ask(lang: Lang, request: RequestId, number: i64, parts: &[Part]) -> Screen {
    if parts.is_empty() {
        return Screen::says(t::incidents::nowhere(lang));
    }
    let labels = parts.iter().take(PARTS_SHOWN).map(|part| {
        let label = match part.scope {
            Scope::Building => t::incidents::whole_building(lang, part.homes),
            Scope::Entrance(_) => t::incidents::one_entrance(lang, &part.name, part.homes),
            Scope::Riser(_) => t::incidents::one_riser(lang, &shorten(&part.name, 16), part.homes),
        };
        button(shorten(&label, LABEL_MAX), request, IncidentAct::Declare(part.scope))
    });
    let labels: Vec<Button> = labels.collect();
    let (whole, others) = labels.split_at(1);
    let mut rows = vec![whole.to_vec()];
    rows.extend(others.chunks(2).map(<[Button]>::to_vec));
    let text = Text::new().bold(&t::incidents::ask_title(lang, number)).line().plain(&t::incidents::ask_hint(lang));
    Screen::says(text).rows(rows)
}

/// What raises the alarm among the staff, and says how it goes. In a group an answer to it is what residents read;
/// `answers` says whether that is so.
pub fn alarm(lang: Lang, org: &Org, request: &Request, incident: &Incident, answers: bool) -> Screen {
    let (id, number, zone) = (request.id, request.number, &org.time_zone);
    let is_over = !request.status.is_open() || request.status == Status::Done;
    let title = if is_over {
        t::incidents::over(lang, number)
    } else if incident.dismissed_at.is_some() {
        t::incidents::dismissed(lang, number)
    } else if incident.is_declared() {
        t::incidents::title(lang, number)
    } else {
        t::incidents::suspected(lang, number)
    };
    let about = format!("{} {}", request.about.icon, about_name(lang, &request.about));
    let mut text = Text::new().bold(&title).line().plain(&about);
    if let Some(line) = where_line(lang, incident) {
        text = text.line().plain(&line);
    }
    text = match request.done_at.or(request.ended_at).filter(|_| is_over) {
        Some(at) => text.line().plain(&format!("🕒 {}", local_time(zone, at))),
        None => text.line().plain(&format!("{} {}", status_icon(request.status), status_name(lang, request.status))),
    };
    if let Some(name) = &request.assignee_name {
        text = text.plain(" · ").plain(&t::requests::card_worker(lang, &shorten(name, 60)));
    }
    if incident.is_declared() {
        text = text.line().plain(&t::requests::card_followers(lang, request.followers + 1));
        if !is_over {
            text = news(lang, org, incident, text);
        }
    }
    if let Some(name) = &incident.accepted_by_name {
        text = text.line().plain(&t::incidents::accepted(lang, &shorten(name, 60)));
    }
    if is_over || incident.dismissed_at.is_some() {
        return Screen::says(text);
    }
    let mut rows = vec![];
    if incident.accepted_by.is_none() {
        let accept = Action::Incident(IncidentTap { request: id, act: IncidentAct::Accept });
        rows.push(vec![Button::danger(t::incidents::accept(lang), accept)]);
    }
    if incident.is_declared() {
        if answers {
            text = text.line().look(Look::Italic, &t::incidents::answer_hint(lang));
        }
        let stages = IncidentStage::ALL.map(|stage| button(stage_name(lang, stage), id, IncidentAct::Stage(stage)));
        rows.extend(stages.chunks(2).map(<[Button]>::to_vec));
        let hours = HOURS.map(|hours| button(t::incidents::hours(lang, hours.into()), id, IncidentAct::Expect(hours)));
        rows.push(hours.to_vec());
        rows.push(vec![button(t::incidents::change_scope(lang), id, IncidentAct::Ask)]);
    } else {
        rows.push(vec![
            button(t::incidents::declare(lang), id, IncidentAct::Ask),
            button(t::incidents::dismiss(lang), id, IncidentAct::Dismiss),
        ]);
    }
    Screen::says(text).rows(rows)
}

/// That nobody on duty has accepted it; none once somebody has, or it is over.
pub fn unanswered(lang: Lang, request: &Request) -> Option<Screen> {
    let incident = request.incident.as_ref().filter(|incident| incident.dismissed_at.is_none())?;
    let waits = request.status.is_open() && request.status != Status::Done && incident.accepted_by.is_none();
    let accept = Action::Incident(IncidentTap { request: request.id, act: IncidentAct::Accept });
    waits.then(|| {
        Screen::says(t::incidents::unanswered(lang, request.number))
            .rows(vec![vec![Button::danger(t::incidents::accept(lang), accept)]])
    })
}

/// Where it is, without anybody's flat.
pub(crate) fn where_line(lang: Lang, incident: &Incident) -> Option<String> {
    let address = incident.address.as_deref()?;
    let part = match (incident.entrance, &incident.riser) {
        (Some(entrance), _) => t::incidents::at_entrance(lang, i64::from(entrance)),
        (_, Some(riser)) => t::incidents::at_riser(lang, &shorten(riser, 60)),
        _ => t::incidents::at_building(lang),
    };
    Some(format!("📍 {} · {part}", shorten(address, 120)))
}

/// What its people read: how far it is, in the org's words, until when.
pub(crate) fn news(lang: Lang, org: &Org, incident: &Incident, text: Text) -> Text {
    let mut text = text;
    if let Some(stage) = incident.stage {
        text = text.line().bold(&stage_name(lang, stage));
    }
    if let Some(words) = &incident.words {
        text = text.line().look(Look::Quote, &shorten(words, WORDS_SHOWN));
    }
    if let Some(at) = incident.expected_at {
        text = text.line().plain(&t::incidents::expected(lang, &local_time(&org.time_zone, at)));
    }
    text
}

fn stage_name(lang: Lang, stage: IncidentStage) -> String {
    match stage {
        IncidentStage::Searching => t::incidents::stage_searching(lang),
        IncidentStage::Crew => t::incidents::stage_crew(lang),
        IncidentStage::Repairing => t::incidents::stage_repairing(lang),
        IncidentStage::Restoring => t::incidents::stage_restoring(lang),
    }
}
