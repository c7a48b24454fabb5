//! The same for the staff's forum: fixed topics and the board.

use domain::notifications::{self as out, FixedTopic};
use testkit::{TestDatabase, fixtures::OrgFixture};

use super::{Findings, Lived};

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture, lived: &Lived) -> anyhow::Result<()> {
    let (bot, chat) = (office.bot.id, lived.chat);
    database
        .tenant(office.org, async |tx| {
            out::save_fixed_topic(tx, bot, chat, FixedTopic::Queue, Some(5)).await?;
            out::save_board_message(tx, bot, chat, Some(5), 6, b"shown").await
        })
        .await?;
    Ok(())
}

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
    let (bot, chat) = (b.bot.id, theirs.chat);
    tried!("notifications::fixed_topic", |tx| out::fixed_topic(tx, bot, chat, FixedTopic::Queue));
    tried!("notifications::save_fixed_topic", |tx| out::save_fixed_topic(tx, bot, chat, FixedTopic::Queue, Some(9)));
    tried!("notifications::save_fixed_topic", |tx| out::save_fixed_topic(tx, bot, chat, FixedTopic::Queue, None));
    tried!("notifications::board", |tx| out::board(tx, bot, chat, 8));
    tried!("notifications::board_message", |tx| out::board_message(tx, bot, chat));
    tried!("notifications::save_board_message", |tx| out::save_board_message(tx, bot, chat, None, 1, b"stolen"));
    tried!("notifications::refresh_forum", |tx| out::refresh_forum(tx));
    tried!("notifications::refresh_board", |tx| out::refresh_board(tx));
    tried!("notifications::request_of_card", |tx| out::request_of_card(tx, bot, chat, b.bot.telegram_id));
    tried!("notifications::not_yet", |tx| out::not_yet(tx, theirs.delivery, std::time::Duration::ZERO));
    Ok(())
}
