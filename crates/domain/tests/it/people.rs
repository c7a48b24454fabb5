//! People: met once, found by their phone, unreachable and back.

use domain::{
    access::{Actor, Role},
    events::Event,
    members,
    people::{self, Language, Newcomer},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, PHONES},
};

fn newcomer(telegram_id: i64, name: &str) -> Newcomer<'_> {
    Newcomer { telegram_id, name, username: None, language: None }
}

async fn kinds(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Vec<String>> {
    let mut superuser = database.superuser().await?;
    Ok(sqlx::query_scalar("select kind from events where org_id = $1 order by id")
        .bind(office.org.0)
        .fetch_all(&mut superuser)
        .await?)
}

#[tokio::test]
async fn two_first_meetings_at_once_are_one_person() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (mut first, mut second) = (database.db().tenant(office.org).await?, database.db().tenant(office.org).await?);
    let one = people::identify(&mut first, &newcomer(77, "Новый")).await?;
    let who = newcomer(77, "Новый");
    let (other, met) = tokio::join!(people::identify(&mut second, &who), async {
        database.somebody_waits().await?;
        first.commit().await?;
        anyhow::Ok(())
    });
    met?;
    assert_eq!(other?.person, one.person);
    Ok(())
}

#[tokio::test]
async fn a_newcomer_speaks_the_guessed_language_or_the_orgs_own() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    for (telegram_id, guess, speaks) in [(71, None, Language::Ru), (72, Some(Language::Uz), Language::Uz)] {
        let who = Newcomer { language: guess, ..newcomer(telegram_id, " Имя\u{0}\n ") };
        let met = database.tenant(office.org, async |tx| people::identify(tx, &who).await).await?;
        assert_eq!((met.language, met.language_chosen, met.name.as_str()), (speaks, false, "Имя"));
        assert_eq!((met.has_phone, met.unreachable, met.membership, met.homes.len()), (false, false, None, 0));
        database.tenant(office.org, async |tx| people::choose_language(tx, met.person, Language::En).await).await?;
        let known = database.tenant(office.org, async |tx| people::known(tx, telegram_id).await).await?;
        assert_eq!((known.language, known.language_chosen), (Language::En, true));
        assert_eq!(
            database.tenant(office.org, async |tx| people::language(tx, telegram_id).await).await?,
            Some(Language::En)
        );
    }
    let unknown = database.tenant(office.org, async |tx| people::known(tx, 73).await).await;
    assert_eq!(unknown.unwrap_err().code(), "not_found");
    assert_eq!(database.tenant(office.org, async |tx| people::language(tx, 73).await).await?, None);
    Ok(())
}

#[tokio::test]
async fn a_phone_finds_its_home() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let met = fixtures::stranger(database.db(), office.org, 81, "Дильноза").await?;
    let unknown =
        database.tenant(office.org, async |tx| people::confirm_phone(tx, met.id(), "998931234567").await).await?;
    assert_eq!(unknown, 0);
    let known =
        database.tenant(office.org, async |tx| people::confirm_phone(tx, met.id(), &PHONES[2][1..]).await).await?;
    assert_eq!(known, 1, "Telegram writes numbers without the plus");
    let identity = database.tenant(office.org, async |tx| people::known(tx, 81).await).await?;
    assert!(identity.has_phone);
    assert_eq!(identity.homes.len(), 1);
    assert_eq!((identity.homes[0].number.as_str(), identity.homes[0].verified), ("56", true));

    let wrong = database.tenant(office.org, async |tx| people::confirm_phone(tx, met.id(), "12").await).await;
    assert_eq!(wrong.unwrap_err().code(), "phone_invalid");
    Ok(())
}

#[tokio::test]
async fn blocked_and_back_is_told_once_each() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let anna = office.residents[0].telegram_id();
    let before = kinds(&database, &office).await?.len();
    for _ in 0..2 {
        database.tenant(office.org, async |tx| people::mark_unreachable(tx, anna).await).await?;
    }
    assert!(database.tenant(office.org, async |tx| people::known(tx, anna).await).await?.unreachable);
    for _ in 0..2 {
        database.tenant(office.org, async |tx| people::mark_reachable(tx, anna).await).await?;
    }
    assert!(!database.tenant(office.org, async |tx| people::known(tx, anna).await).await?.unreachable);
    database.tenant(office.org, async |tx| people::mark_unreachable(tx, 1_234_567).await).await?; // nobody we know
    assert_eq!(kinds(&database, &office).await?[before..], ["person_unreachable", "person_returned"]);
    Ok(())
}

#[tokio::test]
async fn a_member_has_one_role_at_a_time() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let who = newcomer(91, "Новый мастер");
    let first =
        database.tenant(office.org, async |tx| members::add(tx, &office.owner.actor, &who, Role::Worker).await).await?;
    let again = database
        .tenant(office.org, async |tx| members::add(tx, &office.owner.actor, &who, Role::Manager).await)
        .await?;
    assert_eq!(first, again);
    let identity = database.tenant(office.org, async |tx| people::known(tx, 91).await).await?;
    assert_eq!(identity.membership, Some((first, Role::Manager)));
    for actor in [&office.residents[0].actor, &office.workers[0].actor, &office.dispatcher.actor] {
        let refused = database.tenant(office.org, async |tx| members::add(tx, actor, &who, Role::Owner).await).await;
        assert_eq!(refused.unwrap_err().code(), "forbidden");
    }
    Ok(())
}

#[tokio::test]
async fn a_former_member_is_a_contact_and_may_be_taken_on_again() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let worker = &office.workers[0];
    let mut superuser = database.superuser().await?;
    sqlx::query("update members set removed_at = now() where person_id = $1")
        .bind(worker.id().0)
        .execute(&mut superuser)
        .await?;
    let now = database.tenant(office.org, async |tx| Actor::load(tx, worker.id()).await).await?;
    assert_eq!(now, Actor::Contact { person: worker.id() });
    let who = newcomer(worker.telegram_id(), "");
    let again =
        database.tenant(office.org, async |tx| members::add(tx, &Actor::System, &who, Role::Worker).await).await?;
    assert_ne!(Some(again), worker.actor.member());
    let event = kinds(&database, &office).await?.pop();
    assert_eq!(
        event.as_deref(),
        serde_json::to_value(Event::MemberAdded { person: worker.id(), role: Role::Worker })?["kind"].as_str()
    );
    Ok(())
}
