//! SQL of the outbox.

use std::time::Duration;

use platform::db::PRESENCE;
use sqlx::types::Json;

use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    error::OnConstraint as _,
    ids::{BotId, DeliveryId},
    notifications::{
        model::{Claimed, Class, Delivery},
        outbox::Dead,
    },
};

pub(in crate::notifications) async fn enqueue(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    class: Class,
    delivery: &Delivery,
    wait: Duration,
) -> Result<()> {
    enqueue_as(tx, bot, chat_id, class, delivery, wait, false).await
}

/// The same, with a sound or without.
pub(in crate::notifications) async fn enqueue_as(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    class: Class,
    delivery: &Delivery,
    wait: Duration,
    silent: bool,
) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into outbox (org_id, id, bot_id, chat_id, class, delivery, not_before, created_at, silent)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"#,
        tx.org().0,
        id,
        bot.0,
        chat_id,
        class as i16,
        Json(delivery) as Json<&Delivery>,
        now + wait,
        now,
        silent,
    )
    .execute(tx.conn())
    .await
    .on_constraint("outbox_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(())
}

/// Of those about the same (`what`) in a chat one waits at a time: another only puts it off by `wait`.
pub(in crate::notifications) async fn enqueue_latest(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    what: &str,
    delivery: &Delivery,
    wait: Duration,
) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into outbox (org_id, id, bot_id, chat_id, class, delivery, coalesce_by, not_before, created_at)
           values ($1, $2, $3, $4, $5, $6, $9::text || ':' || $4::bigint, $7, $8)
           on conflict (org_id, bot_id, coalesce_by)
             where coalesce_by is not null and leased_until is null and failed_at is null
             do update set not_before = excluded.not_before"#,
        tx.org().0,
        id,
        bot.0,
        chat_id,
        Class::Reply as i16,
        Json(delivery) as Json<&Delivery>,
        now + wait,
        now,
        what,
    )
    .execute(tx.conn())
    .await
    .on_constraint("outbox_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(())
}

/// One claim at a time; the number only has to be ours.
const CLAIM_LOCK: i64 = 0x6b6f_6e74_6f75_7400; // "kontout"

/// Waits until no other claim is under way, of any process. A claim that has not committed is invisible: a more
/// urgent delivery that came in meanwhile would let a second claimer into the same lane.
pub(in crate::notifications) async fn lock_claims(tx: &mut SystemTx) -> Result<()> {
    sqlx::query!(r#"select pg_advisory_xact_lock($1) as "locked: ()""#, CLAIM_LOCK).execute(tx.conn()).await?;
    Ok(())
}

/// Due deliveries, at most one per lane: the first by class and acceptance, and none while another is in flight, a
/// failed one of the same class waits for its next try, or a more urgent one for the chat's budget.
pub(in crate::notifications) async fn claim(
    tx: &mut SystemTx,
    limit: i64,
    lease: Duration,
    holder: Option<i32>,
) -> Result<Vec<Claimed>> {
    let now = tx.source().now();
    let rows = sqlx::query!(
        r#"update outbox o set leased_until = $1::timestamptz + make_interval(secs => $3), leased_by = $4,
                             attempts = o.attempts + 1, rests = false
           from (
             select w.org_id, w.id from outbox w
             where w.failed_at is null and w.not_before <= $1 and (w.leased_until is null or w.leased_until <= $1)
               and not exists (
                 select 1 from outbox p
                 where p.bot_id = w.bot_id and p.chat_id = w.chat_id and p.failed_at is null and p.id <> w.id
                   and (p.leased_until > $1
                        or ((p.class, p.id) < (w.class, w.id) and (p.not_before <= $1 or p.rests or (p.class = w.class and p.attempts > 0)))))
             order by w.class, w.id limit $2 for update of w skip locked
           ) due
           where o.org_id = due.org_id and o.id = due.id
           returning o.id as "id: DeliveryId", o.org_id as "org: OrgId", o.bot_id as "bot: BotId", o.chat_id, o.class,
                     o.delivery as "delivery: Json<Delivery>", o.attempts, o.silent,
                     extract(epoch from $1::timestamptz - o.created_at)::double precision as "age_seconds!""#,
        now,
        limit,
        lease.as_secs_f64(),
        holder,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Claimed {
            id: row.id,
            org: row.org,
            bot: row.bot,
            chat_id: row.chat_id,
            delivery: row.delivery.0,
            attempts: row.attempts,
            age_seconds: row.age_seconds,
            class: row.class,
            silent: row.silent,
        })
        .collect())
}

/// Those who hold a lease, and whose session lock nobody holds.
pub(in crate::notifications) async fn absent_holders(tx: &mut SystemTx) -> Result<Vec<i32>> {
    let now = tx.source().now();
    let absent = sqlx::query_scalar!(
        r#"select distinct o.leased_by as "holder!" from outbox o
           where o.leased_by is not null and o.leased_until > $1 and o.failed_at is null and not exists (
             select 1 from pg_locks l
             where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = $2::integer::oid
               and l.objid = o.leased_by::oid
               and l.database = (select d.oid from pg_database d where d.datname = current_database()))"#,
        now,
        PRESENCE,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(absent)
}

/// Ends the leases of these holders.
pub(in crate::notifications) async fn end_leases(tx: &mut SystemTx, holders: &[i32]) -> Result<u64> {
    let now = tx.source().now();
    let done = sqlx::query!(
        r#"update outbox set leased_until = $1
           where leased_by = any($2) and leased_until > $1 and failed_at is null"#,
        now,
        holders,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(in crate::notifications) async fn delete_delivery(tx: &mut TenantTx, id: DeliveryId) -> Result<()> {
    sqlx::query!("delete from outbox where org_id = $1 and id = $2", tx.org().0, id.0).execute(tx.conn()).await?;
    Ok(())
}

/// A card or screen that was asked for again while it was in flight already waits in another row: then that row is
/// enough, and this one goes.
pub(in crate::notifications) async fn postpone(
    tx: &mut TenantTx,
    id: DeliveryId,
    wait: Duration,
    error: Option<&str>,
    rests: bool,
) -> Result<()> {
    let due = tx.source().now() + wait;
    sqlx::query!(
        r#"with doubled as (
             delete from outbox o where o.org_id = $1 and o.id = $2 and o.coalesce_by is not null and exists (
               select 1 from outbox w where w.org_id = o.org_id and w.bot_id = o.bot_id and w.coalesce_by = o.coalesce_by
                 and w.leased_until is null and w.failed_at is null and w.id <> o.id)
             returning o.id
           )
           update outbox set leased_until = null, leased_by = null, rests = $5, not_before = $3,
                             last_error = coalesce($4, last_error),
                             attempts = case when $4::text is null then attempts - 1 else attempts end
           where org_id = $1 and id = $2 and not exists (select 1 from doubled)"#,
        tx.org().0,
        id.0,
        due,
        error,
        rests,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn fail(tx: &mut TenantTx, id: DeliveryId, error: &str) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update outbox set failed_at = $3, leased_until = null, leased_by = null, last_error = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        now,
        error,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn drop_lane(tx: &mut TenantTx, bot: BotId, chat_id: i64) -> Result<u64> {
    let done = sqlx::query!(
        "delete from outbox where org_id = $1 and bot_id = $2 and chat_id = $3 and failed_at is null",
        tx.org().0,
        bot.0,
        chat_id,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(in crate::notifications) async fn dead(tx: &mut SystemTx) -> Result<Vec<Dead>> {
    let rows = sqlx::query!(
        r#"select id as "id: DeliveryId", org_id as "org: OrgId", delivery as "delivery: Json<Delivery>", attempts,
                  coalesce(last_error, '') as "error!"
           from outbox where failed_at is not null order by failed_at desc limit 100"#,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Dead {
            id: row.id,
            org: row.org,
            delivery: row.delivery.0,
            attempts: row.attempts,
            error: row.error,
        })
        .collect())
}

pub(in crate::notifications) async fn revive(tx: &mut SystemTx) -> Result<u64> {
    let now = tx.source().now();
    let done = sqlx::query!(
        "update outbox set failed_at = null, attempts = 0, not_before = $1, coalesce_by = null where failed_at is not null",
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

pub(in crate::notifications) async fn waiting(tx: &mut SystemTx) -> Result<(i64, f64)> {
    let now = tx.source().now();
    let row = sqlx::query!(
        r#"select count(*) as "count!",
                  coalesce(extract(epoch from $1::timestamptz - min(not_before)), 0)::double precision as "age!"
           from outbox where failed_at is null"#,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.count, row.age.max(0.0)))
}
