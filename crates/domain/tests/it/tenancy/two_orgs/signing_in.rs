//! One's own sign-ins, and what an org counts as suspicious about them.

use domain::{alerts, sessions};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::Findings;

/// Tries every verb of both as `a`, with what is `b`'s.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
) -> anyhow::Result<()> {
    let (owner, stranger) = (&a.owner.actor, &b.residents[0]);
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let limits = alerts::Limits { failures: 9, ..alerts::Limits::default() };
    tried!("alerts::limits", |tx| alerts::limits(tx, owner));
    tried!("alerts::set_limits", |tx| alerts::set_limits(tx, owner, &limits));
    let session = fixtures::session(database, fixtures::account(database, stranger).await?).await?;
    tried!("sessions::list_here", |tx| sessions::list_here(tx, owner));
    tried!("sessions::list_here", |tx| sessions::list_here(tx, &stranger.actor));
    tried!("sessions::end_here", |tx| sessions::end_here(tx, owner, Some(session)));
    tried!("sessions::end_here", |tx| sessions::end_here(tx, &stranger.actor, None));
    Ok(())
}
