//! What is done about sessions.

use super::{
    model::{EndedWhy, NewSession, Session},
    store,
};
use crate::{
    Result, SystemTx, TenantTx,
    access::Actor,
    ids::{AccountId, PersonId, SessionId},
};

/// Opens a session.
pub async fn open(tx: &mut SystemTx, new: &NewSession<'_>) -> Result<SessionId> {
    store::insert(tx, new).await
}

/// The person of this org behind a session. None when the session has ended or expired, or its account is nobody
/// here: the two are told apart by nothing that an answer shows.
pub async fn person(tx: &mut TenantTx, session: SessionId) -> Result<Option<PersonId>> {
    store::person(tx, session).await
}

/// Who acts through a session in this org, read afresh; none as in [`person`].
pub async fn caller(tx: &mut TenantTx, session: SessionId) -> Result<Option<Actor>> {
    match person(tx, session).await? {
        Some(person) => Actor::load(tx, person).await.map(Some),
        None => Ok(None),
    }
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
