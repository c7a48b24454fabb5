//! What is done about letters.

use chrono::TimeDelta;

use super::{
    model::{Letter, Mail},
    store,
};
use crate::{
    Db, Result, SystemTx, TenantTx,
    ids::{AccountId, MailId, PersonId},
};

/// For so long a letter is remembered.
const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// Accepts a letter to an address, about an account. False when the address has got too many lately.
pub(crate) async fn write(tx: &mut SystemTx, account: AccountId, address: &str, letter: &Letter) -> Result<bool> {
    store::insert(tx, account, address, letter).await
}

/// Accepts a letter to a person of this org, at the confirmed address of their account. False when they have none, or
/// it has got too many lately.
pub(crate) async fn write_to(tx: &mut TenantTx, person: PersonId, letter: &Letter) -> Result<bool> {
    store::insert_to(tx, person, letter).await
}

/// A letter that is to be sent; none when it was sent, or given up.
pub async fn to_send(db: &Db, id: MailId) -> Result<Option<Mail>> {
    let mut tx = db.system().await?;
    let mail = store::waiting(&mut tx, id).await?;
    tx.commit().await?;
    Ok(mail)
}

/// It was handed over to the mail server.
pub async fn sent(db: &Db, id: MailId) -> Result<()> {
    let mut tx = db.system().await?;
    store::end(&mut tx, id, true).await?;
    Ok(tx.commit().await?)
}

/// It is not sent any more.
pub async fn give_up(db: &Db, id: MailId) -> Result<()> {
    let mut tx = db.system().await?;
    store::end(&mut tx, id, false).await?;
    Ok(tx.commit().await?)
}

/// Forgets letters of long ago. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    let before = tx.source().now() - REMEMBERED;
    store::forget(tx, before).await
}
