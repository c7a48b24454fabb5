//! What an org does about its programs.

use platform::secrets::fingerprint;
use secrecy::SecretString;

use super::{
    model::{
        Edit, NewServiceAccount, OLD_SECRET_LASTS, PER_ORG, ServiceAccount, name_of, networks_of, redirects_of,
        scopes_of,
    },
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Grants, Permission, Rights, may_give},
    events::{self, Changes, Event},
    ids::ServiceAccountId,
};

/// The programs of the org, the first one first; those that were revoked too.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<ServiceAccount>> {
    actor.require(Permission::ServiceAccountsRead)?;
    store::list(tx, None).await
}

/// One of them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: ServiceAccountId) -> Result<ServiceAccount> {
    actor.require(Permission::ServiceAccountsRead)?;
    find(tx, id).await
}

/// Makes one; its secret is given this once. It may do nothing that its maker may not: [`Error::Refused`]
/// `beyond_your_rights`.
pub async fn create(
    tx: &mut TenantTx,
    actor: &Actor,
    new: &NewServiceAccount<'_>,
) -> Result<(ServiceAccount, SecretString)> {
    actor.require(Permission::ServiceAccountsManage)?;
    let (name, grants) = (name_of(new.name)?, scopes_of(new.scopes)?);
    let (allowed_from, redirect_uris) = (networks_of(new.allowed_from)?, redirects_of(new.redirect_uris)?);
    may_give(actor, &Rights::of(grants.clone()))?;
    if store::list(tx, None).await?.iter().filter(|it| it.revoked_at.is_none()).count() >= PER_ORG {
        return Err(Error::Refused("service_accounts_too_many"));
    }
    let (secret, now) = (draw(tx), tx.source().now());
    let account = ServiceAccount {
        id: ServiceAccountId(tx.source().id()),
        name,
        scopes: grants.written(),
        allowed_from,
        redirect_uris,
        previous_until: None,
        last_used_at: None,
        version: 1,
        created_at: now,
        updated_at: now,
        revoked_at: None,
    };
    store::insert(tx, &account, &fingerprint(&secret)).await?;
    let (service, name, scopes) = (account.id, account.name.clone(), account.scopes.clone());
    events::record(tx, actor, &Event::ServiceAccountCreated { service, name, scopes }).await?;
    Ok((account, secret.into()))
}

/// Changes one, for the tokens that it has too. With `version`, only when nobody else has changed it since:
/// [`Error::Refused`] `changed_meanwhile`. Nobody touches one that may more than they do.
pub async fn edit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ServiceAccountId,
    version: Option<i32>,
    edit: &Edit<'_>,
) -> Result<ServiceAccount> {
    actor.require(Permission::ServiceAccountsManage)?;
    let old = lock(tx, id, version).await?;
    within(actor, &old)?;
    let mut next = old.clone();
    if let Some(name) = edit.name {
        next.name = name_of(name)?;
    }
    if let Some(scopes) = edit.scopes {
        let grants = scopes_of(scopes)?;
        may_give(actor, &Rights::of(grants.clone()))?;
        next.scopes = grants.written();
    }
    if let Some(networks) = edit.allowed_from {
        next.allowed_from = networks_of(networks)?;
    }
    if let Some(redirects) = edit.redirect_uris {
        next.redirect_uris = redirects_of(redirects)?;
    }
    let changes = Changes::of("name", &old.name, &next.name)
        .and("scopes", &old.scopes, &next.scopes)
        .and("allowed_from", &old.allowed_from, &next.allowed_from)
        .and("redirect_uris", &old.redirect_uris, &next.redirect_uris);
    if changes.is_empty() {
        return Ok(old);
    }
    store::save(tx, &next).await?;
    events::record(tx, actor, &Event::ServiceAccountEdited { service: id, changes }).await?;
    find(tx, id).await
}

/// Draws a new secret, which is given this once. The one of before is good beside it for [`OLD_SECRET_LASTS`]. Whoever
/// draws it may whatever the program may, so nobody does it for one that may more than they do.
pub async fn rotate_secret(
    tx: &mut TenantTx,
    actor: &Actor,
    id: ServiceAccountId,
) -> Result<(ServiceAccount, SecretString)> {
    actor.require(Permission::ServiceAccountsManage)?;
    let old = lock(tx, id, None).await?;
    within(actor, &old)?;
    let (secret, until) = (draw(tx), tx.source().now() + OLD_SECRET_LASTS);
    store::rotate(tx, id, &fingerprint(&secret), until).await?;
    events::record(tx, actor, &Event::ServiceAccountSecretRotated { service: id, name: old.name }).await?;
    Ok((find(tx, id).await?, secret.into()))
}

/// Takes everything away from it, at once and for good, also what members approved. Safe to repeat.
pub async fn revoke(tx: &mut TenantTx, actor: &Actor, id: ServiceAccountId, version: Option<i32>) -> Result<()> {
    actor.require(Permission::ServiceAccountsManage)?;
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    if old.revoked_at.is_some() {
        return Ok(());
    }
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    store::revoke(tx, id).await?;
    events::record(tx, actor, &Event::ServiceAccountRevoked { service: id, name: old.name }).await
}

fn draw(tx: &TenantTx) -> String {
    format!("kcs_{}", tx.source().token(32))
}

fn within(actor: &Actor, account: &ServiceAccount) -> Result<()> {
    may_give(actor, &Rights::of(Grants::stored(&account.scopes)))
}

async fn find(tx: &mut TenantTx, id: ServiceAccountId) -> Result<ServiceAccount> {
    store::list(tx, Some(id)).await?.pop().ok_or(Error::NotFound("service account"))
}

/// One that is in force.
async fn lock(tx: &mut TenantTx, id: ServiceAccountId, version: Option<i32>) -> Result<ServiceAccount> {
    store::lock(tx, id).await?;
    let old = find(tx, id).await?;
    if old.revoked_at.is_some() {
        return Err(Error::Refused("service_account_revoked"));
    }
    if version.is_some_and(|version| version != old.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    Ok(old)
}
