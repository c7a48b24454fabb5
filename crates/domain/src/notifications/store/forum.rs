//! SQL of the staff's forum: fixed topics and the board.

use sqlx::types::Json;

use crate::{
    Error, Result, TenantTx,
    categories::Names,
    error::OnConstraint as _,
    ids::{BotId, RequestId},
    notifications::{
        forum::{AlarmMessage, Board, BoardEntry, BoardMessage, FixedTopic, Section},
        model::{Class, Delivery, StaffChat},
        store::staff_chats,
    },
    requests::{Priority, Status},
};

pub(in crate::notifications) async fn fixed_topic(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    topic: FixedTopic,
) -> Result<Option<i64>> {
    let thread = sqlx::query_scalar!(
        "select thread_id from staff_topics where org_id = $1 and bot_id = $2 and chat_id = $3 and topic = $4",
        tx.org().0,
        bot.0,
        chat_id,
        topic as FixedTopic,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(thread)
}

pub(in crate::notifications) async fn save_fixed_topic(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    topic: FixedTopic,
    thread: Option<i64>,
) -> Result<()> {
    match thread {
        Some(thread) => {
            sqlx::query!(
                r#"insert into staff_topics (org_id, bot_id, chat_id, topic, thread_id) values ($1, $2, $3, $4, $5)
                   on conflict (org_id, bot_id, chat_id, topic) do update set thread_id = excluded.thread_id"#,
                tx.org().0,
                bot.0,
                chat_id,
                topic as FixedTopic,
                thread,
            )
            .execute(tx.conn())
            .await
            .on_constraint("staff_topics_org_id_bot_id_fkey", Error::NotFound("bot"))?;
        }
        None => {
            sqlx::query!(
                "delete from staff_topics where org_id = $1 and bot_id = $2 and chat_id = $3 and topic = $4",
                tx.org().0,
                bot.0,
                chat_id,
                topic as FixedTopic,
            )
            .execute(tx.conn())
            .await?;
        }
    }
    Ok(())
}

/// Accepts a look at the fixed topics of the groups that have topics, and at every board; what waits already is not
/// asked for twice.
pub(in crate::notifications) async fn refresh_forums(tx: &mut TenantTx, with_topics: bool) -> Result<()> {
    for chat in staff_chats(tx).await?.into_iter().filter(|chat| chat.present) {
        if with_topics && chat.is_forum {
            for topic in FixedTopic::ALL {
                let key = format!("topic:{}:{topic:?}", chat.chat_id);
                enqueue_once(tx, &chat, Class::Reply, &Delivery::FixedTopic { topic }, &key).await?;
            }
        }
        let key = format!("board:{}", chat.chat_id);
        enqueue_once(tx, &chat, Class::Card, &Delivery::Board {}, &key).await?;
    }
    Ok(())
}

/// Accepts a look at the alarm of an incident in every group of the staff.
pub(in crate::notifications) async fn refresh_alarm(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    for chat in staff_chats(tx).await?.into_iter().filter(|chat| chat.present) {
        let key = format!("alarm:{}:{}", chat.chat_id, request.0);
        enqueue_once(tx, &chat, Class::Alert, &Delivery::Alarm { request }, &key).await?;
    }
    Ok(())
}

/// The message of a chat that raises the alarm of an incident.
pub(in crate::notifications) async fn alarm(
    tx: &mut TenantTx,
    request: RequestId,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<AlarmMessage>> {
    let message = sqlx::query_as!(
        AlarmMessage,
        r#"select thread_id, message_id, shown from incident_messages
           where org_id = $1 and request_id = $2 and bot_id = $3 and chat_id = $4"#,
        tx.org().0,
        request.0,
        bot.0,
        chat_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(message)
}

pub(in crate::notifications) async fn save_alarm(
    tx: &mut TenantTx,
    request: RequestId,
    bot: BotId,
    chat_id: i64,
    message: &AlarmMessage,
) -> Result<()> {
    sqlx::query!(
        r#"insert into incident_messages (org_id, request_id, bot_id, chat_id, thread_id, message_id, shown)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (org_id, request_id, bot_id, chat_id) do update
             set thread_id = excluded.thread_id, message_id = excluded.message_id, shown = excluded.shown"#,
        tx.org().0,
        request.0,
        bot.0,
        chat_id,
        message.thread_id,
        message.message_id,
        message.shown,
    )
    .execute(tx.conn())
    .await
    .on_constraint("incident_messages_org_id_request_id_fkey", Error::NotFound("incident"))?;
    Ok(())
}

async fn enqueue_once(tx: &mut TenantTx, chat: &StaffChat, class: Class, delivery: &Delivery, key: &str) -> Result<()> {
    let (id, now) = (tx.source().id(), tx.source().now());
    sqlx::query!(
        r#"insert into outbox (org_id, id, bot_id, chat_id, class, delivery, coalesce_by, not_before, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
           on conflict (org_id, bot_id, coalesce_by)
             where coalesce_by is not null and leased_until is null and failed_at is null do nothing"#,
        tx.org().0,
        id,
        chat.bot.0,
        chat.chat_id,
        class as i16,
        Json(delivery) as Json<&Delivery>,
        key,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The queue: what is late first, then by where it stands; the most urgent first.
pub(in crate::notifications) async fn board(tx: &mut TenantTx, bot: BotId, chat_id: i64, most: i64) -> Result<Board> {
    let now = tx.source().now();
    let rows = sqlx::query!(
        r#"with queue as (
             select r.id, r.number, r.status, r.priority, r.category_id, r.unit_id, r.assignee_id,
                    case when r.due_at < $4 and r.stopped_at is null then 'overdue'
                         when r.status in ('new', 'returned') then 'unassigned'
                         when r.status in ('assigned', 'accepted') then 'assigned'
                         when r.status = 'paused' or r.asked_at is not null then 'waiting'
                         else 'working' end as section
             from requests r
             where r.org_id = $1 and r.status not in ('done', 'closed', 'cancelled', 'declined') and r.parent_id is null
           ), ranked as (
             select q.*, count(*) over (partition by section) as total,
                    row_number() over (partition by section order by
                      array_position(array['emergency', 'high', 'normal', 'low'], priority), number) as place
             from queue q
           )
           select q.section as "section!: Section", q.total as "total!", q.number as "number!",
                  q.status as "status!: Status", q.priority as "priority!: Priority", c.icon,
                  c.name_ru, c.name_uz, c.name_en, u.number as "unit?", p.name as "assignee?",
                  k.thread_id as "thread_id?", k.message_id as "message_id?"
           from ranked q
           join categories c on c.org_id = $1 and c.id = q.category_id
           left join units u on u.org_id = $1 and u.id = q.unit_id
           left join members m on m.org_id = $1 and m.id = q.assignee_id
           left join people p on p.org_id = $1 and p.id = m.person_id
           left join cards k on k.org_id = $1 and k.request_id = q.id and k.bot_id = $2 and k.chat_id = $3
           where q.place <= $5 order by q.section, q.place"#,
        tx.org().0,
        bot.0,
        chat_id,
        now,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut board = Board::default();
    for row in rows {
        if !board.counts.iter().any(|(section, _)| *section == row.section) {
            board.counts.push((row.section, row.total));
        }
        board.entries.push(BoardEntry {
            section: row.section,
            number: row.number,
            status: row.status,
            priority: row.priority,
            icon: row.icon,
            names: Names { ru: row.name_ru, uz: row.name_uz, en: row.name_en },
            unit: row.unit,
            assignee: row.assignee,
            thread_id: row.thread_id,
            message_id: row.message_id,
        });
    }
    board.counts.sort_unstable_by_key(|(section, _)| *section);
    Ok(board)
}

pub(in crate::notifications) async fn board_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<BoardMessage>> {
    let message = sqlx::query_as!(
        BoardMessage,
        r#"select thread_id, message_id, shown, edited_at from staff_boards
           where org_id = $1 and bot_id = $2 and chat_id = $3"#,
        tx.org().0,
        bot.0,
        chat_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(message)
}

pub(in crate::notifications) async fn save_board_message(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    thread_id: Option<i64>,
    message_id: i64,
    shown: &[u8],
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into staff_boards (org_id, bot_id, chat_id, thread_id, message_id, shown, edited_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (org_id, bot_id, chat_id) do update
             set thread_id = excluded.thread_id, message_id = excluded.message_id, shown = excluded.shown,
                 edited_at = excluded.edited_at"#,
        tx.org().0,
        bot.0,
        chat_id,
        thread_id,
        message_id,
        shown,
        now,
    )
    .execute(tx.conn())
    .await
    .on_constraint("staff_boards_org_id_bot_id_fkey", Error::NotFound("bot"))?;
    Ok(())
}

pub(in crate::notifications) async fn request_of_card(
    tx: &mut TenantTx,
    bot: BotId,
    chat_id: i64,
    message_id: i64,
) -> Result<Option<RequestId>> {
    let request = sqlx::query_scalar!(
        r#"select request_id as "request: RequestId" from cards
           where org_id = $1 and bot_id = $2 and chat_id = $3 and message_id = $4 and audience = 'staff'"#,
        tx.org().0,
        bot.0,
        chat_id,
        message_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(request)
}
