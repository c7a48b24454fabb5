//! What is done about alerts.

use super::{
    model::{Alert, Limits, suspicions},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    audit::reports::require_all,
    events::{self, AlertAnswer, Event},
    ids::{AlertId, BotId, EventId},
    sessions::{self, EndedWhy},
};

/// Raises the alerts that follow from an event; of one kind about one person at most one within an hour.
pub async fn raise(tx: &mut TenantTx, id: EventId, event: &Event) -> Result<Vec<AlertId>> {
    let around = store::around(tx, id).await?;
    let mut raised = vec![];
    for (kind, person, facts) in suspicions(event, &around) {
        raised.extend(store::insert(tx, kind, person, id, &facts).await?);
    }
    Ok(raised)
}

/// An alert, for showing it.
pub async fn get(tx: &mut TenantTx, id: AlertId) -> Result<Alert> {
    store::get(tx, id, false).await
}

/// The org's alerts, the latest first, from before `before`.
pub async fn list(tx: &mut TenantTx, actor: &Actor, before: Option<AlertId>, limit: u16) -> Result<Vec<Alert>> {
    require_all(actor)?;
    store::list(tx, before, limit).await
}

/// From when on something is suspicious to this org.
pub async fn limits(tx: &mut TenantTx, actor: &Actor) -> Result<Limits> {
    require_all(actor)?;
    store::limits(tx).await
}

/// Something is suspicious to this org from these limits on. [`Error::Invalid`] `alert_limit_invalid`.
pub async fn set_limits(tx: &mut TenantTx, actor: &Actor, new: &Limits) -> Result<()> {
    actor.require(Permission::SettingsManage)?;
    require_all(actor)?;
    new.check()?;
    let changes = store::limits(tx).await?.changes(new);
    if changes.is_empty() {
        return Ok(());
    }
    store::save_limits(tx, new).await?;
    events::record(tx, actor, &Event::AlertLimitsChanged { changes }).await
}

/// Says what an alert was about: once. With [`AlertAnswer::EndSessions`] every session of the person ends, in every
/// org. [`Error::Refused`] `alert_answered`, or `alert_without_person` when nobody's sessions could be ended.
pub async fn answer(tx: &mut TenantTx, actor: &Actor, id: AlertId, answer: AlertAnswer) -> Result<Alert> {
    require_all(actor)?;
    if answer == AlertAnswer::EndSessions {
        actor.require(Permission::SessionsManage)?;
    }
    let alert = store::get(tx, id, true).await?;
    if alert.answer.is_some() {
        return Err(Error::Refused("alert_answered"));
    }
    if answer == AlertAnswer::EndSessions {
        let person = alert.person.ok_or(Error::Refused("alert_without_person"))?;
        let count = sessions::end_all_of(tx, person, EndedWhy::ByAdmin).await?;
        events::record(tx, actor, &Event::SessionsEnded { person, count }).await?;
    }
    store::save_answer(tx, id, answer, actor.person()).await?;
    events::record(tx, actor, &Event::AlertAnswered { alert: id, answer }).await?;
    store::get(tx, id, false).await
}

/// The message that shows the alert in a chat.
pub async fn message(tx: &mut TenantTx, id: AlertId, bot: BotId, chat_id: i64) -> Result<Option<i64>> {
    store::message(tx, id, bot, chat_id).await
}

/// Writes down which message shows the alert in a chat.
pub async fn save_message(tx: &mut TenantTx, id: AlertId, bot: BotId, chat_id: i64, message: i64) -> Result<()> {
    store::save_message(tx, id, bot, chat_id, message).await
}
