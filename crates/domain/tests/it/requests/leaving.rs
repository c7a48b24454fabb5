//! What becomes of the work of whoever leaves the team, or may not do it any more.

use chrono::TimeDelta;
use domain::{
    access::Role,
    assignment::{self, Strategy},
    events::{self, Event},
    ids::RequestId,
    members::{self, Change},
    requests::{self, Request, Status},
    shifts::{self, Duty, NewShift},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

async fn read(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<Request> {
    Ok(database.tenant(office.org, async |tx| requests::get(tx, &office.owner.actor, id).await).await?)
}

/// Until nothing follows from anything any more.
async fn told(database: &TestDatabase) -> anyhow::Result<()> {
    while fixtures::run_fan_out(database).await? > 0 {}
    Ok(())
}

#[tokio::test]
async fn what_a_removed_member_had_goes_back_to_the_queue_and_their_shifts_end() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let ([bobur, akmal], anna) = (&office.workers, &office.residents[0]);
    let (to_bobur, now) = (bobur.actor.member().unwrap(), database.source().now());
    let mut ids = vec![];
    for _ in 0..5 {
        ids.push(fixtures::file_for(&database, &office, anna).await?.id);
    }
    let [given, begun, done, returned, helped] = ids[..] else { panic!("five") };
    let later = now + TimeDelta::days(1);
    let next = NewShift {
        member: to_bobur,
        duty: Duty::Worker,
        starts_at: later,
        ends_at: later + TimeDelta::hours(8),
        buildings: vec![],
    };
    database
        .tenant(office.org, async |tx| {
            let desk = &office.dispatcher.actor;
            requests::assign(tx, desk, given, to_bobur).await?;
            requests::take(tx, &bobur.actor, begun).await?;
            requests::arrive(tx, &bobur.actor, begun, None).await?;
            for id in [done, returned] {
                requests::take(tx, &bobur.actor, id).await?;
                requests::complete(tx, &bobur.actor, id, None).await?;
            }
            requests::return_to_work(tx, &anna.actor, returned).await?;
            requests::take(tx, &akmal.actor, helped).await?;
            requests::help(tx, &bobur.actor, helped).await?;
            shifts::begin(tx, &bobur.actor).await?;
            shifts::plan(tx, &office.owner.actor, next).await
        })
        .await?;
    told(&database).await?;
    database.tenant(office.org, async |tx| members::remove(tx, &office.owner.actor, to_bobur).await).await?;
    told(&database).await?;

    for (id, status) in [(given, Status::New), (begun, Status::New), (returned, Status::Returned)] {
        let request = read(&database, &office, id).await?;
        assert_eq!((request.status, request.assignee, request.assignee_name), (status, None, None));
        let log = database.tenant(office.org, async |tx| events::timeline(tx, id).await).await?;
        let freed = log.iter().filter(|one| matches!(one, Event::RequestFreed { .. })).count();
        assert_eq!(freed, 1, "the log says it once");
    }
    let waits = read(&database, &office, done).await?;
    assert_eq!((waits.status, waits.assignee), (Status::Done, Some(to_bobur)), "what is done is done");
    assert_eq!(read(&database, &office, helped).await?.assignee, akmal.actor.member());
    let roster = database
        .tenant(office.org, async |tx| {
            shifts::list(tx, &office.owner.actor, now - TimeDelta::days(1), now + TimeDelta::days(7), None).await
        })
        .await?;
    assert!(roster.iter().all(|shift| shift.ended_at.is_some()), "{roster:?}");
    assert_eq!(roster.len(), 1, "what was planned is not any more");

    // What was done by somebody who left comes back to nobody.
    database.tenant(office.org, async |tx| requests::return_to_work(tx, &anna.actor, done).await).await?;
    told(&database).await?;
    let back = read(&database, &office, done).await?;
    assert_eq!((back.status, back.assignee), (Status::Returned, None));
    let taken = database.tenant(office.org, async |tx| requests::take(tx, &akmal.actor, done).await).await?;
    assert_eq!(taken.status, Status::Accepted);
    Ok(())
}

#[tokio::test]
async fn where_work_is_given_out_by_itself_another_has_it_then() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [bobur, akmal] = &office.workers;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    told(&database).await?;
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, &bobur.actor, id).await?;
            assignment::set_strategy(tx, &office.owner.actor, Strategy::Evenly).await
        })
        .await?;
    let leaves = bobur.actor.clone();
    database.tenant(office.org, async |tx| members::leave(tx, &leaves).await).await?;
    told(&database).await?;
    let request = read(&database, &office, id).await?;
    assert_eq!((request.status, request.assignee), (Status::Assigned, akmal.actor.member()));
    Ok(())
}

#[tokio::test]
async fn whoever_may_not_do_the_work_any_more_has_none_and_whoever_may_keeps_theirs() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [bobur, akmal] = &office.workers;
    let (first, second) = (
        fixtures::file_for(&database, &office, &office.residents[0]).await?.id,
        fixtures::file_for(&database, &office, &office.residents[0]).await?.id,
    );
    database
        .tenant(office.org, async |tx| {
            requests::take(tx, &bobur.actor, first).await?;
            requests::take(tx, &akmal.actor, second).await?;
            for (who, role) in [(bobur, Role::Accountant), (akmal, Role::TeamLead)] {
                let change = Change { role: Some(role), ..Change::default() };
                members::change(tx, &office.owner.actor, who.actor.member().unwrap(), None, &change).await?;
            }
            Ok(())
        })
        .await?;
    told(&database).await?;
    assert_eq!(read(&database, &office, first).await?.assignee, None);
    assert_eq!(read(&database, &office, second).await?.assignee, akmal.actor.member());
    Ok(())
}
