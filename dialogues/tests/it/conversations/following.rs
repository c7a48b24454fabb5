//! A request that was filed: its list, its words, its end.

use dialogues::{
    Action, State,
    action::{RequestTap, Surface},
    requests::notices,
};
use domain::{
    ids::RequestId,
    notifications::{self, LinkedMessage},
    people::Language,
    requests::{self, AttachmentKind},
};
use i18n::Lang;
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use crate::chat::{Chat, file};

async fn anna<'a>(database: &'a TestDatabase, office: &'a OrgFixture) -> anyhow::Result<Chat<'a>> {
    Chat::open(database, office, office.residents[0].telegram_id(), "", Language::Ru).await
}

fn on_card(tap: RequestTap, id: RequestId) -> String {
    Action::Request { tap, id, on: Surface::Card }.encode()
}

async fn comments(database: &TestDatabase, id: RequestId) -> anyhow::Result<Vec<String>> {
    let mut superuser = database.superuser().await?;
    Ok(sqlx::query_scalar("select side || ': ' || words from comments where request_id = $1 order by id")
        .bind(id.0)
        .fetch_all(&mut superuser)
        .await?)
}

#[tokio::test]
async fn a_long_list_comes_in_pages() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    chat.says("/my").await?;
    for _ in 0..17 {
        fixtures::file_for(&database, &office, &office.residents[0]).await?;
    }
    chat.says("/my").await?;
    chat.taps("Раньше").await?;
    chat.taps("Раньше").await?;
    chat.taps("№1").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn a_word_to_the_staff() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let mut chat = anna(&database, &office).await?;
    chat.says("Ещё и скамейка").await?; // a draft that has to survive all this
    chat.taps_old("Написать, на карточке", &on_card(RequestTap::Reply, id)).await?;
    chat.says("Когда вас ждать?").await?;
    chat.taps_old("Написать, на карточке", &on_card(RequestTap::Reply, id)).await?;
    chat.taps("Отмена").await?;
    let link = LinkedMessage { request: id, is_question: false, comment: None };
    let anna = office.residents[0].telegram_id();
    database
        .tenant(office.org, async |tx| notifications::link_message(tx, office.bot.id, anna, 555, link).await)
        .await?;
    chat.replies(555, "Я дома до семи").await?;
    chat.replies(556, "и ещё лавочка").await?;
    for n in 0..3 {
        let part = dialogues::Said {
            reply_to: (n == 0).then_some(555),
            ..file(AttachmentKind::Photo, n, if n == 0 { "Вот" } else { "" }, Some("a"))
        };
        chat.sends("часть альбома в ответ", part).await?;
    }
    chat.says("/cancel").await?;
    chat.says("/menu").await?;
    insta::assert_snapshot!(chat.transcript);
    assert_eq!(
        comments(&database, id).await?,
        ["resident: Когда вас ждать?", "resident: Я дома до семи", "resident: Вот"]
    );
    assert!(
        matches!(&chat.state, State::Menu { draft: Some(draft) } if draft.words == "Ещё и скамейка\nи ещё лавочка"),
        "{:?}",
        chat.state
    );
    Ok(())
}

#[tokio::test]
async fn the_work_is_returned_accepted_and_rated() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let worker = &office.workers[0].actor;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let mut chat = anna(&database, &office).await?;
    chat.taps_old("Принять, слишком рано", &on_card(RequestTap::Accept, id)).await?;
    let finish = async || {
        database
            .tenant(office.org, async |tx| {
                requests::take(tx, worker, id).await?;
                requests::complete(tx, worker, id, None).await
            })
            .await
    };
    chat.sees(notices::ask_acceptance(Lang::Ru, &office.info, &finish().await?));
    chat.taps("Не решено").await?;
    chat.says("Всё ещё капает").await?;
    chat.sees(notices::ask_acceptance(Lang::Ru, &office.info, &finish().await?));
    chat.taps_old("Принять, на карточке", &on_card(RequestTap::Accept, id)).await?;
    chat.taps("Принять").await?;
    chat.taps_old("★4, на карточке", &on_card(RequestTap::Rate(4), id)).await?;
    chat.taps_old("★1, на карточке", &on_card(RequestTap::Rate(1), id)).await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn a_request_is_withdrawn_only_when_one_is_sure() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    let mut chat = anna(&database, &office).await?;
    chat.taps_old("Отменить заявку, на карточке", &on_card(RequestTap::AskCancel, id)).await?;
    chat.taps("Нет, оставить").await?;
    chat.taps_old("Отменить заявку, на карточке", &on_card(RequestTap::AskCancel, id)).await?;
    let sure = chat.button("Решилось само").encode();
    chat.taps("Решилось само").await?;
    chat.taps_old("Решилось само, ещё раз", &sure).await?;
    chat.says("/my").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn the_buttons_of_somebody_elses_request_do_nothing() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[1]).await?.id;
    let mut chat = anna(&database, &office).await?;
    for tap in [
        RequestTap::Show,
        RequestTap::Reply,
        RequestTap::AskCancel,
        RequestTap::Cancel(None),
        RequestTap::Reopen,
        RequestTap::Remark,
        RequestTap::Price(true, 1),
        RequestTap::Accept,
        RequestTap::Return,
        RequestTap::Rate(5),
        RequestTap::Take,
        RequestTap::Depart,
        RequestTap::Arrive,
        RequestTap::Pause(domain::requests::PauseReason::Part, 1),
        RequestTap::Resume,
        RequestTap::Complete,
        RequestTap::Release(dialogues::action::ReleaseReason::Busy),
        RequestTap::Help,
        RequestTap::Ask,
        RequestTap::Triage,
        RequestTap::AskAssign,
        RequestTap::Priority(domain::requests::Priority::Emergency),
        RequestTap::Decline(dialogues::action::DeclineReason::Spam),
        RequestTap::Close,
    ] {
        chat.taps_old(&format!("{tap:?}"), &on_card(tap, id)).await?;
    }
    insta::assert_snapshot!(chat.transcript);
    let still = database.tenant(office.org, async |tx| requests::get(tx, &office.owner.actor, id).await).await?;
    assert_eq!(still.version, 1);
    Ok(())
}
