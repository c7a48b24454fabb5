//! Shifts: planned, taken over, handed over; who is on duty; who is called.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    access::Actor,
    deputies::{self, NewAbsence},
    ids::{BuildingId, MemberId},
    shifts::{self, Duty, NewShift, ShiftEdit},
};
use testkit::fixtures::{self, Person};

fn member(person: &Person) -> MemberId {
    person.actor.member().unwrap()
}

fn shift(person: &Person, duty: Duty, starts_at: DateTime<Utc>, hours: i64) -> NewShift {
    NewShift {
        member: member(person),
        duty,
        starts_at,
        ends_at: starts_at + TimeDelta::hours(hours),
        buildings: vec![],
    }
}

#[tokio::test]
async fn a_shift_is_planned_taken_over_and_handed_over_with_a_note() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, worker) = (&office.owner.actor, &office.dispatcher);
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    let soon = now + TimeDelta::hours(1);
    let planned = shifts::plan(&mut tx, owner, shift(worker, Duty::Dispatcher, soon, 12)).await?;
    let twice = shifts::plan(&mut tx, owner, shift(worker, Duty::Worker, soon + TimeDelta::hours(11), 2)).await;
    assert_eq!(twice.unwrap_err().code(), "shift_overlaps");
    let next = shifts::plan(&mut tx, owner, shift(worker, Duty::Dispatcher, soon + TimeDelta::hours(12), 2)).await?;
    assert!(shifts::on_duty(&mut tx, owner, now).await?.is_empty());

    let early = shifts::end(&mut tx, &worker.actor, "Всё спокойно").await;
    assert_eq!(early.unwrap_err().code(), "shift_not_begun");
    let begun = shifts::begin(&mut tx, &worker.actor).await?;
    assert_eq!((begun.id, begun.begun_at), (planned.id, Some(now)), "an hour early is early enough");
    assert_eq!(shifts::begin(&mut tx, &worker.actor).await.unwrap_err().code(), "shift_begun");
    let there = shifts::on_duty(&mut tx, owner, now).await?;
    assert_eq!((there.len(), there[0].shift.as_ref().map(|turn| turn.is_begun)), (1, Some(true)));
    let fixed = ShiftEdit { duty: Some(Duty::Worker), ..ShiftEdit::default() };
    assert_eq!(shifts::edit(&mut tx, owner, planned.id, None, &fixed).await.unwrap_err().code(), "shift_begun");
    assert_eq!(shifts::cancel(&mut tx, owner, planned.id, None).await.unwrap_err().code(), "shift_begun");

    for (note, code) in [(" \n", "handover_missing".to_owned()), (&"я".repeat(1001), "words_too_long".to_owned())] {
        assert_eq!(shifts::end(&mut tx, &worker.actor, note).await.unwrap_err().code(), code);
    }
    let ended = shifts::end(&mut tx, &worker.actor, " Стояк перекрыт ").await?;
    assert_eq!((ended.note.as_deref(), ended.ended_at), (Some("Стояк перекрыт"), Some(now)));
    assert!(shifts::on_duty(&mut tx, owner, now).await?.is_empty());
    let left = shifts::last_note(&mut tx, owner, Duty::Dispatcher).await?;
    assert_eq!(left.map(|shift| shift.id), Some(planned.id));

    let edited = shifts::edit(&mut tx, owner, next.id, Some(1), &fixed).await?;
    assert_eq!((edited.duty, edited.version), (Duty::Worker, 2));
    let late = shifts::edit(&mut tx, owner, next.id, Some(1), &ShiftEdit::default()).await;
    assert_eq!(late.unwrap_err().code(), "changed_meanwhile");
    shifts::cancel(&mut tx, owner, next.id, Some(2)).await?;
    let roster = shifts::list(&mut tx, &worker.actor, now, now + TimeDelta::days(2), None).await?;
    assert_eq!(roster.iter().map(|shift| shift.id).collect::<Vec<_>>(), [planned.id]);
    tx.commit().await?;
    Ok(())
}

#[tokio::test]
async fn a_shift_that_nobody_planned_lasts_until_the_next_one_or_half_a_day() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [bobur, akmal] = &office.workers;
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    let later = shift(bobur, Duty::Worker, now + TimeDelta::hours(5), 8);
    shifts::plan(&mut tx, &office.owner.actor, later).await?;
    let begun = shifts::begin(&mut tx, &bobur.actor).await?;
    assert_eq!((begun.duty, begun.ends_at), (Duty::Worker, now + TimeDelta::hours(5)));
    let begun = shifts::begin(&mut tx, &akmal.actor).await?;
    assert_eq!(begun.ends_at, now + TimeDelta::hours(12));
    tx.commit().await?;

    // Akmal forgets to hand over: four hours after its end his shift counts no more, and he takes the next one.
    database.source().advance(std::time::Duration::from_secs(17 * 3600));
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    let there = shifts::on_duty(&mut tx, &akmal.actor, now).await?;
    assert!(there.iter().all(|who| who.member != member(akmal)), "{there:?}");
    let again = shifts::begin(&mut tx, &akmal.actor).await?;
    assert_ne!(again.id, begun.id);
    assert_eq!(shifts::end(&mut tx, &akmal.actor, "Тихо").await?.id, again.id);
    assert_eq!(shifts::end(&mut tx, &akmal.actor, "И вчера").await?.id, begun.id, "what was forgotten, too");
    Ok(())
}

#[tokio::test]
async fn the_chain_begins_with_the_dispatcher_on_duty_and_ends_with_the_owner() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    let called = shifts::duty_chain(&mut tx, now, None).await?;
    let who: Vec<_> = called.iter().map(|it| it.member).collect();
    assert_eq!((who.first(), who.last()), (Some(&member(&office.dispatcher)), Some(&member(&office.owner))));

    shifts::begin(&mut tx, &office.dispatcher.actor).await?;
    let new = shift(&office.workers[0], Duty::Worker, now - TimeDelta::hours(1), 8);
    shifts::plan(&mut tx, owner, new).await?;
    let away = NewAbsence {
        member: member(&office.dispatcher),
        deputy: Some(member(&office.workers[1])),
        starts_at: now,
        ends_at: now + TimeDelta::days(7),
    };
    deputies::appoint(&mut tx, &office.dispatcher.actor, &away).await?;
    let called = shifts::duty_chain(&mut tx, now, Some(BuildingId(uuid::Uuid::nil()))).await?;
    let who: Vec<_> = called.iter().map(|it| (it.member, it.duty)).collect();
    assert_eq!(
        who[..2],
        [(member(&office.workers[1]), Some(Duty::Dispatcher)), (member(&office.workers[0]), Some(Duty::Worker))]
    );
    assert_eq!(called[0].instead_of, Some(member(&office.dispatcher)));
    Ok(())
}

#[tokio::test]
async fn whoever_works_sees_the_roster_and_whoever_manages_changes_it() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let now = database.source().now();
    let mut tx = database.db().tenant(a.org).await?;
    let (from, to) = (now, now + TimeDelta::days(1));
    assert!(shifts::list(&mut tx, &a.workers[0].actor, from, to, None).await?.is_empty());
    let resident = shifts::list(&mut tx, &a.residents[0].actor, from, to, None).await;
    assert_eq!(resident.unwrap_err().code(), "forbidden");
    assert_eq!(shifts::begin(&mut tx, &Actor::System).await.unwrap_err().code(), "not_found");
    for (from, to) in [(now, now), (now, now + TimeDelta::days(93))] {
        let wrong = shifts::list(&mut tx, &a.owner.actor, from, to, None).await;
        assert_eq!(wrong.unwrap_err().code(), "period_invalid");
    }
    let new = shift(&a.workers[1], Duty::Worker, now, 8);
    let plain = shifts::plan(&mut tx, &a.workers[0].actor, new.clone()).await;
    assert_eq!(plain.unwrap_err().code(), "forbidden");
    let long = NewShift { ends_at: now + TimeDelta::days(8), ..new.clone() };
    assert_eq!(shifts::plan(&mut tx, &a.owner.actor, long).await.unwrap_err().code(), "period_invalid");
    let elsewhere = NewShift { buildings: vec![BuildingId(uuid::Uuid::max())], ..new };
    assert_eq!(shifts::plan(&mut tx, &a.owner.actor, elsewhere).await.unwrap_err().code(), "building_unknown");
    let stranger = shifts::plan(&mut tx, &a.owner.actor, shift(&b.workers[0], Duty::Worker, now, 8)).await;
    assert_eq!(stranger.unwrap_err().code(), "not_found");
    Ok(())
}
