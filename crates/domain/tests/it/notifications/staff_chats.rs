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

#[tokio::test]
async fn a_forum_is_furnished_once_and_a_plain_group_has_a_board_only() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let furniture = async || -> anyhow::Result<Vec<(String, i64)>> {
        let mut superuser = database.superuser().await?;
        Ok(sqlx::query_as(
            "select delivery ->> 'kind', count(*) from outbox where delivery ->> 'kind' in ('fixed_topic', 'board')
             group by 1 order by 1",
        )
        .fetch_all(&mut superuser)
        .await?)
    };
    for _ in 0..2 {
        link(&database, &office).await?;
        assert_eq!(furniture().await?, [("board".to_owned(), 1), ("fixed_topic".to_owned(), 4)], "asked for once");
    }
    super::send_all(&database).await?;
    let plain = StaffChat { is_forum: false, chat_id: GROUP - 1, ..super::group(&office) };
    database
        .tenant(office.org, async |tx| notifications::link_staff_chat(tx, &office.owner.actor, &plain).await)
        .await?;
    fixtures::run_fan_out(&database).await?;
    assert_eq!(furniture().await?, [("board".to_owned(), 1)]);
    Ok(())
}
