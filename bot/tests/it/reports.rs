//! Reports over the wire: a chart is one message, whatever is looked at in it.

use domain::access::Role;
use testkit::office::Office;

use crate::{Test, filing};

#[tokio::test]
async fn one_message_goes_through_charts_and_times() -> Test {
    let office = Office::open().await?;
    office.member("Бобур", Role::Worker).await?;
    let anna = office.resident("Анна", "ru", "42").await?;
    filing::file(&anna, "Помогите").await?;
    office.rests().await?;
    let owner = office.owner.chat(&office.account);
    owner.says("/today")?;
    let report = owner.waits_for("📊 7 дней").await?;
    assert!(report.raw()["photo"].is_array(), "{report:?}");
    for (button, then) in [
        ("⏰ Просрочки", "Просроченных заявок нет"),
        ("👷 Люди", "👷 Люди · 7 дней"),
        ("• 7 дней", "👷 Люди · 7 дней"),
        ("30 дней", "👷 Люди · 30 дней"),
        ("🏠 Дома", "🏠 Дома · 30 дней"),
        ("📊 Сводка", "📊 30 дней"),
    ] {
        owner.taps_on(report.id(), button)?.answered().await?;
        office.rests().await?;
        let shown = owner.messages().into_iter().find(|message| message.id() == report.id()).unwrap();
        assert!(shown.text().contains(then), "{button}: {}", shown.text());
    }
    let photos = owner.messages().iter().filter(|message| message.raw()["photo"].is_array()).count();
    assert_eq!(photos, 1, "nothing is sent twice");
    Ok(())
}
