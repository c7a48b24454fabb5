//! SQL of what somebody was told, and of what waits for their morning.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::types::Json;

use crate::{
    Error, Result, SystemTx, TenantTx,
    error::OnConstraint as _,
    ids::{BotId, NotificationId, PersonId, RequestId},
    notifications::{
        history::{Held, Told},
        model::{Class, Delivery},
        preferences::{Subject, Way},
    },
};

/// What is written down of a push.
pub(in crate::notifications) struct Note<'a> {
    pub person: PersonId,
    pub subject: Subject,
    pub request: Option<RequestId>,
    pub delivery: &'a Delivery,
    pub way: Way,
}

pub(in crate::notifications) async fn note(tx: &mut TenantTx, note: &Note<'_>) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into notifications (org_id, id, person_id, subject, request_id, delivery, way, created_at, waits)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"#,
        tx.org().0,
        id,
        note.person.0,
        note.subject as Subject,
        note.request.map(|request| request.0),
        Json(note.delivery) as Json<&Delivery>,
        note.way as Way,
        now,
        note.way == Way::Bundled,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// One bundle for everything that waits.
pub(in crate::notifications) async fn enqueue_bundle(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    person: PersonId,
    morning: DateTime<Utc>,
) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into outbox (org_id, id, bot_id, chat_id, class, delivery, coalesce_by, not_before, created_at)
           values ($1, $2, $3, $4, $5, $6, 'bundle:' || $7::uuid, $8, $9)
           on conflict (org_id, bot_id, coalesce_by)
             where coalesce_by is not null and leased_until is null and failed_at is null do nothing"#,
        tx.org().0,
        id,
        bot.0,
        chat_id,
        Class::Reply as i16,
        Json(Delivery::Bundle { person }) as Json<Delivery>,
        person.0,
        morning,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("outbox_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(())
}

/// What waits for somebody's morning, in the order in which it came.
pub(in crate::notifications) async fn held(tx: &mut TenantTx, person: PersonId) -> Result<Vec<Held>> {
    let rows = sqlx::query!(
        r#"select id as "id: NotificationId", request_id as "request?: RequestId", delivery as "delivery: Json<Delivery>"
           from notifications where org_id = $1 and person_id = $2 and waits order by id"#,
        tx.org().0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| Held { id: row.id, request: row.request, delivery: row.delivery.0 }).collect())
}

pub(in crate::notifications) async fn no_longer_held(tx: &mut TenantTx, ids: &[NotificationId]) -> Result<()> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query!("update notifications set waits = false where org_id = $1 and id = any($2)", tx.org().0, &ids)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What somebody was told, the latest first.
pub(in crate::notifications) async fn history(
    tx: &mut TenantTx,
    person: PersonId,
    before: Option<NotificationId>,
    limit: i64,
) -> Result<Vec<Told>> {
    let rows = sqlx::query!(
        r#"select n.id as "id: NotificationId", n.subject as "subject: Subject", n.request_id as "request?: RequestId",
                  r.number as "number?", n.way as "way: Way", n.waits, n.created_at, n.delivery ->> 'kind' as "kind!"
           from notifications n left join requests r on r.org_id = n.org_id and r.id = n.request_id
           where n.org_id = $1 and n.person_id = $2 and ($3::uuid is null or n.id < $3)
           order by n.id desc limit $4"#,
        tx.org().0,
        person.0,
        before.map(|before| before.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Told {
            id: row.id,
            subject: row.subject,
            kind: row.kind,
            request: row.request,
            number: row.number,
            way: row.way,
            waits: row.waits,
            at: row.created_at,
        })
        .collect())
}

pub(in crate::notifications) async fn forget_older_than(tx: &mut SystemTx, age: Duration) -> Result<u64> {
    let before = tx.source().now() - TimeDelta::from_std(age).unwrap_or(TimeDelta::MAX);
    let done = sqlx::query!("delete from notifications where created_at < $1 and not waits", before)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected())
}
