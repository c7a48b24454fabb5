//! The same for warnings and the digest of the morning.

use chrono::TimeDelta;
use domain::{
    ids::RequestId,
    notifications::{self as out, Escalate, Rule},
    requests,
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::Findings;

/// A request that nobody has, of which somebody was warned; and somebody had their digest.
pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<RequestId> {
    let id = fixtures::file_for(database, office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(database).await?;
    // By whatever strategy the org has given it out: the warning is there.
    let mut superuser = database.superuser().await?;
    for statement in [
        "insert into warnings (org_id, request_id, rule, raised_at) values ($1, $2, 'unassigned', now())",
        "insert into warning_messages (org_id, request_id, rule, bot_id, chat_id, message_id)
         values ($1, $2, 'unassigned', $3, $4, 5)",
    ] {
        let chat = office.owner.telegram_id();
        let query = sqlx::query(statement).bind(office.org.0).bind(id.0);
        if statement.contains("warning_messages") {
            query.bind(office.bot.id.0).bind(chat).execute(&mut superuser).await?;
        } else {
            query.execute(&mut superuser).await?;
        }
    }
    sqlx::query("insert into digests (org_id, person_id, day, created_at) values ($1, $2, '2026-11-20', $3)")
        .bind(office.org.0)
        .bind(office.owner.id().0)
        .bind(database.source().now())
        .execute(&mut superuser)
        .await?;
    Ok(id)
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
    theirs: RequestId,
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| $call.await).await)
        };
    }
    let (owner, stranger) = (&a.owner.actor, &b.owner.actor);
    let (bot, chat, rule) = (b.bot.id, b.owner.telegram_id(), Rule::Unassigned);
    let until = database.source().now() + TimeDelta::hours(2);
    let late = Escalate { org_id: a.org, request: theirs, rule, raised_at: database.source().now() };
    let sorry = |_| "Извините".to_owned();
    tried!("notifications::warning", |tx| out::warning(tx, theirs, rule, bot, chat));
    tried!("notifications::warning_message", |tx| out::warning_message(tx, theirs, rule, bot, chat));
    tried!("notifications::save_warning_message", |tx| out::save_warning_message(tx, theirs, rule, (bot, chat), 1, 0));
    tried!("notifications::escalate", |tx| out::escalate(tx, &late));
    tried!("notifications::hush", |tx| out::hush(tx, owner, theirs, rule, until));
    tried!("notifications::settle", |tx| out::settle(tx, owner, theirs, rule));
    tried!("notifications::extend", |tx| out::extend(tx, owner, theirs, TimeDelta::hours(1), sorry));
    tried!("notifications::apologize", |tx| out::apologize(tx, owner, theirs, rule, sorry));
    tried!("notifications::phone", |tx| out::phone(tx, owner, theirs, rule));
    tried!("requests::extend", |tx| requests::extend(tx, owner, theirs, TimeDelta::hours(1)));
    tried!("notifications::send_digests", |tx| out::send_digests(tx));
    tried!("notifications::time_zone", |tx| out::time_zone(tx, stranger));
    Ok(())
}
