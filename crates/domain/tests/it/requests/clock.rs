//! The clock stands still while somebody else has to move.

use std::time::Duration;

use chrono::TimeDelta;
use domain::{
    calendars::{self, NewCalendar, Preset},
    requests::{self, Edit, NewComment, Pause, PauseReason, Priority, Side},
};
use testkit::fixtures;

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn a_pause_and_a_question_stop_the_clock_and_their_end_moves_the_deadline() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, worker, source) = (&office.residents[0].actor, &office.workers[0].actor, database.db().source());
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let word = |side, is_question| NewComment {
        request: id,
        side,
        is_question,
        is_internal: false,
        words: "Когда вас застать?",
        attachments: &[],
        album: None,
        point: None,
        origin: None,
    };
    let get = async || database.tenant(office.org, async |tx| requests::get(tx, &office.owner.actor, id).await).await;
    let due = get().await?.due_at.unwrap();

    let question = word(Side::Staff, true);
    database.tenant(office.org, async |tx| requests::comment(tx, worker, &question).await).await?;
    source.advance(HOUR);
    let until = source.now() + TimeDelta::days(2);
    let pause = Pause { reason: PauseReason::Part, until };
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::pause(tx, worker, id, pause).await
        })
        .await?;
    source.advance(HOUR);
    let answer = word(Side::Resident, false);
    database.tenant(office.org, async |tx| requests::comment(tx, anna, &answer).await).await?;
    let asked = get().await?;
    assert!(asked.asked_at.is_none() && asked.stopped_at.is_some(), "answered, but the part is still on its way");
    assert!(!asked.is_overdue(due + TimeDelta::days(30)), "what stands still is not late");
    source.advance(HOUR);
    database.tenant(office.org, async |tx| requests::resume(tx, worker, id).await).await?;
    let resumed = get().await?;
    assert_eq!(resumed.due_at.unwrap() - due, TimeDelta::hours(3), "from the question to the part");
    assert_eq!(resumed.stopped_at, None);
    assert!(resumed.is_overdue(resumed.due_at.unwrap() + TimeDelta::seconds(1)));
    Ok(())
}

#[tokio::test]
async fn what_becomes_urgent_is_due_sooner_and_what_is_returned_in_half_the_time() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, worker) = (&office.residents[0].actor, &office.workers[0].actor);
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let urgent = Edit { priority: Some(Priority::Emergency), ..Edit::default() };
    let request = database
        .tenant(office.org, async |tx| requests::edit(tx, &office.dispatcher.actor, id, Some(1), &urgent).await)
        .await?;
    assert_eq!((request.due_at.unwrap() - request.created_at).num_minutes(), 120);
    let stale = database
        .tenant(office.org, async |tx| requests::edit(tx, &office.dispatcher.actor, id, Some(1), &urgent).await)
        .await;
    assert_eq!(stale.unwrap_err().code(), "changed_meanwhile");
    database.db().source().advance(HOUR);
    let returned = database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::complete(tx, worker, id, Some("Подтянул гайку")).await?;
            requests::return_to_work(tx, anna, id).await
        })
        .await?;
    assert_eq!((returned.due_at.unwrap() - returned.updated_at).num_minutes(), 60);
    assert_eq!(returned.result.as_deref(), Some("Подтянул гайку"));
    Ok(())
}

#[tokio::test]
async fn what_was_closed_can_be_opened_again_for_two_weeks() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, worker, dispatcher) = (&office.residents[0].actor, &office.workers[0].actor, &office.dispatcher.actor);
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let again = database
        .tenant(office.org, async |tx| {
            requests::take(tx, worker, id).await?;
            requests::complete(tx, worker, id, None).await?;
            requests::accept(tx, anna, id).await?;
            let again = requests::reopen(tx, anna, id).await?;
            requests::close(tx, dispatcher, id, requests::Closing::Unanswered).await?;
            Ok(again)
        })
        .await?;
    assert_eq!((again.status, again.returns, again.ended_at), (requests::Status::Returned, 1, None));
    database.db().source().advance(HOUR * 24 * 14);
    let late = database.tenant(office.org, async |tx| requests::reopen(tx, anna, id).await).await;
    assert_eq!(late.unwrap_err().code(), "reopen_too_late");
    Ok(())
}

#[tokio::test]
async fn the_clock_runs_in_working_time_and_an_emergencys_day_and_night() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, anna) = (&office.owner.actor, &office.residents[0].actor);
    let timetable = Preset::FiveDays.timetable();
    database
        .tenant(office.org, async |tx| {
            calendars::create(tx, owner, &NewCalendar { name: "Офис", timetable }).await?;
            let time = calendars::work_time(tx, None).await?;
            let id = requests::file(tx, anna, &fixtures::request(&office, "other", "Скамейка")).await?.id;
            let calm = requests::get(tx, anna, id).await?;
            assert_eq!(calm.due_at, Some(time.due(calm.created_at, 2880)));
            assert!(calm.due_at.unwrap() - calm.created_at >= TimeDelta::days(6), "48 hours of work are six days");
            let urgent = Edit { priority: Some(Priority::Emergency), ..Edit::default() };
            let urgent = requests::edit(tx, owner, id, None, &urgent).await?;
            assert_eq!(urgent.due_at.unwrap() - urgent.created_at, TimeDelta::hours(2));
            Ok(())
        })
        .await
        .map_err(anyhow::Error::from)
}
