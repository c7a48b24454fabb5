//! What is there before anybody asks: the office of the other benchmark, and in it those who ask, each with a session
//! and a team of their own, 50 teams, and a log of some thousand events.

use std::{
    net::SocketAddr,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use anyhow::{Context as _, Result};
use domain::{
    access::{self, Actor, Role},
    credentials::{self, Registration},
    members,
    orgs::NewOrg,
    people::{Language, Newcomer},
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::SecretString;
use serde_json::{Value, json};
use sha2::Sha256;
use sqlx::Connection as _;
use uuid::Uuid;

use super::{deed::Deed, play::Connection};
use crate::{
    bot_api::BotApi,
    office::{Office, Site},
    wire::BOT_ID,
};

/// Who signs in to the console.
pub(super) const EMAIL: &str = "rustam@example.com";
/// And how.
pub(super) const PASSWORD: &str = "бирюзовый купол на закате";
/// How many teams are listed.
const TEAMS: usize = 50;
/// How many of the members each has.
const IN_TEAM: usize = 5;
/// The id with Telegram of the first of those who ask.
const FIRST: i64 = 900_000_001;
/// Flats of one house.
const FLATS: usize = 100;
/// How much has happened before.
const EVENTS: usize = 2000;

/// The ground that the API is measured on.
pub(super) struct Ground {
    pub site: Site,
    pub office: Office,
    pub telegram: SocketAddr,
    pub bot: String,
    pub teams: Vec<Uuid>,
    people: usize,
    asked: AtomicUsize,
}

/// Somebody who asks.
pub(super) struct Person {
    pub nth: usize,
    pub telegram_id: i64,
    pub token: String,
    pub team: Uuid,
    pub account: Uuid,
}

impl Ground {
    /// Starts the services in `folder` and moves everybody in.
    pub(super) async fn open(folder: &Path, durable: bool, people: usize) -> Result<Self> {
        Self::in_houses(folder, durable, people, &[]).await
    }

    /// The same where `residents`, who are told by their private chats, are at home.
    pub(super) async fn in_houses(folder: &Path, durable: bool, people: usize, residents: &[i64]) -> Result<Self> {
        let site = Site::open(folder, durable).await?;
        let office = Office::only(&site, FLATS, residents).await?;
        let (_, telegram) = BotApi::start(std::iter::empty()).await?;
        let mut tx = site.db.tenant(office.org).await?;
        let mut staff = vec![];
        for nth in 0..people.max(TEAMS) {
            let name = format!("Сотрудник Номер {nth}");
            let telegram_id = FIRST + i64::try_from(nth)?;
            let who = Newcomer { telegram_id, name: &name, username: None, language: Some(Language::Ru) };
            staff.push(members::add(&mut tx, &Actor::System, &who, Role::Owner).await?);
        }
        let mut teams = vec![];
        for nth in 0..people.max(TEAMS) {
            let team: Vec<_> = (nth..nth + IN_TEAM).map(|at| staff[at % staff.len()]).collect();
            teams.push(access::create_team(&mut tx, &Actor::System, &format!("Бригада {nth}"), &team).await?.id);
        }
        for nth in 0..EVENTS {
            let name = format!("Бригада 0 · {nth}");
            access::edit_team(&mut tx, &Actor::System, teams[0], None, Some(&name), None).await?;
        }
        tx.commit().await?;
        // As a database that has been at work for a while.
        sqlx::raw_sql("analyze").execute(&mut sqlx::PgConnection::connect(&site.database_url).await?).await?;
        let org = NewOrg::named("УК Чилонзор");
        let password = SecretString::from(PASSWORD.to_owned());
        credentials::register(&site.db, Registration { name: "Рустам", email: EMAIL, password, org }).await?;
        let teams = teams.into_iter().map(|team| team.0).collect();
        Ok(Self { site, office, telegram, bot: BOT_ID.to_string(), teams, people, asked: AtomicUsize::new(0) })
    }

    /// A number that was not given before.
    pub(super) fn next(&self) -> usize {
        self.asked.fetch_add(1, Ordering::Relaxed)
    }

    /// What Telegram would sign for somebody who opens the mini-app now.
    pub(super) fn init_data(&self, person: &Person, nth: usize) -> Result<String> {
        self.signed(person.telegram_id, person.nth, nth)
    }

    fn signed(&self, telegram_id: i64, person: usize, nth: usize) -> Result<String> {
        let user =
            json!({ "id": telegram_id, "first_name": format!("Сотрудник Номер {person}"), "language_code": "ru" });
        let at = self.site.db.source().now().timestamp();
        // In the order of their names, as they are signed.
        let fields = [("auth_date", at.to_string()), ("query_id", format!("AA{nth}")), ("user", user.to_string())];
        let said: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let key = mac(b"WebAppData", self.office.bot_token.as_bytes())?;
        let hash: String = mac(&key, said.join("\n").as_bytes())?.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&fields).append_pair("hash", &hash);
        Ok(query.finish())
    }

    /// Everybody signs in, over HTTP.
    pub(super) async fn sign_in(&self, address: SocketAddr) -> Result<Vec<Person>> {
        let mut connection = Connection::open(address).await?;
        let mut people = vec![];
        for nth in 0..self.people {
            let telegram_id = FIRST + i64::try_from(nth)?;
            let init_data = self.signed(telegram_id, nth, self.next())?;
            let body = json!({ "bot": self.bot, "init_data": init_data }).to_string();
            let request = hyper::Request::post("/api/v1/auth/mini-app")
                .header("host", "kontora")
                .header("content-type", "application/json")
                .body(body.into())?;
            let (_, answer) = connection.ask(request).await?;
            let answer: Value = serde_json::from_slice(&answer)?;
            let account = answer["account_id"].as_str();
            people.push(Person {
                nth,
                telegram_id,
                token: answer["access_token"].as_str().context("a token")?.to_owned(),
                team: self.teams[nth],
                account: account.and_then(|id| id.parse().ok()).context("an account")?,
            });
        }
        Ok(people)
    }

    /// What each deed is answered with: what the bare route gives, too.
    pub(super) async fn answers(&self, address: SocketAddr, people: &[Person]) -> Result<Vec<(Deed, Value)>> {
        let person = people.first().context("nobody asks")?;
        let mut connection = Connection::open(address).await?;
        let mut answers = vec![];
        for deed in Deed::ALL {
            let (_, answer) = connection.ask(deed.request(self, person, "*", self.next())?).await?;
            let answer: Value = serde_json::from_slice(&answer)?;
            if let Some(items) = answer["items"].as_array() {
                anyhow::ensure!(items.len() >= TEAMS, "{}: {} things", deed.name(), items.len());
            }
            answers.push((deed, answer));
        }
        Ok(answers)
    }
}

fn mac(key: &[u8], said: &[u8]) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).context("a key of any length")?;
    mac.update(said);
    Ok(mac.finalize().into_bytes().to_vec())
}
