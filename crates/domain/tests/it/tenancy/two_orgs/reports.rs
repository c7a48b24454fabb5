//! The same for reports: their numbers, names and houses are one's own.

use domain::reports::{self, Period};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::Findings;

/// A looks at its own reports.
pub(super) async fn tried(found: &mut Findings, database: &TestDatabase, a: &OrgFixture) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let owner = &a.owner.actor;
    let period = Period::last(30, "UTC", database.source().now());
    tried!("reports::overview", |tx| reports::overview(tx, owner, period, 1000));
    tried!("reports::breakdown", |tx| reports::breakdown(tx, owner, period, 1000));
    tried!("reports::performance", |tx| reports::performance(tx, owner, period, 1000));
    tried!("reports::late", |tx| reports::late(tx, owner, 1000));
    Ok(())
}
