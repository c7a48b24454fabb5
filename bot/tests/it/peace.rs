//! `/settings`, and the night: what can wait comes in the morning, in one message.

use domain::{
    access::Role,
    notifications::{self, Quiet},
};
use testkit::office::Office;

use crate::{Test, filing, told};

#[tokio::test]
async fn what_one_wants_to_hear_is_chosen_by_buttons() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.rests().await?;
    anna.says("/settings")?;
    let screen = anna.sees("Уведомления").await?;
    for (label, then) in [
        ("🛠 Мои заявки: всё", "🛠 Мои заявки: только важное"),
        ("🛠 Мои заявки: только важное", "🛠 Мои заявки: ничего"),
        ("🌙 Включить тихие часы", "🔔 Выключить тихие часы"),
        ("🌙 23–07", "💬 Сообщения: всё"),
    ] {
        anna.taps_on(screen.id(), label)?.answered().await?;
        anna.waits_for_button(then).await?;
    }
    anna.sees("с 23:00 до 07:00").await?;
    insta::assert_snapshot!("settings_ru", told(&anna));

    let dilnoza = office.resident("Dilnoza", "uz", "43").await?;
    dilnoza.says("/settings")?;
    dilnoza.sees("Bildirishnomalar").await?;
    let owner = office.owner.chat(&office.account);
    owner.says("/settings")?;
    owner.waits_for_button("🤖 Токен бота: всё").await?;
    Ok(())
}

#[tokio::test]
async fn the_night_is_told_in_the_morning_in_one_message() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    let topic = office.topic(&bobur, 1).await?;
    topic.waits_for("№1").await?;
    office.rests().await?;
    // It is night, whatever the hour.
    let now = office.db().source().now().time();
    let night = Quiet { on: true, from: now - chrono::TimeDelta::hours(2), to: now + chrono::TimeDelta::hours(2) };
    let mut tx = office.db().tenant(office.org).await?;
    let hers = domain::people::known(&mut tx, anna_id(&office).await?).await?.person;
    let actor = domain::access::Actor::load(&mut tx, hers).await?;
    notifications::choose_quiet(&mut tx, &actor, night, Some("UTC")).await?;
    tx.commit().await?;

    topic.taps("👷 Беру")?.answered().await?;
    anna.waits_for_edit("👷").await?; // the card goes on by itself
    topic.waits_for_button("✅ Готово").await?;
    topic.taps("✅ Готово")?.answered().await?;
    while office.jobs.waiting().await?.0 > 0 {
        tokio::task::yield_now().await;
    }
    let waiting: Vec<(i64, i64)> = office
        .rows("select count(*), count(*) filter (where delivery ->> 'kind' = 'bundle') from outbox where chat_id > 0 and not_before > now()")
        .await?;
    assert_eq!(waiting, [(1, 1)], "one bundle, whatever it will hold");
    office.run("update outbox set not_before = now() where delivery ->> 'kind' = 'bundle'").await?;
    office.app.outbox.notify_one();
    let morning = anna.sees("За ночь: 1 событие").await?;
    assert!(morning.text().contains("№1"), "{}", morning.text());
    anna.taps_on(morning.id(), "Показать №1")?.answered().await?;
    office.rests().await?;
    let waits: Vec<(i64,)> = office.rows("select count(*) from notifications where waits").await?;
    assert_eq!(waits, [(0,)]);
    Ok(())
}

async fn anna_id(office: &Office) -> anyhow::Result<i64> {
    let rows: Vec<(i64,)> = office.rows("select telegram_id from people where name = 'Анна'").await?;
    Ok(rows[0].0)
}
