//! A warning over the wire: it comes with what mends it, and says by itself when it is mended.

use domain::{
    access::{Actor, Role},
    events::{self, Event},
    people::{self, Language},
    timeouts::Check,
};
use testkit::office::Office;

use crate::{Test, filing};

/// D-10: the dispatcher and the owner are warned in their languages; one tap gives the work out, and both messages say so.
#[tokio::test]
async fn what_nobody_takes_is_given_out_from_the_warning() -> Test {
    let office = Office::open().await?;
    office.member("Бобур", Role::Worker).await?;
    let malika = office.member("Малика", Role::Dispatcher).await?;
    let nigora = office.member("Nigora", Role::Manager).await?;
    let mut chats = vec![];
    for (person, language) in [(&malika, Language::Ru), (&nigora, Language::Uz)] {
        let mut tx = office.db().tenant(office.org).await?;
        let id = people::known(&mut tx, person.id()).await?.person;
        people::choose_language(&mut tx, id, language).await?;
        tx.commit().await?;
        let chat = person.chat(&office.account);
        chat.says("/help")?;
        office.rests().await?;
        chats.push((id, chat));
    }
    office.run("delete from staff_topics").await?; // a group whose topics nobody may make: people are told in their chats
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    office.rests().await?;
    let request = office.open_requests().await?[0];
    office.run("delete from staff_topics").await?;
    for (person, _) in &chats {
        let mut tx = office.db().tenant(office.org).await?;
        let late = Event::RequestTimedOut { request, check: Check::Unassigned, person: Some(*person) };
        events::record(&mut tx, &Actor::System, &late).await?;
        tx.commit().await?;
        office.rests().await?;
    }
    let (ru, uz) = (&chats[0].1, &chats[1].1);
    let warned = ru.sees("⏰ Заявка №1").await?;
    assert!(warned.text().contains("⏫ Никто не ответил"), "{}", warned.text());
    assert_eq!(
        warned.buttons(),
        [vec!["👷 Бобур · 0 открыто"], vec!["👷 Другой…"], vec!["📞 Позвонить", warned.buttons()[2][1].as_str()],]
    );
    let also = uz.sees("⏰ №1 ariza").await?;
    assert!(also.text().contains("ijrochisiz"), "{}", also.text());

    let answer = ru.taps_on(warned.id(), "👷 Бобур")?.answered().await?;
    assert!(answer.text.contains("Бобур"), "{answer:?}");
    office.rests().await?;
    for (chat, message, solved) in
        [(ru, warned.id(), "✅ Решено: назначена, Бобур"), (uz, also.id(), "✅ Hal bo‘ldi: tayinlandi, Бобур")]
    {
        let shown = chat.messages().into_iter().find(|one| one.id() == message).unwrap();
        assert!(shown.text().contains(solved), "{}", shown.text());
        assert!(shown.buttons().is_empty());
    }
    let warnings = ru.messages().iter().filter(|one| one.text().contains("Заявка №1")).count();
    assert_eq!(warnings, 1, "one message from the beginning to the end");
    Ok(())
}

/// In the forum it stands in the manager's topic.
#[tokio::test]
async fn the_managers_topic_shows_what_was_returned() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    let topic = office.topic(&bobur, 1).await?;
    topic.waits_for("№1").await?;
    topic.taps("👷 Беру")?.answered().await?;
    office.rests().await?;
    topic.taps("✅ Готово")?.answered().await?;
    anna.waits_for_button("👎 Не решено").await?;
    anna.taps("👎 Не решено")?.answered().await?;
    office.rests().await?;
    let group = office.owner.chat(&office.group);
    let warned = group.messages().into_iter().find(|one| one.text().contains("↩️ Заявку №1 вернули")).unwrap();
    let topics: Vec<(String, i64)> = office.rows("select topic, thread_id from staff_topics").await?;
    let manager = topics.iter().find(|(topic, _)| topic == "manager").unwrap().1;
    assert_eq!(warned.thread_id(), Some(manager));
    topic.taps("👷 Беру")?.answered().await?;
    office.rests().await?;
    let shown = group.messages().into_iter().find(|one| one.id() == warned.id()).unwrap();
    assert!(shown.text().contains("✅ Решено"), "{}", shown.text());
    Ok(())
}
