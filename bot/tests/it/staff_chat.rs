//! The staff's group comes and goes, with and without topics; who may do what there.

use domain::access::Role;
use testkit::office::Office;

use crate::{Test, filing};

#[tokio::test]
async fn a_bot_that_was_removed_keeps_the_requests_and_shows_them_when_it_is_back() -> Test {
    let office = Office::open().await?;
    let owner = office.owner.chat(&office.account);
    owner.starts("")?;
    owner.waits_for("Здравствуйте").await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    office.group.kicks_bot(&office.account);
    owner.waits_for("Меня убрали из группы «Сотрудники»").await?;
    filing::file(&anna, "Пока вас не было").await?;
    anna.sees("№1 · Домофон").await?;
    office.rests().await?;
    assert!(!office.group.topics().iter().any(|(_, name)| name.starts_with('№')));
    office.group.promotes(&office.account);
    let topic = office.topic(&office.owner, 1).await?;
    topic.waits_for("Пока вас не было").await?;
    Ok(())
}

#[tokio::test]
async fn a_bot_whose_removal_nobody_told_finds_out_by_itself() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let faults = office.telegram.faults(&office.account);
    let gone = playground::Fault::Forbidden("bot was kicked from the supergroup chat".to_owned());
    faults.answer(playground::When::next(1).of("createForumTopic"), gone);
    filing::file(&anna, "В пустоту").await?;
    office.rests().await?;
    let left: Vec<(bool,)> = office.rows("select left_at is not null from staff_chats").await?;
    assert_eq!(left, [(true,)]);
    assert_eq!(office.requests().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn topics_switched_off_and_on_again() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "С темой").await?;
    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for("№1 · Домофон").await?;

    office.group.set_forum(false);
    let group = bobur.chat(&office.group);
    filing::file(&anna, "Без темы").await?;
    group.waits_for("№2 · Домофон").await?;
    // The card of the time with topics goes on.
    group.taps_on(card.id(), "👷 Беру")?.answered().await?;
    anna.waits_for("№1: за заявку берётся Бобур").await?;
    office.rests().await?;

    office.group.set_forum(true);
    group.says("Снова с темами")?; // every message tells
    office.telegram.settled(&office.account).await?;
    let boris = office.resident("Борис", "ru", "43").await?;
    filing::file(&boris, "Опять с темой").await?;
    office.topic(&bobur, 3).await?.waits_for("№3 · Домофон").await?;
    Ok(())
}

#[tokio::test]
async fn a_stranger_cannot_make_their_group_the_staffs() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let thief = office.newcomer("Вор", "ru");
    let trap = office.telegram.add_group("Ловушка", &thief, true, &[]);
    trap.promotes(&office.account);
    office.telegram.settled(&office.account).await?;
    filing::file(&anna, "Личное").await?;
    office.topic(&office.owner, 1).await?;
    office.rests().await?;
    assert!(trap.topics().is_empty());
    assert!(!thief.chat(&trap).transcript().contains("Личное"));
    Ok(())
}

#[tokio::test]
async fn words_of_the_staff_reach_the_resident_only_when_they_are_meant_to() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let stranger = office.newcomer("Чужой", "ru");
    office.group.adds(&stranger);
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for("№1").await?;
    topic.says("Между нами: опять она")?;
    let outsider = office.topic(&stranger, 1).await?;
    outsider.replies(card.id(), "Я не сотрудник")?;
    outsider.waits_for("У вас нет на это права").await?;
    topic.says("!Приедем завтра")?;
    anna.waits_for("Приедем завтра").await?;
    office.rests().await?;
    let heard = anna.transcript();
    assert!(!heard.contains("Между нами") && !heard.contains("не сотрудник"), "{heard}");
    Ok(())
}
