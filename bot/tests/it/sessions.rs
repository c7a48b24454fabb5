//! Somebody finds a sign-in that is not theirs in the bot's chat, and ends it.

use domain::{
    access::Role,
    ids::AccountId,
    sessions::{self, Kind, NewSession},
};
use secrecy::ExposeSecret as _;
use serde_json::json;
use testkit::office::Office;

use crate::{Test, told};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

/// S1-93, S3-61: in the bot as in the console; who was signed out is out with the next request.
#[tokio::test]
async fn a_sign_in_is_ended_in_the_chat_and_is_out_with_its_next_request() -> Test {
    let mut office = Office::open().await?;
    let api = format!("http://{}/api/v1", office.start().await?);
    let worker = office.member("Бобур", Role::Worker).await?;
    let chat = worker.chat(&office.account);
    chat.starts("")?;
    office.rests().await?;
    let (account,): (uuid::Uuid,) = office.rows("select account_id from people where name = 'Бобур'").await?.remove(0);
    let mut refresh = vec![];
    for (kind, device) in [(Kind::Console, FIREFOX), (Kind::MiniApp, "Telegram/11.2")] {
        let address = Some("203.0.113.9".parse()?);
        let new =
            NewSession { account: AccountId(account), kind, home: Some(office.org), device, address, proof: None };
        let mut tx = office.db().system().await?;
        let opened = sessions::open(&mut tx, &new).await?.expect("a session");
        tx.commit().await?;
        refresh.push(opened.refresh.expose_secret().to_owned());
    }
    let goes_on = async |token: &str| {
        let body = json!({ "refresh_token": token });
        let answer = bot::telegram::http_client()?.post(format!("{api}/auth/refresh")).json(&body).send().await?;
        let (status, body) = (answer.status().as_u16(), answer.text().await?);
        let body: serde_json::Value = serde_json::from_str(&body)?;
        anyhow::Ok((status, body["refresh_token"].as_str().unwrap_or_default().to_owned()))
    };
    let (status, console) = goes_on(&refresh[0]).await?;
    assert_eq!(status, 200);

    chat.says("/sessions")?;
    chat.waits_for("Ваши сеансы").await?;
    chat.taps("Firefox, Linux")?.answered().await?;
    chat.waits_for_button("Завершить сеанс").await?;
    chat.taps("Завершить сеанс")?.answered().await?;
    office.rests().await?;
    assert_eq!(goes_on(&console).await?.0, 401, "it is out");
    let (status, mini_app) = goes_on(&refresh[1]).await?;
    assert_eq!(status, 200, "the other one goes on");

    chat.taps("Завершить все")?.answered().await?;
    chat.waits_for_button("Да, завершить все").await?;
    chat.taps("Да, завершить все")?.answered().await?;
    office.rests().await?;
    assert_eq!(goes_on(&mini_app).await?.0, 401);
    let ended =
        office.rows::<(i64,)>("select (data ->> 'count')::bigint from events where kind = 'sessions_ended'").await?;
    assert_eq!(ended, [(1,), (1,)], "the org's log has both");
    insta::assert_snapshot!("sessions", times_hidden(&told(&chat)));
    Ok(())
}

/// The times of a card.
fn times_hidden(told: &str) -> String {
    let hide = |line: &str| match line.rsplit_once(": ") {
        Some((before, after)) if after.len() == "21.11 14:05".len() && after.contains(':') => format!("{before}: …\n"),
        _ => format!("{line}\n"),
    };
    told.lines().map(hide).collect()
}
