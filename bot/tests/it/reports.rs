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

/// The digest of the morning is such a message too.
#[tokio::test]
async fn the_digest_comes_as_a_chart_with_buttons() -> Test {
    let office = Office::open().await?;
    let owner = office.owner.chat(&office.account);
    owner.says("/help")?;
    office.rests().await?;
    office
        .run(
            "insert into outbox (org_id, id, bot_id, chat_id, class, delivery, not_before, created_at)
             select p.org_id, gen_random_uuid(), b.id, p.telegram_id, 1,
                    jsonb_build_object('kind', 'digest', 'person', p.id,
                                       'day', (now() at time zone o.time_zone)::date), now(), now()
             from people p join members m on m.org_id = p.org_id and m.person_id = p.id and m.role = 'owner'
             join bots b on b.org_id = p.org_id join orgs o on o.id = p.org_id where not o.is_platform",
        )
        .await?;
    office.app.outbox.notify_one();
    let digest = owner.waits_for("📊 7 дней").await?;
    assert!(digest.raw()["photo"].is_array() && digest.text().lines().count() <= 5, "{}", digest.text());
    owner.taps_on(digest.id(), "👷 Люди")?.answered().await?;
    office.rests().await?;
    let shown = owner.messages().into_iter().find(|one| one.id() == digest.id()).unwrap();
    assert!(shown.text().contains("👷 Люди · 7 дней"), "{}", shown.text());
    Ok(())
}
