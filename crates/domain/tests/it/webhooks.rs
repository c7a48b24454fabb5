//! What a webhook is told, for how long, and when it is told no more.

use std::time::Duration;

use domain::{
    Error,
    webhooks::{self, Attempt, NewWebhook, Outcome, Status, WebhookEdit},
};
use secrecy::ExposeSecret as _;
use testkit::fixtures;

fn answered(status: u16) -> Attempt {
    Attempt { outcome: Outcome::Answered { status, beginning: "ok".to_owned() }, took_millis: 12 }
}

#[tokio::test]
async fn a_webhook_is_told_what_it_chose_once_and_for_a_day() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (org, owner, keys) = (office.org, &office.owner.actor, fixtures::keys()?);
    let chosen = ["request.created".to_owned(), "request.created".to_owned()];
    let new = NewWebhook { name: " 1C ", url: "https://example.com/hook", names: &chosen };
    let (webhook, secret) = database.tenant(org, async |tx| webhooks::add(tx, owner, &keys, &new).await).await?;
    assert_eq!((webhook.name.as_str(), webhook.names.len(), webhook.active), ("1C", 1, true));

    fixtures::file(&database, &office, &office.residents[0]).await?;
    let job = fixtures::waiting_jobs(&database).await?.pop().unwrap();
    for _ in 0..2 {
        database.tenant(org, async |tx| webhooks::tell(tx, job.event).await).await?;
    }
    let log = database.tenant(org, async |tx| webhooks::deliveries(tx, owner, webhook.id, None, 9).await).await?;
    let [told] = log.as_slice() else { panic!("told once: {log:?}") };
    assert_eq!((told.name.as_str(), told.event, told.status), ("request.created", Some(job.event), Status::Waiting));

    let sending = database.tenant(org, async |tx| webhooks::sending(tx, &keys, told.id).await).await?.unwrap();
    assert_eq!(sending.secrets[0].expose_secret(), secret.expose_secret());
    let body: serde_json::Value = serde_json::from_str(&sending.body)?;
    assert_eq!((&body["name"], &body["organization_id"]), (&"request.created".into(), &org.0.to_string().into()));

    // A new secret signs beside the old one for a day.
    database.tenant(org, async |tx| webhooks::rotate_secret(tx, owner, &keys, webhook.id).await).await?;
    let sending = database.tenant(org, async |tx| webhooks::sending(tx, &keys, told.id).await).await?.unwrap();
    assert_eq!(sending.secrets.len(), 2);

    let mut attempts = 0;
    let off = loop {
        let off = database.tenant(org, async |tx| webhooks::note_attempt(tx, told.id, &answered(500)).await).await?;
        attempts += 1;
        let now = database.tenant(org, async |tx| webhooks::deliveries(tx, owner, webhook.id, None, 9).await).await?;
        match now[0].next_at {
            Some(next) => database.source().advance((next - database.source().now()).to_std()?),
            None => break off,
        }
    };
    let now = database.tenant(org, async |tx| webhooks::deliveries(tx, owner, webhook.id, None, 9).await).await?;
    assert_eq!((attempts, now[0].status, now[0].answered, off), (14, Status::Failed, Some(500), false));

    // Nothing has succeeded for a day: the next failure is the last one.
    database.source().advance(Duration::from_secs(8 * 3600));
    let ping = database.tenant(org, async |tx| webhooks::ping(tx, owner, webhook.id).await).await?;
    assert!(database.tenant(org, async |tx| webhooks::note_attempt(tx, ping.id, &answered(500)).await).await?);
    let off = database.tenant(org, async |tx| webhooks::get(tx, owner, webhook.id).await).await?;
    assert_eq!((off.active, off.disabled_why.as_deref()), (false, Some("failing")));

    let on = WebhookEdit { active: Some(true), ..WebhookEdit::default() };
    let on = database.tenant(org, async |tx| webhooks::edit(tx, owner, webhook.id, None, &on).await).await?;
    assert_eq!((on.active, on.failing_since), (true, None));
    let again = database.tenant(org, async |tx| webhooks::replay(tx, owner, webhook.id, told.id).await).await?;
    database.tenant(org, async |tx| webhooks::note_attempt(tx, again.id, &answered(204)).await).await?;
    let log = database.tenant(org, async |tx| webhooks::deliveries(tx, owner, webhook.id, None, 9).await).await?;
    assert_eq!((log[0].id, log[0].status, log[0].answered), (again.id, Status::Done, Some(204)));
    Ok(())
}

#[tokio::test]
async fn only_who_may_sets_them_up_and_nonsense_is_refused() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let keys = fixtures::keys()?;
    let (good, bad) = (["request.created".to_owned()], ["moon.landed".to_owned()]);
    for (actor, url, names, code) in [
        (&office.dispatcher.actor, "https://example.com/", &good, "forbidden"),
        (&office.owner.actor, "http://example.com/", &good, "webhook_url_invalid"),
        (&office.owner.actor, "https://example.com/", &bad, "webhook_events_invalid"),
    ] {
        let new = NewWebhook { name: "x", url, names };
        let refused = database.tenant(office.org, async |tx| webhooks::add(tx, actor, &keys, &new).await).await;
        assert_eq!(refused.map(drop).map_err(|error: Error| error.code()), Err(code), "{url}");
    }
    Ok(())
}
