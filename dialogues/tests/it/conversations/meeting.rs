//! The first meeting: links, contacts, languages, and what was said in between.

use dialogues::{
    State,
    requests::{Draft, State as Asked},
};
use domain::{
    people::{self, Language},
    property,
    requests::AttachmentKind,
};
use testkit::fixtures::{self, PHONES};

use super::NEWCOMER;
use crate::chat::{Chat, file};

#[tokio::test]
async fn by_the_link_of_a_flat() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, NEWCOMER, "Дильноза Каримова", Language::Ru).await?;
    chat.follows_link("56", &office.units[2].invite).await?;
    chat.taps("живу здесь").await?;
    chat.shares("998935556677", false).await?;
    chat.shares("12", true).await?;
    chat.shares(PHONES[2], true).await?;
    chat.taps("Собственник").await?;
    chat.taps("Согласен").await?;
    chat.follows_link("56", &office.units[2].invite).await?;
    chat.follows_link("12", &office.units[0].invite).await?;
    chat.taps("живу здесь").await?;
    chat.taps_old("старая кнопка «живу здесь»", "1Hy").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn without_a_link() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, NEWCOMER, "Прохожий", Language::Ru).await?;
    chat.says("/start").await?;
    chat.says("Позже").await?;
    chat.says("/start f_nonsense").await?;
    chat.says("/start").await?;
    chat.shares("998935556677", true).await?;
    chat.says("/start").await?;
    chat.follows_link("78", &office.units[3].invite).await?;
    chat.taps("здесь не живу").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn words_before_the_first_answers_are_kept() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, NEWCOMER, "Дильноза", Language::Ru).await?;
    chat.follows_link("56", &office.units[2].invite).await?;
    chat.says("Течёт кран, срочно").await?;
    chat.taps("живу здесь").await?;
    chat.sends("фото", file(AttachmentKind::Photo, 1, "вот", None)).await?;
    chat.shares(PHONES[2], true).await?;
    insta::assert_snapshot!(chat.transcript);
    assert!(
        matches!(&chat.state, State::Requests(Asked::Place(draft)) if draft.words == "Течёт кран, срочно\nвот" && draft.attachments.len() == 1),
        "{:?}",
        chat.state
    );
    Ok(())
}

/// Whatever leads out of the first meeting: a draft that was begun goes along.
#[tokio::test]
async fn a_draft_outlives_the_first_meeting() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for leave in ["/menu", "/cancel", "/new"] {
        let mut chat = Chat::open(&database, &office, NEWCOMER, "Дильноза", Language::Ru).await?;
        chat.says("Лифт стоит").await?;
        chat.follows_link("78", &office.units[3].invite).await?;
        chat.says(leave).await?;
        let kept = matches!(&chat.state, State::Menu { draft: Some(Draft { words, .. }) } if words == "Лифт стоит");
        assert!(kept, "{leave}:\n{}", chat.transcript);
    }
    Ok(())
}

#[tokio::test]
async fn another_language_in_the_middle() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = office.residents[0].telegram_id();
    let mut chat = Chat::open(&database, &office, anna, "", Language::Ru).await?;
    chat.says("Не греет батарея").await?;
    chat.says("/language").await?;
    chat.taps("O‘zbekcha").await?;
    chat.says("📋 Мои заявки").await?; // the keyboard is still the Russian one
    chat.says("/menu").await?;
    chat.says("☰ Yana").await?;
    chat.taps("English").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

/// D-1, entry C: a code that leads nowhere is explained, and the flat is found by its address.
#[tokio::test]
async fn by_the_address_when_the_link_is_over() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, NEWCOMER, "Дильноза", Language::Ru).await?;
    chat.follows_link("которой нет", "over").await?;
    chat.says("Луна").await?;
    chat.says("баҳор").await?;
    chat.taps("ЖК Баҳор").await?;
    chat.says("999").await?;
    chat.says("78").await?;
    chat.taps("Другая квартира").await?;
    chat.says("дом 1").await?;
    chat.taps("ЖК Баҳор").await?;
    chat.says("78").await?;
    chat.taps("живу здесь").await?;
    chat.shares("998935556677", true).await?;
    chat.taps("Арендатор").await?;
    chat.taps("Согласен").await?;
    chat.says("/start").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

/// Nobody learns whose number it was; the dispatcher decides.
#[tokio::test]
async fn a_number_that_somebody_else_confirmed_verifies_nobody() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, NEWCOMER, "Дильноза", Language::Ru).await?;
    chat.follows_link("12", &office.units[0].invite).await?;
    chat.taps("живу здесь").await?;
    chat.shares(PHONES[0], true).await?; // Anna's
    insta::assert_snapshot!(chat.transcript);
    let homes = database.tenant(office.org, async |tx| people::known(tx, NEWCOMER).await).await?.homes;
    assert_eq!(homes.iter().map(|home| home.verified).collect::<Vec<_>>(), [false]);
    let (agreed,): (i64,) =
        sqlx::query_as("select count(*) from consents").fetch_one(&mut database.superuser().await?).await?;
    assert_eq!(agreed, 0);
    Ok(())
}

#[tokio::test]
async fn a_sticker_begins_a_request() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let sticker = database
        .tenant(office.org, async |tx| {
            let building = property::unit(tx, owner, office.units[0].unit).await?.building;
            Ok(property::list_entrances(tx, owner, building).await?.remove(0).sticker)
        })
        .await?;
    let anna = office.residents[0].telegram_id();
    let mut chat = Chat::open(&database, &office, anna, "", Language::Ru).await?;
    chat.sends_start("e_<наклейка>", &format!("e_{sticker}")).await?;
    chat.sends_start("e_<старая наклейка>", "e_over").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}
