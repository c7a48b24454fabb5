//! What is done about sessions.
//!
//! Signing in is no deed of an org's: the session is opened in a transaction of the platform's own, and the org that
//! it is at home in is told in a second one. The tokens are given away only after both.

use std::net::IpAddr;

use chrono::TimeDelta;
use platform::{Origin, Surface};

use super::{
    model::{Caller, EndedWhy, Kind, NewSession, Opened, Refreshed, Session, Standing, Watched},
    store,
};
use crate::{
    Db, Error, OrgId, Result, SystemTx, TenantTx,
    access::{Actor, Permission, Scope},
    events::{self, Event, SignInFailure},
    ids::{AccountId, MemberId, PersonId, ServiceAccountId, SessionId},
    members, orgs,
    people::{self, Newcomer},
};

/// For so long a session that ended is remembered, so that its refresh tokens are known when they come back.
const REMEMBERED: TimeDelta = TimeDelta::days(30);

impl Kind {
    /// The way in of what is done through such a session.
    pub fn surface(self) -> Surface {
        match self {
            Kind::MiniApp => Surface::MiniApp,
            Kind::Console => Surface::Console,
            Kind::ThirdParty => Surface::Api,
        }
    }
}

/// Opens a session. None when its proof has opened one that ended.
pub async fn open(tx: &mut SystemTx, new: &NewSession<'_>) -> Result<Option<Opened>> {
    let id = SessionId(tx.source().id());
    store::insert(tx, new, id, None).await
}

/// Opens a session that a program holds, on behalf of its account; its id is known before.
pub async fn open_for(
    tx: &mut SystemTx,
    new: &NewSession<'_>,
    id: SessionId,
    holder: ServiceAccountId,
) -> Result<Option<Opened>> {
    store::insert(tx, new, id, Some(holder)).await
}

/// Opens a session and tells its home. None when its proof has opened one that ended.
pub async fn sign_in(db: &Db, new: &NewSession<'_>) -> Result<Option<Opened>> {
    let mut tx = db.system().await?;
    let Some(opened) = open(&mut tx, new).await? else { return Ok(None) };
    tx.commit().await?;
    if opened.is_new
        && let Some(home) = opened.home
    {
        let session = opened.session;
        let origin = Origin { session: Some(session.0), address: new.address, ..Origin::of(new.kind.surface()) };
        let device = new.device.chars().filter(|c| !c.is_control()).take(200).collect();
        let signed_in = |person| Event::SignedIn { person, session, new_device: opened.new_device, device };
        tell(db, home, opened.account, origin, signed_in).await?;
    }
    Ok(Some(opened))
}

/// Opens a session of the mini-app for whoever Telegram says opened it; an org meets them now if it never has. The
/// same opening (`proof`) is the same session, however often it comes; none when that has ended.
pub async fn sign_in_from_telegram(
    db: &Db,
    org: OrgId,
    who: &Newcomer<'_>,
    proof: [u8; 32],
    device: &str,
    address: Option<IpAddr>,
) -> Result<Option<Opened>> {
    let mut tx = db.tenant(org).await?;
    let account = match store::known_to(&mut tx, who.telegram_id).await? {
        Some(account) => {
            drop(tx);
            account
        }
        None => {
            orgs::require_in_force(&mut tx).await?;
            let person = people::identify(&mut tx, who).await?.person;
            let account = people::account(&mut tx, person).await?;
            tx.commit().await?;
            account
        }
    };
    let new = NewSession { account, kind: Kind::MiniApp, home: Some(org), device, address, proof: Some(proof) };
    sign_in(db, &new).await
}

/// Uses a refresh token up. One that was used before ends its session, and the session's home is told. The token of a
/// session that a program holds is none here.
pub async fn refresh(db: &Db, token: &str, origin: Origin) -> Result<Refreshed> {
    use_up(db, token, None, origin).await
}

/// The same for a session that this program holds.
pub async fn refresh_held(db: &Db, token: &str, holder: ServiceAccountId, origin: Origin) -> Result<Refreshed> {
    use_up(db, token, Some(holder), origin).await
}

async fn use_up(db: &Db, token: &str, holder: Option<ServiceAccountId>, origin: Origin) -> Result<Refreshed> {
    let mut tx = db.system().await?;
    let refreshed = store::refresh(&mut tx, token, holder).await?;
    tx.commit().await?;
    if let Refreshed::Reused { account, session, home: Some(home) } = &refreshed {
        let origin = Origin { session: Some(session.0), ..origin };
        let reused = |person| Event::SignInFailed { person, why: SignInFailure::TokenReused };
        tell(db, *home, *account, origin, reused).await?;
        tell(db, *home, *account, origin, |person| Event::SessionsEnded { person, count: 1 }).await?;
    }
    Ok(refreshed)
}

/// Whose session a refresh token belongs to, used or not: for signing out.
pub async fn of_refresh(tx: &mut SystemTx, token: &str) -> Result<Option<(AccountId, SessionId)>> {
    store::of_refresh(tx, token).await
}

/// Who acts through a session in this org, read afresh in one trip. None when the session has ended or expired, when
/// its account is nobody here, and when a program holds it: that one asks by its own name.
pub async fn caller(tx: &mut TenantTx, session: SessionId) -> Result<Option<Caller>> {
    store::caller(tx, session).await
}

/// Makes this org meet whoever comes through the session, if it never has, and gives them as an actor.
/// [`Error::NotFound`] when the session has ended.
pub async fn introduce(tx: &mut TenantTx, session: SessionId) -> Result<Actor> {
    let person = store::introduce(tx, session).await?.ok_or(Error::NotFound("session"))?;
    Actor::load(tx, person).await
}

/// Where the session of this account was opened, if it goes on.
pub async fn kind(tx: &mut SystemTx, account: AccountId, session: SessionId) -> Result<Option<Kind>> {
    store::kind(tx, account, session).await
}

/// Whether the session of this account goes on.
pub async fn is_open(tx: &mut SystemTx, account: AccountId, session: SessionId) -> Result<bool> {
    store::is_open(tx, account, session).await
}

/// The sessions of an account that have not ended, the latest first.
pub async fn list(tx: &mut SystemTx, account: AccountId) -> Result<Vec<Session>> {
    store::list(tx, account).await
}

/// Ends one session of an account. Returns whether it was open.
pub async fn end(tx: &mut SystemTx, account: AccountId, session: SessionId, why: EndedWhy) -> Result<bool> {
    Ok(store::end(tx, account, Some(session), None, why).await? > 0)
}

/// Ends a session that this program holds. Returns whether it was open.
pub async fn end_held(tx: &mut SystemTx, holder: ServiceAccountId, session: SessionId, why: EndedWhy) -> Result<bool> {
    store::end_held(tx, holder, session, why).await
}

/// Ends every session of an account, `except` one perhaps. Returns how many were open.
pub async fn end_all(tx: &mut SystemTx, account: AccountId, except: Option<SessionId>, why: EndedWhy) -> Result<u64> {
    store::end(tx, account, None, except, why).await
}

/// Somebody ends, through a session `from` of theirs, `only` one of their sessions, or all but that; the org that they
/// work for is told. Returns how many ended; none when `from` has ended itself.
pub async fn end_own(
    db: &Db,
    account: AccountId,
    from: SessionId,
    only: Option<SessionId>,
    address: Option<IpAddr>,
) -> Result<Option<u64>> {
    let mut tx = db.system().await?;
    if !store::is_open(&mut tx, account, from).await? {
        return Ok(None);
    }
    let except = only.is_none().then_some(from);
    let count = store::end(&mut tx, account, only, except, EndedWhy::ByPerson).await?;
    let home = store::orgs(&mut tx, account).await?.into_iter().next();
    tx.commit().await?;
    if let (true, Some(home)) = (count > 0, home) {
        let origin = Origin { session: Some(from.0), address, ..Origin::of(db.surface()) };
        tell(db, home, account, origin, |person| Event::SessionsEnded { person, count }).await?;
    }
    Ok(Some(count))
}

/// The account of a Telegram user whom some org has met.
pub async fn of_telegram(tx: &mut SystemTx, telegram_id: i64) -> Result<Option<AccountId>> {
    store::of_telegram(tx, telegram_id).await
}

/// The orgs that know an account, those that it works for first.
pub async fn orgs(tx: &mut SystemTx, account: AccountId) -> Result<Vec<OrgId>> {
    store::orgs(tx, account).await
}

/// Forgets the sessions that ended long ago. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    let before = tx.source().now() - REMEMBERED;
    store::forget(tx, before).await
}

/// Tells an org of something about the sign-ins of an account, as far as the org knows it.
pub(crate) async fn tell(
    db: &Db,
    org: OrgId,
    account: AccountId,
    origin: Origin,
    event: impl FnOnce(PersonId) -> Event,
) -> Result<()> {
    let mut tx = db.tenant(org).await?;
    if let Some(actor) = Actor::of_account(&mut tx, account).await?
        && let Some(person) = actor.person()
    {
        tx.set_origin(origin);
        events::record(&mut tx, &actor, &event(person)).await?;
    }
    tx.commit().await.map_err(Error::from)
}

/// How these sessions stand, in one trip for all of them: for a process that holds their connections open.
pub async fn standing(tx: &mut SystemTx, watched: &[Watched]) -> Result<Vec<Standing>> {
    store::standing(tx, watched).await
}

/// Ends every session of a person of this org, in every org. Returns how many were open. For whoever acts within one
/// org; the caller has asked whether they may.
pub async fn end_all_of(tx: &mut TenantTx, person: PersonId, why: EndedWhy) -> Result<u64> {
    store::end_of_person(tx, person, why).await?.ok_or(Error::NotFound("person"))
}

/// Somebody who may ends every session of a member, in every org. Returns how many were open. Nobody does it to
/// whoever has more than they do, nor to themselves: they sign out.
pub async fn end_those_of(tx: &mut TenantTx, actor: &Actor, member: MemberId) -> Result<u64> {
    if actor.require(Permission::SessionsManage)? != Scope::All {
        return Err(Error::Forbidden(Permission::SessionsManage));
    }
    let member = members::get(tx, actor, member).await?;
    members::may_touch(tx, actor, &member).await?;
    let (person, count) = (member.person, end_all_of(tx, member.person, EndedWhy::ByAdmin).await?);
    if count > 0 {
        events::record(tx, actor, &Event::SessionsEnded { person, count }).await?;
    }
    Ok(count)
}

/// The actor's own sign-ins that have not ended, the latest first: for an org's bot, within that org's transaction.
/// Nobody's for a program and for the system.
pub async fn list_here(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Session>> {
    match actor.person() {
        Some(person) => store::list_of_person(tx, person).await,
        None => Ok(vec![]),
    }
}

/// The actor ends `only` one of their own sign-ins, or all of them, within an org's transaction; the org is told.
/// Returns how many ended.
pub async fn end_here(tx: &mut TenantTx, actor: &Actor, only: Option<SessionId>) -> Result<u64> {
    let person = actor.person().ok_or(Error::NotFound("session"))?;
    let count = match only {
        Some(session) if store::end_of_person_one(tx, person, session, EndedWhy::ByPerson).await? => 1,
        Some(_) => return Err(Error::NotFound("session")),
        None => end_all_of(tx, person, EndedWhy::ByPerson).await?,
    };
    if count > 0 {
        events::record(tx, actor, &Event::SessionsEnded { person, count }).await?;
    }
    Ok(count)
}
