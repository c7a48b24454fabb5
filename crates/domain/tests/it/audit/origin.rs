//! Whatever is recorded says who did it, for whom, from where, and what was changed.

use domain::{
    access::Actor,
    bots::{self, NewBot},
    events::{self, Event, SignInFailure},
    ids::SessionId,
    people::{self, Language},
    requests,
};
use platform::{Origin, Surface};
use serde_json::{Value, json};
use testkit::{TestDatabase, fixtures};

async fn recorded(database: &TestDatabase, kind: &str) -> anyhow::Result<Value> {
    let mut superuser = database.superuser().await?;
    let row = sqlx::query_scalar("select to_jsonb(e) from events e where kind = $1 order by id desc limit 1")
        .bind(kind)
        .fetch_one(&mut superuser)
        .await?;
    Ok(row)
}

#[tokio::test]
async fn an_event_says_where_it_came_from_and_on_whose_behalf() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (session, for_whom) = (database.source().id(), office.workers[0].id());
    let mut tx = database.db().tenant(office.org).await?;
    tx.set_origin(Origin {
        surface: Surface::Console,
        address: Some("2001:db8::7".parse()?),
        session: Some(session),
        on_behalf_of: Some(for_whom.0),
    });
    let why = Event::SignInFailed { person: office.owner.id(), why: SignInFailure::Password };
    events::record(&mut tx, &office.owner.actor, &why).await?;
    tx.commit().await?;

    let row = recorded(&database, "sign_in_failed").await?;
    assert_eq!(row["surface"], "console");
    assert_eq!(row["address"], "2001:db8::7");
    assert_eq!(row["session_id"], json!(SessionId(session)));
    assert_eq!(row["on_behalf_of"], json!(for_whom));
    assert_eq!((&row["actor_kind"], &row["actor_id"]), (&json!("member"), &json!(office.owner.id())));
    assert_eq!((&row["subject_kind"], &row["subject_id"]), (&json!("person"), &json!(office.owner.id())));
    Ok(())
}

#[tokio::test]
async fn a_transaction_that_is_told_nothing_says_the_way_in_of_its_database() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    assert_eq!(recorded(&database, "org_created").await?["surface"], "system");
    let (cli, token) = (database.db().for_surface(Surface::Cli), secrecy::SecretString::from("1:new"));
    let new = NewBot { telegram_id: office.bot.telegram_id, username: "same_bot", token: &token };
    bots::add(&cli, &fixtures::keys()?, office.org, &new).await?;
    let row = recorded(&database, "bot_token_changed").await?;
    assert_eq!(row["surface"], "cli");
    assert_eq!(row["subject_id"], json!(office.bot.id));
    assert_eq!(row["changes"], Value::Null, "both tokens are secrets");
    Ok(())
}

#[tokio::test]
async fn what_was_edited_stands_there_as_old_and_new() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, worker) = (&office.residents[0], &office.workers[0]);
    database.tenant(office.org, async |tx| people::choose_language(tx, anna.id(), Language::Uz).await).await?;
    assert_eq!(recorded(&database, "language_chosen").await?["changes"], json!({ "language": ["ru", "uz"] }));

    let id = fixtures::file(&database, &office, anna).await?.id;
    database.tenant(office.org, async |tx| requests::take(tx, &worker.actor, id).await).await?;
    let row = recorded(&database, "request_taken").await?;
    let expected = json!({ "status": ["new", "accepted"], "assignee": [null, worker.actor.member()] });
    assert_eq!(row["changes"], expected);
    assert_eq!((&row["subject_kind"], &row["subject_id"]), (&json!("request"), &json!(id)));

    database.tenant(office.org, async |tx| requests::complete(tx, &Actor::System, id, None).await).await?;
    assert_eq!(recorded(&database, "request_completed").await?["changes"], json!({ "status": ["accepted", "done"] }));
    Ok(())
}

#[tokio::test]
async fn an_event_about_somebody_of_another_org_is_refused() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let mut tx = database.db().tenant(a.org).await?;
    tx.set_origin(Origin { on_behalf_of: Some(b.owner.id().0), ..Origin::of(Surface::Console) });
    let refused = events::record(&mut tx, &a.owner.actor, &Event::PhoneConfirmed).await;
    assert_eq!(refused.unwrap_err().code(), "not_found");
    Ok(())
}
