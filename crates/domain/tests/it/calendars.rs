//! Calendars: their life, which one counts, and who may change them.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    calendars::{self, CALENDARS_MAX, CalendarEdit, Exception, Interval, NewCalendar, Preset, Timetable, WorkTime},
    ids::CalendarId,
    orgs::{self, Clock, Day, Hours, WorkingHours},
};
use testkit::fixtures;

fn of(name: &str, preset: Preset) -> NewCalendar<'_> {
    NewCalendar { name, timetable: preset.timetable() }
}

#[tokio::test]
async fn the_whole_life_of_a_calendar() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let mut tx = database.db().tenant(office.org).await?;
    let made = calendars::create(&mut tx, owner, &of(" Офис ", Preset::FiveDays)).await?;
    assert_eq!((made.name.as_str(), made.is_chosen, made.version), ("Офис", true, 1), "the first is the org's own");
    let night = calendars::create(&mut tx, owner, &of("Аварийная", Preset::Emergency416)).await?;
    assert!(!night.is_chosen);
    let again = calendars::create(&mut tx, owner, &of("офис", Preset::FiveDays)).await;
    assert_eq!(again.unwrap_err().code(), "calendar_name_taken");
    tx.rollback().await?;

    let mut tx = database.db().tenant(office.org).await?;
    let made = calendars::create(&mut tx, owner, &of("Офис", Preset::FiveDays)).await?;
    let night = calendars::create(&mut tx, owner, &of("Аварийная", Preset::Emergency416)).await?;
    let navruz = Exception { hours: vec![], note: Some(" Навруз ".into()) };
    let exceptions = Some(BTreeMap::from([("2027-03-21".parse()?, navruz)]));
    let edit = CalendarEdit { exceptions, ..CalendarEdit::default() };
    let edited = calendars::edit(&mut tx, owner, made.id, Some(1), &edit).await?;
    assert_eq!((edited.version, edited.timetable.week()), (2, made.timetable.week()));
    let note = edited.timetable.exceptions().values().next().and_then(|it| it.note.as_deref());
    assert_eq!(note, Some("Навруз"));
    let late = calendars::edit(&mut tx, owner, made.id, Some(1), &edit).await;
    assert_eq!(late.unwrap_err().code(), "changed_meanwhile");
    let closed = CalendarEdit { week: Some(BTreeMap::new()), ..CalendarEdit::default() };
    let closed = calendars::edit(&mut tx, owner, made.id, None, &closed).await;
    assert_eq!(closed.unwrap_err().code(), "calendar_never_open");

    let kept = calendars::delete(&mut tx, owner, made.id, None).await;
    assert_eq!(kept.unwrap_err().code(), "calendar_in_use", "another has to be the org's own first");
    assert!(calendars::choose(&mut tx, owner, night.id).await?.is_chosen);
    let chosen: Vec<bool> = calendars::list(&mut tx, owner).await?.iter().map(|it| it.is_chosen).collect();
    assert_eq!(chosen, [true, false], "Аварийная, Офис");
    calendars::delete(&mut tx, owner, made.id, None).await?;
    assert_eq!(calendars::get(&mut tx, owner, made.id).await.unwrap_err().code(), "not_found");
    calendars::delete(&mut tx, owner, night.id, Some(2)).await?;
    assert!(calendars::list(&mut tx, owner).await?.is_empty());
    tx.commit().await?;
    Ok(())
}

#[tokio::test]
async fn the_calendar_that_is_named_counts_then_the_orgs_own_then_its_hours() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let friday: DateTime<Utc> = "2026-11-20T13:30:00Z".parse()?; // 18:30 in Tashkent
    let mut tx = database.db().tenant(office.org).await?;
    let time = calendars::work_time(&mut tx, None).await?;
    assert_eq!((time.due(friday, 60), time.zone), (friday + TimeDelta::hours(1), chrono_tz::Tz::Asia__Tashkent));

    let hours = Hours { from: Clock::at(10 * 60), to: Clock::at(19 * 60) };
    let told = orgs::Edit { working_hours: Some(WorkingHours::weekdays(hours)), ..orgs::Edit::default() };
    orgs::edit(&mut tx, owner, None, &told).await?;
    let due = |time: &WorkTime| time.due(friday, 60).to_rfc3339();
    assert_eq!(due(&calendars::work_time(&mut tx, None).await?), "2026-11-23T05:30:00+00:00", "10:30 on Monday");

    let office_hours = calendars::create(&mut tx, owner, &of("Офис", Preset::FiveDays)).await?;
    let saturdays = BTreeMap::from([(Day::Sat, vec![Interval::DAY])]);
    let timetable = Timetable::new(saturdays, BTreeMap::new())?;
    let other = calendars::create(&mut tx, owner, &NewCalendar { name: "Субботы", timetable }).await?;
    assert_eq!(due(&calendars::work_time(&mut tx, None).await?), "2026-11-23T05:00:00+00:00", "the org's own");
    assert_eq!(due(&calendars::work_time(&mut tx, Some(other.id)).await?), "2026-11-20T20:00:00+00:00", "midnight");
    let named = calendars::work_time(&mut tx, Some(office_hours.id)).await?;
    let gone = calendars::work_time(&mut tx, Some(CalendarId(uuid::Uuid::nil()))).await?;
    assert_eq!((&named, &gone), (&calendars::work_time(&mut tx, None).await?, &named));
    Ok(())
}

#[tokio::test]
async fn settings_are_for_those_who_keep_them_and_within_bounds() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut tx = database.db().tenant(office.org).await?;
    for actor in [&office.dispatcher.actor, &office.workers[0].actor, &office.residents[0].actor] {
        let made = calendars::create(&mut tx, actor, &of("Офис", Preset::FiveDays)).await;
        assert_eq!(made.unwrap_err().code(), "forbidden");
        assert_eq!(calendars::list(&mut tx, actor).await.unwrap_err().code(), "forbidden");
    }
    for n in 0..CALENDARS_MAX {
        calendars::create(&mut tx, &office.owner.actor, &of(&format!("№ {n}"), Preset::FiveDays)).await?;
    }
    let more = calendars::create(&mut tx, &office.owner.actor, &of("Ещё", Preset::FiveDays)).await;
    assert_eq!(more.unwrap_err().code(), "calendars_too_many");
    Ok(())
}
