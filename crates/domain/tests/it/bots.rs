//! Bots: their secrets rest sealed, and one bot serves one org.

use domain::{
    bots::{self, NewBot},
    orgs,
};
use platform::secrets::Keyring;
use secrecy::{ExposeSecret as _, SecretString};
use testkit::fixtures;

#[tokio::test]
async fn a_token_rests_sealed_and_opens_again() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let mut superuser = database.superuser().await?;
    let row: String = sqlx::query_scalar(
        "select encode(token_sealed, 'escape') || encode(secret_sealed, 'escape') || to_jsonb(b)::text from bots b",
    )
    .fetch_one(&mut superuser)
    .await?;
    for secret in [&office.bot.token, &office.bot.webhook_secret] {
        assert!(!row.contains(secret.expose_secret()), "a secret stands in its row: {row}");
    }
    assert!(!format!("{:?}", office.bot).contains(office.bot.token.expose_secret()), "a secret prints");

    let opened = bots::by_telegram_id(database.db(), &fixtures::keys()?, office.bot.telegram_id).await?.unwrap();
    assert_eq!(opened.token.expose_secret(), office.bot.token.expose_secret());
    assert_eq!(opened.webhook_secret.expose_secret(), office.bot.webhook_secret.expose_secret());
    assert_eq!((opened.org, opened.id), (office.org, office.bot.id));
    assert!(bots::by_telegram_id(database.db(), &fixtures::keys()?, 1).await?.is_none());
    Ok(())
}

#[tokio::test]
async fn an_old_key_is_left_behind_by_rotation() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let new = Keyring::generate();
    let both = Keyring::parse(&SecretString::from(format!("{new},{}", fixtures::KEY)))?;
    assert_eq!(bots::rotate_keys(database.db(), &both).await?, 1);
    assert_eq!(bots::rotate_keys(database.db(), &both).await?, 0, "nothing is left to do");

    let only_new = Keyring::parse(&SecretString::from(new))?;
    let opened = bots::list(database.db(), &only_new).await?;
    assert_eq!(opened[0].token.expose_secret(), office.bot.token.expose_secret());
    assert_eq!(opened[0].webhook_secret.expose_secret(), office.bot.webhook_secret.expose_secret());
    let old = bots::list(database.db(), &fixtures::keys()?).await.unwrap_err();
    assert_eq!(old.code(), "internal", "the old key opens nothing any more");
    Ok(())
}

#[tokio::test]
async fn a_bot_added_again_takes_its_new_token_and_a_new_secret() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let token = SecretString::from("1:renewed");
    let new = NewBot { telegram_id: office.bot.telegram_id, username: "renamed_bot", token: &token };
    let again = bots::add(database.db(), &fixtures::keys()?, office.org, &new).await?;
    assert_eq!(again.id, office.bot.id);
    assert_ne!(again.webhook_secret.expose_secret(), office.bot.webhook_secret.expose_secret());
    let opened = bots::by_telegram_id(database.db(), &fixtures::keys()?, office.bot.telegram_id).await?.unwrap();
    assert_eq!((opened.username.as_str(), opened.token.expose_secret()), ("renamed_bot", "1:renewed"));
    Ok(())
}

#[tokio::test]
async fn a_bot_serves_one_org() -> anyhow::Result<()> {
    let (database, a, b) = fixtures::neighbours().await?;
    let new = NewBot { telegram_id: a.bot.telegram_id, username: "office_1_bot", token: &a.bot.token };
    let taken = bots::add(database.db(), &fixtures::keys()?, b.org, &new).await.unwrap_err();
    assert_eq!(taken.code(), "bot_taken");
    let still = bots::by_telegram_id(database.db(), &fixtures::keys()?, a.bot.telegram_id).await?.unwrap();
    assert_eq!(still.org, a.org);
    Ok(())
}

#[tokio::test]
async fn a_removed_bot_takes_its_way_out_with_it_and_no_request() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let id = fixtures::file(&database, &office, &office.residents[0]).await?.id;
    fixtures::run_fan_out(&database).await?;
    assert_eq!(bots::telegram_id(database.db(), office.bot.id).await?, Some(office.bot.telegram_id));
    bots::remove(database.db(), office.org, office.bot.id).await?;
    assert_eq!(bots::telegram_id(database.db(), office.bot.id).await?, None);
    let mut superuser = database.superuser().await?;
    let left: (i64, i64) = sqlx::query_as("select (select count(*) from cards), (select count(*) from outbox)")
        .fetch_one(&mut superuser)
        .await?;
    assert_eq!(left, (0, 0));
    let kept = database.tenant(office.org, async |tx| domain::requests::get(tx, &office.owner.actor, id).await).await?;
    assert_eq!(kept.number, 1);
    let twice = bots::remove(database.db(), office.org, office.bot.id).await.unwrap_err();
    assert_eq!(twice.code(), "not_found");
    Ok(())
}

#[tokio::test]
async fn an_org_has_a_name() -> anyhow::Result<()> {
    let database = testkit::TestDatabase::new().await?;
    for name in ["", "  ", &"я".repeat(201)] {
        let new = orgs::NewOrg { language: domain::people::Language::Uz, ..orgs::NewOrg::named(name) };
        assert_eq!(orgs::create(database.db(), &new).await.unwrap_err().code(), "name_invalid");
    }
    let new = orgs::NewOrg { language: domain::people::Language::Uz, ..orgs::NewOrg::named(" Nur ") };
    let id = orgs::create(database.db(), &new).await?;
    let org = database.tenant(id, async |tx| orgs::current(tx).await).await?;
    assert_eq!(
        (org.name.as_str(), org.language, org.time_zone.as_str()),
        ("Nur", domain::people::Language::Uz, "Asia/Tashkent")
    );
    assert_eq!(orgs::list(database.db()).await?, [org]);
    Ok(())
}
