//! The reminder of a request that somebody began and did not file: once, without a sound, on the next morning.

use std::time::Duration;

use chrono::{DateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::{model::Delivery, store};
use crate::{Result, TenantTx, ids::BotId};

/// From when to when it is morning in an org.
const MORNING: (NaiveTime, NaiveTime) =
    (NaiveTime::from_hms_opt(8, 0, 0).unwrap(), NaiveTime::from_hms_opt(12, 0, 0).unwrap());
/// A draft of which nothing was heard for so long is unfinished.
const IDLE: Duration = Duration::from_secs(30 * 60);

/// Of drafts of which nothing was heard since then people are reminded now; none when it is not morning in that zone, by
/// its IANA name.
pub fn drafts_due(time_zone: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let zone: Tz = time_zone.parse().unwrap_or(Tz::UTC);
    let local = now.with_timezone(&zone).naive_local();
    if local.time() < MORNING.0 || local.time() >= MORNING.1 {
        return None;
    }
    let morning = zone.from_local_datetime(&local.date().and_time(MORNING.0)).earliest()?;
    Some(morning.with_timezone(&Utc) - IDLE)
}

/// Accepts the reminders for these private chats of a bot, moot for whoever is heard of after `until`. One that waits
/// already is not accepted twice.
pub async fn remind_of_drafts(tx: &mut TenantTx, bot: BotId, telegram_ids: &[i64], until: DateTime<Utc>) -> Result<()> {
    for telegram_id in telegram_ids {
        let delivery = Delivery::Draft { telegram_id: *telegram_id, until: until.timestamp() };
        store::enqueue_latest(tx, bot, *telegram_id, "draft", &delivery, Duration::ZERO).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn yesterdays_drafts_are_due_in_the_morning_of_the_org() {
        let org = "Asia/Tashkent"; // five hours before Greenwich
        assert_eq!(drafts_due(org, at("2026-11-22T02:59:59Z")), None, "it is night");
        let since = Some(at("2026-11-22T02:30:00Z"));
        assert_eq!(drafts_due(org, at("2026-11-22T03:00:00Z")), since);
        assert_eq!(drafts_due(org, at("2026-11-22T06:59:59Z")), since, "whenever it is looked at");
        assert_eq!(drafts_due(org, at("2026-11-22T07:00:00Z")), None, "it is noon");
    }
}
