//! A request being written: in any order, interrupted, rewritten, too long.

use dialogues::{
    Said, State,
    requests::{Draft, State as Asked},
};
use domain::{
    people::Language,
    requests::{ATTACHMENTS_MAX, Attachment, AttachmentKind, Place, WORDS_MAX},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use crate::chat::{Chat, file};

async fn anna<'a>(database: &'a TestDatabase, office: &'a OrgFixture) -> anyhow::Result<Chat<'a>> {
    Chat::open(database, office, office.residents[0].telegram_id(), "", Language::Ru).await
}

fn draft(state: &State) -> &Draft {
    match state {
        State::Menu { draft: Some(draft) }
        | State::Requests(
            Asked::Category(draft) | Asked::Place(draft) | Asked::Describe { draft, .. } | Asked::Review(draft),
        ) => draft,
        other => panic!("no draft in {other:?}"),
    }
}

#[tokio::test]
async fn from_the_first_words_to_the_number() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    chat.says("Не горит свет в подъезде, <script>alert(1)</script>").await?;
    chat.says("Уже второй день").await?;
    chat.taps("Что").await?;
    chat.taps("Лифт").await?;
    chat.taps("Не работает").await?;
    chat.taps("Где").await?;
    chat.taps("Подъезд").await?;
    chat.taps("Когда").await?;
    chat.says("как-нибудь").await?;
    chat.says("завтра 9–12").await?;
    chat.taps("Авария").await?;
    chat.taps("Не авария").await?;
    chat.taps("Отправить").await?;
    chat.taps("Отправить").await?;
    chat.says("/my").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn laid_aside_and_taken_up_again() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    chat.says("/new").await?;
    chat.taps("Двор").await?;
    chat.taps("Назад").await?;
    chat.taps("Назад").await?;
    chat.says("/menu").await?;
    chat.says("🛠 Заявка").await?;
    chat.taps("Продолжить").await?;
    chat.taps("Двор").await?;
    chat.says("Сломаны качели").await?;
    chat.says("/start").await?;
    chat.says("и скамейка").await?;
    chat.taps("Отмена").await?;
    chat.taps("Вернуть").await?;
    chat.says("/cancel").await?;
    chat.says("/cancel").await?;
    chat.says("/cancel").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn the_help_button_does_not_drop_a_draft() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    chat.says("Сломаны качели").await?;
    chat.says("/help").await?;
    chat.taps("Заявка").await?;
    assert_eq!(draft(&chat.state).words, "Сломаны качели", "{}", chat.transcript);
    chat.taps("Новая").await?;
    assert!(draft(&chat.state).is_empty(), "here it was said plainly:\n{}", chat.transcript);
    Ok(())
}

#[tokio::test]
async fn rewriting_the_text() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    chat.says("Кароче тичёт").await?;
    chat.taps("Сантехника").await?;
    chat.taps("Протечка").await?;
    chat.taps("Текст").await?;
    chat.taps("Назад").await?;
    chat.taps("Текст").await?;
    chat.sends("фото", file(AttachmentKind::Photo, 1, "", None)).await?;
    chat.taps("Текст").await?;
    chat.says("Короче, течёт").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn what_does_not_fit_takes_nothing_away() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    let long = "я".repeat(WORDS_MAX - 4000);
    chat.says(&long).await?;
    chat.says(&"ю".repeat(4096)).await?;
    assert_eq!(draft(&chat.state).words, long);
    let files = (0..ATTACHMENTS_MAX).map(|n| Attachment {
        kind: AttachmentKind::Photo,
        file_id: n.to_string(),
        file_unique_id: n.to_string(),
        stored: None,
    });
    chat.sends("двадцать фото", Said { attachments: files.collect(), ..Said::default() }).await?;
    chat.sends("ещё фото", file(AttachmentKind::Photo, 21, "", None)).await?;
    assert_eq!(draft(&chat.state).attachments.len(), ATTACHMENTS_MAX);
    chat.taps("Другое").await?;
    chat.taps("[Другое]").await?;
    chat.taps("Текст").await?;
    chat.sends("фото с подписью вместо текста", file(AttachmentKind::Photo, 22, "Подпись", None)).await?;
    assert_eq!(draft(&chat.state).words, long, "what did not fit must not cost what was there");
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn what_does_not_fit_before_the_first_answers_is_told() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = Chat::open(&database, &office, super::NEWCOMER, "Дильноза", Language::Ru).await?;
    chat.follows_link("56", &office.units[2].invite).await?;
    chat.says(&"я".repeat(WORDS_MAX)).await?;
    chat.says("Ещё слово").await?;
    let last = chat.transcript.rsplit("— ").next().unwrap();
    assert!(last.contains("Слишком много текста"), "{last}");
    Ok(())
}

#[tokio::test]
async fn any_kind_of_message_is_answered() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    let place = || Said { location: Some((41.311_081, 69.240_562)), ..Said::default() };
    chat.sends("стикер", file(AttachmentKind::Sticker, 1, "", None)).await?;
    chat.sends("опрос", Said::default()).await?;
    chat.says("   ").await?;
    chat.says("/nonsense").await?;
    chat.sends("геопозиция", place()).await?;
    chat.taps("Двор").await?;
    chat.sends("опрос", Said::default()).await?;
    chat.sends("голосовое", file(AttachmentKind::Voice, 2, "", None)).await?;
    chat.sends("геопозиция", place()).await?;
    assert!(matches!(draft(&chat.state).place, Some(Place::Point { .. })));
    chat.shares("+998 90 111-22-33", true).await?;
    assert_eq!(draft(&chat.state).about, Some(fixtures::category("yard")));
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn an_album_of_ten() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    for n in 0..10 {
        let words = if n == 0 { "Вот что во дворе" } else { "" };
        chat.sends("часть альбома", file(AttachmentKind::Photo, n, words, Some("album"))).await?;
    }
    let draft = draft(&chat.state);
    assert_eq!((draft.words.as_str(), draft.attachments.len()), ("Вот что во дворе", 10));
    let order: Vec<&str> = draft.attachments.iter().map(|file| file.file_id.as_str()).collect();
    assert_eq!(
        order,
        ["file-0", "file-1", "file-2", "file-3", "file-4", "file-5", "file-6", "file-7", "file-8", "file-9"]
    );
    Ok(())
}

#[tokio::test]
async fn old_buttons() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    chat.taps_old("кнопка другой версии", "0s").await?;
    chat.taps_old("бессмыслица", "\u{0}💥").await?;
    chat.taps_old("Отправить, три недели назад", "1s").await?;
    chat.taps_old("Продолжить", "1d").await?;
    chat.says("Сломаны качели").await?;
    chat.taps_old("Отправить, а нечего", "1s").await?;
    chat.taps_old("Подъезд не вовремя", "1We").await?;
    insta::assert_snapshot!(chat.transcript);
    Ok(())
}

#[tokio::test]
async fn a_flat_of_somebody_else_is_refused_and_the_draft_stays() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut chat = anna(&database, &office).await?;
    let theirs = dialogues::Action::Place(dialogues::action::PlaceChoice::Unit(office.units[1].unit));
    chat.says("Шумно").await?;
    chat.taps("🛠 Другое").await?;
    chat.taps("[Другое]").await?;
    chat.taps("Где").await?;
    chat.taps_old("чужая квартира", &theirs.encode()).await?;
    chat.taps("Отправить").await?;
    assert!(chat.transcript.ends_with("  ⚠ Эта квартира за вами не записана.\n"), "{}", chat.transcript);
    assert_eq!(draft(&chat.state).words, "Шумно");
    Ok(())
}
