//! The way out: what Telegram answers, and what becomes of the message.

use domain::access::Role;
use playground::{Fault, When};
use testkit::office::Office;

use crate::{Test, filing};

async fn file(chat: &playground::Talk) -> Test {
    filing::file(chat, "Помогите").await?;
    chat.sees("№1 · Домофон").await?;
    Ok(())
}

#[tokio::test]
async fn too_many_requests_delays_and_loses_nothing() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let faults = office.telegram.faults(&office.account);
    faults.too_many_requests(3, 1);
    anna.says("Помогите")?;
    anna.waits_for("О чём заявка?").await?;
    faults.clear();
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    anna.taps("🌳 Двор")?.answered().await?;
    anna.sees("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    faults.too_many_requests(2, 1);
    office.topic(&bobur, 1).await?.waits_for("№1").await?;
    office.rests().await?;
    assert_eq!(office.requests().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn an_answer_that_was_lost_on_the_way_is_given_again() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let faults = office.telegram.faults(&office.account);
    faults.answer(When::next(2).of("sendMessage"), Fault::ServerError);
    anna.says("Помогите")?;
    anna.waits_for("О чём заявка?").await?;
    office.rests().await?;
    anna.taps("🧹 Уборка")?.answered().await?;
    anna.sees("Где это?").await?;
    let words = anna.sees("📝").await?;
    assert_eq!(words.text().matches("Помогите").count(), 1, "heard once: {}", words.text());
    Ok(())
}

#[tokio::test]
async fn a_card_that_somebody_deleted_is_sent_anew() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    file(&anna).await?;
    let topic = office.topic(&bobur, 1).await?;
    let card = topic.waits_for("№1").await?;
    let delete = bot::telegram::methods::DeleteMessage { chat_id: office.group.id(), message_id: card.id() };
    office.app.telegram.call(&office.account.token.parse()?, &delete).await?;
    let hers = anna.sees("№1 · Домофон").await?;
    anna.replies(hers.id(), "Уже и на полу вода")?; // the card counts the words, so it has to change
    let again = topic.waits_for_button("👷 Беру").await?;
    assert!(again.id() > card.id());
    topic.taps_on(again.id(), "👷 Беру")?.answered().await?;
    anna.waits_for("за заявку берётся Бобур").await?;
    Ok(())
}

#[tokio::test]
async fn whoever_blocks_the_bot_is_left_alone_until_they_return() -> Test {
    let office = Office::open().await?;
    let bobur = office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    file(&anna).await?;
    let topic = office.topic(&bobur, 1).await?;
    topic.waits_for("№1").await?;
    anna.blocks()?;
    office.telegram.settled(&office.account).await?;
    topic.taps("👷 Беру")?.answered().await?;
    office.rests().await?;
    let unreachable: Vec<(bool,)> =
        office.rows("select unreachable_at is not null from people where name = 'Анна'").await?;
    assert_eq!(unreachable, [(true,)]);
    let dead: Vec<(i64,)> = office.rows("select count(*) from outbox").await?;
    assert_eq!(dead, [(0,)], "nothing waits, nothing died");
    anna.unblocks()?;
    anna.sees("🙋 взята в работу").await?; // her card is brought up to date
    Ok(())
}

#[tokio::test]
async fn what_shows_the_same_is_not_sent_again() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    file(&anna).await?;
    office.rests().await?;
    office.telegram.clear_calls(&office.account);
    // Asked to look at cards on which nothing has changed.
    office
        .run(
            "insert into outbox (org_id, id, bot_id, chat_id, class, delivery, not_before, created_at)
             select org_id, gen_random_uuid(), bot_id, chat_id, 2, jsonb_build_object('kind', 'card', 'card', id), now(), now()
             from cards",
        )
        .await?;
    office.app.outbox.notify_one();
    office.rests().await?;
    let calls = office.telegram.calls(&office.account);
    assert!(calls.is_empty(), "nothing changed, so nothing is sent: {calls:?}");
    Ok(())
}
