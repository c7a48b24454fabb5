//! The staff's group: linked when a manager adds the bot to it, lost when the bot is removed.

use super::{model::StaffChat, store};
use crate::{
    Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::BotId,
};

/// The bot's group becomes the staff's. Linking it again (or another one) shows every open request there.
pub async fn link_staff_chat(tx: &mut TenantTx, actor: &Actor, chat: &StaffChat) -> Result<()> {
    actor.require(Permission::StaffChatsManage)?;
    store::upsert_staff_chat(tx, chat).await?;
    events::record(tx, actor, &Event::StaffChatLinked { bot: chat.bot }).await
}

/// The bot is no longer in the group. Requests are kept; managers are told. Safe to repeat.
pub async fn lose_staff_chat(tx: &mut TenantTx, bot: BotId, chat_id: i64) -> Result<()> {
    if store::leave_staff_chat(tx, bot, chat_id).await? {
        events::record(tx, &Actor::System, &Event::StaffChatLost { bot }).await?;
    }
    Ok(())
}

/// Topics were switched on or off in the group.
pub async fn note_forum(tx: &mut TenantTx, bot: BotId, chat_id: i64, is_forum: bool) -> Result<()> {
    store::set_forum(tx, bot, chat_id, is_forum).await?;
    store::refresh_forums(tx, is_forum).await
}

/// The staff's group of this bot.
pub async fn staff_chat(tx: &mut TenantTx, bot: BotId) -> Result<Option<StaffChat>> {
    store::staff_chat(tx, bot).await
}
