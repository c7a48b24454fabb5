//! SQL of timeouts.

use super::model::Timeouts;
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
