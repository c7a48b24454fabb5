//! SQL of timeouts, and their jobs.

use chrono::{DateTime, Utc};

use super::model::{Look, Timeouts};
use crate::{Result, TenantTx};

pub(super) async fn timeouts(tx: &mut TenantTx) -> Result<Timeouts> {
    let kept = sqlx::query_as!(
        Timeouts,
        r#"select unassigned, unassigned_emergency, not_accepted, answer_reminder, answer_overdue, answer_close,
                  done_reminder, done_accept
           from request_timeouts where org_id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(kept.unwrap_or_default())
}

/// The same; nobody else changes them until this transaction ends.
pub(super) async fn lock(tx: &mut TenantTx) -> Result<Timeouts> {
    sqlx::query_scalar!("select id from orgs where id = $1 for no key update", tx.org().0)
        .fetch_optional(tx.conn())
        .await?;
    timeouts(tx).await
}

pub(super) async fn save(tx: &mut TenantTx, new: &Timeouts) -> Result<()> {
    sqlx::query!(
        r#"insert into request_timeouts (org_id, unassigned, unassigned_emergency, not_accepted, answer_reminder,
                                         answer_overdue, answer_close, done_reminder, done_accept)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (org_id) do update set
             unassigned = excluded.unassigned, unassigned_emergency = excluded.unassigned_emergency,
             not_accepted = excluded.not_accepted, answer_reminder = excluded.answer_reminder,
             answer_overdue = excluded.answer_overdue, answer_close = excluded.answer_close,
             done_reminder = excluded.done_reminder, done_accept = excluded.done_accept"#,
        tx.org().0,
        new.unassigned,
        new.unassigned_emergency,
        new.not_accepted,
        new.answer_reminder,
        new.answer_overdue,
        new.answer_close,
        new.done_reminder,
        new.done_accept,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A job for the look at this moment. There is one of each kind per request: a later one takes its place.
pub(super) async fn enqueue(tx: &mut TenantTx, look: &Look, at: DateTime<Utc>) -> Result<()> {
    let payload = serde_json::to_value(look)?;
    let key = format!("{}:{}:{}", Look::TASK, payload["check"].as_str().unwrap_or_default(), look.request.0);
    sqlx::query!(r#"select enqueue_job($1, $2, $3, job_key => $4) as "enqueued: ()""#, Look::TASK, payload, at, key,)
        .execute(tx.conn())
        .await?;
    Ok(())
}
