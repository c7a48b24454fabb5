//! An emergency of a whole house (D-16): from three requests that say the same to one card for everybody.

use domain::access::Role;
use testkit::office::Office;

use crate::{Test, filing, told};

#[tokio::test]
async fn three_who_say_the_same_raise_an_alarm_and_everybody_reads_how_it_goes() -> Test {
    let office = Office::open().await?;
    let lola = office.member("Лола", Role::Dispatcher).await?;
    let called = lola.chat(&office.account);
    called.starts("")?;
    office.telegram.settled(&office.account).await?;
    let (anna, boris, vera) = (
        office.resident("Анна", "ru", "41").await?,
        office.resident("Борис", "ru", "42").await?,
        office.resident("Вера", "uz", "43").await?,
    );
    let gulya = office.resident("Гуля", "uz", "44").await?; // she has said nothing
    office.rests().await?;
    let alarms = office.owner.chat(&office.group).in_topic(office.group.topic("🚨 Аварии")?);

    filing::file(&anna, "Не работает").await?;
    filing::file(&boris, "Не открывается").await?;
    office.rests().await?;
    assert!(alarms.messages().iter().all(|message| !message.text().contains("Похоже")), "two are no alarm");
    vera.says("Помогите")?;
    vera.waits_for("Ariza nima haqida").await?;
    vera.taps("🔔 Domofon va eshiklar")?.answered().await?;
    vera.taps("✅ Yuborish")?.answered().await?;
    let alarm = alarms.waits_for("Похоже на аварию: №1").await?;

    // The one on duty is called in person, and nobody else once she has said that she sees to it.
    called.waits_for("Авария №1 ждёт: примите её").await?;
    called.taps("🙋 Принял")?.answered().await?;
    assert_eq!(alarms.sees("Принял(а): Лола").await?.id(), alarm.id(), "the alarm says so itself");

    let desk = lola.chat(&office.group).in_topic(office.group.topic("🚨 Аварии")?);
    desk.taps("🚨 Объявить…")?.answered().await?;
    desk.waits_for("№1: где авария?").await?;
    let toast = desk.taps("🏢 Весь дом · 4 кв.")?.answered().await?;
    assert_eq!(toast.text.replace('\u{a0}', " "), "🚨 Авария №1 объявлена. Её видят 4 жителя.");
    alarms.sees("🚨 Авария №1").await?;

    // Everybody has one card, in their own language; nobody's flat is in a neighbour's.
    anna.sees("🚨").await?;
    let hers = gulya.sees("butun uy").await?;
    assert!(!hers.text().contains("41") && !hers.text().contains("Не работает"), "{}", hers.text());
    boris.sees("весь дом").await?;

    desk.taps("👷 Бригада на месте")?.answered().await?;
    assert_eq!(gulya.sees("👷 Brigada joyida").await?.id(), hers.id(), "one message, edited");
    anna.sees("👷 Бригада на месте").await?;
    desk.taps("⏱ 2 ч")?.answered().await?;
    boris.sees("⏱ Закончим примерно").await?;
    desk.replies(alarm.id(), "Меняем блок питания домофона")?;
    gulya.sees("Меняем блок питания домофона").await?;

    // Whoever says the same from now on joins without asking.
    let daniel = office.resident("Даниил", "ru", "45").await?;
    filing::file(&daniel, "Помогите").await?;
    daniel.sees("весь дом").await?;
    office.rests().await?;
    let open: Vec<(i64,)> =
        office.rows("select number from requests where status not in ('closed', 'cancelled') order by number").await?;
    assert_eq!(open, [(1,)], "all of them are one work");
    let topics = office.group.topics();
    assert!(topics.iter().all(|(_, name)| !name.starts_with("№4")), "and what joined has no topic: {topics:?}");

    let topic = office.topic(&lola, 1).await?;
    topic.taps("👷 Беру")?.answered().await?;
    topic.waits_for_button("✅ Готово").await?;
    topic.taps("✅ Готово")?.answered().await?;
    gulya.sees("Bartaraf etildi").await?;
    assert_eq!(alarms.sees("✅ Авария №1 устранена").await?.id(), alarm.id());
    let act = alarms.waits_for("📄 Акт об аварии № 1").await?;
    assert!(act.id() > alarm.id(), "a file of its own, below the alarm");
    insta::assert_snapshot!("alarm", told(&alarms));
    insta::assert_snapshot!("neighbour", told(&gulya));
    Ok(())
}

#[tokio::test]
async fn an_incident_is_declared_from_a_topic_by_a_dispatcher_and_by_nobody_else() -> Test {
    let office = Office::open().await?;
    let lola = office.member("Лола", Role::Dispatcher).await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Не работает").await?;
    let worker = office.topic(&bobur, 1).await?;
    worker.says("/incident")?;
    worker.waits_for("нет на это права").await?;
    let topic = office.topic(&lola, 1).await?;
    topic.says("/incident")?;
    topic.waits_for("№1: где авария?").await?;
    let refused = worker.taps("🏢 Весь дом · 1 кв.")?.answered().await?;
    assert!(refused.text.contains("права"), "{}", refused.text);
    topic.taps("🏢 Весь дом · 1 кв.")?.answered().await?;
    topic.sees("Авария №1 объявлена").await?;
    office.rests().await?;
    let urgent: Vec<(String,)> = office.rows("select priority from requests").await?;
    assert_eq!(urgent, [("emergency".to_owned(),)]);

    let lounge = lola.chat(&office.group).in_topic(office.group.topic("💬 Курилка")?);
    lounge.says("/incident")?;
    lounge.waits_for("в теме заявки").await?;
    Ok(())
}
