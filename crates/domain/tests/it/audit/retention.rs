//! Months that are too old go as a whole, and the chain still verifies.

use std::time::Duration;

use domain::{
    access::Actor,
    audit::{self, Damage, Verification},
    events::{self, Event},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

const MONTH: Duration = Duration::from_secs(31 * 24 * 3600);

async fn verify(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Verification> {
    Ok(database.tenant(office.org, async |tx| audit::verify(tx, None).await).await?)
}

/// An org with an event told in each of several months; the first two months hold more.
async fn months(several: u32) -> anyhow::Result<(TestDatabase, OrgFixture)> {
    let (database, office) = fixtures::office().await?;
    fixtures::file(&database, &office, &office.residents[0]).await?;
    for _ in 1..several {
        database.source().advance(MONTH);
        let mut tx = database.db().system().await?;
        audit::prepare_months(&mut tx).await?;
        tx.commit().await?;
        fixtures::file(&database, &office, &office.residents[1]).await?;
    }
    fixtures::run_fan_out(&database).await?;
    audit::seal_waiting(database.db()).await?;
    Ok((database, office))
}

#[tokio::test]
async fn what_is_left_still_verifies_from_its_anchor() -> anyhow::Result<()> {
    let (database, office) = months(6).await?;
    let before = verify(&database, &office).await?;
    assert_eq!(audit::drop_old(database.db(), 6).await?, Vec::<String>::new(), "nothing is that old");
    assert_eq!(audit::drop_old(database.db(), 2).await?.len(), 3);
    let after = verify(&database, &office).await?;
    assert_eq!((after.broken, after.events, after.head), (None, 3, before.head));
    assert_eq!(after.begins_after, before.head.seq - 3);

    fixtures::file(&database, &office, &office.residents[0]).await?;
    audit::seal_waiting(database.db()).await?;
    assert_eq!(verify(&database, &office).await?.broken, None, "and it grows on");
    assert_eq!(audit::drop_old(database.db(), 2).await?, Vec::<String>::new(), "dropped once");

    let mut admin = database.superuser().await?;
    sqlx::raw_sql(
        "set session_replication_role = replica;
         delete from events where id = (select event_id from event_seals order by seq limit 1)",
    )
    .execute(&mut admin)
    .await?;
    let broken = verify(&database, &office).await?.broken.unwrap();
    assert_eq!((broken.damage, broken.seq), (Damage::EventMissing, Some(after.begins_after + 1)));
    Ok(())
}

#[tokio::test]
async fn an_event_that_was_sealed_late_may_go_before_its_neighbours() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let record = async |tx: &mut domain::TenantTx| events::record(tx, &Actor::System, &Event::PhoneConfirmed).await;
    let mut late = database.db().tenant(office.org).await?;
    record(&mut late).await?; // of the first month
    database.source().advance(MONTH);
    database.tenant(office.org, record).await?;
    audit::seal_waiting(database.db()).await?;
    late.commit().await?;
    audit::seal_waiting(database.db()).await?;
    database.tenant(office.org, record).await?;
    audit::seal_waiting(database.db()).await?;

    audit::drop_old(database.db(), 0).await?;
    let log = verify(&database, &office).await?;
    assert_eq!((log.broken, log.events), (None, 2), "{log:?}");
    assert_eq!(log.head.seq - log.begins_after, 3, "the seal of the late one stays between the two");
    Ok(())
}

#[tokio::test]
async fn everything_old_may_go() -> anyhow::Result<()> {
    let (database, office) = months(2).await?;
    database.source().advance(10 * MONTH);
    assert!(!audit::drop_old(database.db(), 1).await?.is_empty());
    let log = verify(&database, &office).await?;
    assert_eq!((log.broken, log.events, log.begins_after), (None, 0, log.head.seq));
    fixtures::file(&database, &office, &office.residents[0]).await?;
    audit::seal_waiting(database.db()).await?;
    let log = verify(&database, &office).await?;
    assert_eq!((log.broken, log.events), (None, 1));
    Ok(())
}

#[tokio::test]
async fn a_month_with_an_unsealed_event_stays() -> anyhow::Result<()> {
    let (database, _office) = fixtures::office().await?;
    database.source().advance(4 * MONTH);
    assert_eq!(audit::drop_old(database.db(), 1).await.unwrap_err().code(), "unavailable");
    audit::seal_waiting(database.db()).await?;
    assert!(!audit::drop_old(database.db(), 1).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn only_the_platforms_chores_drop_months() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut tx = database.db().tenant(office.org).await?;
    let refused = sqlx::query("select drop_events_before(gen_random_uuid())").execute(tx.conn()).await.unwrap_err();
    assert_eq!(refused.as_database_error().unwrap().code().as_deref(), Some("42501"), "{refused}");
    Ok(())
}
