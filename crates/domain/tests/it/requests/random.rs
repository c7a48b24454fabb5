//! Whatever is done by whomever in whatever order: a request only ever moves along its table, and says so in its log.

use chrono::TimeDelta;
use domain::{
    Error,
    events::{self, Event},
    requests::{self, Closing, Pause, PauseReason, Request, Status, Verb},
};
use proptest::prelude::*;
use testkit::{TestDatabase, fixtures};

/// Who does what: an index into the cast, and one into the deeds.
fn deeds() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..6_usize, 0..16_usize), 1..60)
}

#[test]
fn no_order_of_deeds_leaves_the_table() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let (database, office) = runtime.block_on(fixtures::office()).unwrap();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 24, ..ProptestConfig::default() });
    runner
        .run(&deeds(), |deeds| {
            runtime.block_on(walk(&database, &office, &deeds)).map_err(|why| TestCaseError::fail(why.to_string()))
        })
        .unwrap();
}

async fn walk(database: &TestDatabase, office: &fixtures::OrgFixture, deeds: &[(usize, usize)]) -> anyhow::Result<()> {
    let anna = &office.residents[0];
    let id = fixtures::file_for(database, office, anna).await?.id;
    let cast = [
        &anna.actor,
        &office.residents[1].actor,
        &office.workers[0].actor,
        &office.workers[1].actor,
        &office.dispatcher.actor,
        &office.owner.actor,
    ];
    let mut moves = vec![];
    for (who, what) in deeds {
        let actor = cast[*who];
        let until = database.db().source().now() + TimeDelta::days(1);
        let before = database.tenant(office.org, async |tx| requests::get(tx, &office.owner.actor, id).await).await?;
        let done: Result<Request, Error> = database
            .tenant(office.org, async |tx| {
                let member = office.workers[what % 2].actor.member().unwrap();
                match what {
                    0 => requests::take(tx, actor, id).await,
                    1 => requests::assign(tx, actor, id, member).await,
                    2 => requests::offer(tx, actor, id).await,
                    3 => requests::depart(tx, actor, id).await,
                    4 => requests::arrive(tx, actor, id, Some(20)).await,
                    5 => requests::pause(tx, actor, id, Pause { reason: PauseReason::Part, until }).await,
                    6 => requests::resume(tx, actor, id).await,
                    7 => requests::release(tx, actor, id, "Занят").await,
                    8 => requests::complete(tx, actor, id, None).await,
                    9 => requests::accept(tx, actor, id).await,
                    10 => requests::return_to_work(tx, actor, id).await,
                    11 => requests::reopen(tx, actor, id).await,
                    12 => requests::rate(tx, actor, id, 5).await,
                    // The ends come seldom, so that there is something to end.
                    13 if who == &5 => requests::close(tx, actor, id, Closing::ByStaff).await,
                    14 if who == &0 => requests::cancel(tx, actor, id, None).await,
                    15 if who == &4 => requests::decline(tx, actor, id, "Не наше").await,
                    _ => requests::help(tx, actor, id).await,
                }
            })
            .await;
        let after = database.tenant(office.org, async |tx| requests::get(tx, &office.owner.actor, id).await).await?;
        match done {
            Err(Error::Internal(why)) => anyhow::bail!("deed {what} of {who} in {:?}: {why}", before.status),
            Err(error) => anyhow::ensure!(after == before, "refused with {}, and yet it changed", error.code()),
            Ok(_) => {
                let along = |verb: &Verb| before.status.after(*verb) == Some(after.status);
                let stays = before.status == after.status;
                anyhow::ensure!(stays || Verb::ALL.iter().any(along), "{:?} → {:?}", before.status, after.status);
                if !stays {
                    moves.push((before.status, after.status));
                }
            }
        }
        check(&after)?;
    }
    let told = database.tenant(office.org, async |tx| events::timeline(tx, id).await).await?;
    let told: Vec<(Status, Status)> = told.iter().filter_map(Event::moved).filter(|(from, to)| from != to).collect();
    anyhow::ensure!(told == moves, "the log says {told:?}, what happened was {moves:?}");
    Ok(())
}

/// What is always true of a request.
fn check(request: &Request) -> anyhow::Result<()> {
    let status = request.status;
    anyhow::ensure!(!status.is_at_work() || request.assignee.is_some(), "{status:?}, and nobody has it");
    anyhow::ensure!((status == Status::Paused) == request.pause.is_some(), "{status:?} with {:?}", request.pause);
    anyhow::ensure!((status == Status::Closed) == request.closing.is_some(), "{status:?} with {:?}", request.closing);
    anyhow::ensure!(status.is_open() == request.ended_at.is_none(), "{status:?}, ended {:?}", request.ended_at);
    anyhow::ensure!(request.offered_at.is_none() || status == Status::Assigned, "{status:?}, and offered");
    anyhow::ensure!(!request.helpers.iter().any(|one| Some(*one) == request.assignee), "helps themselves");
    Ok(())
}
