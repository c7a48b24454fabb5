//! Files between Telegram, the storage and the pages: S3-51.

use bytes::Bytes;
use domain::{
    access::Actor,
    files::{self, AttachmentKind, Content},
    ids::FileId,
    people::{self, Language, Newcomer},
    requests::{self, Attachment, NewComment, Side, Stage},
};
use integrations::files::sniff;
use playground::Talk;
use testkit::office::Office;

use crate::{Test, filing};

/// What is sent to somebody as a photo, in order.
fn photos(chat: &Talk) -> usize {
    chat.messages().iter().filter(|message| message.from_bot() && message.raw()["photo"].is_array()).count()
}

/// Somebody's own rights, by their id with Telegram.
async fn actor(office: &Office, telegram_id: i64) -> anyhow::Result<Actor> {
    let who = Newcomer { telegram_id, name: "—", username: None, language: Some(Language::Ru) };
    let mut tx = office.db().tenant(office.org).await?;
    let person = people::identify(&mut tx, &who).await?.person;
    let actor = Actor::load(&mut tx, person).await?;
    tx.rollback().await?;
    Ok(actor)
}

/// Uploads a picture as a page does.
async fn upload(office: &Office, actor: &Actor, bytes: &'static [u8]) -> anyhow::Result<FileId> {
    let id = FileId(office.db().source().id());
    office.app.files.put(&files::object(office.org, id), Bytes::from_static(bytes)).await?;
    let sniffed = sniff(bytes);
    let content =
        Content { media_type: sniffed.media_type.to_owned(), size: bytes.len() as u64, sha256: sniffed.sha256 };
    let kind = AttachmentKind::of(&content.media_type, content.size, sniffed.sides);
    let mut tx = office.db().tenant(office.org).await?;
    files::upload(&mut tx, actor, id, kind, "кран.png", &content).await?;
    tx.commit().await?;
    Ok(id)
}

#[tokio::test]
async fn what_comes_through_telegram_is_kept_by_us() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.sends_photo(crate::wire::PNG, "Течёт под раковиной, пол мокрый")?;
    anna.waits_for("Протечка (угадано)").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    let rows: Vec<(uuid::Uuid, String, Option<String>, Option<i64>)> =
        office.rows("select id, state, media_type, size from files").await?;
    let [(id, state, media_type, size)] = &rows[..] else { anyhow::bail!("{rows:?}") };
    assert_eq!((state.as_str(), media_type.as_deref()), ("kept", Some("image/png")));
    assert_eq!(*size, Some(crate::wire::PNG.len() as i64));
    let kept = office.app.files.get(&files::object(office.org, FileId(*id))).await?;
    assert_eq!(kept.as_deref(), Some(crate::wire::PNG), "to the byte");
    let copies: Vec<(i64,)> = office.rows("select count(*) from file_copies").await?;
    assert_eq!(copies, [(1,)], "and the bot sends it by the id that it came with");
    Ok(())
}

#[tokio::test]
async fn a_photo_of_a_page_arrives_in_the_topic_and_at_the_resident_and_is_uploaded_once() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Не работает").await?;
    office.rests().await?;
    let request = office.requests().await?.remove(0);
    let resident = actor(&office, resident_chat(&office).await?).await?;
    let owner = actor(&office, office.owner.id()).await?;
    let topic = office.topic(&office.owner, request.number).await?;
    let says = async |actor: &Actor, side: Side, files: &[FileId]| {
        let attachments: Vec<Attachment> = files.iter().copied().map(Attachment::uploaded).collect();
        let new = NewComment {
            request: request.id,
            side,
            is_question: false,
            is_internal: false,
            words: "Вот",
            attachments: &attachments,
            album: None,
            point: None,
            origin: None,
        };
        let mut tx = office.db().tenant(office.org).await?;
        requests::comment(&mut tx, actor, &new).await?;
        tx.commit().await?;
        office.rests().await
    };
    let one = upload(&office, &resident, crate::wire::PNG).await?;
    says(&resident, Side::Resident, &[one]).await?;
    assert_eq!(photos(&topic), 1, "{}", topic.transcript());
    let two = upload(&office, &owner, crate::wire::PNG).await?;
    let three = upload(&office, &owner, crate::wire::PNG).await?;
    says(&owner, Side::Staff, &[two, three]).await?;
    assert_eq!(photos(&anna), 2, "{}", anna.transcript());
    let copies: Vec<(i64,)> = office.rows("select count(*) from file_copies").await?;
    assert_eq!(copies, [(3,)], "what was uploaded once is sent by its id from now on");
    Ok(())
}

#[tokio::test]
async fn what_telegram_does_not_give_out_is_known_to_be_missing() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let large = vec![0_u8; (20 << 20) + 1];
    anna.sends_document("film.bin", large, "Течёт под раковиной, пол мокрый")?;
    anna.waits_for("Протечка (угадано)").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    let rows: Vec<(String,)> = office.rows("select state from files").await?;
    assert_eq!(rows, [("too_large".to_owned(),)], "and is not asked for again");
    Ok(())
}

/// D-4.1: «до» and «после» on the card of whoever filed it, and it goes on living.
#[tokio::test]
async fn the_residents_card_shows_the_work_when_it_is_done() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Не работает").await?;
    office.rests().await?;
    let card = anna.sees("🔔 №1").await?;
    let request = office.requests().await?.remove(0).id;
    let owner = actor(&office, office.owner.id()).await?;
    let before = upload(&office, &owner, crate::wire::PNG).await?;
    let after = upload(&office, &owner, crate::wire::PNG).await?;
    let mut tx = office.db().tenant(office.org).await?;
    requests::take(&mut tx, &owner, request).await?;
    requests::arrive(&mut tx, &owner, request, None).await?;
    requests::add_photos(&mut tx, &owner, request, Stage::Before, &[Attachment::uploaded(before)]).await?;
    requests::add_photos(&mut tx, &owner, request, Stage::After, &[Attachment::uploaded(after)]).await?;
    requests::add_material(&mut tx, &owner, request, "сифон", 1000, 8_500_000).await?;
    requests::complete(&mut tx, &owner, request, None).await?;
    tx.commit().await?;
    office.rests().await?;
    let message = |id: i64| anna.messages().into_iter().find(|message| message.id() == id).expect("the card");
    let caption = |id: i64| message(id).raw()["caption"].as_str().unwrap_or_default().to_owned();
    assert!(message(card.id()).raw()["photo"].is_array(), "the card became a picture: {}", anna.transcript());
    let words = caption(card.id());
    assert!(words.contains("Готово") && words.contains("Использовано: сифон (85\u{a0}000"), "{words}");
    assert_eq!(photos(&anna), 2, "the other one is below: {}", anna.transcript());

    // It is edited as a caption from now on.
    let mut tx = office.db().tenant(office.org).await?;
    let resident = actor(&office, resident_chat(&office).await?).await?;
    requests::accept(&mut tx, &resident, request).await?;
    tx.commit().await?;
    office.rests().await?;
    assert!(caption(card.id()).contains("закрыта"), "{}", caption(card.id()));

    // Asked for anew, it comes as a picture, and the old one says where it went.
    let mut tx = office.db().tenant(office.org).await?;
    let chat = resident_chat(&office).await?;
    domain::notifications::show_again(&mut tx, request, office.bot, chat).await?;
    tx.commit().await?;
    office.rests().await?;
    assert!(caption(card.id()).contains("ниже"), "{}", caption(card.id()));
    let last = anna.messages().into_iter().rfind(|message| message.raw()["photo"].is_array()).expect("the card");
    assert!(last.raw()["caption"].as_str().unwrap_or_default().contains("закрыта"), "{}", anna.transcript());
    let copies: Vec<(i64,)> = office.rows("select count(*) from file_copies").await?;
    assert_eq!(copies, [(2,)], "each was uploaded once");
    Ok(())
}

/// The private chat of whoever filed the first request.
async fn resident_chat(office: &Office) -> anyhow::Result<i64> {
    let chat: Vec<(i64,)> = office.rows("select telegram_id from people where name = 'Анна'").await?;
    Ok(chat[0].0)
}
