//! The same for whoever is told of what happens, by their address.

use domain::webhooks::{self, Attempt, NewWebhook, Outcome, WebhookEdit};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::{Findings, Lived};

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    own: &Lived,
    theirs: &Lived,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let owner = &a.owner.actor;
    let keys = fixtures::keys()?;
    let chosen = ["request.created".to_owned()];
    let new = NewWebhook { name: "наш", url: "https://a.example.com/hook", names: &chosen };
    tried!("webhooks::add", |tx| async { webhooks::add(tx, owner, &keys, &new).await.map(drop) });
    tried!("webhooks::list", |tx| webhooks::list(tx, owner));
    tried!("webhooks::get", |tx| webhooks::get(tx, owner, theirs.webhook));
    tried!("webhooks::edit", |tx| webhooks::edit(tx, owner, theirs.webhook, None, &WebhookEdit::default()));
    tried!("webhooks::rotate_secret", |tx| async {
        webhooks::rotate_secret(tx, owner, &keys, theirs.webhook).await.map(drop)
    });
    tried!("webhooks::ping", |tx| webhooks::ping(tx, owner, theirs.webhook));
    tried!("webhooks::deliveries", |tx| webhooks::deliveries(tx, owner, theirs.webhook, None, 99));
    tried!("webhooks::replay", |tx| webhooks::replay(tx, owner, theirs.webhook, theirs.told));
    tried!("webhooks::replay", |tx| webhooks::replay(tx, owner, own.webhook, theirs.told));
    tried!("webhooks::tell", |tx| webhooks::tell(tx, theirs.event));
    tried!("webhooks::sending", |tx| async { webhooks::sending(tx, &keys, theirs.told).await.map(|it| it.is_some()) });
    let attempt = Attempt { outcome: Outcome::Unanswered("timed_out"), took_millis: 1 };
    tried!("webhooks::note_attempt", |tx| webhooks::note_attempt(tx, theirs.told, &attempt));
    tried!("webhooks::delete", |tx| webhooks::delete(tx, owner, theirs.webhook, None));
    Ok(())
}
