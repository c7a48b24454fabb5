//! Bots: through which an org speaks. A bot belongs to one org, so an update's bot decides its tenant.

mod store;

use platform::secrets::Keyring;
use secrecy::SecretString;

use crate::{
    Db, Error, OrgId, Result, TenantTx,
    access::{Actor, Permission},
    error::OnConstraint as _,
    events::{self, Event},
    ids::BotId,
    orgs, people,
};

/// A bot, with its secrets opened. Not for logs: the secrets do not print.
#[derive(Clone, Debug)]
pub struct Bot {
    /// Its id with us.
    pub id: BotId,
    /// Whose it is.
    pub org: OrgId,
    /// Its id with Telegram: what the webhook's address ends with.
    pub telegram_id: i64,
    /// Without the `@`.
    pub username: String,
    /// What it calls the Bot API with.
    pub token: SecretString,
    /// What Telegram proves itself with at our webhook.
    pub webhook_secret: SecretString,
}

/// A bot to be added.
#[derive(Clone, Debug)]
pub struct NewBot<'a> {
    /// Its id with Telegram.
    pub telegram_id: i64,
    /// Without the `@`.
    pub username: &'a str,
    /// From BotFather.
    pub token: &'a SecretString,
}

const TOKEN: &str = "bot-token";
const SECRET: &str = "webhook-secret";

/// Adds a bot to the org, or takes its new token; a new webhook secret is drawn. [`Error::Refused`] `bot_taken` when
/// it serves another org.
pub async fn add(db: &Db, keys: &Keyring, org: OrgId, new: &NewBot<'_>) -> Result<Bot> {
    let mut tx = db.tenant(org).await?;
    let bot = put(&mut tx, keys, &Actor::System, new).await?;
    tx.commit().await?;
    Ok(bot)
}

/// The same by a member of the org, found by their id with Telegram.
pub async fn add_by(db: &Db, keys: &Keyring, org: OrgId, telegram_id: i64, new: &NewBot<'_>) -> Result<Bot> {
    let mut tx = db.tenant(org).await?;
    orgs::require_in_force(&mut tx).await?;
    let person = people::known(&mut tx, telegram_id).await?.person;
    let actor = Actor::load(&mut tx, person).await?;
    actor.require(Permission::BotsManage)?;
    let bot = put(&mut tx, keys, &actor, new).await?;
    tx.commit().await?;
    Ok(bot)
}

/// Whether a member of the org may add a bot to it.
pub async fn may_add(db: &Db, org: OrgId, telegram_id: i64) -> Result<()> {
    let mut tx = db.tenant(org).await?;
    orgs::require_in_force(&mut tx).await?;
    let person = people::known(&mut tx, telegram_id).await?.person;
    Actor::load(&mut tx, person).await?.require(Permission::BotsManage)?;
    Ok(())
}

async fn put(tx: &mut TenantTx, keys: &Keyring, actor: &Actor, new: &NewBot<'_>) -> Result<Bot> {
    use secrecy::ExposeSecret as _;
    let secret = SecretString::from(tx.source().token(32));
    let (id, known) = store::upsert(
        tx,
        new,
        &keys.seal(TOKEN, new.token.expose_secret().as_bytes()),
        &keys.seal(SECRET, secret.expose_secret().as_bytes()),
    )
    .await
    .on_constraint("bots_telegram_id_key", Error::Refused("bot_taken"))?;
    let event = if known { Event::BotTokenChanged { bot: id } } else { Event::BotAdded { bot: id } };
    events::record(tx, actor, &event).await?;
    Ok(Bot {
        id,
        org: tx.org(),
        telegram_id: new.telegram_id,
        username: new.username.to_owned(),
        token: new.token.clone(),
        webhook_secret: secret,
    })
}

/// The bot behind a webhook's address, of whichever org. One of the few questions asked before a tenant is known.
pub async fn by_telegram_id(db: &Db, keys: &Keyring, telegram_id: i64) -> Result<Option<Bot>> {
    let mut tx = db.system().await?;
    let row = store::by_telegram_id(&mut tx, telegram_id).await?;
    row.map(|row| open(keys, row)).transpose()
}

/// The bot with this name, of whichever org; letters count the same in either case, as they do with Telegram.
pub async fn by_username(db: &Db, keys: &Keyring, username: &str) -> Result<Option<Bot>> {
    let mut tx = db.system().await?;
    let row = store::by_username(&mut tx, username).await?;
    row.map(|row| open(keys, row)).transpose()
}

/// The name of the platform's first bot: whom somebody can be sent to of whom nothing is known yet.
pub async fn first_username(db: &Db) -> Result<Option<String>> {
    let mut tx = db.system().await?;
    let username = store::first_username(&mut tx).await?;
    tx.commit().await?;
    Ok(username)
}

/// The id with Telegram of the bot that a delivery goes through, of whichever org.
pub async fn telegram_id(db: &Db, id: BotId) -> Result<Option<i64>> {
    let mut tx = db.system().await?;
    let telegram_id = store::telegram_id(&mut tx, id).await?;
    tx.commit().await?;
    Ok(telegram_id)
}

/// Every bot of the platform, for the command line, long polling and the outbox.
pub async fn list(db: &Db, keys: &Keyring) -> Result<Vec<Bot>> {
    let mut tx = db.system().await?;
    let rows = store::list(&mut tx).await?;
    tx.commit().await?;
    rows.into_iter().map(|row| open(keys, row)).collect()
}

/// The org's bots, by their ids with Telegram, without their secrets.
pub async fn of_org(tx: &mut TenantTx) -> Result<Vec<(BotId, i64)>> {
    store::of_org(tx).await
}

/// The username of a bot of the org: what its deep links begin with.
pub async fn username(tx: &mut TenantTx, bot: BotId) -> Result<String> {
    store::username(tx, bot).await?.ok_or(Error::NotFound("bot"))
}

/// The username of the org's first bot, for links that any of its bots can open; none while it has no bot.
pub async fn any_username(tx: &mut TenantTx) -> Result<Option<String>> {
    store::any_username(tx).await
}

/// Takes the bot away from its org, with everything that waits for sending through it.
pub async fn remove(db: &Db, org: OrgId, bot: BotId) -> Result<()> {
    let mut tx = db.tenant(org).await?;
    if !store::delete(&mut tx, bot).await? {
        return Err(Error::NotFound("bot"));
    }
    events::record(&mut tx, &Actor::System, &Event::BotRemoved { bot }).await?;
    Ok(tx.commit().await?)
}

/// Seals again, with the newest key, what an older key sealed. Returns how many bots were touched.
pub async fn rotate_keys(db: &Db, keys: &Keyring) -> Result<u64> {
    use secrecy::ExposeSecret as _;
    let mut tx = db.system().await?;
    let mut rotated = 0;
    for row in store::list(&mut tx).await? {
        if keys.needs_rotation(&row.token_sealed)? || keys.needs_rotation(&row.secret_sealed)? {
            let id = row.id;
            let bot = open(keys, row)?;
            let token = keys.seal(TOKEN, bot.token.expose_secret().as_bytes());
            let secret = keys.seal(SECRET, bot.webhook_secret.expose_secret().as_bytes());
            store::reseal(&mut tx, id, &token, &secret).await?;
            rotated += 1;
        }
    }
    tx.commit().await?;
    Ok(rotated)
}

fn open(keys: &Keyring, row: store::Sealed) -> Result<Bot> {
    Ok(Bot {
        token: keys.open_text(TOKEN, &row.token_sealed)?,
        webhook_secret: keys.open_text(SECRET, &row.secret_sealed)?,
        id: row.id,
        org: row.org,
        telegram_id: row.telegram_id,
        username: row.username,
    })
}
