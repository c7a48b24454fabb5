//! The staff's forum: fixed topics, the board of the queue, and reactions that are verbs.

use domain::{
    access::{Actor, Role},
    people,
    requests::{self, NewRequest, Place},
};
use testkit::{
    fixtures::category,
    office::{Office, Setup},
};

use crate::Test;

const FIXED: [&str; 4] = ["📥 Очередь", "🚨 Аварии", "👔 Руководителю", "💬 Курилка"];

fn fixed(office: &Office) -> usize {
    office.group.topics().iter().filter(|(_, name)| FIXED.contains(&name.as_str())).count()
}

#[tokio::test]
async fn a_forum_has_its_topics_and_one_board_that_changes() -> Test {
    let office = Office::open().await?;
    office.rests().await?;
    assert_eq!(fixed(&office), 4);
    let queue = office.owner.chat(&office.group).in_topic(office.group.topic("📥 Очередь")?);
    queue.sees("открытых заявок нет").await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    office.resident("Анна", "ru", "42").await?;
    files(&office, "Анна", "Течёт").await?;
    let board = queue.sees("Никто не взял: 1").await?;
    let thread = office.group.topics().into_iter().find(|(_, name)| name.starts_with("№1")).unwrap().0;
    let link = format!("https://t.me/c/{}/{thread}", office.group.id().to_string().trim_start_matches("-100"));
    assert!(board.raw().to_string().contains(&link), "{}", board.raw());

    let topic = office.topic(&bobur, 1).await?;
    topic.taps("👷 Беру")?.answered().await?;
    let after = queue.sees("Назначены: 1").await?;
    assert_eq!(after.id(), board.id(), "one message, edited");
    assert!(after.text().contains("Бобур"), "{}", after.text());
    let pinned = office.telegram.calls(&office.account).iter().filter(|call| call.method == "pinChatMessage").count();
    assert_eq!(pinned, 1, "once");
    Ok(())
}

#[tokio::test]
async fn from_a_plain_group_to_a_forum_and_back_the_board_goes_along() -> Test {
    let office = Office::with(Setup { forum: false, ..Setup::default() }).await?;
    office.resident("Анна", "ru", "42").await?;
    files(&office, "Анна", "Первая").await?;
    let group = office.owner.chat(&office.group);
    group.sees("Никто не взял: 1").await?;
    office.rests().await?;
    assert_eq!(fixed(&office), 0);

    office.group.set_forum(true);
    group.says("У нас теперь темы")?; // the bot notices by any message
    let four = office.telegram.wait("four fixed topics", |world| {
        (office.group.topics_in(world).iter().filter(|(_, name)| FIXED.contains(&name.as_str())).count() == 4)
            .then_some(())
    });
    four.await?;
    let queue = office.owner.chat(&office.group).in_topic(office.group.topic("📥 Очередь")?);
    queue.sees("Никто не взял: 1").await?;

    office.group.set_forum(false);
    files(&office, "Анна", "Вторая").await?;
    group.sees("Никто не взял: 2").await?;
    office.rests().await?;
    assert_eq!(office.requests().await?.len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_reaction_on_the_card_is_a_deed_of_whoever_may() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let akmal = office.member("Акмаль", Role::Worker).await?;
    let guest = office.newcomer("Гость", "ru");
    office.group.adds(&guest);
    office.resident("Анна", "ru", "42").await?;
    files(&office, "Анна", "Течёт").await?;
    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for_button("👷 Беру").await?;
    office.rests().await?;

    let state = "select status, priority from requests";
    guest.chat(&office.group).reacts(card.id(), Some("👍"))?;
    topic.reacts(card.id(), Some("😁"))?;
    office.rests().await?;
    let before: Vec<(String, String)> = office.rows(state).await?;
    assert_eq!(before[0].0, "new", "a guest's thumb and a smile are nothing");

    office.owner.chat(&office.group).reacts(card.id(), Some("🔥"))?;
    office.rests().await?;
    let raised: Vec<(String, String)> = office.rows(state).await?;
    assert_ne!(raised[0].1, before[0].1, "more urgent than before");

    topic.reacts(card.id(), Some("👍"))?;
    office.rests().await?;
    let taken: Vec<(String, String)> = office.rows(state).await?;
    assert_eq!(taken[0].0, "accepted");
    assert!(topic.sees("Бобур").await?.id() == card.id(), "the card says so");

    akmal.chat(&office.group).reacts(card.id(), Some("🤝"))?;
    office.rests().await?;
    let helpers: Vec<(i64,)> = office.rows("select count(*) from request_helpers").await?;
    assert_eq!(helpers, [(1,)]);
    // A word of the staff is no card: a thumb on it takes nothing.
    topic.reacts(card.id(), None)?;
    office.rests().await?;
    assert_eq!(office.rows::<(String, String)>(state).await?[0].0, "accepted", "taking it back undoes nothing");
    Ok(())
}

/// The resident files a request about plumbing: how, another test tells.
async fn files(office: &Office, name: &str, words: &str) -> Test {
    let telegram_id: Vec<(i64, String)> =
        office.rows("select telegram_id, name from people where telegram_id is not null").await?;
    let telegram_id = telegram_id.into_iter().find(|(_, known)| known == name).map(|(id, _)| id).unwrap();
    let mut tx = office.db().tenant(office.org).await?;
    let who = people::known(&mut tx, telegram_id).await?;
    let actor = Actor::load(&mut tx, who.person).await?;
    let new = NewRequest {
        category: category("plumbing"),
        place: Place::Entrance,
        unit: who.homes.first().map(|home| home.unit),
        priority: None,
        slot: None,
        reporter: None,
        words,
        attachments: &[],
        bot: Some(office.bot),
        draft_message: None,
    };
    requests::file(&mut tx, &actor, &new).await?;
    tx.commit().await?;
    office.app.outbox.notify_one();
    Ok(())
}
