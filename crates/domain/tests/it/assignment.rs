//! Requests that are given out by themselves.

use std::time::Duration;

use domain::{
    access::Actor,
    assignment::{self, Strategy},
    ids::{MemberId, RequestId},
    requests::{self, Status},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

async fn by(strategy: Strategy) -> anyhow::Result<(TestDatabase, OrgFixture)> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    database.tenant(office.org, async |tx| assignment::set_strategy(tx, owner, strategy).await).await?;
    fixtures::run_fan_out(&database).await?;
    Ok((database, office))
}

/// Files for somebody, and lets whatever follows happen.
async fn filed(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<RequestId> {
    database.source().advance(Duration::from_secs(1)); // whose turn it is, the time says
    let id = fixtures::file_for(database, office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(database).await?;
    Ok(id)
}

async fn who_has(database: &TestDatabase, office: &OrgFixture, id: RequestId) -> anyhow::Result<Option<MemberId>> {
    let request = database.tenant(office.org, async |tx| requests::get(tx, &Actor::System, id).await).await?;
    let expected = if request.assignee.is_some() { Status::Assigned } else { Status::New };
    assert_eq!(request.status, expected);
    Ok(request.assignee)
}

#[tokio::test]
async fn nobody_gets_anything_where_people_give_it_out() -> anyhow::Result<()> {
    let (database, office) = by(Strategy::ByHand).await?;
    let id = filed(&database, &office).await?;
    assert_eq!(who_has(&database, &office, id).await?, None);
    let desk = &office.dispatcher.actor;
    let suggested = database
        .tenant(office.org, async |tx| {
            let request = requests::get(tx, desk, id).await?;
            assignment::suggest(tx, desk, &request).await
        })
        .await?;
    assert_eq!(suggested.len(), office.workers.len(), "but they are told who could have it");
    Ok(())
}

#[tokio::test]
async fn by_turns_and_evenly_everybody_gets_as_much() -> anyhow::Result<()> {
    for strategy in [Strategy::InOrder, Strategy::Evenly, Strategy::ByLoadAndSkill] {
        let (database, office) = by(strategy).await?;
        let mut given = vec![];
        for _ in 0..office.workers.len() * 3 {
            let id = filed(&database, &office).await?;
            given.push(who_has(&database, &office, id).await?.unwrap());
        }
        for worker in &office.workers {
            let member = worker.actor.member().unwrap();
            assert_eq!(given.iter().filter(|one| **one == member).count(), 3, "{strategy:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn many_at_once_are_given_out_as_evenly_as_one_by_one() -> anyhow::Result<()> {
    let (database, office) = by(Strategy::Evenly).await?;
    let mut ids = vec![];
    for _ in 0..office.workers.len() * 4 {
        ids.push(fixtures::file_for(&database, &office, &office.residents[0]).await?.id);
    }
    let jobs = fixtures::waiting_jobs(&database).await?;
    let told = jobs
        .iter()
        .map(|job| database.tenant(office.org, async |tx| domain::notifications::fan_out(tx, job.event).await));
    for done in futures::future::join_all(told).await {
        done?;
    }
    let mut given = vec![];
    for id in ids {
        given.push(who_has(&database, &office, id).await?.unwrap());
    }
    for worker in &office.workers {
        let member = worker.actor.member().unwrap();
        assert_eq!(given.iter().filter(|one| **one == member).count(), 4);
    }
    Ok(())
}

#[tokio::test]
async fn whoever_gave_it_back_does_not_get_it_again() -> anyhow::Result<()> {
    let (database, office) = by(Strategy::Evenly).await?;
    let id = filed(&database, &office).await?;
    let first = who_has(&database, &office, id).await?.unwrap();
    let worker = office.workers.iter().find(|worker| worker.actor.member() == Some(first)).unwrap();
    database.tenant(office.org, async |tx| requests::release(tx, &worker.actor, id, "нет ключа").await).await?;
    fixtures::run_fan_out(&database).await?;
    let second = who_has(&database, &office, id).await?;
    assert!(second.is_some() && second != Some(first), "{second:?}");
    Ok(())
}
