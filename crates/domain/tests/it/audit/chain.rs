//! Whoever writes into the log past the product is found, and the row is named.

use domain::{
    access::Actor,
    audit::{self, Damage, Verification},
    events::{self, Event},
    ids::EventId,
};
use sqlx::PgConnection;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

async fn verify(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Verification> {
    Ok(database.tenant(office.org, async |tx| audit::verify(tx, None).await).await?)
}

/// What an administrator of the database does, past triggers and foreign keys; the seal and the event that are named.
async fn tampered(what: &str) -> anyhow::Result<(Damage, Option<i64>, Option<i64>)> {
    let (database, office) = fixtures::office().await?;
    fixtures::file(&database, &office, &office.residents[0]).await?;
    audit::seal_waiting(database.db()).await?;
    let log = verify(&database, &office).await?;
    assert!(log.broken.is_none() && log.events > 8 && log.waiting == 0, "{log:?}");

    let mut admin = database.superuser().await?;
    let order = ids(&mut admin).await?;
    sqlx::raw_sql("set session_replication_role = replica").execute(&mut admin).await?;
    sqlx::raw_sql(sqlx::AssertSqlSafe(what.to_owned())).execute(&mut admin).await?;
    let Some(broken) = verify(&database, &office).await?.broken else { panic!("not found: {what}") };
    let nth = broken.event.map(|event| order.iter().position(|id| *id == event).map_or(-1, |at| at as i64 + 1));
    Ok((broken.damage, broken.seq, nth))
}

/// The sealed events in the order of their seals.
async fn ids(admin: &mut PgConnection) -> anyhow::Result<Vec<EventId>> {
    let ids = sqlx::query_scalar("select event_id from event_seals order by seq").fetch_all(admin).await?;
    Ok(ids.into_iter().map(EventId).collect())
}

const EVENT: &str = "id = (select event_id from event_seals where seq = 3)";

#[tokio::test]
async fn an_edited_event_is_named() -> anyhow::Result<()> {
    for edit in [
        "data = data || '{\"x\": 1}'",
        "at = at - interval '1 microsecond'",
        "actor_kind = 'service'",
        "address = '192.0.2.1'",
        "changes = '{}'",
        "surface = 'bot'",
    ] {
        let found = tampered(&format!("update events set {edit} where {EVENT}")).await?;
        assert_eq!(found, (Damage::EventEdited, Some(3), Some(3)), "{edit}");
    }
    Ok(())
}

#[tokio::test]
async fn a_deleted_event_is_named() -> anyhow::Result<()> {
    let found = tampered(&format!("delete from events where {EVENT}")).await?;
    assert_eq!(found, (Damage::EventMissing, Some(3), Some(3)));
    Ok(())
}

#[tokio::test]
async fn an_event_deleted_with_its_seal_is_found() -> anyhow::Result<()> {
    let found = tampered(&format!("delete from events where {EVENT}; delete from event_seals where seq = 3")).await?;
    assert_eq!(found, (Damage::SealMissing, Some(3), None));
    Ok(())
}

#[tokio::test]
async fn an_event_put_in_past_the_product_is_named() -> anyhow::Result<()> {
    let put = "insert into events (org_id, id, at, actor_kind, surface, kind, data)
               select org_id, gen_random_uuid(), at, actor_kind, surface, kind, data from events limit 1";
    let (damage, seq, nth) = tampered(put).await?;
    assert_eq!((damage, seq, nth), (Damage::EventForeign, None, Some(-1)));
    Ok(())
}

#[tokio::test]
async fn two_events_that_changed_places_are_found() -> anyhow::Result<()> {
    let swap = "update event_seals set seq = -seq where seq in (3, 4);
                update event_seals set seq = 7 + seq where seq < 0"; // 3 is 4 now, and 4 is 3
    let swap = format!("alter table event_seals drop constraint event_seals_seq_check; {swap}");
    assert_eq!(tampered(&swap).await?, (Damage::SealEdited, Some(3), Some(4)));
    let swap = "update events a set data = b.data from events b, event_seals x, event_seals y
                where x.seq = 3 and y.seq = 4 and (a.id, b.id) in ((x.event_id, y.event_id), (y.event_id, x.event_id))";
    assert_eq!(tampered(swap).await?, (Damage::EventEdited, Some(3), Some(3)));
    Ok(())
}

#[tokio::test]
async fn a_tail_that_was_cut_off_is_found() -> anyhow::Result<()> {
    let last = "(select max(seq) from event_seals)";
    let (damage, ..) =
        tampered(&format!("delete from events where id = (select event_id from event_seals where seq = {last})"))
            .await?;
    assert_eq!(damage, Damage::EventMissing);
    let (damage, seq, _) = tampered(&format!(
        "delete from events where id = (select event_id from event_seals where seq = {last});
         delete from event_seals where seq = {last}"
    ))
    .await?;
    assert_eq!(damage, Damage::SealMissing);
    assert!(seq > Some(3), "{seq:?}");
    Ok(())
}

#[tokio::test]
async fn a_head_that_was_cut_off_is_found() -> anyhow::Result<()> {
    let cut = "delete from events where id in (select event_id from event_seals where seq <= 2)";
    assert_eq!(tampered(cut).await?, (Damage::EventMissing, Some(1), Some(1)));
    let cut = format!("{cut}; delete from event_seals where seq <= 2");
    assert_eq!(tampered(&cut).await?, (Damage::SealMissing, Some(1), None));
    Ok(())
}

#[tokio::test]
async fn a_forged_seal_is_found() -> anyhow::Result<()> {
    let forged = "update event_seals set digest = sha256('x') where seq = 3";
    assert_eq!(tampered(forged).await?, (Damage::SealEdited, Some(3), Some(3)));
    let forged = "update event_chains set hash = sha256('x')";
    assert_eq!(tampered(forged).await?.0, Damage::SealEdited);
    Ok(())
}

#[tokio::test]
async fn an_event_deleted_before_it_was_sealed_is_named() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut admin = database.superuser().await?;
    sqlx::raw_sql("set session_replication_role = replica").execute(&mut admin).await?;
    let (gone,): (uuid::Uuid,) =
        sqlx::query_as("delete from events where kind = 'bot_added' returning id").fetch_one(&mut admin).await?;
    audit::seal_waiting(database.db()).await?;
    let log = verify(&database, &office).await?;
    assert_eq!(log.waiting, 1);
    let broken = log.broken.unwrap();
    assert_eq!((broken.damage, broken.event), (Damage::EventMissing, Some(EventId(gone))));
    Ok(())
}

/// A chain that was rewritten as a whole agrees with itself; a hash that was kept elsewhere does not agree with it.
#[tokio::test]
async fn a_rewritten_chain_betrays_itself_to_a_witness() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    audit::seal_waiting(database.db()).await?;
    let witness = verify(&database, &office).await?.head;
    assert_eq!(audit::heads(database.db()).await?, [(office.org, witness)]);
    let kept = database.tenant(office.org, async |tx| audit::seal_hash(tx, witness.seq).await).await?;
    assert_eq!(kept, Some(witness.hash));

    let mut admin = database.superuser().await?;
    sqlx::raw_sql(
        "set session_replication_role = replica;
         update events set actor_kind = 'service' where kind = 'bot_added';
         delete from event_seals; delete from event_chains; insert into events_unsealed select org_id, id from events",
    )
    .execute(&mut admin)
    .await?;
    audit::seal_waiting(database.db()).await?;
    let log = verify(&database, &office).await?;
    assert!(log.broken.is_none(), "the administrator was thorough: {log:?}");
    let now = database.tenant(office.org, async |tx| audit::seal_hash(tx, witness.seq).await).await?;
    assert_ne!(now, Some(witness.hash));
    Ok(())
}

#[tokio::test]
async fn sealing_waits_for_nobody_and_nobody_waits_for_it() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    audit::seal_waiting(database.db()).await?;
    let before = verify(&database, &office).await?.head.seq;
    let record = async |tx: &mut domain::TenantTx| events::record(tx, &Actor::System, &Event::PhoneConfirmed).await;

    let mut early = database.db().tenant(office.org).await?;
    record(&mut early).await?; // has the smaller id, and commits later
    database.tenant(office.org, record).await?;
    assert_eq!(audit::seal_waiting(database.db()).await?, 1, "what is committed is sealed");
    early.commit().await?;
    let waiting = verify(&database, &office).await?;
    assert_eq!((waiting.waiting, waiting.broken), (1, None), "an event that waits for its seal is no foreign one");
    assert_eq!(audit::seal_waiting(database.db()).await?, 1, "and the late one after it");
    let log = verify(&database, &office).await?;
    assert_eq!((log.head.seq, log.broken), (before + 2, None));
    Ok(())
}

#[tokio::test]
async fn two_sealers_at_once_make_one_chain() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let db = database.db();
    let (one, two, three) = tokio::join!(audit::seal_waiting(db), audit::seal_waiting(db), audit::seal_waiting(db));
    let sealed = one? + two? + three? + audit::seal_waiting(db).await?;
    let (of_a, of_b) = (verify(&database, &a).await?, verify(&database, &b).await?);
    assert!(of_a.broken.is_none() && of_b.broken.is_none());
    assert_eq!(sealed, of_a.events + of_b.events);
    assert_ne!(of_a.head.hash, of_b.head.hash);
    Ok(())
}

#[tokio::test]
async fn the_last_seals_can_be_verified_alone() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    audit::seal_waiting(database.db()).await?;
    let mut admin = database.superuser().await?;
    sqlx::raw_sql("set session_replication_role = replica").execute(&mut admin).await?;
    sqlx::raw_sql("update events set surface = 'bot' where id = (select event_id from event_seals where seq = 2)")
        .execute(&mut admin)
        .await?;
    let last = database.tenant(office.org, async |tx| audit::verify(tx, Some(3)).await).await?;
    assert_eq!((last.events, last.broken), (3, None));
    let all = database.tenant(office.org, async |tx| audit::verify(tx, Some(i64::MAX)).await).await?;
    assert_eq!(all.broken.unwrap().seq, Some(2));
    Ok(())
}

#[tokio::test]
async fn no_role_of_the_product_rewrites_a_seal() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    audit::seal_waiting(database.db()).await?;
    let code = |error: sqlx::Error| error.as_database_error().unwrap().code().unwrap().into_owned();
    for query in [
        "update event_seals set seq = 1",
        "delete from event_seals",
        "insert into event_seals select * from event_seals",
        "update event_chains set seq = 0",
        "delete from events_unsealed",
    ] {
        let mut tenant = database.db().tenant(office.org).await?;
        assert_eq!(code(sqlx::query(query).execute(tenant.conn()).await.unwrap_err()), "42501", "{query}");
    }
    let mut system = database.db().system().await?;
    assert_eq!(code(sqlx::query("update event_seals set seq = 1").execute(system.conn()).await.unwrap_err()), "42501");
    let mut system = database.db().system().await?;
    let deleted = sqlx::query("delete from event_seals").execute(system.conn()).await?;
    assert_eq!(deleted.rows_affected(), 0, "only what lies before an anchor");
    Ok(())
}
