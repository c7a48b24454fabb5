//! SQL of alerts.

use sqlx::types::Json;

use super::model::{Alert, Around, Facts, Kind, Limits};
use crate::{
    Error, Result, TenantTx,
    error::OnConstraint as _,
    events::AlertAnswer,
    ids::{AlertId, BotId, EventId, PersonId},
    orgs::WorkingHours,
};

/// What the rules look at, in one trip.
pub(super) async fn around(tx: &mut TenantTx, event: EventId) -> Result<Around> {
    let limits = limits(tx).await?;
    let row = sqlx::query!(
        r#"select e.actor_id as "actor: PersonId", a.name as "actor_name?", host(e.address) as address,
                  (e.at at time zone o.time_zone) as "local!", o.working_hours as "hours: Json<WorkingHours>",
                  exists (select 1 from members m where m.org_id = e.org_id and m.person_id = e.subject_id and m.removed_at is null) as "is_member!",
                  case when e.kind = 'sign_in_failed' then (
                    select count(*) from events f
                    where f.org_id = e.org_id and f.subject_kind = 'person' and f.subject_id = e.subject_id
                      and f.kind = 'sign_in_failed' and f.id <= e.id and f.id >= event_floor(e.at - make_interval(mins => $3)))
                  else 0 end as "failures!",
                  case when e.kind = 'exported' then (
                    select coalesce(sum((x.data ->> 'rows')::bigint), 0)::bigint from events x
                    where x.org_id = e.org_id and x.kind = 'exported' and x.actor_id is not distinct from e.actor_id
                      and x.id <= e.id and x.id >= event_floor(e.at - make_interval(mins => $4)))
                  else 0 end as "rows_exported!",
                  case when e.subject_kind = 'bot' then (
                    select b.username from bots b where b.org_id = e.org_id and b.id = e.subject_id) end as bot
           from events e join orgs o on o.id = e.org_id
           left join people a on a.org_id = e.org_id and a.id = e.actor_id
           where e.org_id = $1 and e.id = $2"#,
        tx.org().0,
        event.0,
        limits.failures_minutes,
        limits.rows_minutes,
    )
    .fetch_optional(tx.conn())
    .await?
    .ok_or(Error::NotFound("event"))?;
    Ok(Around {
        actor: row.actor,
        actor_name: row.actor_name,
        is_member: row.is_member,
        local: row.local,
        hours: row.hours.0,
        address: row.address,
        limits,
        failures: row.failures,
        rows_exported: row.rows_exported,
        bot: row.bot,
    })
}

/// The defaults when the org has none of its own.
pub(super) async fn limits(tx: &mut TenantTx) -> Result<Limits> {
    let limits = sqlx::query_as!(
        Limits,
        r#"select failures, failures_minutes, rows_exported, rows_minutes, new_device, odd_hours
           from alert_limits where org_id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(limits.unwrap_or_default())
}

pub(super) async fn save_limits(tx: &mut TenantTx, limits: &Limits) -> Result<()> {
    sqlx::query!(
        r#"insert into alert_limits (org_id, failures, failures_minutes, rows_exported, rows_minutes, new_device, odd_hours)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (org_id) do update set failures = $2, failures_minutes = $3, rows_exported = $4, rows_minutes = $5,
                                              new_device = $6, odd_hours = $7"#,
        tx.org().0,
        limits.failures,
        limits.failures_minutes,
        limits.rows_exported,
        limits.rows_minutes,
        limits.new_device,
        limits.odd_hours,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// None when the same was raised within the hour.
pub(super) async fn insert(
    tx: &mut TenantTx,
    kind: Kind,
    person: Option<PersonId>,
    event: EventId,
    facts: &Facts,
) -> Result<Option<AlertId>> {
    let (id, now) = (tx.source().id(), tx.source().now());
    // Two events of the same kind may come here at once; the lock goes with the transaction.
    let lock = format!("alert {} {kind:?} {person:?}", tx.org());
    sqlx::query!(r#"select pg_advisory_xact_lock(hashtextextended($1, 0)) as "locked: ()""#, lock)
        .execute(tx.conn())
        .await?;
    let id = sqlx::query_scalar!(
        r#"insert into alerts (org_id, id, kind, person_id, event_id, facts, raised_at)
           select $1, $2, $3::text, $4, $5, $6, $7::timestamptz
           where not exists (select 1 from alerts where org_id = $1 and kind = $3 and person_id is not distinct from $4
                             and raised_at > $7 - interval '1 hour')
           returning id as "id: AlertId""#,
        tx.org().0,
        id,
        kind as Kind,
        person.map(|person| person.0),
        event.0,
        Json(facts) as Json<&Facts>,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id)
}

pub(super) async fn get(tx: &mut TenantTx, id: AlertId, lock: bool) -> Result<Alert> {
    if lock {
        sqlx::query!("select id from alerts where org_id = $1 and id = $2 for update", tx.org().0, id.0)
            .fetch_optional(tx.conn())
            .await?;
    }
    select(tx, Some(id), None, 1).await?.pop().ok_or(Error::NotFound("alert"))
}

pub(super) async fn list(tx: &mut TenantTx, before: Option<AlertId>, limit: u16) -> Result<Vec<Alert>> {
    select(tx, None, before, limit).await
}

async fn select(tx: &mut TenantTx, only: Option<AlertId>, before: Option<AlertId>, limit: u16) -> Result<Vec<Alert>> {
    let rows = sqlx::query!(
        r#"select a.id as "id: AlertId", a.kind as "kind: Kind", a.person_id as "person: PersonId", p.name as "person_name?",
                  a.facts as "facts: Json<Facts>", a.raised_at, a.answer as "answer: AlertAnswer", w.name as "answered_by?"
           from alerts a
           left join people p on p.org_id = a.org_id and p.id = a.person_id
           left join people w on w.org_id = a.org_id and w.id = a.answered_by
           where a.org_id = $1 and ($2::uuid is null or a.id = $2) and ($3::uuid is null or a.id < $3)
           order by a.id desc limit $4"#,
        tx.org().0,
        only.map(|id| id.0),
        before.map(|id| id.0),
        i64::from(limit),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Alert {
            id: row.id,
            kind: row.kind,
            person: row.person,
            person_name: row.person_name,
            facts: row.facts.0,
            raised_at: row.raised_at,
            answer: row.answer,
            answered_by: row.answered_by,
        })
        .collect())
}

pub(super) async fn save_answer(
    tx: &mut TenantTx,
    id: AlertId,
    answer: AlertAnswer,
    by: Option<PersonId>,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update alerts set answer = $3, answered_by = $4, answered_at = $5 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        answer as AlertAnswer,
        by.map(|person| person.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Where the alert is shown, or is being shown: what is on its way may be older than its answer.
pub(crate) async fn messages(tx: &mut TenantTx, id: AlertId) -> Result<Vec<(BotId, i64)>> {
    let rows = sqlx::query!(
        r#"select bot_id as "bot!: BotId", chat_id as "chat_id!" from alert_messages
           where org_id = $1 and alert_id = $2
           union
           select bot_id, chat_id from outbox
           where org_id = $1 and leased_until is not null and failed_at is null
             and delivery ->> 'kind' = 'alert' and delivery ->> 'alert' = $2::uuid::text
           order by 2"#,
        tx.org().0,
        id.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.bot, row.chat_id)).collect())
}

pub(super) async fn message(tx: &mut TenantTx, id: AlertId, bot: BotId, chat_id: i64) -> Result<Option<i64>> {
    let message = sqlx::query_scalar!(
        "select message_id from alert_messages where org_id = $1 and alert_id = $2 and bot_id = $3 and chat_id = $4",
        tx.org().0,
        id.0,
        bot.0,
        chat_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(message)
}

pub(super) async fn save_message(tx: &mut TenantTx, id: AlertId, bot: BotId, chat_id: i64, message: i64) -> Result<()> {
    sqlx::query!(
        r#"insert into alert_messages (org_id, alert_id, bot_id, chat_id, message_id) values ($1, $2, $3, $4, $5)
           on conflict (org_id, alert_id, bot_id, chat_id) do update set message_id = excluded.message_id"#,
        tx.org().0,
        id.0,
        bot.0,
        chat_id,
        message,
    )
    .execute(tx.conn())
    .await
    .on_constraint("alert_messages_org_id_alert_id_fkey", Error::NotFound("alert"))?;
    Ok(())
}
