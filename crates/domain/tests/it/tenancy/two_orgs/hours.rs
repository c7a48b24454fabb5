//! The same for working time: calendars.

use domain::{
    calendars::{self, CalendarEdit, NewCalendar, Preset},
    ids::CalendarId,
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::Findings;

/// What an org has of these.
pub(super) struct Hours {
    calendar: CalendarId,
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Hours> {
    let (org, owner) = (office.org, &office.owner.actor);
    let name = format!("Календарь {}", office.info.name);
    let new = NewCalendar { name: &name, timetable: Preset::FiveDays.timetable() };
    let calendar = database.tenant(org, async |tx| calendars::create(tx, owner, &new).await).await?.id;
    Ok(Hours { calendar })
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    theirs: &Hours,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let owner = &a.owner.actor;
    let calendar = theirs.calendar;
    live(database, a).await?;
    let new = NewCalendar { name: "Моё", timetable: Preset::FiveDays.timetable() };
    tried!("calendars::create", |tx| calendars::create(tx, owner, &new));
    tried!("calendars::list", |tx| calendars::list(tx, owner));
    tried!("calendars::get", |tx| calendars::get(tx, owner, calendar));
    let edit = CalendarEdit { name: Some("Чужое".into()), ..CalendarEdit::default() };
    tried!("calendars::edit", |tx| calendars::edit(tx, owner, calendar, None, &edit));
    tried!("calendars::choose", |tx| calendars::choose(tx, owner, calendar));
    tried!("calendars::delete", |tx| calendars::delete(tx, owner, calendar, None));
    tried!("calendars::work_time", |tx| calendars::work_time(tx, Some(calendar)));
    Ok(())
}
