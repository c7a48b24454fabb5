//! Whether a person can be reached: they block the bot, and come back.

use domain::{Result, notifications, people};

use crate::{app::Shared, bots::Running};

/// The person blocked the bot: nothing waits for them any more.
pub async fn lost(app: &Shared, bot: &Running, telegram_id: i64) -> Result<()> {
    let mut tx = app.db.tenant(bot.bot.org).await?;
    people::mark_unreachable(&mut tx, telegram_id).await?;
    notifications::drop_lane(&mut tx, bot.bot.id, telegram_id).await?;
    tx.commit().await?;
    app.identities.forget(bot.bot.org, telegram_id).await;
    Ok(())
}

/// The person is back: their open cards are brought up to date.
pub async fn found(app: &Shared, bot: &Running, telegram_id: i64) -> Result<()> {
    let mut tx = app.db.tenant(bot.bot.org).await?;
    people::mark_reachable(&mut tx, telegram_id).await?;
    tx.commit().await?;
    app.identities.forget(bot.bot.org, telegram_id).await;
    app.outbox.notify_one();
    Ok(())
}
