//! `/today` and `/report`: one message, changed through charts and times.

use std::time::Duration;

use domain::{people::Language, requests};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

use crate::chat::Chat;

/// Eight days of an org: something done and rated, something late, something that nobody has.
async fn lived(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<()> {
    let (anna, [bobur, akmal]) = (&office.residents[0], office.workers.each_ref());
    for day in 0..8_usize {
        let id = fixtures::file_for(database, office, anna).await?.id;
        let worker = if day % 3 == 2 { akmal } else { bobur };
        database.tenant(office.org, async |tx| requests::take(tx, &worker.actor, id).await).await?;
        database.source().advance(Duration::from_secs(3600 * 3));
        if day % 4 != 3 {
            database
                .tenant(office.org, async |tx| {
                    requests::complete(tx, &worker.actor, id, None).await?;
                    requests::accept(tx, &anna.actor, id).await?;
                    requests::rate(tx, &anna.actor, id, if day == 2 { 4 } else { 5 }).await
                })
                .await?;
        }
        database.source().advance(Duration::from_secs(3600 * 21));
    }
    fixtures::file_for(database, office, anna).await?;
    database.source().advance(Duration::from_secs(3600));
    Ok(())
}

/// S0-55, S0-156, S0-158: numbers, people and houses, with what is to be decided.
#[tokio::test]
async fn a_manager_looks_at_the_day_and_decides() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    lived(&database, &office).await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    owner.says("/today").await?;
    owner.taps("⏰ Просрочки").await?;
    owner.taps("👷 Люди").await?;
    owner.taps("30 дней").await?;
    owner.taps("🏠 Дома").await?;
    owner.taps("📊 Сводка").await?;
    owner.taps("⏰ №").await?;
    owner.says("/report").await?;
    insta::assert_snapshot!("reports_ru", owner.transcript);

    let mut worker = Chat::open(&database, &office, office.workers[0].telegram_id(), "", Language::Ru).await?;
    worker.says("/today").await?;
    worker.says("/report").await?;
    insta::assert_snapshot!("reports_refused", worker.transcript);
    Ok(())
}

#[tokio::test]
async fn the_same_in_uzbek() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut owner = Chat::open(&database, &office, office.owner.telegram_id(), "", Language::Ru).await?;
    owner.taps_old("O‘zbekcha", &dialogues::Action::Language(i18n::Lang::Uz).encode()).await?;
    owner.says("/today").await?;
    owner.taps("⏰ Kechikkan").await?;
    owner.taps("🏠 Uylar").await?;
    lived(&database, &office).await?;
    owner.says("/today").await?;
    owner.taps("⏰ Kechikkan").await?;
    owner.taps("👷 Xodimlar").await?;
    owner.taps("30 kun").await?;
    owner.taps("🏠 Uylar").await?;
    insta::assert_snapshot!("reports_uz", owner.transcript);
    Ok(())
}
