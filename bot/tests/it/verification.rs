//! D-1 over the wire: who says that they live somewhere, and who answers.

use domain::{
    access::{Actor, Role},
    people::{self, Language},
    property::{self, ResidentEdit, ResidentRole, ResidentsWanted},
};
use playground::Talk;
use testkit::office::Office;

use crate::Test;

/// Somebody whose number no register knows comes by the link of a flat and says as what they live there.
async fn comes(office: &Office, name: &str, flat: &str, role: &str) -> anyhow::Result<Talk> {
    let link = office.link(flat, None).await?;
    let chat = office.newcomer(name, "ru").chat(&office.account);
    chat.starts(&link)?;
    chat.waits_for("Это вы?").await?;
    chat.taps("✅ Да, я живу здесь")?.answered().await?;
    chat.waits_for("Подтвердите номер").await?;
    chat.sends_own_contact()?;
    chat.waits_for("Кем вы здесь живёте?").await?;
    chat.taps(role)?.answered().await?;
    chat.sees("хранит ваши имя").await?;
    chat.taps("✅ Согласен")?.answered().await?;
    chat.waits_for("Готово!").await?;
    Ok(chat)
}

async fn in_uzbek(office: &Office, telegram_id: i64) -> anyhow::Result<()> {
    let mut tx = office.db().tenant(office.org).await?;
    let person = people::known(&mut tx, telegram_id).await?.person;
    people::choose_language(&mut tx, person, Language::Uz).await?;
    tx.commit().await?;
    Ok(())
}

#[tokio::test]
async fn the_staff_answer_whom_no_register_knows() -> Test {
    let office = Office::open().await?;
    let (malika, worker) =
        (office.member("Малика", Role::Dispatcher).await?, office.member("Бобур", Role::Worker).await?);
    in_uzbek(&office, malika.id()).await?;
    let chats = [&malika, &worker, &office.owner].map(|who| who.chat(&office.account));
    for chat in &chats {
        chat.says("/help")?;
    }
    office.rests().await?;
    let [malika, worker, owner] = &chats;
    let anna = comes(&office, "Анна", "42", "Собственник").await?;
    office.rests().await?;
    owner.sees("Проверка: кв. 42").await?;
    owner.sees("Анна · Собственник").await?;
    let card = malika.sees("Tekshiruv: 42-xonadon").await?;
    assert!(!worker.transcript().contains("Проверка"), "a worker answers nobody");
    let answer = malika.taps_on(card.id(), "✅ Tasdiqlash")?.answered().await?;
    assert_eq!(answer.text, "Tasdiqlandi");
    office.rests().await?;
    malika.sees("✅ Tasdiqlandi: Малика").await?;
    let settled = owner.sees("✅ Подтверждено: Малика").await?;
    assert!(owner.taps_on(settled.id(), "✅ Подтвердить").is_err(), "who was answered has no buttons");
    anna.waits_for("вас подтвердили").await?;
    Ok(())
}

#[tokio::test]
async fn an_owner_answers_their_tenant() -> Test {
    let office = Office::open().await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    let mut tx = office.db().tenant(office.org).await?;
    let found = property::list_residents(&mut tx, &Actor::System, &ResidentsWanted::default()).await?;
    let edit = ResidentEdit { role: Some(Some(ResidentRole::Owner)), ..ResidentEdit::default() };
    property::edit_resident(&mut tx, &Actor::System, found[0].id, None, &edit).await?;
    tx.commit().await?;

    let tenant = comes(&office, "Борис", "42", "Арендатор").await?;
    office.rests().await?;
    let card = anna.sees("Арендатор Борис просит доступ").await?;
    let answer = anna.taps_on(card.id(), "Отклонить")?.answered().await?;
    assert_eq!(answer.text, "Отклонено");
    office.rests().await?;
    anna.sees("✖️ Отклонено: Анна").await?;
    tenant.waits_for("не подтвердили, что вы здесь живёте").await?;
    let homes: Vec<(String,)> = office.rows("select state from residents order by created_at").await?;
    assert_eq!(homes, [("verified".to_owned(),), ("declined".to_owned(),)]);
    Ok(())
}
