//! SQL of the log by month.

use chrono::NaiveDate;

use crate::{Result, SystemTx, ids::EventId};

pub(in crate::audit) async fn make_partitions(tx: &mut SystemTx, months: i32) -> Result<i32> {
    let now = tx.source().now();
    let made = sqlx::query_scalar!(r#"select make_event_partitions($1, $2) as "made!""#, now, months)
        .fetch_one(tx.conn())
        .await?;
    Ok(made)
}

/// The smallest id of the day, when there are events below it.
pub(in crate::audit) async fn bound_of_old(tx: &mut SystemTx, first_kept: NaiveDate) -> Result<Option<EventId>> {
    let bound = sqlx::query_scalar!(
        r#"select bound as "bound!: EventId" from event_floor($1::date::timestamp at time zone 'UTC') bound
           where exists (select 1 from events where id < bound)"#,
        first_kept,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(bound)
}

pub(in crate::audit) async fn any_unsealed_before(tx: &mut SystemTx, bound: EventId) -> Result<bool> {
    let any =
        sqlx::query_scalar!(r#"select exists (select 1 from events_unsealed where event_id < $1) as "any!""#, bound.0)
            .fetch_one(tx.conn())
            .await?;
    Ok(any)
}

pub(in crate::audit) async fn forget_told_before(tx: &mut SystemTx, bound: EventId) -> Result<()> {
    sqlx::query!("delete from told_events where event_id < $1", bound.0).execute(tx.conn()).await?;
    Ok(())
}

/// Each chain begins anew at the last seal before the first one that stays. The chains are locked by this.
pub(in crate::audit) async fn move_anchors(tx: &mut SystemTx, bound: EventId) -> Result<()> {
    sqlx::query!(
        r#"update event_chains c set dropped_before = $1, anchor_seq = a.seq, anchor_hash = a.hash
           from (
             select k.org_id, coalesce(s.seq, k.anchor_seq) as seq, coalesce(s.hash, k.anchor_hash) as hash
             from (
               select c.org_id, c.anchor_seq, c.anchor_hash,
                      coalesce((select min(s.seq) from event_seals s where s.org_id = c.org_id and s.event_id >= $1), c.seq + 1) - 1 as upto
               from event_chains c for update
             ) k
             left join event_seals s on s.org_id = k.org_id and s.seq = k.upto
           ) a
           where c.org_id = a.org_id"#,
        bound.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Row security holds this to the seals before the anchors.
pub(in crate::audit) async fn drop_anchored_seals(tx: &mut SystemTx) -> Result<()> {
    sqlx::query!("delete from event_seals s using event_chains c where s.org_id = c.org_id and s.seq <= c.anchor_seq",)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(in crate::audit) async fn drop_events_before(tx: &mut SystemTx, bound: EventId) -> Result<Vec<String>> {
    let dropped =
        sqlx::query_scalar!(r#"select drop_events_before($1) as "dropped!""#, bound.0).fetch_one(tx.conn()).await?;
    Ok(dropped)
}
