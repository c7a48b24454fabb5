//! The way out: who is told what, and how deliveries are claimed.

mod cards;
mod digests;
mod fan_out;
mod lanes;
mod preferences;
mod staff_chats;
mod warnings;

use domain::notifications::{self, StaffChat};
use testkit::{TestDatabase, fixtures::OrgFixture};

/// The staff's group of a test.
const GROUP: i64 = -1_001_234;

fn group(office: &OrgFixture) -> StaffChat {
    StaffChat {
        bot: office.bot.id, chat_id: GROUP, title: "Сотрудники".into(), is_forum: true, present: true
    }
}

async fn link(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<()> {
    database
        .tenant(office.org, async |tx| notifications::link_staff_chat(tx, &office.owner.actor, &group(office)).await)
        .await?;
    testkit::fixtures::run_fan_out(database).await?;
    Ok(())
}

/// What waits for sending: chat, class and kind, in the order of acceptance. Of a group's own furniture, its fixed topics
/// and its board, another test tells.
async fn outbox(database: &TestDatabase) -> anyhow::Result<Vec<(i64, i16, String)>> {
    let mut superuser = database.superuser().await?;
    Ok(sqlx::query_as(
        "select chat_id, class, delivery ->> 'kind' from outbox
         where delivery ->> 'kind' not in ('fixed_topic', 'board') order by id",
    )
    .fetch_all(&mut superuser)
    .await?)
}

/// Everything that waits is taken as sent.
async fn send_all(database: &TestDatabase) -> anyhow::Result<()> {
    let mut superuser = database.superuser().await?;
    sqlx::query("delete from outbox").execute(&mut superuser).await?;
    Ok(())
}
