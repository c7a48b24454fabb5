//! A request that somebody began and left lying.

use bot::drafts;
use chrono::{Days, NaiveTime};
use testkit::office::Office;

use crate::{Test, filing};

const REMINDER: &str = "У вас есть черновик заявки";

#[tokio::test]
async fn a_draft_is_recalled_once_on_the_next_morning() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let boris = office.resident("Борис", "ru", "41").await?;
    filing::draft(&anna, "Что-то не так").await?;
    filing::file(&boris, "Опять не так").await?;
    let tonight = office.db().source().now();
    let tomorrow = tonight.date_naive() + Days::new(1);
    let at = |hour| tomorrow.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap()).and_utc();

    assert_eq!(drafts::remind(&office.app, at(2)).await?, 0, "it is seven in Tashkent");
    assert_eq!(drafts::remind(&office.app, at(4)).await?, 1, "it is nine; Boris has filed his");
    // Another process looks at the same moment.
    drafts::remind(&office.app, at(4)).await?;
    let reminder = anna.waits_for(REMINDER).await?;
    assert!(reminder.text().contains("Что-то не так"), "{}", reminder.text());
    office.rests().await?;
    assert_eq!(drafts::remind(&office.app, at(5)).await?, 0, "once is enough");
    office.rests().await?;
    let all = anna.messages();
    assert_eq!(all.iter().filter(|message| message.text().contains(REMINDER)).count(), 1);
    assert!(!boris.messages().iter().any(|message| message.text().contains(REMINDER)));

    anna.taps_on(reminder.id(), "▶️ Продолжить")?.answered().await?;
    anna.waits_for("Проверьте и отправьте").await?;
    anna.taps("✅ Отправить")?.answered().await?;
    anna.sees("№2 · Домофон").await?;
    office.rests().await?;
    assert_eq!(drafts::remind(&office.app, at(6)).await?, 0, "and of what is filed nobody is reminded");
    Ok(())
}
