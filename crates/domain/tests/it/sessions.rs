//! Sessions: one account, several orgs, and an end that counts at once.

use chrono::TimeDelta;
use domain::{
    access::{Actor, Role},
    ids::{AccountId, SessionId},
    sessions::{self, EndedWhy, Kind, NewSession},
};
use testkit::{TestDatabase, fixtures};

async fn account_of(database: &TestDatabase, telegram_id: i64) -> anyhow::Result<AccountId> {
    let mut connection = database.superuser().await?;
    let (id,) = sqlx::query_as("select id from accounts where telegram_id = $1")
        .bind(telegram_id)
        .fetch_one(&mut connection)
        .await?;
    Ok(AccountId(id))
}

async fn open(database: &TestDatabase, account: AccountId) -> anyhow::Result<SessionId> {
    let new = NewSession {
        account,
        kind: Kind::Console,
        device: "Firefox on Linux",
        address: Some("192.0.2.7".parse()?),
        expires_at: database.source().now() + TimeDelta::days(30),
    };
    let mut tx = database.db().system().await?;
    let session = sessions::open(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(session)
}

async fn caller(
    database: &TestDatabase,
    office: &fixtures::OrgFixture,
    session: SessionId,
) -> anyhow::Result<Option<Actor>> {
    Ok(database.tenant(office.org, async |tx| sessions::caller(tx, session).await).await?)
}

#[tokio::test]
async fn a_session_opens_every_org_that_knows_its_account_and_no_other() -> anyhow::Result<()> {
    let (database, one, two) = fixtures::neighbours().await?;
    let worker = &one.workers[0];
    let account = account_of(&database, worker.telegram_id()).await?;
    let session = open(&database, account).await?;

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
    let account = account_of(&database, office.workers[0].telegram_id()).await?;
    let (first, second, third) =
        (open(&database, account).await?, open(&database, account).await?, open(&database, account).await?);

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
    database.source().advance(std::time::Duration::from_secs(31 * 24 * 3600));
    assert_eq!(caller(&database, &office, second).await?, None, "it expired");
    Ok(())
}
