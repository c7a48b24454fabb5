//! The act of an incident: its facts and its timeline, in the language of the org, as a PDF.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::{
    Error, Result, TenantTx,
    access::Actor,
    ids::RequestId,
    orgs::{self, Org},
    requests::{
        Happening, IncidentStage, Status,
        incidents::{self, Told, Whole},
    },
};
use i18n::{Lang, t};
use posters::Act;
use tokio::task::spawn_blocking;

use crate::caller::lang_of;

/// A file.
#[derive(Clone, Debug)]
pub struct File {
    /// What it is called, in the language of the org.
    pub name: String,
    /// What is said with it.
    pub caption: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What an act says. Only what was declared has one: [`Error::Refused`] `incident_undeclared`; and only whoever works on
/// it for the org sees it. Pages are set by [`File::set`], when the transaction has ended.
pub async fn words(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Words> {
    actor.require(domain::access::Permission::RequestsTake)?;
    let whole = incidents::incident(tx, actor, id).await?;
    if whole.request.incident.as_ref().is_none_or(|incident| !incident.is_declared()) {
        return Err(Error::Refused("incident_undeclared"));
    }
    let org = orgs::current(tx).await?;
    let now = tx.source().now();
    Ok(written(&org, &whole, now))
}

/// An act in words.
#[derive(Clone, Debug)]
pub struct Words {
    lang: Lang,
    number: i64,
    act: Act,
}

impl File {
    /// Sets the pages, beside the async threads.
    pub async fn set(words: Words) -> Result<File> {
        let Words { lang, number, act } = words;
        let bytes = spawn_blocking(move || posters::act(&act)).await.map_err(|error| Error::Internal(error.into()))?;
        let bytes = bytes.map_err(|error| Error::Internal(error.into()))?;
        let name = format!("{}.pdf", t::incidents::act_file(lang, number));
        Ok(File { name, caption: t::incidents::act_caption(lang, number), bytes })
    }
}

fn written(org: &Org, whole: &Whole, now: DateTime<Utc>) -> Words {
    let (lang, request) = (lang_of(org.language), &whole.request);
    let zone: Tz = org.time_zone.parse().unwrap_or(Tz::UTC);
    let time = |at: DateTime<Utc>| at.with_timezone(&zone).format("%d.%m.%Y %H:%M").to_string();
    let mut facts = vec![];
    let mut fact = |name: String, value: Option<String>| facts.extend(value.map(|value| (name, value)));
    let names = &request.about.names;
    let about = match lang {
        Lang::Ru => &names.ru,
        Lang::Uz => &names.uz,
        Lang::En => &names.en,
    };
    fact(t::incidents::act_what(lang), Some(about.clone()));
    if let Some(incident) = &request.incident {
        let part = match (incident.entrance, &incident.riser) {
            (Some(entrance), _) => t::incidents::at_entrance(lang, i64::from(entrance)),
            (_, Some(riser)) => t::incidents::at_riser(lang, riser),
            _ => t::incidents::at_building(lang),
        };
        let address = incident.address.clone().unwrap_or_default();
        fact(t::incidents::act_where(lang), Some(format!("{address} · {part}")));
        fact(t::incidents::act_began(lang), Some(time(request.created_at)));
        fact(t::incidents::act_declared(lang), incident.declared_at.map(time));
        let accepted = incident.accepted_by_name.as_ref().zip(whole.accepted_at);
        fact(t::incidents::act_accepted(lang), accepted.map(|(name, at)| format!("{name} · {}", time(at))));
    }
    fact(t::incidents::act_worker(lang), request.assignee_name.clone());
    let over =
        request.done_at.or(request.ended_at).filter(|_| request.status == Status::Done || !request.status.is_open());
    fact(t::incidents::act_over(lang), over.map(time));
    fact(t::incidents::act_lasted(lang), over.map(|over| lasted(lang, over - request.created_at)));
    fact(t::incidents::act_requests(lang), Some((whole.linked.len() + 1).to_string()));
    fact(t::incidents::act_people(lang), Some((request.followers + 1).to_string()));
    fact(t::incidents::act_result(lang), request.result.clone());

    let steps = whole.history.iter().filter_map(|step| Some((time(step.at), happened(lang, step)?))).collect();
    let told = whole.told.iter().map(|told| (time(told.at), said(lang, told, time))).collect();
    let act = Act {
        org: org.name.clone(),
        title: t::incidents::act_title(lang, request.number),
        made: t::incidents::act_made(lang, &time(now)),
        facts,
        tables: vec![(t::incidents::act_timeline(lang), steps), (t::incidents::act_told(lang), told)],
        signatures: vec![
            t::incidents::act_sign_org(lang, &org.name),
            t::incidents::act_sign_worker(lang),
            t::incidents::act_sign_residents(lang),
        ],
    };
    Words { lang, number: request.number, act }
}

fn lasted(lang: Lang, time: TimeDelta) -> String {
    t::incidents::act_hours(lang, time.num_hours(), time.num_minutes() % 60)
}

/// A step of the work; none of what is no part of an act: what people said, and what is counted above.
fn happened(lang: Lang, step: &Happening) -> Option<String> {
    let what = match step.kind.as_str() {
        "request_filed" => t::incidents::act_filed(lang),
        "incident_suspected" => t::incidents::act_suspected(lang),
        "incident_declared" => t::incidents::act_step_declared(lang),
        "incident_accepted" => t::incidents::act_step_accepted(lang),
        "incident_unanswered" => t::incidents::act_unanswered(lang),
        "request_assigned" => t::incidents::act_assigned(lang),
        "request_taken" => t::incidents::act_taken(lang),
        "request_released" | "request_freed" => t::incidents::act_released(lang),
        "request_departed" => t::incidents::act_departed(lang),
        "request_arrived" => t::incidents::act_arrived(lang),
        "request_paused" => t::incidents::act_paused(lang),
        "request_resumed" => t::incidents::act_resumed(lang),
        "request_completed" => t::incidents::act_completed(lang),
        "request_returned" | "request_reopened" => t::incidents::act_returned(lang),
        "request_closed" => t::incidents::act_closed(lang),
        _ => return None,
    };
    // Whoever filed it is a resident: an act names the staff alone.
    let by = step.to.as_ref().or(step.by.as_ref());
    let names_staff = !matches!(step.kind.as_str(), "request_filed" | "request_returned" | "request_reopened");
    Some(match by.filter(|_| names_staff) {
        Some(name) => format!("{what} · {name}"),
        None => what,
    })
}

/// What residents were told at one time.
fn said(lang: Lang, told: &Told, time: impl Fn(DateTime<Utc>) -> String) -> String {
    let stage = told.stage.map(|stage| match stage {
        IncidentStage::Searching => t::incidents::act_searching(lang),
        IncidentStage::Crew => t::incidents::act_crew(lang),
        IncidentStage::Repairing => t::incidents::act_repairing(lang),
        IncidentStage::Restoring => t::incidents::act_restoring(lang),
    });
    let expected = told.expected_at.map(|at| t::incidents::act_expected(lang, &time(at)));
    [stage, told.words.clone(), expected].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
