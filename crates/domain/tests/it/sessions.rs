//! Sessions: one account, several orgs, and an end that counts at once.

use domain::{
    access::{Actor, Role},
    ids::{AccountId, SessionId},
    sessions::{self, EndedWhy},
};
use testkit::{TestDatabase, fixtures};

async fn caller(
    database: &TestDatabase,
    office: &fixtures::OrgFixture,
    session: SessionId,
) -> anyhow::Result<Option<Actor>> {
    let caller = database.tenant(office.org, async |tx| sessions::caller(tx, session).await).await?;
    Ok(caller.map(|caller| caller.actor))
}

#[tokio::test]
async fn a_session_opens_every_org_that_knows_its_account_and_no_other() -> anyhow::Result<()> {
    let (database, one, two) = fixtures::neighbours().await?;
    let worker = &one.workers[0];
    let account = fixtures::account(&database, worker).await?;
    let session = fixtures::session(&database, account).await?;

    let Some(Actor::Member { role, .. }) = caller(&database, &one, session).await? else {
        panic!("a member of the first org")
    };
    assert_eq!(role, Role::Worker);
    assert_eq!(caller(&database, &two, session).await?, None, "the second org does not know them");

    let same = fixtures::stranger(database.db(), two.org, worker.telegram_id(), "Бобур").await?;
    let Some(Actor::Contact { person }) = caller(&database, &two, session).await? else {
        panic!("a contact of the second org")
    };
    assert_eq!(person, same.identity.person);
    assert_ne!(person, worker.identity.person, "each org has its own view of them");
    Ok(())
}

#[tokio::test]
async fn a_session_that_ended_opens_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let account = fixtures::account(&database, &office.workers[0]).await?;
    let (first, second, third) = (
        fixtures::session(&database, account).await?,
        fixtures::session(&database, account).await?,
        fixtures::session(&database, account).await?,
    );

    let mut tx = database.db().system().await?;
    let listed: Vec<_> = sessions::list(&mut tx, account).await?.iter().map(|session| session.id).collect();
    assert_eq!(listed.len(), 3);
    assert!(sessions::end(&mut tx, account, first, EndedWhy::ByPerson).await?);
    assert!(!sessions::end(&mut tx, account, first, EndedWhy::ByPerson).await?, "it has ended");
    assert!(!sessions::end(&mut tx, AccountId(first.0), second, EndedWhy::ByPerson).await?, "it is somebody else's");
    assert_eq!(sessions::end_all(&mut tx, account, Some(second), EndedWhy::ByPerson).await?, 1);
    tx.commit().await?;

    assert_eq!(caller(&database, &office, first).await?, None);
    assert_eq!(caller(&database, &office, third).await?, None);
    assert!(caller(&database, &office, second).await?.is_some());
    database.source().advance(std::time::Duration::from_secs(91 * 24 * 3600));
    assert_eq!(caller(&database, &office, second).await?, None, "it expired");
    Ok(())
}
