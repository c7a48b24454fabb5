//! What reports say is what a plain count of the requests says, whatever happened to them; and everybody sees what their
//! right to reports reaches.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Error,
    access::{Actor, Filter, Grants, Rights, Role},
    ids::{MemberId, RequestId},
    reports::{self, Day, Overview, Period, Why},
    requests::{self, Closing, Pause, PauseReason, Priority, Request, Status},
};
use proptest::prelude::*;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

const ZONE: &str = "Asia/Tashkent";

/// Hours that pass, which request, and what is done to it.
fn histories() -> impl Strategy<Value = Vec<(u64, usize, usize)>> {
    prop::collection::vec((0..30_u64, 0..6_usize, 0..13_usize), 1..40)
}

#[test]
fn the_numbers_are_those_of_a_plain_count() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 8, ..ProptestConfig::default() });
    runner
        .run(&histories(), |history| {
            runtime.block_on(lived(&history)).map_err(|why| TestCaseError::fail(format!("{why:#}")))
        })
        .unwrap();
}

async fn lived(history: &[(u64, usize, usize)]) -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut ids: Vec<RequestId> = vec![];
    for (hours, which, what) in history {
        database.source().advance(Duration::from_secs(hours * 3600 + 60));
        if *what == 0 || ids.len() <= *which {
            ids.push(fixtures::file_for(&database, &office, &office.residents[which % 2]).await?.id);
            continue;
        }
        // What cannot be done now is refused, and changes nothing.
        let _ = done(&database, &office, ids[*which], *what).await;
    }
    let all = every(&database, &office, &ids).await?;
    for days in [1, 7, 30] {
        let period = Period::last(days, ZONE, database.source().now());
        let owner = &office.owner.actor;
        let seen = database.tenant(office.org, async |tx| reports::overview(tx, owner, period, 1000).await).await?;
        counted(&all, &seen, database.source().now())?;
        let (houses, kinds) =
            database.tenant(office.org, async |tx| reports::breakdown(tx, owner, period, 1000).await).await?;
        let totals = seen.totals();
        anyhow::ensure!(houses.iter().map(|one| one.created).sum::<i64>() == totals.created, "by house: {houses:?}");
        anyhow::ensure!(houses.iter().map(|one| one.open).sum::<i64>() == seen.now.open, "open by house: {houses:?}");
        anyhow::ensure!(
            kinds.iter().map(|one| one.overdue).sum::<i64>() == seen.now.overdue,
            "late by kind: {kinds:?}"
        );
        let (late, total) = database.tenant(office.org, async |tx| reports::late(tx, owner, 2).await).await?;
        anyhow::ensure!(total == seen.now.overdue && late.len() as i64 == total.min(2), "late: {late:?} of {total}");
        worked(&database, &office, &all, period).await?;
    }
    Ok(())
}

async fn done(database: &TestDatabase, office: &OrgFixture, id: RequestId, what: usize) -> Result<Request, Error> {
    let (anna, worker, owner) = (&office.residents[0].actor, &office.workers[what % 2].actor, &office.owner.actor);
    let until = database.source().now() + TimeDelta::days(1);
    database
        .tenant(office.org, async |tx| match what {
            1 | 2 => requests::take(tx, worker, id).await,
            3 => requests::assign(tx, owner, id, worker.member().unwrap()).await,
            4 => requests::pause(tx, owner, id, Pause { reason: PauseReason::Part, until }).await,
            5 => requests::resume(tx, owner, id).await,
            6 | 7 => requests::complete(tx, owner, id, None).await,
            8 => requests::accept(tx, anna, id).await,
            9 => requests::return_to_work(tx, anna, id).await,
            10 => requests::rate(tx, anna, id, 2).await,
            11 => requests::close(tx, owner, id, Closing::ByStaff).await,
            _ => requests::cancel(tx, anna, id, None).await,
        })
        .await
}

async fn every(database: &TestDatabase, office: &OrgFixture, ids: &[RequestId]) -> anyhow::Result<Vec<Request>> {
    let mut all = vec![];
    for id in ids {
        all.push(database.tenant(office.org, async |tx| requests::get(tx, &Actor::System, *id).await).await?);
    }
    Ok(all)
}

/// The same, request by request.
fn counted(all: &[Request], seen: &Overview, now: DateTime<Utc>) -> anyhow::Result<()> {
    let begins = |day: chrono::NaiveDate| {
        let midnight = day.and_hms_opt(0, 0, 0).unwrap();
        midnight.and_local_timezone(ZONE.parse::<chrono_tz::Tz>().unwrap()).unwrap().with_timezone(&Utc)
    };
    let length = i64::try_from(seen.period.days())?;
    anyhow::ensure!(seen.days.len() as i64 == length && seen.before.len() as i64 == length);
    for day in seen.before.iter().chain(&seen.days) {
        let (from, to) = (begins(day.day), begins(day.day.succ_opt().unwrap()));
        let at = to.min(now);
        let within = |time: Option<DateTime<Utc>>| time.is_some_and(|time| (from..to).contains(&time));
        let before = |time: Option<DateTime<Utc>>| time.is_some_and(|time| time < at);
        let closed: Vec<&Request> =
            all.iter().filter(|one| one.status == Status::Closed && within(one.ended_at)).collect();
        let late = |one: &&Request| {
            let by_then = |time: Option<DateTime<Utc>>| time.is_some_and(|time| time <= at);
            let over = by_then(one.stopped_at) || by_then(one.done_at) || by_then(one.ended_at);
            one.created_at < at && before(one.due_at) && !over
        };
        let expected = Day {
            day: day.day,
            created: all.iter().filter(|one| within(Some(one.created_at))).count() as i64,
            closed: closed.len() as i64,
            overdue: all.iter().filter(late).count() as i64,
            stars: closed.iter().filter_map(|one| one.rating).map(i64::from).sum(),
            ratings: closed.iter().filter(|one| one.rating.is_some()).count() as i64,
        };
        anyhow::ensure!(*day == expected, "{day:?}, counted {expected:?}");
    }
    let open = all.iter().filter(|one| one.status.is_open()).count() as i64;
    let late = all.iter().filter(|one| one.is_overdue(now)).count() as i64;
    anyhow::ensure!((seen.now.open, seen.now.overdue) == (open, late), "{:?}, counted {open} and {late}", seen.now);
    anyhow::ensure!(seen.days.last().is_some_and(|today| today.overdue == late), "today is now");
    let why = |why: Why| seen.attention.iter().filter(|one| one.why == why).count();
    let returned = all.iter().filter(|one| one.status == Status::Returned).count();
    anyhow::ensure!(why(Why::Returned) == returned, "returned: {:?}", seen.attention);
    anyhow::ensure!(seen.attention.is_sorted_by_key(|one| one.why), "the most pressing first");
    Ok(())
}

async fn worked(database: &TestDatabase, office: &OrgFixture, all: &[Request], period: Period) -> anyhow::Result<()> {
    let people = database
        .tenant(office.org, async |tx| reports::performance(tx, &office.owner.actor, period, 100).await)
        .await?;
    let (first, now) = (database.source().now() - TimeDelta::days(40), database.source().now());
    let begins = Period { to: period.from, ..period };
    for worker in &office.workers {
        let member = worker.actor.member();
        let theirs: Vec<&Request> = all.iter().filter(|one| one.assignee == member && one.created_at > first).collect();
        let day = |at: DateTime<Utc>| at.with_timezone(&period.zone).date_naive();
        let done: Vec<&&Request> = theirs
            .iter()
            .filter(|one| matches!(one.status, Status::Done | Status::Closed))
            .filter(|one| one.done_at.is_some_and(|at| (begins.from..=period.to).contains(&day(at))))
            .collect();
        let late = done.iter().filter(|one| one.done_at > one.due_at).count() as i64;
        let open = theirs.iter().filter(|one| one.status.is_open() && one.status != Status::Done).count() as i64;
        let overdue = theirs.iter().filter(|one| one.is_overdue(now)).count() as i64;
        let expected = (done.len() as i64, late, open, overdue);
        let found = people.iter().find(|one| Some(one.member) == member);
        let found = found.map_or((0, 0, 0, 0), |one| (one.done, one.late, one.open, one.overdue));
        anyhow::ensure!(found == expected, "{}: {found:?}, counted {expected:?}", worker.identity.name);
    }
    Ok(())
}

/// S2-70, S3-95: who may see reports sees what the right reaches; nobody else sees any.
#[tokio::test]
async fn everybody_sees_reports_of_what_their_right_reaches() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for worker in &office.workers {
        let id = fixtures::file_for(&database, &office, &office.residents[0]).await?.id;
        database.tenant(office.org, async |tx| requests::take(tx, &worker.actor, id).await).await?;
    }
    fixtures::file_for(&database, &office, &office.residents[1]).await?;
    let period = Period::last(7, ZONE, database.source().now());
    let seen = async |actor: &Actor| -> Result<(i64, usize), Error> {
        database
            .tenant(office.org, async |tx| {
                let seen = reports::overview(tx, actor, period, 10).await?;
                Ok((seen.totals().created, reports::performance(tx, actor, period, 10).await?.len()))
            })
            .await
    };
    let (person, member) = (office.workers[0].id(), office.workers[0].actor.member().unwrap());
    for role in Role::ALL {
        let got = seen(&Actor::preset(person, member, role)).await;
        let expected = match role {
            Role::Owner | Role::Admin | Role::Manager | Role::Analyst | Role::Accountant => Some((3, 2)),
            Role::Member | Role::TeamLead | Role::Partner | Role::Caller => Some((1, 1)),
            Role::Dispatcher | Role::Worker => None,
        };
        match expected {
            Some(expected) => assert_eq!(got?, expected, "{role:?}"),
            None => assert!(matches!(got, Err(Error::Forbidden(_))), "{role:?}"),
        }
    }
    assert!(matches!(seen(&office.residents[0].actor).await, Err(Error::Forbidden(_))));
    let elsewhere = Filter { buildings: vec![domain::ids::BuildingId(uuid::Uuid::from_u128(5))], ..Filter::default() };
    let limited = Actor::Member {
        person,
        member: MemberId(member.0),
        role: Role::Manager,
        rights: Rights::of(Grants::parse(["reports.read:all"])?).within(elsewhere),
    };
    assert_eq!(seen(&limited).await?, (0, 0), "whose work is limited to other houses");
    Ok(())
}

#[tokio::test]
async fn what_has_to_be_looked_at_stands_in_the_order_of_its_weight() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, anna, worker) = (&office.owner.actor, &office.residents[0].actor, &office.workers[0].actor);
    let mut ids = vec![];
    for _ in 0..4 {
        ids.push(fixtures::file_for(&database, &office, &office.residents[0]).await?.id);
    }
    let [emergency, returned, late, quiet] = ids[..] else { unreachable!() };
    database
        .tenant(office.org, async |tx| {
            for id in [returned, late, quiet] {
                requests::take(tx, worker, id).await?;
            }
            requests::complete(tx, worker, returned, None).await?;
            requests::return_to_work(tx, anna, returned).await?;
            requests::complete(tx, worker, quiet, None).await
        })
        .await?;
    database.source().advance(Duration::from_secs(10 * 24 * 3600));
    let urgent = requests::Edit { priority: Some(Priority::Emergency), ..Default::default() };
    database.tenant(office.org, async |tx| requests::edit(tx, owner, emergency, None, &urgent).await).await?;
    let period = Period::last(7, ZONE, database.source().now());
    let seen = database.tenant(office.org, async |tx| reports::overview(tx, owner, period, 3).await).await?;
    let order: Vec<(RequestId, Why)> = seen.attention.iter().map(|one| (one.id, one.why)).collect();
    assert_eq!(order, [(emergency, Why::Emergency), (returned, Why::Returned), (late, Why::Overdue)]);
    assert_eq!(seen.attention[2].assignee.as_deref(), Some("Бобур Сантехник"));
    Ok(())
}
