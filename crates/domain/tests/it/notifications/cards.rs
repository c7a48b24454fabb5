//! Live cards: one message per viewer, and the messages that belong to a request.

use std::time::Duration;

use domain::{
    Error,
    ids::{CardId, RequestId},
    notifications::{self, Audience, Card, LinkedMessage, Shown},
    people::{self, Language},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use super::{GROUP, link, outbox, send_all};

async fn card_in(
    database: &TestDatabase,
    office: &OrgFixture,
    request: RequestId,
    chat: i64,
) -> anyhow::Result<Option<Card>> {
    Ok(database.tenant(office.org, async |tx| notifications::card_in(tx, request, office.bot.id, chat).await).await?)
}

async fn show(database: &TestDatabase, office: &OrgFixture, card: CardId, message_id: i64) -> anyhow::Result<()> {
    let saved = database.tenant(office.org, async |tx| {
        let was = notifications::card(tx, card).await?.message_id;
        let shown = Shown { was, message_id, hash: b"hash", version: 3, media_sent: true, picture: None };
        notifications::save_shown(tx, card, &shown).await
    });
    Ok(saved.await?)
}

#[tokio::test]
async fn each_viewer_has_one_card() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let anna = &office.residents[0];
    let id = fixtures::file(&database, &office, anna).await?.id;
    fixtures::run_fan_out(&database).await?;
    database.tenant(office.org, async |tx| people::choose_language(tx, anna.id(), Language::Uz).await).await?;
    link(&database, &office).await?; // linked again: no second card

    let hers = card_in(&database, &office, id, anna.telegram_id()).await?.unwrap();
    assert_eq!(
        (hers.audience, hers.language, hers.message_id, hers.is_forum),
        (Audience::Resident, Language::Uz, None, false)
    );
    let theirs = card_in(&database, &office, id, GROUP).await?.unwrap();
    assert_eq!((theirs.audience, theirs.language, theirs.is_forum), (Audience::Staff, Language::Ru, true));
    assert_eq!(card_in(&database, &office, id, 404).await?, None);
    let kinds = outbox(&database).await?;
    assert_eq!(kinds.len(), 2, "two cards, each asked for once: {kinds:?}");
    Ok(())
}

#[tokio::test]
async fn the_message_of_the_draft_becomes_the_card() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = &office.residents[0];
    let new = domain::requests::NewRequest {
        draft_message: Some(555),
        ..fixtures::request(&office, "other", "Скамейка")
    };
    let id = database.tenant(office.org, async |tx| domain::requests::file(tx, &anna.actor, &new).await).await?.id;
    fixtures::run_fan_out(&database).await?;
    let card = card_in(&database, &office, id, anna.telegram_id()).await?.unwrap();
    assert_eq!((card.message_id, card.shown), (Some(555), None));
    Ok(())
}

#[tokio::test]
async fn a_card_asked_for_again_is_sent_anew() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = &office.residents[0];
    let id = fixtures::file(&database, &office, anna).await?.id;
    fixtures::run_fan_out(&database).await?;
    let card = card_in(&database, &office, id, anna.telegram_id()).await?.unwrap();
    show(&database, &office, card.id, 10).await?;
    send_all(&database).await?;
    let shown = card_in(&database, &office, id, anna.telegram_id()).await?.unwrap();
    assert_eq!((shown.message_id, shown.shown.as_deref(), shown.media_sent), (Some(10), Some(&b"hash"[..]), true));

    for _ in 0..2 {
        database
            .tenant(office.org, async |tx| notifications::show_again(tx, id, office.bot.id, anna.telegram_id()).await)
            .await?;
    }
    let forgotten = card_in(&database, &office, id, anna.telegram_id()).await?.unwrap();
    assert_eq!((forgotten.message_id, forgotten.shown), (None, None));
    assert_eq!(outbox(&database).await?.len(), 2, "asked twice: one new card, and one word at the place of the old");
    Ok(())
}

#[tokio::test]
async fn a_topic_that_went_is_replaced() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(&database).await?;
    let card = card_in(&database, &office, id, GROUP).await?.unwrap().id;
    database.tenant(office.org, async |tx| notifications::save_thread(tx, card, Some(7)).await).await?;
    show(&database, &office, card, 70).await?;
    database.tenant(office.org, async |tx| notifications::save_topic_closed(tx, card, true).await).await?;
    let closed = database.tenant(office.org, async |tx| notifications::card(tx, card).await).await?;
    assert_eq!((closed.thread_id, closed.topic_closed, closed.message_id), (Some(7), true, Some(70)));

    database.tenant(office.org, async |tx| notifications::save_thread(tx, card, None).await).await?;
    let fresh = database.tenant(office.org, async |tx| notifications::card(tx, card).await).await?;
    assert_eq!((fresh.thread_id, fresh.topic_closed, fresh.message_id, fresh.media_sent), (None, false, None, false));
    Ok(())
}

#[tokio::test]
async fn a_message_finds_its_request() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    let anna = &office.residents[0];
    let (one, two) =
        (fixtures::file(&database, &office, anna).await?.id, fixtures::file(&database, &office, anna).await?.id);
    fixtures::run_fan_out(&database).await?;
    for (request, thread, message) in [(one, 7, 70), (two, 8, 80)] {
        let card = card_in(&database, &office, request, GROUP).await?.unwrap().id;
        database.tenant(office.org, async |tx| notifications::save_thread(tx, card, Some(thread)).await).await?;
        show(&database, &office, card, message).await?;
    }
    let prompt = LinkedMessage { request: one, is_question: true, comment: None };
    database
        .tenant(office.org, async |tx| notifications::link_message(tx, office.bot.id, GROUP, 71, prompt).await)
        .await?;

    let find = async |message, thread| {
        database
            .tenant(office.org, async |tx| {
                notifications::linked_message(tx, office.bot.id, GROUP, message, thread).await
            })
            .await
    };
    let word = |request| Some(LinkedMessage { request, is_question: false, comment: None });
    assert_eq!(find(Some(71), None).await?, Some(prompt));
    assert_eq!(find(Some(71), Some(8)).await?, Some(prompt), "the answered message counts more than the topic");
    assert_eq!(find(Some(70), None).await?, word(one), "the card itself");
    assert_eq!(find(Some(72), Some(8)).await?, word(two), "some message of the topic");
    assert_eq!(find(None, Some(7)).await?, word(one));
    assert_eq!(find(Some(72), None).await?, None);
    assert_eq!(find(None, None).await?, None);
    Ok(())
}

#[tokio::test]
async fn an_answer_as_fast_as_the_note_of_its_question_is_never_taken_for_talk() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    link(&database, &office).await?;
    for message in 100..140 {
        let request = fixtures::file_for(&database, &office, &office.residents[0]).await?.id;
        fixtures::run_fan_out(&database).await?;
        let claimed = notifications::claim(database.db(), 32, Duration::from_secs(60), None).await?;
        let delivery = claimed.iter().find(|claimed| claimed.chat_id == GROUP).unwrap().id;
        let link = LinkedMessage { request, is_question: true, comment: None };
        let noted = database.tenant(office.org, async |tx| {
            notifications::link_message(tx, office.bot.id, GROUP, message, link).await?;
            notifications::done(tx, delivery).await
        });
        let answered = database.tenant(office.org, async |tx| {
            notifications::linked_message(tx, office.bot.id, GROUP, Some(message), None).await
        });
        let (noted, answered) = tokio::join!(noted, answered);
        noted?;
        match answered {
            Ok(found) => assert_eq!(found, Some(link), "message {message}"),
            Err(Error::Unavailable(_)) => {} // it comes again
            Err(error) => return Err(error.into()),
        }
        // What else was claimed goes too, so that the lane is free for the next.
        for claimed in claimed.iter().filter(|claimed| claimed.id != delivery) {
            database.tenant(office.org, async |tx| notifications::done(tx, claimed.id).await).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_was_being_sent_does_not_bring_back_the_message_of_a_card_that_was_asked_for_anew() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = &office.residents[0];
    let id = fixtures::file(&database, &office, anna).await?.id;
    fixtures::run_fan_out(&database).await?;
    let (chat, bot) = (anna.telegram_id(), office.bot.id);
    let card = card_in(&database, &office, id, chat).await?.unwrap().id;
    show(&database, &office, card, 555).await?;
    // An edit of 555 is on its way when she asks for the card below.
    database.tenant(office.org, async |tx| notifications::show_again(tx, id, bot, chat).await).await?;
    let late = Shown { was: Some(555), message_id: 555, hash: b"hash", version: 4, media_sent: true, picture: None };
    database.tenant(office.org, async |tx| notifications::save_shown(tx, card, &late).await).await?;
    assert_eq!(card_in(&database, &office, id, chat).await?.unwrap().message_id, None, "it is sent anew");
    Ok(())
}
