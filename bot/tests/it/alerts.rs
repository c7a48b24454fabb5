//! An owner is told of what looks suspicious, and answers with one tap.

use domain::{
    access::{Actor, Role},
    events::{self, Event, SignInFailure},
    ids::{PersonId, SessionId},
    people::{self, Language},
};
use testkit::office::Office;

use crate::{Test, told};

async fn happens(office: &Office, event: Event) -> anyhow::Result<()> {
    let mut tx = office.db().tenant(office.org).await?;
    events::record(&mut tx, &Actor::System, &event).await?;
    tx.commit().await?;
    office.rests().await
}

async fn person_of(office: &Office, telegram_id: i64) -> anyhow::Result<PersonId> {
    let mut tx = office.db().tenant(office.org).await?;
    Ok(people::known(&mut tx, telegram_id).await?.person)
}

/// S1-109, S1-113, S1-146, S1-147: three owners, each in their own language.
#[tokio::test]
async fn the_owners_are_told_and_one_tap_answers_for_all() -> Test {
    let office = Office::open().await?;
    let bobur = person_of(&office, office.member("Бобур", Role::Worker).await?.id()).await?;
    let mut chats = vec![];
    for (owner, language) in [
        (office.owner.clone(), Language::Ru),
        (office.member("Rustam", Role::Owner).await?, Language::Uz),
        (office.member("Robert", Role::Owner).await?, Language::En),
    ] {
        let person = person_of(&office, owner.id()).await?;
        let mut tx = office.db().tenant(office.org).await?;
        people::choose_language(&mut tx, person, language).await?;
        tx.commit().await?;
        let chat = owner.chat(&office.account);
        chat.says("/help")?;
        office.rests().await?;
        chats.push(chat);
    }
    let [ru, uz, en] = chats.as_slice() else { unreachable!() };

    let session = SessionId(office.db().source().id());
    let device = "Firefox, Linux".to_owned();
    happens(&office, Event::SignedIn { person: bobur, session, new_device: true, device: device.clone() }).await?;
    ru.sees("Вход с нового устройства: Бобур").await?;
    en.sees("Sign-in from a new device: Бобур").await?;
    let asked = uz.sees("Yangi qurilmadan kirildi: Бобур").await?;
    let answer = uz.taps_on(asked.id(), "Seanslarni tugatish")?.answered().await?;
    assert_eq!(answer.text, "Seanslar tugatildi");
    office.rests().await?;
    ru.sees("✅ Решено: сеансы завершены · Rustam").await?;
    en.sees("✅ Settled: sessions ended · Rustam").await?;
    let again = uz.taps_on(asked.id(), "Seanslarni tugatish");
    assert!(again.is_err(), "an answered alert has no buttons");

    for _ in 0..5 {
        happens(&office, Event::SignInFailed { person: bobur, why: SignInFailure::Password }).await?;
    }
    let asked = en.sees("5 failed sign-ins within 10 min: Бобур").await?;
    en.taps_on(asked.id(), "All is well")?.answered().await?;
    office.rests().await?;

    let rustam = person_of(&office, office.owner.id()).await?;
    happens(&office, Event::SignedIn { person: rustam, session, new_device: true, device }).await?;
    let asked = ru.waits_for("Вход с нового устройства: Рустам").await?;
    ru.taps_on(asked.id(), "Это я")?.answered().await?;
    happens(&office, Event::BotTokenChanged { bot: office.bot }).await?;
    let asked = ru.waits_for("У бота @bahor_bot новый токен").await?;
    ru.taps_on(asked.id(), "Всё в порядке")?.answered().await?;
    office.rests().await?;

    insta::assert_snapshot!("alerts_ru", told(ru));
    insta::assert_snapshot!("alerts_uz", told(uz));
    insta::assert_snapshot!("alerts_en", told(en));
    Ok(())
}
