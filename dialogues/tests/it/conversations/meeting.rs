//! The first meeting: links, contacts, languages, and what was said in between.

use dialogues::{
    State,
    requests::{Draft, State as Asked},
};
use domain::{people::Language, requests::AttachmentKind};
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
    chat.follows_link("78", &office.units[3].invite).await?;
    chat.taps("Другая квартира").await?;
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
