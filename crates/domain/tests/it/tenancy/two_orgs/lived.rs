//! An org in which things have happened: rows in every table.

use domain::{
    access::Role,
    alerts, audit,
    events::{self, Event},
    idempotency::{self, Asked},
    ids::{
        AlertId, CardId, CommentId, DeliveryId, EventId, InviteId, OfferId, RequestId, WebhookDeliveryId, WebhookId,
    },
    invites, members,
    notifications::{self as out, LinkedMessage, Shown, StaffChat},
    requests::{self as desk, Attachment, AttachmentKind, NewComment, Origin, Side},
    webhooks::{self, NewWebhook},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

/// An org in which things have happened.
pub(super) struct Lived {
    pub(super) request: RequestId,
    pub(super) done: RequestId,
    pub(super) comment: CommentId,
    pub(super) card: CardId,
    pub(super) event: EventId,
    pub(super) delivery: DeliveryId,
    pub(super) alert: AlertId,
    pub(super) invite: InviteId,
    pub(super) token: String,
    pub(super) offer: OfferId,
    pub(super) chat: i64,
    pub(super) webhook: WebhookId,
    pub(super) told: WebhookDeliveryId,
}

/// A key that was chosen in this org.
pub(super) fn asked(office: &OrgFixture) -> Asked {
    Asked { caller: office.org.0, key: "key".to_owned(), request: [1; 32] }
}

pub(super) fn staff_chat(office: &OrgFixture) -> i64 {
    -1_000_000_000_000 - office.bot.telegram_id
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Lived> {
    let (org, bot, chat) = (office.org, office.bot.id, staff_chat(office));
    let group = StaffChat {
        bot,
        chat_id: chat,
        title: format!("Сотрудники {}", office.info.name),
        is_forum: true,
        present: true,
    };
    database.tenant(org, async |tx| out::link_staff_chat(tx, &office.owner.actor, &group).await).await?;
    let (request, done) = (
        fixtures::file(database, office, &office.residents[0]).await?.id,
        fixtures::file(database, office, &office.residents[1]).await?.id,
    );
    let photo = Attachment {
        kind: AttachmentKind::Photo,
        file_id: format!("file of {}", office.info.name),
        file_unique_id: "u".into(),
        stored: None,
    };
    let comment = NewComment {
        request,
        side: Side::Resident,
        is_question: false,
        is_internal: false,
        words: &format!("Слова для {}", office.info.name),
        attachments: &[photo],
        album: Some("album"),
        point: None,
        origin: Some(Origin { bot, chat_id: office.residents[0].telegram_id(), message_id: 17, answers: None }),
    };
    let comment =
        database.tenant(org, async |tx| desk::comment(tx, &office.residents[0].actor, &comment).await).await?;
    let worker = &office.workers[0].actor;
    database.tenant(org, async |tx| desk::take(tx, worker, done).await).await?;
    database.tenant(org, async |tx| desk::complete(tx, worker, done, None).await).await?;
    fixtures::run_fan_out(database).await?;
    audit::seal_waiting(database.db()).await?;
    let card = database.tenant(org, async |tx| out::card_in(tx, request, bot, chat).await).await?.unwrap();
    database
        .tenant(org, async |tx| {
            out::save_thread(tx, card.id, Some(77)).await?;
            let shown = Shown {
                was: None,
                message_id: office.bot.telegram_id,
                hash: b"shown",
                version: 1,
                media_sent: true,
                picture: None,
            };
            out::save_shown(tx, card.id, &shown).await?;
            out::link_message(
                tx,
                bot,
                chat,
                4000 + office.bot.telegram_id,
                LinkedMessage { request, is_question: true, comment: None },
            )
            .await
        })
        .await?;
    database
        .tenant(org, async |tx| {
            idempotency::claim(tx, &asked(office)).await?;
            idempotency::keep(tx, &asked(office), format!("the answer to {}", office.info.name).as_bytes()).await
        })
        .await?;
    let changed = Event::BotTokenChanged { bot };
    database.tenant(org, async |tx| events::record(tx, &office.owner.actor, &changed).await).await?;
    fixtures::run_fan_out(database).await?;
    let alert =
        database.tenant(org, async |tx| alerts::list(tx, &office.owner.actor, None, 1).await).await?.remove(0).id;
    database.tenant(org, async |tx| alerts::save_message(tx, alert, bot, office.owner.telegram_id(), 5).await).await?;
    let owner = &office.owner.actor;
    let limits = alerts::Limits { failures: 7, ..alerts::Limits::default() };
    database.tenant(org, async |tx| alerts::set_limits(tx, owner, &limits).await).await?;
    audit::seal_waiting(database.db()).await?;
    let written = database
        .tenant(org, async |tx| invites::create(tx, owner, &invites::NewInvite::to(Role::Worker)).await)
        .await?;
    let token = written.start.strip_prefix(invites::LINK_PREFIX).unwrap().to_owned();
    let heir = office.workers[0].actor.member().unwrap();
    let offer = database.tenant(org, async |tx| members::offer_ownership(tx, owner, heir).await).await?.id;
    let keys = fixtures::keys()?;
    let (webhook, told) = database
        .tenant(org, async |tx| {
            let (name, chosen) = (format!("Вебхук {}", office.info.name), ["request.created".to_owned()]);
            let url = format!("https://{}.example.com/", bot.0.simple());
            let new = NewWebhook { name: &name, url: &url, names: &chosen };
            let (webhook, _) = webhooks::add(tx, &office.owner.actor, &keys, &new).await?;
            let told = webhooks::ping(tx, &office.owner.actor, webhook.id).await?;
            Ok((webhook.id, told.id))
        })
        .await?;
    let mut superuser = database.superuser().await?;
    let (event,) = sqlx::query_as("select id from events where org_id = $1 and kind = 'comment_added'")
        .bind(org.0)
        .fetch_one(&mut superuser)
        .await?;
    let (delivery,) = sqlx::query_as("select id from outbox where org_id = $1 order by id limit 1")
        .bind(org.0)
        .fetch_one(&mut superuser)
        .await?;
    Ok(Lived {
        request,
        done,
        comment,
        card: card.id,
        event: EventId(event),
        delivery: DeliveryId(delivery),
        alert,
        invite: written.invite.id,
        token,
        offer,
        chat,
        webhook,
        told,
    })
}
