//! What is done about sessions.

use super::{
    model::{Caller, EndedWhy, NewSession, Session},
    store,
};
use crate::{
    Result, SystemTx, TenantTx,
    access::Actor,
    ids::{AccountId, SessionId},
};

/// Opens a session.
pub async fn open(tx: &mut SystemTx, new: &NewSession<'_>) -> Result<SessionId> {
    store::insert(tx, new).await
}

/// Who acts through a session in this org, read afresh. None when the session has ended or expired, and when its
/// account is nobody here.
pub async fn caller(tx: &mut TenantTx, session: SessionId) -> Result<Option<Caller>> {
    let Some((person, language)) = store::person(tx, session).await? else { return Ok(None) };
    let actor = Actor::load(tx, person).await?;
    Ok(Some(Caller { actor, language }))
}

/// The sessions of an account that have not ended, the latest first.
pub async fn list(tx: &mut SystemTx, account: AccountId) -> Result<Vec<Session>> {
    store::list(tx, account).await
}

/// Ends one session of an account. Returns whether it was open.
pub async fn end(tx: &mut SystemTx, account: AccountId, session: SessionId, why: EndedWhy) -> Result<bool> {
    Ok(store::end(tx, account, Some(session), None, why).await? > 0)
}

/// Ends every session of an account, `except` one perhaps. Returns how many were open.
pub async fn end_all(tx: &mut SystemTx, account: AccountId, except: Option<SessionId>, why: EndedWhy) -> Result<u64> {
    store::end(tx, account, None, except, why).await
}
