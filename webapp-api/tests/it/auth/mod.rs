//! Signing in, staying signed in, signing out.

mod bot_login;
mod mini_app;
mod password;
mod refresh;
mod second_factor;
mod sessions;
mod telegram;

use std::collections::BTreeMap;

use domain::bots::Bot;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use sha2::Sha256;

use crate::site::{Answer, SignedIn, Site};

/// What Telegram gives the mini-app of `bot` for a user, signed so many seconds ago.
pub fn init_data(site: &Site, bot: &Bot, user: i64, age: i64) -> String {
    let at = site.database.source().now().timestamp() - age;
    let user = json!({ "id": user, "first_name": "Анна", "last_name": "Ким", "language_code": "uz" });
    let fields =
        BTreeMap::from([("auth_date", at.to_string()), ("query_id", "AAE".into()), ("user", user.to_string())]);
    let said: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let sign = |key: &[u8], said: &[u8]| {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
        mac.update(said);
        mac.finalize().into_bytes()
    };
    let key = sign(b"WebAppData", bot.token.expose_secret().as_bytes());
    let hash: String = sign(&key, said.join("\n").as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(&fields).append_pair("hash", &hash);
    query.finish()
}

/// Asks for a session of the mini-app.
pub async fn open_mini_app(site: &Site, bot: &Bot, init_data: &str) -> anyhow::Result<Answer> {
    site.post("/api/v1/auth/mini-app", json!({ "bot": bot.username, "init_data": init_data })).await
}

/// Somebody signed in by the tokens of an answer.
pub fn holder(body: &Value) -> SignedIn {
    SignedIn {
        account: domain::ids::AccountId(body["account_id"].as_str().unwrap().parse().unwrap()),
        session: domain::ids::SessionId(body["session_id"].as_str().unwrap().parse().unwrap()),
        token: body["access_token"].as_str().unwrap().to_owned(),
    }
}
