//! Programs that ask: who they are by their secret, and who they are in the transaction of a request.

use std::net::IpAddr;

use platform::{Origin, secrets::fingerprint};

use super::{
    model::{may_come, wanted},
    store,
};
use crate::{
    Db, OrgId, Result, TenantTx,
    access::Actor,
    ids::{AccountId, ServiceAccountId, SessionId},
    people::Language,
    sessions::{self, EndedWhy, Refreshed},
};

/// A program that is in force, in an org that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its id.
    pub id: ServiceAccountId,
    /// Whose it is.
    pub org: OrgId,
    /// What it is called.
    pub name: String,
    /// Where codes may be sent.
    pub redirect_uris: Vec<String>,
    /// What it may do.
    pub scopes: Vec<String>,
}

impl Client {
    /// The scopes that it asks for, with blanks between; all that it has when it names none. `grant_invalid` for what
    /// is no scope, and for what it does not have.
    pub fn wanted(&self, scope: &str) -> Result<Vec<String>> {
        wanted(&self.scopes, scope).map(|wanted| wanted.written())
    }
}

/// Who acts when a program asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Through {
    /// The program, with the rights of this moment.
    pub actor: Actor,
    /// The account on whose behalf it acts.
    pub account: Option<AccountId>,
    /// The language to speak with whoever it asks for.
    pub language: Language,
    /// Whether the org is deleted: then nobody does anything in it.
    pub org_deleted: bool,
}

/// The program of this id, before it has proven anything.
pub async fn client(db: &Db, id: ServiceAccountId) -> Result<Option<Client>> {
    let mut tx = db.system().await?;
    let known = store::client(&mut tx, id, None).await?;
    tx.commit().await?;
    Ok(known.map(|known| known.client))
}

/// The program that proves itself by its secret. None for a wrong one, and for one that comes from where it may not.
pub async fn authenticate(
    db: &Db,
    id: ServiceAccountId,
    secret: &str,
    address: Option<IpAddr>,
) -> Result<Option<Client>> {
    let mut tx = db.system().await?;
    let known = store::client(&mut tx, id, Some(fingerprint(secret))).await?;
    tx.commit().await?;
    Ok(known.filter(|known| known.proven && may_come(&known.allowed_from, address)).map(|known| known.client))
}

/// Notes that a program was given a token of its own.
pub async fn note_use(db: &Db, client: &Client) -> Result<()> {
    let mut tx = db.tenant(client.org).await?;
    store::note_use(&mut tx, client.id).await?;
    Ok(tx.commit().await?)
}

/// Uses up a refresh token that this program holds.
pub async fn refresh(db: &Db, client: &Client, token: &str, origin: Origin) -> Result<Refreshed> {
    let refreshed = sessions::refresh_held(db, token, client.id, origin).await?;
    let Refreshed::Opened(opened) = &refreshed else { return Ok(refreshed) };
    let mut tx = db.tenant(client.org).await?;
    store::note_use(&mut tx, client.id).await?;
    let lives = caller(&mut tx, client.id, Some(opened.session), None, origin.address).await?.is_some();
    tx.commit().await?;
    Ok(if lives { refreshed } else { Refreshed::Nothing })
}

/// Ends the session that this refresh token of the program's belongs to (RFC 7009). Returns whether there is one.
pub async fn end_token(db: &Db, client: &Client, token: &str) -> Result<bool> {
    let mut tx = db.system().await?;
    let ended = match sessions::of_refresh(&mut tx, token).await? {
        Some((_, session)) => sessions::end_held(&mut tx, client.id, session, EndedWhy::SignedOut).await?,
        None => false,
    };
    tx.commit().await?;
    Ok(ended)
}

/// Ends a session of the program's (RFC 7009).
pub async fn end_session(db: &Db, client: &Client, session: SessionId) -> Result<()> {
    let mut tx = db.system().await?;
    sessions::end_held(&mut tx, client.id, session, EndedWhy::SignedOut).await?;
    Ok(tx.commit().await?)
}

/// Who acts when this program asks, read afresh in one trip: for itself, or through `session` on behalf of a member.
/// `narrowed` is what its token was limited to. None when the program was revoked, the approval or its session has
/// ended, the member is one no longer, or it comes from where it may not.
pub async fn caller(
    tx: &mut TenantTx,
    id: ServiceAccountId,
    session: Option<SessionId>,
    narrowed: Option<&str>,
    address: Option<IpAddr>,
) -> Result<Option<Through>> {
    let found = store::caller(tx, id, session, narrowed).await?;
    Ok(found.filter(|found| may_come(&found.allowed_from, address)).map(|found| found.through))
}
