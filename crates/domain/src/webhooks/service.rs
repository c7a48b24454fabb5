//! What is done to webhooks.

use platform::secrets::Keyring;
use secrecy::{ExposeSecret as _, SecretString};

use super::{
    model::{NewWebhook, OLD_SECRET_LASTS, PER_ORG, Webhook, WebhookEdit, name_of, names_of, url_of},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Changes, Event},
    ids::WebhookId,
};

/// What secrets are sealed for.
pub(super) const SECRET: &str = "webhooks.secret";

/// The webhooks of the org, the first one first.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Webhook>> {
    actor.require(Permission::WebhooksRead)?;
    store::list(tx, None).await
}

/// One of them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: WebhookId) -> Result<Webhook> {
    actor.require(Permission::WebhooksRead)?;
    find(tx, id).await
}

/// Makes a webhook; its secret is given this once.
pub async fn add(
    tx: &mut TenantTx,
    actor: &Actor,
    keys: &Keyring,
    new: &NewWebhook<'_>,
) -> Result<(Webhook, SecretString)> {
    actor.require(Permission::WebhooksManage)?;
    let (name, url, names) = (name_of(new.name)?, url_of(new.url)?, names_of(new.names)?);
    if store::list(tx, None).await?.len() >= PER_ORG {
        return Err(Error::Refused("webhooks_too_many"));
    }
    let (secret, sealed) = draw(tx, keys);
    let id = store::insert(tx, &name, &url, &names, &sealed).await?;
    events::record(tx, actor, &Event::WebhookAdded { webhook: id, name }).await?;
    Ok((find(tx, id).await?, secret))
}

/// Changes a webhook. With `version`, only when nobody else has changed it since: [`Error::Refused`]
/// `changed_meanwhile`.
pub async fn edit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: WebhookId,
    version: Option<i32>,
    edit: &WebhookEdit<'_>,
) -> Result<Webhook> {
    actor.require(Permission::WebhooksManage)?;
    let old = lock(tx, id, version).await?;
    let mut next = old.clone();
    if let Some(name) = edit.name {
        next.name = name_of(name)?;
    }
    if let Some(url) = edit.url {
        next.url = url_of(url)?;
    }
    if let Some(names) = edit.names {
        next.names = names_of(names)?;
    }
    if let Some(active) = edit.active.filter(|active| *active != old.active) {
        next.active = active;
        next.disabled_why = (!active).then(|| "by_person".to_owned());
        next.failing_since = None;
    }
    let changes = Changes::of("name", &old.name, &next.name)
        .and("url", &old.url, &next.url)
        .and("events", &old.names, &next.names)
        .and("active", &old.active, &next.active);
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, &next).await?;
    events::record(tx, actor, &Event::WebhookEdited { webhook: id, changes }).await?;
    find(tx, id).await
}

/// Deletes a webhook with its log.
pub async fn delete(tx: &mut TenantTx, actor: &Actor, id: WebhookId, version: Option<i32>) -> Result<()> {
    actor.require(Permission::WebhooksManage)?;
    let old = lock(tx, id, version).await?;
    store::delete(tx, id).await?;
    events::record(tx, actor, &Event::WebhookDeleted { webhook: id, name: old.name }).await
}

/// Draws a new secret, which is given this once. The one of before signs beside it for [`OLD_SECRET_LASTS`].
pub async fn rotate_secret(
    tx: &mut TenantTx,
    actor: &Actor,
    keys: &Keyring,
    id: WebhookId,
) -> Result<(Webhook, SecretString)> {
    actor.require(Permission::WebhooksManage)?;
    let old = lock(tx, id, None).await?;
    let (secret, sealed) = draw(tx, keys);
    let until = tx.source().now() + OLD_SECRET_LASTS;
    store::rotate(tx, id, &sealed, until).await?;
    events::record(tx, actor, &Event::WebhookSecretRotated { webhook: id, name: old.name }).await?;
    Ok((find(tx, id).await?, secret))
}

fn draw(tx: &TenantTx, keys: &Keyring) -> (SecretString, Vec<u8>) {
    let secret = SecretString::from(format!("whsec_{}", tx.source().token(32)));
    let sealed = keys.seal(SECRET, secret.expose_secret().as_bytes());
    (secret, sealed)
}

pub(super) async fn find(tx: &mut TenantTx, id: WebhookId) -> Result<Webhook> {
    store::list(tx, Some(id)).await?.pop().ok_or(Error::NotFound("webhook"))
}

async fn lock(tx: &mut TenantTx, id: WebhookId, version: Option<i32>) -> Result<Webhook> {
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
