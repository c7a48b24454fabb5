//! SQL of warnings, and their job.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use crate::{
    Error, Result, TenantTx,
    ids::{BotId, PersonId, RequestId},
    notifications::{
        model::{Class, Delivery},
        warnings::{Escalate, Rule, Warning, WarningPhone},
    },
    people::Language,
};

/// Raises it, unless it is raised already. What was settled begins anew, in messages of its own.
pub(in crate::notifications) async fn raise_warning(tx: &mut TenantTx, request: RequestId, rule: Rule) -> Result<bool> {
    let now = tx.source().now();
    let raised = sqlx::query_scalar!(
        r#"insert into warnings (org_id, request_id, rule, raised_at) values ($1, $2, $3, $4)
           on conflict (org_id, request_id, rule) do update
             set raised_at = excluded.raised_at, level = 0, quiet_until = null, settled_at = null, settled_by = null
             where warnings.settled_at is not null
           returning true as "raised!""#,
        tx.org().0,
        request.0,
        rule as Rule,
        now,
    )
    .fetch_optional(tx.conn())
    .await?
    .unwrap_or(false);
    if raised {
        sqlx::query!(
            "delete from warning_messages where org_id = $1 and request_id = $2 and rule = $3",
            tx.org().0,
            request.0,
            rule as Rule,
        )
        .execute(tx.conn())
        .await?;
    }
    Ok(raised)
}

/// The messages of one rule show another from now on; what they showed is settled by that.
pub(in crate::notifications) async fn take_over_warning(
    tx: &mut TenantTx,
    request: RequestId,
    from: Rule,
    to: Rule,
) -> Result<()> {
    let now = tx.source().now();
    let moved = sqlx::query!(
        r#"with over as (
             update warnings set settled_at = $5
             where org_id = $1 and request_id = $2 and rule = $3 and settled_at is null returning rule
           )
           update warning_messages m set rule = $4 from over
           where m.org_id = $1 and m.request_id = $2 and m.rule = over.rule and m.message_id is not null"#,
        tx.org().0,
        request.0,
        from as Rule,
        to as Rule,
        now,
    )
    .execute(tx.conn())
    .await?;
    if moved.rows_affected() > 0 { refresh_warning(tx, request, to).await } else { Ok(()) }
}

pub(in crate::notifications) async fn warning(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
) -> Result<Option<Warning>> {
    let warning = sqlx::query_as!(
        Warning,
        r#"select w.raised_at, w.level, w.quiet_until, w.settled_at, p.name as "settled_by?"
           from warnings w left join people p on p.org_id = w.org_id and p.id = w.settled_by
           where w.org_id = $1 and w.request_id = $2 and w.rule = $3"#,
        tx.org().0,
        request.0,
        rule as Rule,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(warning)
}

pub(in crate::notifications) async fn raise_level(tx: &mut TenantTx, request: RequestId, rule: Rule) -> Result<()> {
    sqlx::query!(
        "update warnings set level = level + 1 where org_id = $1 and request_id = $2 and rule = $3",
        tx.org().0,
        request.0,
        rule as Rule,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn hush_warning(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    until: DateTime<Utc>,
) -> Result<()> {
    sqlx::query!(
        "update warnings set quiet_until = $4 where org_id = $1 and request_id = $2 and rule = $3",
        tx.org().0,
        request.0,
        rule as Rule,
        until,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn settle_warning(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    by: Option<PersonId>,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update warnings set settled_at = $4, settled_by = $5
           where org_id = $1 and request_id = $2 and rule = $3 and settled_at is null"#,
        tx.org().0,
        request.0,
        rule as Rule,
        now,
        by.map(|person| person.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Somebody is told of it in this chat from now on; false when they were before.
pub(in crate::notifications) async fn note_warned(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    bot: BotId,
    chat_id: i64,
) -> Result<bool> {
    let noted = sqlx::query!(
        r#"insert into warning_messages (org_id, request_id, rule, bot_id, chat_id) values ($1, $2, $3, $4, $5)
           on conflict do nothing"#,
        tx.org().0,
        request.0,
        rule as Rule,
        bot.0,
        chat_id,
    )
    .execute(tx.conn())
    .await?;
    Ok(noted.rows_affected() > 0)
}

pub(in crate::notifications) async fn warning_message(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<i64>> {
    let message = sqlx::query_scalar!(
        r#"select message_id from warning_messages
           where org_id = $1 and request_id = $2 and rule = $3 and bot_id = $4 and chat_id = $5"#,
        tx.org().0,
        request.0,
        rule as Rule,
        bot.0,
        chat_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(message.flatten())
}

pub(in crate::notifications) async fn save_warning_message(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
    bot: BotId,
    chat_id: i64,
    message_id: i64,
) -> Result<()> {
    sqlx::query!(
        r#"update warning_messages set message_id = $6
           where org_id = $1 and request_id = $2 and rule = $3 and bot_id = $4 and chat_id = $5"#,
        tx.org().0,
        request.0,
        rule as Rule,
        bot.0,
        chat_id,
        message_id,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every message of an open warning of this request is looked at again.
pub(in crate::notifications) async fn refresh_warnings(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    let rules = sqlx::query_scalar!(
        r#"select rule as "rule: Rule" from warnings where org_id = $1 and request_id = $2 and settled_at is null"#,
        tx.org().0,
        request.0,
    )
    .fetch_all(tx.conn())
    .await?;
    for rule in rules {
        refresh_warning(tx, request, rule).await?;
    }
    Ok(())
}

/// The messages of one warning are looked at again; what waits already is not asked for twice. One that is on its way
/// shows how things stand when it is sent.
pub(in crate::notifications) async fn refresh_warning(tx: &mut TenantTx, request: RequestId, rule: Rule) -> Result<()> {
    let now = tx.source().now();
    let messages = sqlx::query!(
        r#"select bot_id as "bot: BotId", chat_id from warning_messages
           where org_id = $1 and request_id = $2 and rule = $3 and message_id is not null"#,
        tx.org().0,
        request.0,
        rule as Rule,
    )
    .fetch_all(tx.conn())
    .await?;
    let code = serde_json::to_value(rule)?;
    for message in messages {
        let key = format!("warning:{}:{}:{}", request.0, code.as_str().unwrap_or_default(), message.chat_id);
        let id = tx.source().id();
        sqlx::query!(
            r#"insert into outbox (org_id, id, bot_id, chat_id, class, delivery, coalesce_by, not_before, created_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
               on conflict (org_id, bot_id, coalesce_by)
                 where coalesce_by is not null and leased_until is null and failed_at is null do nothing"#,
            tx.org().0,
            id,
            message.bot.0,
            message.chat_id,
            Class::Alert as i16,
            Json(Delivery::Warning { request, rule }) as Json<Delivery>,
            key,
            now,
        )
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// Whom to call about it: whoever has what is late or unanswered, else whoever filed it.
pub(in crate::notifications) async fn callee(
    tx: &mut TenantTx,
    request: RequestId,
    rule: Rule,
) -> Result<Option<WarningPhone>> {
    let worker = matches!(rule, Rule::NotAccepted | Rule::DueSoon | Rule::Overdue);
    let callee = sqlx::query_as!(
        WarningPhone,
        r#"select p.name, p.phone, m.id is not null as "is_member!"
           from requests r
           left join members m on m.org_id = r.org_id and m.id = r.assignee_id and $3
           join people p on p.org_id = r.org_id and p.id = coalesce(m.person_id, r.reporter_id)
           where r.org_id = $1 and r.id = $2"#,
        tx.org().0,
        request.0,
        worker,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(callee)
}

pub(in crate::notifications) async fn language_of_reporter(tx: &mut TenantTx, request: RequestId) -> Result<Language> {
    let language = sqlx::query_scalar!(
        r#"select p.language as "language: Language" from requests r
           join people p on p.org_id = r.org_id and p.id = r.reporter_id
           where r.org_id = $1 and r.id = $2"#,
        tx.org().0,
        request.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    language.ok_or(Error::NotFound("request"))
}

/// The job for the moment at which it goes further. There is one per warning: a later one takes its place.
pub(in crate::notifications) async fn enqueue_escalation(
    tx: &mut TenantTx,
    it: &Escalate,
    at: DateTime<Utc>,
) -> Result<()> {
    let payload = serde_json::to_value(it)?;
    let key = format!("{}:{}:{}", Escalate::TASK, payload["rule"].as_str().unwrap_or_default(), it.request.0);
    sqlx::query!(
        r#"select enqueue_job($1, $2, $3, job_key => $4) as "enqueued: ()""#,
        Escalate::TASK,
        payload,
        at,
        key
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
