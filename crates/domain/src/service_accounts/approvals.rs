//! A member lets a program act on their behalf: the consent, the code of one use, and what it is turned into.

use platform::Origin;
use secrecy::SecretString;

use super::{
    model::{CODE_LASTS, challenge_of, is_challenge, wanted},
    sign_in::{Client, caller},
    store::{self, NewApproval},
};
use crate::{
    Db, Error, Result, SystemTx, TenantTx,
    access::{Actor, Grants, Permission, Rights},
    events::{self, Event},
    ids::{PersonId, ServiceAccountId, SessionId},
    sessions::{self, EndedWhy, Kind, NewSession, Opened},
};

/// What a program asks for (RFC 6749, 4.1.1; RFC 7636, 4.3).
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Which program.
    pub service: ServiceAccountId,
    /// Where its code is to be sent: exactly one of those that it has.
    pub redirect_uri: &'a str,
    /// Scopes with blanks between; all that the program has, when it is empty.
    pub scope: &'a str,
    /// `code_challenge`, by `S256`.
    pub challenge: &'a str,
}

/// What a member is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// What the program is called.
    pub name: String,
    /// What it asks for.
    pub scopes: Vec<String>,
    /// What of that it may do on this member's behalf, as they stand now.
    pub effective: Vec<String>,
}

/// What a member is asked by this program. [`Error::NotFound`] for a program that is not there,
/// `redirect_uri_unknown` for an address that is not its own: nothing may be sent there.
pub async fn consent(tx: &mut TenantTx, actor: &Actor, asked: &Asked<'_>) -> Result<Consent> {
    let (_, consent, _) = decide(tx, actor, asked).await?;
    Ok(consent)
}

/// The member says yes. Returns the code, which is good for one use and [`CODE_LASTS`].
pub async fn approve(tx: &mut TenantTx, actor: &Actor, asked: &Asked<'_>) -> Result<SecretString> {
    let (person, consent, scopes) = decide(tx, actor, asked).await?;
    if actor.rights().is_some_and(|rights| rights.seen_by().is_some()) {
        return Err(Error::Refused("viewing_as"));
    }
    if consent.effective.is_empty() {
        return Err(Error::Refused("beyond_your_rights"));
    }
    let code = tx.source().token(32);
    let ends = tx.source().now() + CODE_LASTS;
    let service = asked.service;
    let (redirect_uri, challenge, scopes) = (asked.redirect_uri, asked.challenge, scopes.written());
    let new = NewApproval { service, person, scopes: &scopes, redirect_uri, challenge, code: &code, ends };
    store::insert_approval(tx, &new).await?;
    events::record(tx, actor, &Event::ServiceAccountApproved { service, person, scopes }).await?;
    Ok(code.into())
}

/// Who is asked, what, and for which scopes. Members alone: a program asks nobody to let it in further.
async fn decide(tx: &mut TenantTx, actor: &Actor, asked: &Asked<'_>) -> Result<(PersonId, Consent, Grants)> {
    let Actor::Member { person, rights, .. } = actor else {
        return Err(Error::Forbidden(Permission::ServiceAccountsRead));
    };
    let account = store::list(tx, Some(asked.service)).await?.pop().filter(|it| it.revoked_at.is_none());
    let account = account.ok_or(Error::NotFound("service account"))?;
    if !account.redirect_uris.iter().any(|uri| uri == asked.redirect_uri) {
        return Err(Error::Invalid { field: "redirect_uri", code: "redirect_uri_unknown" });
    }
    if !is_challenge(asked.challenge) {
        return Err(Error::Invalid { field: "code_challenge", code: "challenge_invalid" });
    }
    let wanted = wanted(&account.scopes, asked.scope)?;
    let effective = rights.grants().and(&wanted).written();
    let consent = Consent { name: account.name, scopes: wanted.written(), effective };
    Ok((*person, consent, wanted))
}

/// A code, and what proves that whoever brings it asked for it.
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    /// The code.
    pub code: &'a str,
    /// Where it was sent.
    pub redirect_uri: &'a str,
    /// `code_verifier` (RFC 7636, 4.5).
    pub verifier: &'a str,
}

/// What a code was turned into.
#[derive(Clone, Debug)]
pub struct Exchanged {
    /// The session of the program.
    pub opened: Opened,
    /// What the member approved.
    pub scopes: Vec<String>,
}

/// Turns a code into a session, once. None for one that is over, was sent elsewhere or to another program, and for a
/// wrong verifier, which spends it. One that comes again ends what it was turned into (RFC 6749, 4.1.2): somebody else
/// has seen it.
pub async fn exchange(db: &Db, client: &Client, brought: &Exchange<'_>, origin: Origin) -> Result<Option<Exchanged>> {
    let mut tx = db.tenant(client.org).await?;
    tx.set_origin(origin);
    let Some(found) = store::lock_code(&mut tx, client.id, brought.code).await? else { return Ok(None) };
    let now = tx.source().now();
    let (service, person) = (client.id, found.person);
    let program = Actor::Service { service, rights: Rights::of(Grants::NONE), behalf: None };
    if found.used {
        if found.open {
            store::end_approval(&mut tx, found.id).await?;
            events::record(&mut tx, &program, &Event::ServiceApprovalEnded { service, person }).await?;
        }
        tx.commit().await?;
        if let Some(session) = found.session {
            end(db, client, session, EndedWhy::Reused).await?;
        }
        return Ok(None);
    }
    let proven = found.code_ends > now
        && found.redirect_uri == brought.redirect_uri
        && challenge_of(brought.verifier).is_some_and(|challenge| challenge == found.challenge);
    let session = proven.then(|| SessionId(tx.source().id()));
    store::spend(&mut tx, found.id, session).await?;
    let spent = if proven {
        Event::ServiceApprovalUsed { service, person }
    } else {
        store::end_approval(&mut tx, found.id).await?;
        Event::ServiceApprovalEnded { service, person }
    };
    events::record(&mut tx, &program, &spent).await?;
    store::note_use(&mut tx, client.id).await?;
    tx.commit().await?;
    let Some(session) = session else { return Ok(None) };
    let new = NewSession {
        account: found.account,
        kind: Kind::ThirdParty,
        home: Some(client.org),
        device: &client.name,
        address: origin.address,
        proof: None,
    };
    let mut tx = db.system().await?;
    let opened = sessions::open_for(&mut tx, &new, session, client.id).await?;
    tx.commit().await?;
    let mut tx = db.tenant(client.org).await?;
    let lives = caller(&mut tx, client.id, Some(session), None, origin.address).await?.is_some();
    tx.commit().await?;
    match opened.filter(|_| lives) {
        Some(opened) => Ok(Some(Exchanged { opened, scopes: found.scopes })),
        None => {
            end(db, client, session, EndedWhy::ByAdmin).await?;
            Ok(None)
        }
    }
}

async fn end(db: &Db, client: &Client, session: SessionId, why: EndedWhy) -> Result<()> {
    let mut tx = db.system().await?;
    sessions::end_held(&mut tx, client.id, session, why).await?;
    Ok(tx.commit().await?)
}

/// Forgets the approvals whose code was never used, and those whose session is forgotten. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    store::forget_approvals(tx).await
}
