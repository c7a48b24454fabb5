//! What happened stays as it was written, and whoever has to be told is told only if it happened.

use domain::{
    access::Actor,
    events::{self, Event},
    people::Language,
};
use testkit::fixtures;

#[tokio::test]
async fn nobody_edits_or_deletes_what_happened() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for query in ["update events set kind = 'x'", "delete from events", "truncate events cascade"] {
        let mut tenant = database.db().tenant(office.org).await?;
        let refused = sqlx::query(query).execute(tenant.conn()).await.unwrap_err();
        assert_eq!(refused.as_database_error().unwrap().code().as_deref(), Some("42501"), "{query}: {refused}");
        let mut system = database.db().system().await?;
        let refused = sqlx::query(query).execute(system.conn()).await.unwrap_err();
        assert_eq!(refused.as_database_error().unwrap().code().as_deref(), Some("42501"), "{query}: {refused}");
    }
    Ok(())
}

/// The watch of every test (`crates/testkit/src/database/watch.sql`): a verb that forgets its event fails wherever it
/// is tried.
#[tokio::test]
async fn no_verb_changes_anything_without_a_word_in_the_log() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let renamed = "update orgs set name = 'Без слова'";
    let mut forgets = database.db().tenant(office.org).await?;
    sqlx::query(renamed).execute(forgets.conn()).await?;
    let refused = forgets.commit().await.unwrap_err();
    assert!(refused.to_string().contains("update of \"orgs\" without an event"), "{refused}");

    let mut tells = database.db().tenant(office.org).await?;
    sqlx::query(renamed).execute(tells.conn()).await?;
    let owner = &office.owner;
    events::record(&mut tells, &owner.actor, &Event::Exported { what: "test".into(), rows: 1, format: "csv".into() })
        .await?;
    tells.commit().await?;
    Ok(())
}

#[tokio::test]
async fn a_job_is_there_after_the_commit_and_not_after_a_rollback() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let filed = fixtures::waiting_jobs(&database).await?;
    assert_eq!(filed.len(), 1);
    assert_eq!(filed[0].org_id, office.org);
    let event = database.tenant(office.org, async |tx| events::get(tx, filed[0].event).await).await?;
    assert_eq!(event.request(), Some(id));

    let mut tx = database.db().tenant(office.org).await?;
    domain::requests::take(&mut tx, &office.workers[0].actor, id).await?;
    assert_eq!(fixtures::waiting_jobs(&database).await?.len(), 1, "nothing is told before it has happened");
    tx.rollback().await?;
    assert_eq!(fixtures::waiting_jobs(&database).await?.len(), 1);
    let told = database.tenant(office.org, async |tx| events::timeline(tx, id).await).await?;
    assert_eq!(told.len(), 1, "what was taken back did not happen: {told:?}");
    Ok(())
}

#[tokio::test]
async fn an_event_that_nobody_follows_makes_no_job() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let actor = Actor::Contact { person: office.residents[0].id() };
    database
        .tenant(office.org, async |tx| {
            events::record(tx, &actor, &Event::LanguageChosen { language: Language::En, was: None }).await
        })
        .await?;
    assert!(fixtures::waiting_jobs(&database).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn who_did_it_is_written_down() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    database.tenant(office.org, async |tx| domain::requests::take(tx, &office.workers[0].actor, id).await).await?;
    database.tenant(office.org, async |tx| domain::requests::complete(tx, &Actor::System, id, None).await).await?;
    let mut superuser = database.superuser().await?;
    let actors: Vec<(String, Option<uuid::Uuid>)> =
        sqlx::query_as("select actor_kind, actor_id from events where request_id = $1 order by id")
            .bind(id.0)
            .fetch_all(&mut superuser)
            .await?;
    let expected = [
        ("contact".to_owned(), Some(office.residents[0].id().0)),
        ("member".to_owned(), Some(office.workers[0].id().0)),
        ("system".to_owned(), None),
    ];
    assert_eq!(actors, expected);
    Ok(())
}
