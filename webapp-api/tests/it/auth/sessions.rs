//! The list of one's own sign-ins, and ending them.

use axum::http::{Method, StatusCode};
use testkit::fixtures;

use super::{holder, init_data, open_mini_app};
use crate::site::Site;

const SESSIONS: &str = "/api/v1/me/sessions";

#[tokio::test]
async fn somebody_sees_and_ends_their_own_sign_ins_and_no_others() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let owner = &site.a.owner;
    let data = init_data(&site, &site.a.bot, owner.telegram_id(), 5);
    let phone = holder(&open_mini_app(&site, &site.a.bot, &data).await?.body);
    let console = site.sign_in(owner, Some(site.a.org)).await?;
    let other = site.sign_in(&site.a.dispatcher, Some(site.a.org)).await?;

    let listed = site.ask_as(&console, Method::GET, SESSIONS, None).await?;
    let kinds: Vec<_> =
        listed.body["items"].as_array().unwrap().iter().map(|it| (&it["kind"], &it["is_current"])).collect();
    assert_eq!(kinds, [(&"console".into(), &true.into()), (&"mini_app".into(), &false.into())]);

    let theirs = format!("{SESSIONS}/{}", other.session.0);
    assert_eq!(site.ask_as(&console, Method::DELETE, &theirs, None).await?.status, StatusCode::NOT_FOUND);
    assert_eq!(
        site.ask_as(&console, Method::DELETE, "/api/v1/me/sessions/x", None).await?.status,
        StatusCode::NOT_FOUND
    );
    let own = format!("{SESSIONS}/{}", phone.session.0);
    assert_eq!(site.ask_as(&console, Method::DELETE, &own, None).await?.status, StatusCode::NO_CONTENT);
    assert_eq!(site.ask_as(&console, Method::DELETE, &own, None).await?.status, StatusCode::NOT_FOUND, "it has ended");
    assert_eq!(site.ask_as(&phone, Method::GET, SESSIONS, None).await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.ask_as(&phone, Method::DELETE, &own, None).await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.ask_as(&other, Method::GET, "/api/v1/me", None).await?.status, StatusCode::OK);

    let ended = site.events(site.a.org).await?.into_iter().filter(|event| event["kind"] == "sessions_ended").count();
    assert_eq!(ended, 1);
    Ok(())
}

#[tokio::test]
async fn all_but_this_one_may_be_ended() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let account = fixtures::account(&site.database, &site.a.owner).await?;
    for _ in 0..3 {
        fixtures::session(&site.database, account).await?;
    }
    let here = site.sign_in(&site.a.owner, Some(site.a.org)).await?;
    let ended = site.ask_as(&here, Method::DELETE, SESSIONS, None).await?;
    assert_eq!((ended.status, &ended.body["ended"]), (StatusCode::OK, &3.into()));
    let left = site.ask_as(&here, Method::GET, SESSIONS, None).await?;
    assert_eq!(left.body["items"].as_array().unwrap().len(), 1);
    assert_eq!(site.ask(Method::GET, SESSIONS).await?.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.ask(Method::DELETE, SESSIONS).await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}
