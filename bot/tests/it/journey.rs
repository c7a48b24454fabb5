//! The journey that proves it: from a flat's deep link to five stars, on both sides.

use domain::{access::Role, requests::Status};
use testkit::office::{Office, Setup};

use crate::{Test, filing, told};

#[tokio::test]
async fn from_a_deep_link_to_five_stars_in_russian() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let person = office.newcomer("Анна", "ru");
    let phone = person.profile().and_then(|profile| profile.phone);
    let link = office.link("42", phone.as_deref()).await?;
    let anna = person.chat(&office.account);

    anna.starts(&link)?;
    anna.waits_for("Это вы?").await?;
    anna.taps("✅ Да, я живу здесь")?.answered().await?;
    anna.waits_for("Подтвердите номер").await?;
    anna.sends_own_contact()?;
    anna.waits_for("квартира подтверждена").await?;
    anna.taps("Собственник")?.answered().await?;
    anna.sees("хранит ваши имя").await?;
    anna.taps("✅ Согласен")?.answered().await?;
    anna.waits_for("Готово!").await?;

    anna.says("Течёт под раковиной, пол мокрый")?;
    anna.waits_for("Сантехника → Протечка (угадано)").await?;
    let filed = anna.taps("✅ Отправить")?.answered().await?;
    assert_eq!(filed.text, "Заявка №1 принята");
    anna.sees("№1 · Сантехника").await?;

    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for("№1 · Сантехника").await?;
    let took = topic.taps("👷 Беру")?.answered().await?;
    assert_eq!(took.text, "Заявка №1 ваша");
    anna.waits_for("за заявку берётся Бобур").await?;
    anna.sees("🙋 взята в работу").await?;
    topic.waits_for_button("🚗 Выезжаю").await?;
    topic.taps("🚗 Выезжаю")?.answered().await?;
    anna.waits_for("Бобур уже едет к вам").await?;
    topic.waits_for_button("📍 Я на месте").await?;
    topic.taps("📍 Я на месте")?.answered().await?;
    anna.sees("👷 в работе").await?;

    // A question, and its answer, through the topic.
    topic.taps("❓ Спросить жителя")?.answered().await?;
    let prompt = topic.waits_for("что спросить у жителя").await?;
    topic.replies(prompt.id(), "Когда вас застать?")?;
    anna.waits_for("Когда вас застать?").await?;
    anna.taps("💬 Ответить")?.answered().await?;
    anna.waits_for("сообщение сотрудникам").await?;
    anna.says("После шести, домофон не работает")?;
    anna.waits_for("Передал сотрудникам").await?;
    topic.waits_for("После шести, домофон не работает").await?;

    // A reply to the card reaches the resident, a reply of the resident's comes back.
    topic.replies(card.id(), "Еду")?;
    let coming = anna.waits_for("Еду").await?;
    anna.replies(coming.id(), "Жду!")?;
    topic.waits_for("Жду!").await?;

    topic.taps("✅ Готово")?.answered().await?;
    anna.waits_for("Заявка №1 готова").await?;
    anna.taps_on(anna.waits_for("Заявка №1 готова").await?.id(), "👍 Принять")?.answered().await?;
    anna.sees("Оцените работу").await?;
    anna.taps_on(anna.sees("Оцените работу").await?.id(), "★5")?.answered().await?;
    anna.sees("Спасибо за оценку!").await?;
    office.rests().await?;

    let requests = office.requests().await?;
    assert_eq!((requests[0].status, requests[0].rating), (Status::Closed, Some(5)));
    insta::assert_snapshot!("journey_ru_resident", told(&anna));
    insta::assert_snapshot!("journey_ru_staff", told(&topic));
    Ok(())
}

#[tokio::test]
async fn from_a_deep_link_to_a_return_and_three_stars_in_uzbek() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let person = office.newcomer("Dilnoza", "uz");
    let phone = person.profile().and_then(|profile| profile.phone);
    let link = office.link("7", phone.as_deref()).await?;
    let dilnoza = person.chat(&office.account);

    dilnoza.starts(&link)?;
    dilnoza.waits_for("Bu sizmi?").await?;
    dilnoza.taps("✅ Ha, shu yerda yashayman")?.answered().await?;
    dilnoza.waits_for("telefon raqamingizni tasdiqlang").await?;
    dilnoza.sends_own_contact()?;
    dilnoza.waits_for("xonadoningiz tasdiqlandi").await?;
    dilnoza.taps("Mulkdor")?.answered().await?;
    dilnoza.sees("saqlaydi").await?;
    dilnoza.taps("✅ Roziman")?.answered().await?;
    dilnoza.waits_for("Tayyor!").await?;

    dilnoza.taps("🛠 Ariza")?;
    dilnoza.waits_for("Ariza nima haqida?").await?;
    dilnoza.taps("🛗 Lift")?.answered().await?;
    dilnoza.sees("aynan nima?").await?;
    dilnoza.taps("⛔ Ishlamayapti")?.answered().await?;
    dilnoza.sees("Nima bo‘ldi?").await?;
    dilnoza.says("Lift to‘xtab qoldi")?;
    dilnoza.waits_for("Tekshirib, yuboring").await?;
    dilnoza.taps("✅ Yuborish")?.answered().await?;
    dilnoza.sees("№1 · Lift").await?;

    let topic = office.topic(&bobur, 1).await?;
    topic.waits_for("№1 · Лифт").await?;
    topic.taps("👷 Беру")?.answered().await?;
    office.rests().await?; // the resident hears of it only while it is so
    topic.waits_for_button("✅ Готово").await?;
    topic.taps("✅ Готово")?.answered().await?;
    let asked = dilnoza.waits_for("№1 ariza tayyor").await?;
    dilnoza.taps_on(asked.id(), "👎 Hal bo‘lmadi")?.answered().await?;
    dilnoza.sees("ishga qaytarildi").await?;
    dilnoza.says("Eshigi hali ham ochilmayapti")?;
    topic.waits_for("Eshigi hali ham ochilmayapti").await?;
    topic.waits_for_button("👷 Беру").await?;
    topic.taps("👷 Беру")?.answered().await?;
    office.rests().await?; // the resident hears of it only while it is so
    topic.waits_for_button("✅ Готово").await?;
    topic.taps("✅ Готово")?.answered().await?;
    office.rests().await?;

    // This time on the card itself.
    let card = dilnoza.sees("№1 · Lift").await?;
    dilnoza.taps_on(card.id(), "👍 Qabul qilish")?.answered().await?;
    office.rests().await?;
    dilnoza.taps_on(card.id(), "★3")?.answered().await?;
    office.rests().await?;
    let requests = office.requests().await?;
    assert_eq!((requests[0].status, requests[0].rating, requests[0].returns), (Status::Closed, Some(3), 1));
    insta::assert_snapshot!("journey_uz_resident", told(&dilnoza));
    insta::assert_snapshot!("journey_uz_staff", told(&topic));
    Ok(())
}

#[tokio::test]
async fn a_plain_group_works_without_topics() -> Test {
    let office = Office::with(Setup { forum: false, ..Setup::default() }).await?;
    office.rests().await?; // the board of the queue is there before anybody comes
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    anna.says("Не горит свет")?;
    anna.waits_for("Электрика (угадано)").await?;
    anna.taps("✅ Отправить")?.answered().await?;

    let group = bobur.chat(&office.group);
    let card = group.waits_for("№1 · Электрика").await?;
    group.taps_on(card.id(), "👷 Беру")?.answered().await?;
    anna.waits_for("за заявку берётся Бобур").await?;
    group.replies(card.id(), "Буду через час")?;
    let word = anna.waits_for("Буду через час").await?;
    anna.replies(word.id(), "Хорошо")?;
    group.waits_for("Хорошо").await?;
    group.says("Обед?")?; // the staff's own talk stays theirs
    office.rests().await?;
    assert!(!told(&anna).contains("Обед"));
    insta::assert_snapshot!("plain_group", told(&group));
    Ok(())
}

#[tokio::test]
async fn two_processes_share_one_office() -> Test {
    let office = Office::with(Setup { processes: 2, ..Setup::default() }).await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "41").await?;
    let boris = office.resident("Борис", "ru", "42").await?;
    let vera = office.resident("Вера", "ru", "43").await?;
    for (who, number) in [&anna, &boris, &vera, &anna, &boris].into_iter().zip(1..) {
        filing::file(who, &format!("Заявка номер {number}")).await?;
        office.topic(&bobur, number).await?;
    }
    office.rests().await?;
    let numbers: Vec<i64> = office.requests().await?.iter().map(|request| request.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
    let topics = office.group.topics().into_iter().filter(|(_, name)| name.starts_with('№'));
    assert_eq!(topics.count(), 5, "one topic per request, whichever process made it");
    Ok(())
}
