//! What people and networks really send.

use domain::{
    access::Role,
    requests::{Place, Status},
};
use playground::Talk;
use serde_json::json;
use testkit::office::Office;

use crate::{Test, filing, told};

/// Files a request and returns when the card is there.
async fn file(chat: &Talk, words: &str) -> Test {
    filing::file(chat, words).await?;
    chat.sees("🆕").await?;
    Ok(())
}

#[tokio::test]
async fn every_update_twice_files_one_request_and_one_draft() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.telegram.faults(&office.account).deliver_twice(true);
    file(&anna, "Помогите").await?;
    office.rests().await?;
    let requests = office.requests().await?;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].words, "Помогите", "the words were not added twice");
    let topics = office.group.topics();
    assert_eq!(topics.iter().filter(|(_, name)| name.starts_with('№')).count(), 1, "{topics:?}");
    Ok(())
}

#[tokio::test]
async fn an_old_update_that_comes_again_changes_nothing() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let faults = office.telegram.faults(&office.account);
    anna.says("Помогите")?;
    anna.waits_for("О чём заявка?").await?;
    let first = faults.redeliver_last()?;
    office.telegram.settled(&office.account).await?;
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    faults.redeliver(first)?; // after a newer one: Telegram orders messages and taps apart
    office.telegram.settled(&office.account).await?;
    anna.taps("🚪 Подъезд")?.answered().await?;
    anna.sees("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    faults.redeliver_last()?;
    office.rests().await?;
    let requests = office.requests().await?;
    assert_eq!(requests.iter().map(|request| request.words.as_str()).collect::<Vec<_>>(), ["Помогите"]);
    Ok(())
}

#[tokio::test]
async fn updates_in_the_wrong_order_lose_no_words() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.telegram.faults(&office.account).reorder(2);
    anna.says("Первое")?;
    anna.says("Второе")?;
    anna.waits_for("О чём заявка?").await?;
    office.telegram.settled(&office.account).await?;
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    anna.taps("🚪 Подъезд")?.answered().await?;
    anna.sees("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    let requests = office.requests().await?;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].words, "Второе\nПервое", "as they came, and both");
    Ok(())
}

#[tokio::test]
async fn an_update_of_one_megabyte_is_answered() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let chat = json!({"id": id_of(&anna), "type": "private", "first_name": "Анна"});
    let from = json!({"id": id_of(&anna), "is_bot": false, "first_name": "Анна", "language_code": "ru"});
    let update = json!({"update_id": 900_000_001, "message": {
        "message_id": 900_000, "date": 1_800_000_000, "chat": chat, "from": from, "text": "я".repeat(500_000)}});
    let status = office.telegram.faults(&office.account).deliver_raw(update.to_string()).await?;
    assert_eq!(status, 200);
    anna.waits_for("Слишком много текста").await?;
    Ok(())
}

#[tokio::test]
async fn hostile_text_arrives_as_it_was_typed() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    // 4096 UTF-16 units: emoji of several code points, right-to-left, zero-width, markup.
    let mut text =
        "<b>жирный</b> & </i> [ссылка](tg://user?id=1) `код` \u{202e}שלום\u{200b}\u{feff} 👨‍👩‍👧‍👦 _x_ ".to_owned();
    while text.encode_utf16().count() < 4090 {
        text.push('🙂');
    }
    file(&anna, &text).await?;
    office.rests().await?;
    assert_eq!(office.requests().await?[0].words, text.trim());
    let card = office.topic(&bobur, 1).await?.waits_for("<b>жирный</b> & </i> [ссылка](tg://user?id=1) `код`").await?;
    assert!(card.text().contains("👨‍👩‍👧‍👦"));
    Ok(())
}

#[tokio::test]
async fn somebody_elses_contact_is_not_taken_for_ones_own() -> Test {
    let office = Office::open().await?;
    let sergey = office.resident("Сергей", "ru", "12").await?;
    let person = office.newcomer("Анна", "ru");
    let link = office.link("42", Some("+998901119999")).await?;
    let anna = person.chat(&office.account);
    anna.starts(&link)?;
    anna.waits_for("Это вы?").await?;
    anna.taps("✅ Да, я живу здесь")?.answered().await?;
    anna.waits_for("Подтвердите номер").await?;
    anna.sends_contact("+998901119999", "Хозяин", Some(id_of(&sergey)))?;
    anna.waits_for("Это чужой контакт").await?;
    anna.sends_contact("+998901119999", "Хозяин", None)?;
    anna.waits_for("Это чужой контакт").await?;
    anna.says("Позже")?;
    anna.waits_for("Мы проверим данные").await?;
    let verified: Vec<(bool,)> = office
        .rows(
            "select verified_at is not null from residents r join people p on p.id = r.person_id where p.name = 'Анна'",
        )
        .await?;
    assert_eq!(verified, [(false,)]);
    Ok(())
}

#[tokio::test]
async fn a_photo_without_words_is_a_request() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.sends_photo(png(1), "")?;
    anna.waits_for("О чём заявка?").await?;
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    anna.sends_location(41.311_081, 69.240_562)?;
    anna.waits_for("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    let request = &office.requests().await?[0];
    assert_eq!((request.words.as_str(), request.attachments), ("", 1));
    assert!(matches!(request.place, Place::Point { .. }));
    let topic = office.topic(&bobur, 1).await?;
    let photo = topic.messages().into_iter().rev().find(|message| message.file_id().is_some()).unwrap();
    let bytes = office.telegram.file(photo.file_id().unwrap()).await?;
    assert_eq!(bytes.as_ref(), png(1).as_slice(), "the photo came through byte for byte");
    Ok(())
}

#[tokio::test]
async fn an_album_of_ten_is_one_input_with_one_answer() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let before = anna.messages().len();
    anna.sends_album((0..10).map(|shade| png(shade).into()).collect(), "Смотрите, что там")?;
    anna.waits_for("О чём заявка?").await?;
    office.rests().await?;
    assert_eq!(anna.messages().len(), before + 10 + 1, "ten photos, one answer:\n{}", told(&anna));
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    anna.taps("🌳 Двор")?.answered().await?;
    anna.sees("10 вложений").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    let request = &office.requests().await?[0];
    assert_eq!((request.words.as_str(), request.attachments), ("Смотрите, что там", 10));
    let topic = office.topic(&bobur, 1).await?;
    assert_eq!(topic.messages().iter().filter(|message| message.file_id().is_some()).count(), 10);

    // As an answer to the card it is one word to the staff.
    let card = anna.sees("№1 · Уборка").await?;
    anna.taps_on(card.id(), "💬 Написать")?.answered().await?;
    anna.waits_for("сообщение сотрудникам").await?;
    anna.sends_album((0..3).map(|shade| png(shade).into()).collect(), "И ещё")?;
    topic.waits_for("И ещё").await?;
    office.rests().await?;
    assert_eq!(office.requests().await?[0].comments, 1);
    assert_eq!(topic.messages().iter().filter(|message| message.file_id().is_some()).count(), 13);
    Ok(())
}

#[tokio::test]
async fn a_three_week_old_button_gives_a_toast_and_a_fresh_screen() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.says("Помогите")?;
    let old = anna.waits_for("О чём заявка?").await?;
    anna.says("/cancel")?;
    anna.waits_for("Новая заявка отменена").await?;
    office.telegram.advance(std::time::Duration::from_secs(21 * 24 * 3600));
    let toast = anna.taps_on(old.id(), "🧹 Уборка")?.answered().await?;
    assert_eq!(toast.text, "Эта кнопка уже не действует. Вот что сейчас.");
    anna.waits_for("У вас есть черновик заявки").await?;
    // The button of another version of the product, and nonsense.
    for data in ["0s", "💥"] {
        let toast = anna.taps_data(old.id(), data)?.answered().await?;
        assert_eq!(toast.text, "Эта кнопка уже не действует. Вот что сейчас.", "{data}");
    }
    Ok(())
}

#[tokio::test]
async fn of_two_who_take_a_request_at_once_one_has_it() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let akmal = office.member("Акмаль", Role::Worker).await?;
    let stranger = office.newcomer("Чужой", "ru");
    office.group.adds(&stranger);
    let anna = office.resident("Анна", "ru", "42").await?;
    file(&anna, "Помогите").await?;
    let card = office.topic(&bobur, 1).await?.waits_for("№1").await?;
    let (theirs, his, hers) = (stranger.chat(&office.group), bobur.chat(&office.group), akmal.chat(&office.group));
    let refused = theirs.taps_on(card.id(), "👷 Беру")?.answered().await?;
    assert_eq!(refused.text, "У вас нет на это права.");
    let (one, other) = (his.taps_on(card.id(), "👷 Беру")?, hers.taps_on(card.id(), "👷 Беру")?);
    let mut answers = [one.answered().await?.text, other.answered().await?.text];
    answers.sort();
    assert_eq!(answers, ["Заявка №1 ваша", "Заявку уже взяли."]);
    office.rests().await?;
    let request = &office.requests().await?[0];
    assert_eq!((request.status, request.version), (Status::Accepted, 2), "taken once");
    Ok(())
}

#[tokio::test]
async fn a_resident_writes_while_the_staff_close() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    file(&anna, "Помогите").await?;
    let topic = office.topic(&bobur, 1).await?;
    topic.waits_for("№1").await?;
    topic.taps("👷 Беру")?.answered().await?;
    office.rests().await?;
    let card = anna.sees("№1 · Домофон").await?;
    anna.taps_on(card.id(), "💬 Написать")?.answered().await?;
    anna.waits_for("сообщение сотрудникам").await?;
    let done = topic.taps("✅ Готово")?;
    anna.says("Стало хуже!")?;
    done.answered().await?;
    anna.waits_for("Передал сотрудникам").await?;
    topic.waits_for("Стало хуже!").await?;
    let asked = anna.waits_for("Заявка №1 готова").await?;
    anna.taps_on(asked.id(), "👍 Принять")?.answered().await?;
    office.rests().await?;
    // Words after the end still arrive, in the closed topic.
    anna.replies(card.id(), "Опять течёт")?;
    topic.waits_for("Опять течёт").await?;
    assert_eq!(office.requests().await?[0].status, Status::Closed);
    Ok(())
}

#[tokio::test]
async fn no_kind_of_message_meets_silence() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.rests().await?;
    let answers = |chat: &Talk| chat.messages().iter().filter(|message| message.from_bot()).count();
    let mut seen = answers(&anna);
    let mut check = async |what: &str| -> Test {
        office.rests().await?;
        let now = answers(&anna);
        assert!(now > seen, "{what} was met with silence:\n{}", told(&anna));
        seen = now;
        Ok(())
    };
    anna.sends_sticker("🙂")?;
    check("a sticker").await?;
    anna.sends_voice(vec![1, 2, 3], 3)?;
    check("a voice message").await?;
    anna.says("/cancel")?;
    check("/cancel").await?;
    anna.sends_contact("+998901112233", "Друг", None)?;
    check("a contact").await?;
    anna.sends_location(41.3, 69.2)?;
    check("a location").await?;
    anna.sends_document("план.pdf", vec![1, 2, 3], "")?;
    check("a document").await?;
    anna.says("/nonsense")?;
    check("an unknown command").await?;
    let poll = json!({"poll": {"id": "1", "question": "?", "options": []}});
    anna.sends_raw(poll.as_object().unwrap().clone())?;
    check("a poll").await?;
    let future = json!({"hologram": {"depth": 3}});
    anna.sends_raw(future.as_object().unwrap().clone())?;
    check("a kind of message that does not exist yet").await?;
    for command in ["/start", "/menu", "/language", "/help", "/new", "/my"] {
        anna.says(command)?;
        check(command).await?;
    }
    Ok(())
}

/// The person whose chat this is: they spoke first.
fn id_of(chat: &Talk) -> i64 {
    chat.messages()[0].from()
}

/// The smallest picture there is, in one of many shades.
pub fn png(shade: u8) -> Vec<u8> {
    let mut png = vec![0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R'];
    png.extend([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, shade]);
    png
}
