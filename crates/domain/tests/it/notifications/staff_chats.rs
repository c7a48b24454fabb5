//! The staff's group: linked, moved, lost and back.

use domain::notifications::{self, StaffChat};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::{GROUP, group, link, outbox, send_all};

async fn staff_chat(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Option<StaffChat>> {
    Ok(database.tenant(office.org, async |tx| notifications::staff_chat(tx, office.bot.id).await).await?)
}

#[tokio::test]
async fn only_management_links_a_group() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for person in [&office.residents[0], &office.workers[0], &office.dispatcher] {
        let refused = database
            .tenant(office.org, async |tx| notifications::link_staff_chat(tx, &person.actor, &group(&office)).await)
            .await;
        assert_eq!(refused.unwrap_err().code(), "forbidden");
    }
    assert_eq!(staff_chat(&database, &office).await?, None);
    link(&database, &office).await?;
    assert_eq!(staff_chat(&database, &office).await?, Some(group(&office)));
    Ok(())
}

#[tokio::test]
async fn a_group_lost_and_linked_again_is_shown_every_open_request() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let anna = &office.residents[0];
    let ended = fixtures::file(&database, &office, anna).await?.id;
    database.tenant(office.org, async |tx| domain::requests::cancel(tx, &anna.actor, ended, None).await).await?;
    database.tenant(office.org, async |tx| notifications::lose_staff_chat(tx, office.bot.id, GROUP).await).await?;
    assert!(!staff_chat(&database, &office).await?.unwrap().present);
    fixtures::file(&database, &office, anna).await?;
    fixtures::run_fan_out(&database).await?;
    send_all(&database).await?;

    link(&database, &office).await?;
    assert_eq!(outbox(&database).await?, [(GROUP, 2, "card".to_owned())]);
    Ok(())
}

#[tokio::test]
async fn another_group_takes_its_place() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    fixtures::file(&database, &office, &office.residents[0]).await?;
    fixtures::run_fan_out(&database).await?;
    send_all(&database).await?;
    let other = StaffChat { chat_id: GROUP - 1, is_forum: false, ..group(&office) };
    database
        .tenant(office.org, async |tx| notifications::link_staff_chat(tx, &office.owner.actor, &other).await)
        .await?;
    fixtures::run_fan_out(&database).await?;
    assert_eq!(outbox(&database).await?, [(GROUP - 1, 2, "card".to_owned())]);

    database.tenant(office.org, async |tx| notifications::lose_staff_chat(tx, office.bot.id, GROUP).await).await?;
    assert_eq!(staff_chat(&database, &office).await?, Some(other.clone()), "leaving the old group loses nothing");
    database.tenant(office.org, async |tx| notifications::note_forum(tx, office.bot.id, GROUP - 1, true).await).await?;
    assert!(staff_chat(&database, &office).await?.unwrap().is_forum);
    Ok(())
}
