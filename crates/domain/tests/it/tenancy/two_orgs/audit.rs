//! The same for the log, and for what an owner is warned of by it.

use domain::{
    alerts, audit,
    events::{AlertAnswer, Event},
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::{Findings, Lived};

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
    theirs: &Lived,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let owner = &a.owner.actor;
    let stranger = b.residents[0].id();
    tried!("audit::verify", |tx| audit::verify(tx, None));
    tried!("audit::verify_last", |tx| audit::verify_last(tx, owner, 9));
    tried!("audit::seal_hash", |tx| audit::seal_hash(tx, 1));
    let theirs_alone = audit::Filter { subject: Some(theirs.request.0), person: Some(stranger), ..Default::default() };
    for filter in [audit::Filter::default(), theirs_alone] {
        tried!("audit::list", |tx| audit::list(tx, owner, &filter, None, 1000));
        tried!("audit::export", |tx| async { Ok(audit::export(tx, owner, &filter, "csv").await?.rows > 0) });
        let export = database.tenant(a.org, async |tx| audit::export(tx, owner, &filter, "csv").await).await?;
        tried!("audit::export_next", |tx| audit::export_next(tx, &export, None, 1000));
    }
    tried!("alerts::raise", |tx| alerts::raise(tx, theirs.event, &Event::BotTokenChanged { bot: b.bot.id }));
    tried!("alerts::get", |tx| alerts::get(tx, theirs.alert));
    tried!("alerts::list", |tx| alerts::list(tx, owner, None, 1000));
    for answer in [AlertAnswer::Fine, AlertAnswer::EndSessions] {
        tried!("alerts::answer", |tx| alerts::answer(tx, owner, theirs.alert, answer));
    }
    tried!("alerts::message", |tx| alerts::message(tx, theirs.alert, b.bot.id, b.owner.telegram_id()));
    tried!("alerts::save_message", |tx| alerts::save_message(tx, theirs.alert, a.bot.id, 1, 1));
    tried!("audit::list_own", |tx| audit::list_own(tx, &b.residents[1].actor, None, 1000));
    let (long_ago, now) = (database.source().now() - chrono::TimeDelta::days(9), database.source().now());
    let now = now + chrono::TimeDelta::days(9);
    tried!("audit::security_report", |tx| audit::security_report(tx, owner, long_ago, now));
    tried!("audit::activity", |tx| audit::activity(tx, owner, long_ago, now));
    Ok(())
}
