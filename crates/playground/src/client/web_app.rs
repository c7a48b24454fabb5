//! Opening a mini-app: its address with what Telegram tells it of the person, signed with the bot's token.
//! Source: core.telegram.org/bots/webapps, "Validating data received via the Mini App". There is no `signature`: only
//! Telegram's own key could write one.

use axum::{Json, extract::State};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::Sha256;
use url::{Url, form_urlencoded};

use super::place;
use crate::{
    error::{Error, Result},
    server::Server,
    world::{Place, hex},
};

#[derive(Deserialize)]
pub(super) struct Open {
    person: i64,
    /// The bot's id.
    chat: i64,
    url: String,
}

pub(super) async fn open(State(server): State<Server>, Json(body): Json<Open>) -> Result<Json<Value>> {
    let mut url: Url = body.url.parse().map_err(|_| Error::Refused(format!("no address: {}", body.url)))?;
    let launch = server.read(|world| {
        let Place::Private { bot, person } = place(world, body.person, body.chat)? else {
            return Err(Error::Refused("a mini-app opens in the private chat with its bot".to_owned()));
        };
        let token = world.bot(bot).map(|bot| bot.token.clone()).unwrap_or_default();
        let data = init_data(&token, world.now(), &world.user(person))?;
        Ok(form_urlencoded::Serializer::new(String::new())
            .append_pair("tgWebAppData", &data)
            .append_pair("tgWebAppVersion", "9.1")
            .append_pair("tgWebAppPlatform", "web")
            .finish())
    })?;
    url.set_fragment(Some(&launch));
    Ok(Json(json!({"url": url.as_str()})))
}

/// `auth_date` is in Unix seconds; the signed fields are joined in the order of their names.
fn init_data(token: &str, auth_date: i64, user: &Value) -> Result<String> {
    let query = format!("AA{:016x}", rand::random::<u64>());
    let fields = [("auth_date", auth_date.to_string()), ("query_id", query), ("user", user.to_string())];
    let check = fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("\n");
    let hash = hex(&sign(&sign(b"WebAppData", token)?, &check)?);
    Ok(form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).append_pair("hash", &hash).finish())
}

fn sign(key: &[u8], message: &str) -> Result<Vec<u8>> {
    let mac = Hmac::<Sha256>::new_from_slice(key).map_err(|error| Error::Refused(error.to_string()))?;
    Ok(mac.chain_update(message).finalize().into_bytes().to_vec())
}
