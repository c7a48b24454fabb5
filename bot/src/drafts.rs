//! Drafts that were left lying: in the morning people are reminded of them, once and without a sound.

use chrono::{DateTime, Utc};
use domain::{Error, Result, notifications, orgs};

use crate::app::Shared;

/// The most reminders of one bot at a time; the others follow at the next look.
const MOST: isize = 500;

/// Accepts the reminders that are due at `now`, by the clock of each org. Returns how many.
pub async fn remind(app: &Shared, now: DateTime<Utc>) -> Result<usize> {
    let mut reminded = 0;
    for org in orgs::list(&app.db).await?.into_iter().filter(|org| org.deleted_at.is_none()) {
        let Some(until) = notifications::drafts_due(&org.time_zone, now) else { continue };
        let mut tx = app.db.tenant(org.id).await?;
        for (bot, telegram_id) in domain::bots::of_org(&mut tx).await? {
            let drafts = app.dialogues.drafts(telegram_id, until.timestamp(), MOST).await;
            let drafts = drafts.map_err(|error| Error::Unavailable(error.into()))?;
            notifications::remind_of_drafts(&mut tx, bot, &drafts, until).await?;
            reminded += drafts.len();
        }
        tx.commit().await?;
    }
    if reminded > 0 {
        app.outbox.notify_one();
    }
    Ok(reminded)
}
