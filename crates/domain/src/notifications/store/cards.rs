//! SQL of live cards.

use sqlx::types::Json;

use crate::{
    Error, Result, TenantTx,
    ids::{BotId, CardId, FileId, PersonId, RequestId},
    notifications::model::{Audience, Card, Class, Delivery, Shown},
    people::Language,
};

/// The card of this request in this chat; made when it is not there yet.
pub(in crate::notifications) async fn upsert_card(
    tx: &mut TenantTx,
    request: RequestId,
    bot: BotId,
    audience: Audience,
    person: Option<PersonId>,
    chat_id: i64,
    message_id: Option<i64>,
) -> Result<CardId> {
    let id = tx.source().id();
    let card = sqlx::query_scalar!(
        r#"insert into cards (org_id, id, request_id, bot_id, audience, person_id, chat_id, message_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict on constraint cards_viewer_key do update set audience = excluded.audience
           returning id as "id: CardId""#,
        tx.org().0,
        id,
        request.0,
        bot.0,
        audience as Audience,
        person.map(|person| person.0),
        chat_id,
        message_id,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(card)
}

/// Accepts a look at each of these cards for sending; one that already waits is not asked for twice.
pub(in crate::notifications) async fn refresh(tx: &mut TenantTx, cards: &[CardId]) -> Result<()> {
    let now = tx.source().now();
    let deliveries: Vec<_> = cards.iter().map(|card| Json(Delivery::Card { card: *card })).collect();
    let ids: Vec<_> = cards.iter().map(|_| tx.source().id()).collect();
    let cards: Vec<_> = cards.iter().map(|card| card.0).collect();
    sqlx::query!(
        r#"insert into outbox (org_id, id, bot_id, chat_id, class, delivery, coalesce_by, not_before, created_at)
           select $1, n.id, c.bot_id, c.chat_id, $5, n.delivery, 'card:' || c.id, $6, $6
           from unnest($2::uuid[], $3::uuid[], $4::jsonb[]) as n (id, card, delivery)
           join cards c on c.org_id = $1 and c.id = n.card
           left join people p on p.org_id = c.org_id and p.id = c.person_id
           where p.unreachable_at is null
           on conflict (org_id, bot_id, coalesce_by)
             where coalesce_by is not null and leased_until is null and failed_at is null do nothing"#,
        tx.org().0,
        &ids,
        &cards,
        &deliveries as &[Json<Delivery>],
        Class::Card as i16,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The cards of a request, and whether it is an incident, or is thought to be one.
pub(in crate::notifications) async fn cards_of(tx: &mut TenantTx, request: RequestId) -> Result<(Vec<CardId>, bool)> {
    let row = sqlx::query!(
        r#"select array(select id from cards where org_id = $1 and request_id = $2) as "cards!: Vec<CardId>",
                  exists (select 1 from incidents where org_id = $1 and request_id = $2) as "is_incident!""#,
        tx.org().0,
        request.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((row.cards, row.is_incident))
}

/// A card of the request for each of these people who can be reached, through the bot that the request came through.
pub(in crate::notifications) async fn show_to(
    tx: &mut TenantTx,
    request: RequestId,
    people: &[PersonId],
) -> Result<()> {
    let ids: Vec<_> = people.iter().map(|_| tx.source().id()).collect();
    let people: Vec<_> = people.iter().map(|person| person.0).collect();
    sqlx::query!(
        r#"insert into cards (org_id, id, request_id, bot_id, audience, person_id, chat_id)
           select $1, n.id, $2, bot.id, 'resident', p.id, p.telegram_id
           from unnest($3::uuid[], $4::uuid[]) as n (id, person)
           join people p on p.org_id = $1 and p.id = n.person and p.telegram_id is not null and p.unreachable_at is null
           cross join lateral (
             select b.id from bots b
             left join cards c on c.org_id = b.org_id and c.bot_id = b.id and c.request_id = $2 and c.audience = 'resident'
             where b.org_id = $1 order by c.id nulls last, b.created_at, b.id limit 1
           ) bot
           on conflict on constraint cards_viewer_key do nothing"#,
        tx.org().0,
        request.0,
        &ids,
        &people,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The cards of what somebody works on.
pub(in crate::notifications) async fn worker_cards_of(tx: &mut TenantTx, person: PersonId) -> Result<Vec<CardId>> {
    let cards = sqlx::query_scalar!(
        r#"select c.id as "id: CardId" from cards c join requests r on r.org_id = c.org_id and r.id = c.request_id
           where c.org_id = $1 and c.person_id = $2 and c.audience = 'worker' and c.message_id is not null
             and r.status not in ('closed', 'cancelled', 'declined')"#,
        tx.org().0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(cards)
}

pub(in crate::notifications) async fn open_cards_of(tx: &mut TenantTx, person: PersonId) -> Result<Vec<CardId>> {
    let cards = sqlx::query_scalar!(
        r#"select c.id as "id: CardId" from cards c join requests r on r.org_id = c.org_id and r.id = c.request_id
           where c.org_id = $1 and c.person_id = $2 and c.shown_version < r.version"#,
        tx.org().0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(cards)
}

pub(in crate::notifications) async fn bot_of_resident_card(
    tx: &mut TenantTx,
    request: RequestId,
) -> Result<Option<BotId>> {
    let bot = sqlx::query_scalar!(
        r#"select bot_id as "bot: BotId" from cards
           where org_id = $1 and request_id = $2 and audience = 'resident' order by id limit 1"#,
        tx.org().0,
        request.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(bot)
}

pub(in crate::notifications) async fn card(tx: &mut TenantTx, id: CardId) -> Result<Card> {
    let card = sqlx::query_as!(
        Card,
        r#"select c.id as "id: CardId", c.request_id as "request: RequestId", c.bot_id as "bot: BotId",
                  c.audience as "audience: Audience", c.person_id as "person: PersonId",
                  coalesce(p.language, o.default_language) as "language!: Language",
                  c.chat_id, c.thread_id, c.topic_closed, c.message_id, c.shown, c.media_sent,
                  c.picture_id as "picture: FileId",
                  coalesce(s.is_forum, false) as "is_forum!"
           from cards c
           join orgs o on o.id = c.org_id
           left join people p on p.org_id = c.org_id and p.id = c.person_id
           left join staff_chats s on s.org_id = c.org_id and s.bot_id = c.bot_id and s.chat_id = c.chat_id
           where c.org_id = $1 and c.id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    card.ok_or(Error::NotFound("card"))
}

pub(in crate::notifications) async fn card_in(
    tx: &mut TenantTx,
    request: RequestId,
    bot: BotId,
    chat_id: i64,
) -> Result<Option<CardId>> {
    let card = sqlx::query_scalar!(
        r#"select id as "id: CardId" from cards where org_id = $1 and request_id = $2 and bot_id = $3 and chat_id = $4
           order by audience limit 1"#,
        tx.org().0,
        request.0,
        bot.0,
        chat_id,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(card)
}

/// Nothing when the card has been asked for anew meanwhile: then its message is another.
pub(in crate::notifications) async fn save_shown(tx: &mut TenantTx, id: CardId, shown: &Shown<'_>) -> Result<()> {
    sqlx::query!(
        r#"update cards set message_id = $3, shown = $4, shown_version = $5, media_sent = media_sent or $6, picture_id = $8
           where org_id = $1 and id = $2 and message_id is not distinct from $7"#,
        tx.org().0,
        id.0,
        shown.message_id,
        shown.hash,
        shown.version,
        shown.media_sent,
        shown.was,
        shown.picture.map(|picture| picture.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn save_thread(tx: &mut TenantTx, id: CardId, thread: Option<i64>) -> Result<()> {
    sqlx::query!(
        r#"update cards set thread_id = $3, topic_closed = false, message_id = null, shown = null, media_sent = false, picture_id = null
           where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
        thread,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(in crate::notifications) async fn save_topic_closed(tx: &mut TenantTx, id: CardId, closed: bool) -> Result<()> {
    sqlx::query!("update cards set topic_closed = $3 where org_id = $1 and id = $2", tx.org().0, id.0, closed)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Makes the cards that are missing of whoever has an open request and of those who help. Whoever cannot be reached now
/// sees theirs when they come back.
pub(in crate::notifications) async fn add_worker_cards(tx: &mut TenantTx, request: RequestId) -> Result<()> {
    let missing = sqlx::query!(
        r#"select p.id as "person: PersonId", p.telegram_id as "chat_id!", b.id as "bot: BotId"
           from requests r
           join lateral (
             select r.assignee_id as member_id
             union select h.member_id from request_helpers h where h.org_id = r.org_id and h.request_id = r.id
           ) w on true
           join members m on m.org_id = r.org_id and m.id = w.member_id and m.removed_at is null
           join people p on p.org_id = m.org_id and p.id = m.person_id and p.telegram_id is not null
           join lateral (select id from bots where org_id = r.org_id order by created_at, id limit 1) b on true
           where r.org_id = $1 and r.id = $2 and r.status not in ('done', 'closed', 'cancelled', 'declined')
             and not exists (select 1 from cards c where c.org_id = r.org_id and c.request_id = r.id
                             and c.audience = 'worker' and c.person_id = p.id)"#,
        tx.org().0,
        request.0,
    )
    .fetch_all(tx.conn())
    .await?;
    for row in missing {
        upsert_card(tx, request, row.bot, Audience::Worker, Some(row.person), row.chat_id, None).await?;
    }
    Ok(())
}

/// Where whoever has the request sees it, when they have seen it already.
pub(in crate::notifications) async fn assignee_card(
    tx: &mut TenantTx,
    request: RequestId,
) -> Result<Option<(BotId, i64)>> {
    let row = sqlx::query!(
        r#"select c.bot_id as "bot: BotId", c.chat_id from cards c
           join requests r on r.org_id = c.org_id and r.id = c.request_id
           join members m on m.org_id = r.org_id and m.id = r.assignee_id and m.person_id = c.person_id
           where c.org_id = $1 and c.request_id = $2 and c.audience = 'worker' and c.message_id is not null"#,
        tx.org().0,
        request.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.bot, row.chat_id)))
}

/// The messages of the request's cards in this chat are to be sent anew.
pub(in crate::notifications) async fn forget_messages(
    tx: &mut TenantTx,
    request: RequestId,
    bot: BotId,
    chat_id: i64,
) -> Result<Vec<(CardId, Option<i64>)>> {
    let rows = sqlx::query!(
        r#"update cards c set message_id = null, shown = null, picture_id = null
           from (select org_id, id, message_id from cards
                 where org_id = $1 and request_id = $2 and bot_id = $3 and chat_id = $4 for update) old
           where c.org_id = old.org_id and c.id = old.id
           returning c.id as "card: CardId", old.message_id as "old?: i64""#,
        tx.org().0,
        request.0,
        bot.0,
        chat_id,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.card, row.old)).collect())
}
