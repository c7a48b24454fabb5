//! Letters: what arrives at a real mail server, and what its links do.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU8, Ordering},
};

use anyhow::Context as _;
use bot::server::Duties;
use domain::{
    access::{Actor, Role},
    credentials,
    events::{self, Event},
    ids::AccountId,
};
use serde_json::{Value, json};
use testkit::{
    evidence::{self, May},
    mail::{Arrived, MailServer},
    office::{Office, Setup},
};

use crate::Test;

const EMAIL: &str = "anna@example.com";
const PASSWORD: &str = "зелёный чайник";
const ANOTHER: &str = "красный самовар";
const EVERYTHING: Duties = Duties { http: true, work: true, polling: false };

/// An office with a mail server, at work.
struct Post {
    office: Office,
    api: Api,
}

/// Its API.
struct Api(SocketAddr);

impl Post {
    async fn open() -> anyhow::Result<Self> {
        let mut office = closed().await?;
        let api = Api(office.start().await?);
        Ok(Self { office, api })
    }

    fn mail(&self) -> &MailServer {
        self.office.mail.as_ref().unwrap()
    }
}

impl Api {
    /// Asks, each time from another address; answers with the status and what was said.
    async fn ask(&self, method: &str, path: &str, token: Option<&str>, body: Value) -> anyhow::Result<(u16, Value)> {
        static NTH: AtomicU8 = AtomicU8::new(1);
        let url = format!("http://{}/api/v1/{path}", self.0);
        let request = bot::telegram::http_client()?.request(method.parse()?, url);
        let request = request.header("x-forwarded-for", format!("192.0.2.{}", NTH.fetch_add(1, Ordering::Relaxed)));
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let request = if method == "GET" { request } else { request.json(&body) };
        let answer = request.send().await?;
        let (status, text) = (answer.status().as_u16(), answer.text().await?);
        evidence::keep("answers", &text);
        Ok((status, serde_json::from_str(&text).unwrap_or_default()))
    }

    async fn post(&self, path: &str, body: Value) -> anyhow::Result<(u16, Value)> {
        self.ask("POST", path, None, body).await
    }

    /// Somebody registers with an org that speaks `language`. Returns their access token.
    async fn register(&self, email: &str, language: &str) -> anyhow::Result<String> {
        let body = json!({ "name": "Анна Ким", "email": email, "password": PASSWORD,
                           "organization": { "name": "ЖК Новый", "language": language } });
        let (status, answer) = self.post("auth/register", body).await?;
        anyhow::ensure!(status == 200, "{answer}");
        Ok(answer["access_token"].as_str().context("no token")?.to_owned())
    }

    async fn login(&self, email: &str, password: &str) -> anyhow::Result<u16> {
        Ok(self.post("auth/login", json!({ "email": email, "password": password })).await?.0)
    }

    async fn forgot(&self, email: &str) -> anyhow::Result<(u16, Value)> {
        self.post("auth/password/forgot", json!({ "email": email })).await
    }

    async fn reset(&self, key: &str, password: &str) -> anyhow::Result<(u16, Value)> {
        self.post("auth/password/reset", json!({ "token": key, "password": password })).await
    }

    async fn confirm(&self, letter: &Arrived) -> anyhow::Result<(u16, Value)> {
        self.post("auth/email/confirm", json!({ "token": letter.key()? })).await
    }
}

async fn closed() -> anyhow::Result<Office> {
    Office::closed(Setup { mail: true, ..Setup::default() }).await
}

/// The key of a letter, which nothing of ours may repeat.
fn key_of(letter: &Arrived) -> anyhow::Result<String> {
    let key = letter.key()?;
    evidence::plant("what a letter's link carries", &key, May::BeNowhere);
    Ok(key)
}

/// A letter with what differs from run to run taken out.
fn shown(letter: &Arrived) -> anyhow::Result<String> {
    let Arrived { to, from, subject, text, .. } = letter;
    let key = letter.key().unwrap_or_else(|_| "no key".to_owned());
    let text = text.replace(&key, "…");
    let lines = text.lines().map(|line| line.split_once("🕒 ").map_or(line.to_owned(), |_| "🕒 …".to_owned()));
    Ok(format!("{from} → {to}\n{subject}\n\n{}\n", lines.collect::<Vec<_>>().join("\n")))
}

#[tokio::test]
async fn an_address_is_confirmed_and_a_forgotten_password_is_set_by_its_letter() -> Test {
    let post = Post::open().await?;
    let (api, mail) = (&post.api, post.mail());
    let token = api.register(EMAIL, "ru").await?;
    assert_eq!(api.forgot(EMAIL).await?, (202, json!({ "by_mail": true })));
    post.office.rests().await?;
    let letter = mail.waits_for(EMAIL, "Подтвердите почту").await?;
    assert_eq!(mail.arrived().len(), 1, "a link goes to a confirmed address alone");
    let (_, before) = api.ask("GET", "me/email", Some(&token), Value::Null).await?;
    assert_eq!(before, json!({ "email": EMAIL, "confirmed": false, "sends_mail": true }));
    key_of(&letter)?;
    assert_eq!(api.confirm(&letter).await?.0, 204);
    let again = api.confirm(&letter).await?;
    assert_eq!((again.0, &again.1["code"]), (409, &"link_over".into()));
    let (_, after) = api.ask("GET", "me/email", Some(&token), Value::Null).await?;
    assert_eq!(after["confirmed"], true);

    let unknown = api.forgot("nobody@example.com").await?;
    assert_eq!(api.forgot(EMAIL).await?, unknown, "the answer does not tell");
    let letter = mail.waits_for(EMAIL, "Новый пароль").await?;
    let key = key_of(&letter)?;
    insta::assert_snapshot!("password_link", shown(&letter)?);
    assert_eq!(api.reset(&key, ANOTHER).await?.0, 204);
    assert_eq!(api.reset(&key, PASSWORD).await?.1["code"], "link_over", "of one use");
    assert_eq!(api.ask("GET", "me", Some(&token), Value::Null).await?.0, 401, "every session has ended");
    assert_eq!(api.login(EMAIL, ANOTHER).await?, 200);
    assert_eq!(api.login(EMAIL, PASSWORD).await?, 401);
    // No bot reaches them, so the letter does.
    let told = mail.waits_for(EMAIL, "Ваш вход в Kontora").await?;
    assert!(told.text.contains("Пароль от вашей учётной записи изменён"), "{told:?}");
    post.office.rests().await?;
    assert_eq!(mail.arrived().len(), 3, "nothing twice, nothing to strangers: {:?}", mail.arrived());
    Ok(())
}

#[tokio::test]
async fn letters_speak_the_language_of_whom_they_are_for() -> Test {
    let post = Post::open().await?;
    for (email, language, subject) in [
        ("ru@example.com", "ru", "Подтвердите почту"),
        ("uz@example.com", "uz", "Pochtangizni tasdiqlang"),
        ("en@example.com", "en", "Confirm your address"),
    ] {
        post.api.register(email, language).await?;
        let letter = post.mail().waits_for(email, subject).await?;
        insta::assert_snapshot!(format!("confirm_{language}"), shown(&letter)?);
    }
    Ok(())
}

#[tokio::test]
async fn another_address_counts_when_its_letter_was_answered() -> Test {
    let post = Post::open().await?;
    let (api, mail) = (&post.api, post.mail());
    let token = api.register(EMAIL, "ru").await?;
    api.confirm(&mail.waits_for(EMAIL, "Подтвердите").await?).await?;
    api.register("boris@example.com", "ru").await?;
    let change = async |email: &str, password: &str| {
        let body = json!({ "email": email, "current_password": password });
        api.ask("POST", "me/email", Some(&token), body).await
    };
    assert_eq!(change("new@example.com", ANOTHER).await?.1["code"], "credentials_wrong");
    assert_eq!(change(EMAIL, PASSWORD).await?.1["code"], "email_confirmed");
    assert_eq!(change("new@example.com", PASSWORD).await?.0, 202);
    assert_eq!(change("boris@example.com", PASSWORD).await?.0, 202, "whose it is, is not told to whoever asks");
    mail.waits_for("boris@example.com", "Ваша почта в Kontora").await?;
    let letter = mail.waits_for("new@example.com", "Подтвердите").await?;
    assert_eq!(api.login("new@example.com", PASSWORD).await?, 401, "not yet");
    assert_eq!(api.login(EMAIL, PASSWORD).await?, 200);

    assert_eq!(api.confirm(&letter).await?.0, 204);
    assert_eq!(api.login("new@example.com", PASSWORD).await?, 200);
    assert_eq!(api.login(EMAIL, PASSWORD).await?, 401);
    let told = mail.waits_for(EMAIL, "Ваш вход в Kontora").await?;
    assert!(told.text.contains("Почта, с которой вы входите, изменена"), "{told:?}");
    Ok(())
}

#[tokio::test]
async fn a_letter_that_was_accepted_survives_a_stop_and_a_server_that_is_busy() -> Test {
    let mut office = closed().await?;
    let address = office.start_with(Duties { work: false, ..EVERYTHING }).await?.context("it listens")?;
    let api = Api(address);
    api.register(EMAIL, "en").await?;
    api.register("nobody@example.com", "en").await?;
    office.stop().await?;
    let mail = office.mail.as_ref().unwrap();
    assert_eq!(mail.arrived(), []);
    mail.refuses(1);
    office.start_with(EVERYTHING).await?;
    let mail = office.mail.as_ref().unwrap();
    mail.waits_for(EMAIL, "Confirm").await?;
    office.rests().await?;
    assert_eq!(mail.arrived().len(), 1, "once: {:?}", mail.arrived());
    assert!(office.jobs.dead().await?.is_empty(), "a mailbox that is not there is nobody's fault here");
    // The job runs once more, as after a kill that came too late to stop the letter.
    office
        .run(
            "select jobs.add_job('send_mail', json_build_object('mail', id)) from mails;
             update mails set given_up_at = null where sent_at is null",
        )
        .await?;
    office.rests().await?;
    assert_eq!(mail.arrived().len(), 1, "what was handed over is not handed over again");
    let ended: Vec<(bool,)> = office.rows("select sent_at is not null from mails order by sent_at is null").await?;
    assert_eq!(ended, [(true,), (false,)]);
    Ok(())
}

#[tokio::test]
async fn an_owner_whom_no_bot_reaches_gets_the_alert_by_mail() -> Test {
    let post = Post::open().await?;
    let (api, mail) = (&post.api, post.mail());
    api.register(EMAIL, "uz").await?;
    post.office.rests().await?; // a new device, of which nobody can be told before the address is confirmed
    api.confirm(&mail.waits_for(EMAIL, "tasdiqlang").await?).await?;
    let (org,): (uuid::Uuid,) = post.office.rows("select id from orgs where name = 'ЖК Новый'").await?.remove(0);
    let mut tx = post.office.db().tenant(domain::OrgId(org)).await?;
    let exported = Event::Exported { what: "audit".to_owned(), format: "csv".to_owned(), rows: 5000 };
    events::record(&mut tx, &Actor::System, &exported).await?;
    tx.commit().await?;
    let told = mail.waits_for(EMAIL, "Shubhali harakat: ЖК Новый").await?;
    insta::assert_snapshot!("alert", shown(&told)?);
    Ok(())
}

/// `Delivery::PasswordLink` and `Delivery::Security`, from the question to the chat and back.
#[tokio::test]
async fn whoever_knows_the_bot_gets_the_link_and_the_news_there() -> Test {
    let mut post = Post::open().await?;
    post.office.gather().await?;
    let worker = post.office.member("Бобур", Role::Worker).await?;
    let chat = worker.chat(&post.office.account);
    chat.starts("")?;
    let (account,): (uuid::Uuid,) =
        post.office.rows("select account_id from people where name = 'Бобур'").await?.remove(0);
    let key = credentials::make_email_link(post.office.db(), AccountId(account), "bobur@example.com").await?;
    credentials::confirm_email(post.office.db(), secrecy::ExposeSecret::expose_secret(&key)).await?;
    post.api.forgot("bobur@example.com").await?;
    let asked = chat.waits_for("Чтобы задать новый пароль").await?;
    let link = asked.text().split_once('#').context("no link in the chat")?.1.to_owned();
    evidence::plant("what a link in the chat carries", &link, May::BeNowhere);
    let letter = post.mail().waits_for("bobur@example.com", "Новый пароль").await?;
    assert_ne!(key_of(&letter)?, link, "both ways, each with a link of its own");
    assert_eq!(post.api.reset(&link, PASSWORD).await?.0, 204);
    chat.waits_for("Пароль от вашей учётной записи изменён").await?;
    assert_eq!(post.api.reset(&letter.key()?, ANOTHER).await?.1["code"], "link_over", "a new password ends all links");
    assert_eq!(post.api.login("bobur@example.com", PASSWORD).await?, 200);
    post.office.rests().await?;
    assert_eq!(post.mail().arrived().len(), 1, "who was told in the chat gets no letter");
    post.office.stop().await?;
    Ok(())
}

#[tokio::test]
async fn without_a_mail_server_it_is_said_what_to_do() -> Test {
    let mut office = Office::closed(Setup::default()).await?;
    let api = Api(office.start().await?);
    let token = api.register(EMAIL, "ru").await?;
    assert_eq!(api.forgot(EMAIL).await?, (202, json!({ "by_mail": false })));
    let (status, said) = api.ask("POST", "me/email", Some(&token), json!({ "email": "new@example.com" })).await?;
    assert_eq!((status, &said["code"]), (409, &"mail_off".into()));
    assert!(said["title"].as_str().unwrap_or_default().contains("через бота"), "{said}");
    office.rests().await?;
    assert!(office.jobs.dead().await?.is_empty());
    Ok(())
}
