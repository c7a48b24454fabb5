//! The same for working time: calendars, shifts, absences and skills.

use chrono::TimeDelta;
use domain::{
    assignment::{self, Strategy},
    calendars::{self, CalendarEdit, NewCalendar, Preset},
    deputies::{self, NewAbsence},
    events::Event,
    ids::{AbsenceId, CalendarId, MemberId, ShiftId, SkillId},
    requests::{self, Request, Status},
    shifts::{self, Duty, NewShift, ShiftEdit},
    skills,
    timeouts::{self, Check, Look, Timeouts},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::Findings;

/// What an org has of these.
pub(super) struct Hours {
    calendar: CalendarId,
    request: Request,
    shift: ShiftId,
    absence: AbsenceId,
    skill: SkillId,
    member: MemberId,
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Hours> {
    let (org, owner) = (office.org, &office.owner.actor);
    let name = format!("Календарь {}", office.info.name);
    let new = NewCalendar { name: &name, timetable: Preset::FiveDays.timetable() };
    let calendar = database.tenant(org, async |tx| calendars::create(tx, owner, &new).await).await?.id;
    let now = database.source().now();
    let [member, deputy] = office.workers.each_ref().map(|worker| worker.actor.member().unwrap());
    let (starts_at, ends_at) = (now - TimeDelta::hours(1), now + TimeDelta::hours(8));
    let new = NewShift { member, duty: Duty::Worker, starts_at, ends_at, buildings: vec![] };
    let shift = database.tenant(org, async |tx| shifts::plan(tx, owner, new.clone()).await).await?.id;
    let new = NewAbsence { member, deputy: Some(deputy), starts_at, ends_at };
    let absence = database.tenant(org, async |tx| deputies::appoint(tx, owner, &new).await).await?.id;
    let name = format!("Навык {}", office.info.name);
    let skill = database
        .tenant(org, async |tx| {
            let skill = skills::add(tx, owner, &name).await?.id;
            skills::set(tx, owner, member, &[skill]).await?;
            Ok(skill)
        })
        .await?;
    database.tenant(org, async |tx| assignment::set_strategy(tx, owner, Strategy::ByBuilding).await).await?;
    let patient = Timeouts { unassigned: 20, ..Timeouts::default() };
    database.tenant(org, async |tx| timeouts::set(tx, owner, &patient).await).await?;
    let request = fixtures::file(database, office, &office.residents[1]).await?.id;
    let request = database.tenant(org, async |tx| requests::get(tx, owner, request).await).await?;
    Ok(Hours { calendar, request, shift, absence, skill, member })
}

/// What A does in its own org, tried with the ids of B.
macro_rules! tried {
    ($found:ident, $database:ident, $a:ident, $verb:literal, |$tx:ident| $call:expr) => {
        $found.note($verb, $database.tenant($a.org, async |$tx| $call.await).await)
    };
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    theirs: &Hours,
) -> anyhow::Result<()> {
    let own = live(database, a).await?;
    Box::pin(try_calendars(found, database, a, theirs)).await;
    Box::pin(try_shifts(found, database, a, theirs)).await;
    Box::pin(try_absences(found, database, a, theirs, own.member)).await;
    Box::pin(try_skills(found, database, a, theirs, own.member)).await;
    Ok(())
}

async fn try_calendars(found: &mut Findings, database: &TestDatabase, a: &OrgFixture, theirs: &Hours) {
    let owner = &a.owner.actor;
    let calendar = theirs.calendar;
    let new = NewCalendar { name: "Моё", timetable: Preset::FiveDays.timetable() };
    tried!(found, database, a, "calendars::create", |tx| calendars::create(tx, owner, &new));
    tried!(found, database, a, "calendars::list", |tx| calendars::list(tx, owner));
    tried!(found, database, a, "calendars::get", |tx| calendars::get(tx, owner, calendar));
    let edit = CalendarEdit { name: Some("Чужое".into()), ..CalendarEdit::default() };
    tried!(found, database, a, "calendars::edit", |tx| calendars::edit(tx, owner, calendar, None, &edit));
    tried!(found, database, a, "calendars::choose", |tx| calendars::choose(tx, owner, calendar));
    tried!(found, database, a, "calendars::delete", |tx| calendars::delete(tx, owner, calendar, None));
    tried!(found, database, a, "assignment::set_strategy", |tx| assignment::set_strategy(tx, owner, Strategy::Evenly));
    let eager = Timeouts { unassigned: 3, ..Timeouts::default() };
    tried!(found, database, a, "timeouts::set", |tx| timeouts::set(tx, owner, &eager));
    tried!(found, database, a, "timeouts::timeouts", |tx| timeouts::timeouts(tx, owner));
    tried!(found, database, a, "assignment::candidates", |tx| assignment::candidates(tx, Some("Навык")));
    tried!(found, database, a, "assignment::suggest", |tx| assignment::suggest(tx, owner, &theirs.request));
    let request = theirs.request.id;
    let look = Look { org_id: a.org, request, check: Check::Unassigned, since: database.source().now(), told: 0 };
    tried!(found, database, a, "timeouts::look", |tx| timeouts::look(tx, &look));
    let offered = Event::RequestOffered { request };
    tried!(found, database, a, "timeouts::arm", |tx| timeouts::arm(tx, &offered));
    let released = Event::RequestCompleted { request, from: Status::Accepted };
    tried!(found, database, a, "timeouts::arm", |tx| timeouts::arm(tx, &released));
    let released =
        Event::RequestReleased { request, by: None, from: Status::Accepted, reason: "нет ключа".into() };
    tried!(found, database, a, "assignment::give_out", |tx| assignment::give_out(tx, &released));
    tried!(found, database, a, "assignment::strategy", |tx| assignment::strategy(tx, owner));
    tried!(found, database, a, "calendars::work_time", |tx| calendars::work_time(tx, Some(calendar)));
}

async fn try_shifts(found: &mut Findings, database: &TestDatabase, a: &OrgFixture, theirs: &Hours) {
    let owner = &a.owner.actor;
    let &Hours { shift, member, .. } = theirs;
    let now = database.source().now();
    let later = now + TimeDelta::days(1);
    let new = NewShift { member, duty: Duty::Worker, starts_at: now, ends_at: later, buildings: vec![] };
    tried!(found, database, a, "shifts::plan", |tx| shifts::plan(tx, owner, new.clone()));
    tried!(found, database, a, "shifts::list", |tx| shifts::list(tx, owner, now, later, None));
    tried!(found, database, a, "shifts::list", |tx| shifts::list(tx, owner, now, later, Some(member)));
    tried!(found, database, a, "shifts::get", |tx| shifts::get(tx, owner, shift));
    tried!(found, database, a, "shifts::edit", |tx| shifts::edit(tx, owner, shift, None, &ShiftEdit::default()));
    tried!(found, database, a, "shifts::cancel", |tx| shifts::cancel(tx, owner, shift, None));
    tried!(found, database, a, "shifts::own", |tx| shifts::own(tx, &a.workers[0].actor));
    tried!(found, database, a, "shifts::begin", |tx| shifts::begin(tx, &a.workers[1].actor));
    tried!(found, database, a, "shifts::on_duty", |tx| shifts::on_duty(tx, owner, now));
    tried!(found, database, a, "shifts::duty_chain", |tx| shifts::duty_chain(tx, now, None));
    tried!(found, database, a, "shifts::end", |tx| shifts::end(tx, &a.workers[1].actor, "Тихо"));
    tried!(found, database, a, "shifts::last_note", |tx| shifts::last_note(tx, owner, Duty::Worker));
}

async fn try_absences(found: &mut Findings, database: &TestDatabase, a: &OrgFixture, theirs: &Hours, own: MemberId) {
    let owner = &a.owner.actor;
    let &Hours { absence, member, .. } = theirs;
    let now = database.source().now();
    let later = now + TimeDelta::days(1);
    let new = NewAbsence { member: own, deputy: Some(member), starts_at: later, ends_at: later + TimeDelta::days(1) };
    tried!(found, database, a, "deputies::appoint", |tx| deputies::appoint(tx, owner, &new));
    let new = NewAbsence { member, deputy: None, ..new };
    tried!(found, database, a, "deputies::appoint", |tx| deputies::appoint(tx, owner, &new));
    tried!(found, database, a, "deputies::list", |tx| deputies::list(tx, owner));
    tried!(found, database, a, "deputies::end", |tx| deputies::end(tx, owner, absence));
    tried!(found, database, a, "deputies::away", |tx| deputies::away(tx, now));
    tried!(found, database, a, "deputies::resolve_deputy", |tx| async {
        Ok(deputies::resolve_deputy(tx, member, now).await? == Some(member)) // not away, as far as A knows
    });
}

async fn try_skills(found: &mut Findings, database: &TestDatabase, a: &OrgFixture, theirs: &Hours, own: MemberId) {
    let owner = &a.owner.actor;
    let &Hours { skill, member, .. } = theirs;
    tried!(found, database, a, "skills::list", |tx| skills::list(tx, owner));
    tried!(found, database, a, "skills::of_members", |tx| skills::of_members(tx, &[member]));
    tried!(found, database, a, "skills::add", |tx| skills::add(tx, owner, "Наш"));
    tried!(found, database, a, "skills::rename", |tx| skills::rename(tx, owner, skill, "Наш"));
    tried!(found, database, a, "skills::delete", |tx| skills::delete(tx, owner, skill));
    tried!(found, database, a, "skills::set", |tx| skills::set(tx, owner, member, &[]));
    tried!(found, database, a, "skills::set", |tx| skills::set(tx, owner, own, &[skill]));
}
