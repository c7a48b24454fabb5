//! The same for what people want to be told, and when.

use domain::{
    notifications::{self as out, Level, Quiet, Subject},
    requests,
};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::{Findings, Lived};

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture, lived: &Lived) -> anyhow::Result<()> {
    let (org, anna) = (office.org, &office.residents[0]);
    database
        .tenant(org, async |tx| {
            out::set_quiet(tx, &office.owner.actor, Quiet { to: "07:00:00".parse().unwrap(), ..Quiet::default() })
                .await?;
            out::choose_quiet(tx, &anna.actor, Quiet::default(), Some("Asia/Samarkand")).await?;
            out::choose_level(tx, &anna.actor, Subject::Requests, Level::Important).await?;
            requests::take(tx, &office.workers[0].actor, lived.request).await
        })
        .await?;
    testkit::fixtures::run_fan_out(database).await?;
    Ok(())
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let (owner, anna, stranger) = (&a.owner.actor, &a.residents[0].actor, &b.residents[0]);
    let quiet = Quiet { on: false, ..Quiet::default() };
    tried!("notifications::preferences", |tx| out::preferences(tx, anna));
    tried!("notifications::preferences", |tx| out::preferences(tx, &stranger.actor));
    tried!("notifications::choose_level", |tx| out::choose_level(tx, &stranger.actor, Subject::Requests, Level::None));
    tried!("notifications::choose_quiet", |tx| out::choose_quiet(tx, &stranger.actor, quiet, None));
    tried!("notifications::quiet", |tx| out::quiet(tx, owner));
    tried!("notifications::set_quiet", |tx| out::set_quiet(tx, owner, quiet));
    tried!("notifications::recipients", |tx| out::recipients(tx, owner, Subject::NewDevice));
    tried!("notifications::choose_recipient", |tx| out::choose_recipient(
        tx,
        owner,
        Subject::NewDevice,
        b.owner.id(),
        false
    ));
    tried!("notifications::history", |tx| out::history(tx, &stranger.actor, None, 1000));
    tried!("notifications::held", |tx| out::held(tx, stranger.id()));
    let theirs: Vec<uuid::Uuid> = {
        let mut superuser = database.superuser().await?;
        sqlx::query_scalar("select id from notifications where org_id = $1")
            .bind(b.org.0)
            .fetch_all(&mut superuser)
            .await?
    };
    let theirs: Vec<_> = theirs.into_iter().map(domain::ids::NotificationId).collect();
    tried!("notifications::no_longer_held", |tx| out::no_longer_held(tx, &theirs));
    Ok(())
}
