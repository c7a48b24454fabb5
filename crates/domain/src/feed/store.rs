//! SQL of the feed.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::{Error, Result, TenantTx, events::Event, ids::EventId};

/// Events after one, in order, whether news or not.
pub(super) async fn since(
    tx: &mut TenantTx,
    after: EventId,
    known: &BTreeSet<EventId>,
    limit: i64,
) -> Result<Vec<(EventId, DateTime<Utc>, Event)>> {
    let known: Vec<_> = known.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"select id as "id: EventId", at, data from events
           where org_id = $1 and id > $2 and id <> all($3) order by id limit $4"#,
        tx.org().0,
        after.0,
        &known,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| Ok((row.id, row.at, serde_json::from_value(row.data)?))).collect()
}

pub(super) async fn get(tx: &mut TenantTx, id: EventId) -> Result<(DateTime<Utc>, Event)> {
    let row = sqlx::query!("select at, data from events where org_id = $1 and id = $2", tx.org().0, id.0)
        .fetch_optional(tx.conn())
        .await?;
    let row = row.ok_or(Error::NotFound("event"))?;
    Ok((row.at, serde_json::from_value(row.data)?))
}
