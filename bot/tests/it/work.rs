//! D-9 over the wire: whoever has a request works on it in their own chat with the bot, from «Беру» to «Готово».

use bytes::Bytes;
use domain::{
    access::{Actor, Role},
    people,
    requests::{self, Pause, PauseReason, Request, Status},
};
use playground::Talk;
use rand::{RngExt as _, SeedableRng as _};
use testkit::office::Office;

use crate::{Test, told};

/// A category that wants to see something, a door with a code, a building that is on the map.
async fn furnish(office: &Office) -> Test {
    office.link("42", None).await?;
    office
        .run(
            "update categories set photo_before = true, photo_after = true,
                    checklist = array['Перекрыл стояк', 'Проверил под давлением'] where code = 'leak';
             update buildings set latitude = 41.311081, longitude = 69.279737;
             insert into entrances (org_id, id, building_id, number, door_code, sticker, created_at, updated_at)
               select org_id, gen_random_uuid(), id, 2, '38К', 'sticker', now(), now() from buildings;
             update units set floor = 4, entrance_id = (select id from entrances)",
        )
        .await
}

/// A worker who has the bot's chat open.
async fn worker(office: &Office, name: &str) -> anyhow::Result<Talk> {
    let chat = office.member(name, Role::Worker).await?.chat(&office.account);
    chat.starts("")?;
    office.telegram.settled(&office.account).await?;
    Ok(chat)
}

async fn the_request(office: &Office) -> anyhow::Result<Request> {
    Ok(office.requests().await?.remove(0))
}

/// A picture of its own: what follows the end of a PNG is nobody's business.
fn photo(n: u8) -> Bytes {
    [crate::wire::PNG, &[n]].concat().into()
}

/// The owner gives request 1 to somebody, in the staff's group.
async fn gives(office: &Office, name: &str) -> Test {
    let topic = office.topic(&office.owner, 1).await?;
    topic.waits_for_button("⚙️ Разобрать").await?;
    topic.taps("⚙️ Разобрать")?.answered().await?;
    topic.waits_for_button("👷 Назначить…").await?;
    topic.taps("👷 Назначить…")?.answered().await?;
    topic.sees("кому отдать?").await?;
    topic.taps(name)?.answered().await?;
    office.rests().await
}

#[tokio::test]
async fn a_worker_takes_the_job_shows_the_work_and_closes() -> Test {
    let office = Office::open().await?;
    furnish(&office).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let bobur = worker(&office, "Бобур").await?;
    anna.sends_photo(photo(1), "Течёт под раковиной, пол мокрый")?;
    anna.waits_for("Протечка (угадано)").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    gives(&office, "Бобур").await?;

    // The card is there, with everything but the number.
    let card = bobur.sees("Заявка назначена вам").await?;
    assert!(card.text().contains("🚪 подъезд 2 · этаж 4 · код 38К"), "{}", card.text());
    bobur.taps("👷 Беру")?.answered().await?;
    office.rests().await?;
    let phone = bobur.taps_on(card.id(), "📞 Телефон")?.answered().await?;
    assert!(phone.show_alert && phone.text.starts_with("Анна: +998"), "{phone:?}");
    let shown: Vec<(i64,)> = office.rows("select count(*) from events where kind = 'phone_shown'").await?;
    assert_eq!(shown, [(1,)], "who saw whose number is written down");
    bobur.taps_on(card.id(), "📎 Вложения (1)")?.answered().await?;
    office.rests().await?;
    let files = bobur.messages().into_iter().filter(|message| message.from_bot() && message.raw()["photo"].is_array());
    assert_eq!(files.count(), 1, "the photo that it was filed with");

    bobur.taps_on(card.id(), "🚗 Выезжаю")?.answered().await?;
    anna.waits_for("Бобур уже едет к вам").await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "📍 Я на месте")?.answered().await?;
    bobur.waits_for("вы на месте? Отправьте геопозицию").await?;
    bobur.sends_location(41.3291, 69.2797)?;
    bobur.waits_for("Вы далеко (2 км)").await?;
    bobur.taps("Да, я на месте")?.answered().await?;
    office.rests().await?;
    let metres: Vec<(i64,)> =
        office.rows("select (data ->> 'metres')::bigint from events where kind = 'request_arrived'").await?;
    assert!((1950..2050).contains(&metres[0].0), "{metres:?}");

    // What is missing is said, all of it.
    let missing = bobur.taps_on(card.id(), "✅ Готово")?.answered().await?;
    assert!(missing.show_alert);
    assert_eq!(
        missing.text,
        "Пока не готово. Не хватает: фото ДО; фото ПОСЛЕ; «Перекрыл стояк»; «Проверил под давлением»"
    );
    bobur.taps_on(card.id(), "☐ Перекрыл стояк")?.answered().await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "☐ Проверил под давлением")?.answered().await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "📷 Фото до")?.answered().await?;
    bobur.waits_for("пришлите фото ДО работы").await?;
    bobur.says("А зачем?")?;
    bobur.waits_for("Здесь нужно фото").await?;
    bobur.sends_album(vec![photo(2), photo(3)], "")?;
    bobur.waits_for("фото ДО сохранены (2)").await?;
    office.rests().await?;

    bobur.taps_on(card.id(), "➕ Материал")?.answered().await?;
    bobur.waits_for("какой материал?").await?;
    bobur.says("сифон")?;
    bobur.waits_for("Не понял. Напишите, например").await?;
    bobur.says("сифон 1 85000")?;
    bobur.waits_for("🔩 сифон × 1").await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "💰 Цена")?.answered().await?;
    bobur.waits_for("сколько будет стоить работа?").await?;
    bobur.says("185 000")?;
    bobur.waits_for("спросил жителя").await?;
    let asked = anna.waits_for("работа стоит").await?;
    anna.taps_on(asked.id(), "Согласен")?.answered().await?;
    office.rests().await?;
    assert_eq!(the_request(&office).await?.price_agreed, Some(true));

    // A part is missing: it waits, and goes on.
    bobur.taps_on(card.id(), "⏸ Жду запчасть")?.answered().await?;
    bobur.waits_for("когда вернёмся?").await?;
    bobur.taps("Завтра утром")?.answered().await?;
    bobur.sees("на паузе до").await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "▶️ Продолжить")?.answered().await?;
    office.rests().await?;

    bobur.taps_on(card.id(), "📷 Фото после")?.answered().await?;
    bobur.waits_for("пришлите фото ПОСЛЕ работы").await?;
    bobur.sends_photo(photo(4), "")?;
    bobur.waits_for("фото ПОСЛЕ сохранены (1)").await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "✅ Готово")?.answered().await?;
    bobur.waits_for("что сделано?").await?;
    bobur.says("Заменил сифон, течи нет")?;
    bobur.waits_for("готова, спрашиваем жителя").await?;
    office.rests().await?;
    let done = the_request(&office).await?;
    assert_eq!((done.status, done.result.as_deref()), (Status::Done, Some("Заменил сифон, течи нет")));
    let asked = anna.waits_for("Заявка №1 готова").await?;
    anna.taps_on(asked.id(), "👍 Принять")?.answered().await?;
    office.rests().await?;
    let cards = bobur.messages().into_iter().filter(|message| message.text().contains("№1 · Сантехника"));
    let cards: Vec<_> = cards.collect();
    assert_eq!(cards.len(), 1, "one message, edited all its life");
    assert!(cards[0].text().contains("закрыта") && cards[0].raw().get("reply_markup").is_none(), "{}", cards[0].raw());
    insta::assert_snapshot!("work_ru_worker", told(&bobur));
    insta::assert_snapshot!("work_ru_resident", told(&anna));
    Ok(())
}

#[tokio::test]
async fn a_card_that_is_somebody_elses_now_says_so_and_refuses() -> Test {
    let office = Office::open().await?;
    furnish(&office).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let (bobur, akmal) = (worker(&office, "Бобур").await?, worker(&office, "Акмаль").await?);
    anna.says("Течёт под раковиной")?;
    anna.waits_for("Протечка (угадано)").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    office.rests().await?;
    gives(&office, "Бобур").await?;
    let his = bobur.waits_for_button("👷 Беру").await?;
    let take = his.raw()["reply_markup"]["inline_keyboard"][0][0]["callback_data"].as_str().unwrap().to_owned();
    gives(&office, "Акмаль").await?;
    let gone = bobur.sees("Теперь её ведёт Акмаль").await?;
    assert_eq!(gone.id(), his.id(), "the same message");
    assert!(gone.raw().get("reply_markup").is_none() && !gone.text().contains("Анна"), "{}", gone.raw());
    let refused = bobur.taps_data(his.id(), &take)?.answered().await?;
    assert_eq!(refused.text, "Заявку уже взяли.");
    let card = akmal.waits_for_button("🙅 Не могу…").await?;
    akmal.taps_on(card.id(), "🙅 Не могу…")?.answered().await?;
    akmal.waits_for("почему не можете?").await?;
    akmal.taps("Болею")?.answered().await?;
    akmal.sees("вернулась в очередь").await?;
    akmal.sees("Заявка снова в очереди").await?;
    office.rests().await?;
    assert_eq!(the_request(&office).await?.status, Status::New);

    // It comes back to Bobur: below, with a sound, and the old card says where it is.
    gives(&office, "Бобур").await?;
    let again = bobur.waits_for_button("👷 Беру").await?;
    assert!(again.id() > his.id());
    bobur.sees("Карточка №1 ниже").await?;
    anna.taps("✕ Отменить заявку")?.answered().await?;
    anna.waits_for_button("Решилось само").await?;
    anna.taps("Решилось само")?.answered().await?;
    bobur.sees("отменена").await?;
    let late = bobur.taps_data(again.id(), &take)?.answered().await?;
    assert!(!late.text.is_empty());
    office.rests().await?;
    assert_eq!(the_request(&office).await?.status, Status::Cancelled);
    Ok(())
}

#[tokio::test]
async fn a_worker_in_uzbek_goes_by_the_list_of_their_jobs() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let botir = worker(&office, "Botir").await?;
    botir.taps("☰ Ещё")?;
    botir.waits_for_button("O‘zbekcha").await?;
    botir.taps("O‘zbekcha")?.answered().await?;
    botir.says("/jobs")?;
    botir.waits_for("Sizda ochiq ish yo‘q").await?;
    for words in ["Помогите", "Зайдите, пожалуйста"] {
        crate::filing::file(&anna, words).await?;
        office.rests().await?;
    }
    gives(&office, "Botir").await?;
    let card = botir.waits_for_button("👷 Olaman").await?;
    botir.taps_on(card.id(), "👷 Olaman")?.answered().await?;
    office.rests().await?;
    botir.says("/jobs")?;
    let list = botir.waits_for("Ishlarim").await?;
    botir.taps_on(list.id(), "🙋 №1 · 🔔 Помогите")?.answered().await?;
    office.rests().await?;
    let again = botir.waits_for_button("🚗 Yo‘lga chiqdim").await?;
    assert!(again.id() > list.id(), "the card came down");
    botir.taps_on(again.id(), "📍 Yetib keldim")?.answered().await?; // nobody knows where the building is
    office.rests().await?;
    botir.taps_on(again.id(), "✅ Tayyor")?.answered().await?;
    botir.waits_for("nima qilindi?").await?;
    botir.taps("Tuzatildi")?.answered().await?;
    botir.sees("aholidan so‘rayapmiz").await?;
    office.rests().await?;
    assert_eq!(the_request(&office).await?.result.as_deref(), Some("Починил"), "in the language of the org");
    insta::assert_snapshot!("work_uz_worker", told(&botir));
    Ok(())
}

#[tokio::test]
async fn the_sum_of_a_shift_is_told_when_it_is_handed_over() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let bobur = worker(&office, "Бобур").await?;
    bobur.says("/shift")?;
    bobur.waits_for_button("✅ Принял смену").await?;
    bobur.taps("✅ Принял смену")?.answered().await?;
    crate::filing::file(&anna, "Помогите").await?;
    office.rests().await?;
    gives(&office, "Бобур").await?;
    let card = bobur.waits_for_button("👷 Беру").await?;
    bobur.taps_on(card.id(), "👷 Беру")?.answered().await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "📍 Я на месте")?.answered().await?;
    office.rests().await?;
    bobur.taps_on(card.id(), "➕ Материал")?.answered().await?;
    bobur.waits_for("какой материал?").await?;
    bobur.says("трубка 2 412 000 сум")?;
    bobur.waits_for("× 2 — 412").await?;
    bobur.taps("✕ Убрать")?.answered().await?;
    bobur.waits_for_edit("какой материал?").await?;
    bobur.says("трубка 412000")?;
    bobur.waits_for("🔩 трубка × 1").await?;
    bobur.taps_on(card.id(), "✅ Готово")?.answered().await?;
    bobur.waits_for("что сделано?").await?;
    bobur.taps("Заменил деталь")?.answered().await?;
    let asked = anna.waits_for("Заявка №1 готова").await?;
    anna.taps_on(asked.id(), "👍 Принять")?.answered().await?;
    let stars = anna.sees("Оцените работу").await?;
    anna.taps_on(stars.id(), "★4")?.answered().await?;
    office.rests().await?;
    bobur.says("/shift")?;
    bobur.waits_for_button("Сдать смену").await?;
    bobur.taps("Сдать смену")?.answered().await?;
    bobur.sees("Что передать сменщику?").await?;
    bobur.says("Всё спокойно")?;
    let told = bobur.waits_for("Смена сдана").await?.text().replace('\u{a0}', " ");
    assert!(told.contains("🧾 За смену: 1 заявка · ★4.0 · материалы 412 000 UZS"), "{told}");
    Ok(())
}

/// What a card must say of where the request stands, in the worker's own words.
fn standing(status: Status) -> &'static str {
    match status {
        Status::New => "принята",
        Status::Assigned => "назначена",
        Status::Accepted => "взята в работу",
        Status::OnTheWay => "в пути",
        Status::InProgress => "в работе",
        Status::Paused => "на паузе",
        Status::Done => "готово, ждёт вашего слова",
        Status::Returned => "возвращена",
        Status::Closed => "закрыта",
        Status::Cancelled => "отменена",
        Status::Declined => "отклонена",
    }
}

#[tokio::test]
async fn cards_of_workers_end_as_the_database_says_after_any_order_of_deeds() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let chats = [worker(&office, "Бобур").await?, worker(&office, "Акмаль").await?];
    let mut actors = vec![];
    for words in ["Помогите", "Зайдите, пожалуйста"] {
        crate::filing::file(&anna, words).await?;
    }
    office.rests().await?;
    let known: Vec<(i64, String)> =
        office.rows("select telegram_id, name from people where telegram_id is not null").await?;
    let mut tx = office.db().tenant(office.org).await?;
    for name in ["Бобур", "Акмаль", "Анна"] {
        let telegram_id = known.iter().find(|(_, known)| known == name).unwrap().0;
        let who = people::known(&mut tx, telegram_id).await?;
        actors.push(Actor::load(&mut tx, who.person).await?);
    }
    tx.commit().await?;
    let ids: Vec<_> = office.requests().await?.iter().map(|request| request.id).collect();
    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut dice = rand::rngs::StdRng::seed_from_u64(seed);
    for _ in 0..120 {
        let (worker, id) = (&actors[dice.random_range(0..2)], ids[dice.random_range(0..2)]);
        let (resident, other) = (&actors[2], actors[dice.random_range(0..2)].member().unwrap());
        let mut tx = office.db().tenant(office.org).await?;
        let until = tx.source().now() + chrono::TimeDelta::days(1);
        let pause = Pause { reason: PauseReason::Part, until };
        // Most are refused, by the table: that is as it should be.
        let done = match dice.random_range(0..13) {
            0 => requests::assign(&mut tx, &Actor::System, id, other).await.map(drop),
            1 | 2 => requests::take(&mut tx, worker, id).await.map(drop),
            3 => requests::release(&mut tx, worker, id, "Занят").await.map(drop),
            4 => requests::help(&mut tx, worker, id).await.map(drop),
            5 => requests::depart(&mut tx, worker, id).await.map(drop),
            6 => requests::arrive(&mut tx, worker, id, None).await.map(drop),
            7 => requests::pause(&mut tx, worker, id, pause).await.map(drop),
            8 => requests::resume(&mut tx, worker, id).await.map(drop),
            9 => requests::add_material(&mut tx, worker, id, "Винт", 1000, 100).await.map(drop),
            10 => requests::complete(&mut tx, worker, id, None).await.map(drop),
            11 => requests::return_to_work(&mut tx, resident, id).await.map(drop),
            _ => requests::accept(&mut tx, resident, id).await.map(drop),
        };
        if done.is_ok() {
            tx.commit().await?;
            office.app.outbox.notify_one();
        } else {
            drop(tx); // and with it the lock of the request
        }
        if dice.random_bool(0.1) {
            office.rests().await?;
        }
    }
    office.rests().await?;
    for request in office.requests().await? {
        for (chat, actor) in chats.iter().zip(&actors) {
            let title = format!("№{} · ", request.number);
            let cards = chat.messages().into_iter().filter(|message| message.text().contains(&title));
            // What came anew left a word at its old place, which has no title.
            let cards: Vec<_> = cards.collect();
            let mine = request.assignee == actor.member();
            let helps = actor.member().is_some_and(|member| request.helpers.contains(&member));
            let active = (mine || helps) && request.status.is_open() && request.status != Status::Done;
            assert!(cards.len() <= 1, "one card: {}", chat.transcript());
            assert!(!active || cards.len() == 1, "whoever works on it has a card: {}", chat.transcript());
            for card in cards {
                let text = card.text();
                assert!(text.contains(standing(request.status)), "{:?}: {text}", request.status);
                assert_eq!(text.contains("Анна"), mine || helps, "{text}");
                assert_eq!(text.contains("Винт"), (mine || helps) && text.contains("🔩"), "{text}");
                let taps = card.raw().get("reply_markup").is_some();
                let can = mine && request.status.is_open() || helps && request.status.is_at_work();
                assert_eq!(taps, can, "{:?}: {text}", request.status);
            }
        }
    }
    let stale: Vec<(i64,)> = office
        .rows("select count(*) from cards c join requests r on r.id = c.request_id where c.message_id is not null and c.shown_version <> r.version")
        .await?;
    assert_eq!(stale, [(0,)], "every card shows the present version");
    Ok(())
}
