//! The address that somebody signs in with: it counts when whoever reads what arrives there has followed a link.

use secrecy::SecretString;

use super::{
    model::email_of,
    service::{announce, password_fits},
    store,
};
use crate::{
    Db, Error, Result,
    error::OnConstraint as _,
    events::Event,
    ids::AccountId,
    mails::{self, EMAIL_LINK, Letter, SecurityNotice},
};

/// Somebody wants to sign in with an address: a letter asks whoever reads it. Nothing changes until its link is
/// followed; an address of somebody else's is told so, and whoever asks is not. To have the letter for the address of
/// now once more takes no password; another address does, where there is one. [`Error::Refused`] `mail_off` on a
/// deployment that sends no letters, `email_confirmed`, `credentials_wrong`, `mails_too_many`.
pub async fn ask_email(
    db: &Db,
    account: AccountId,
    email: &str,
    current: Option<SecretString>,
    sends_mail: bool,
) -> Result<()> {
    if !sends_mail {
        return Err(Error::Refused("mail_off"));
    }
    let email = email_of(email)?;
    let mut tx = db.system().await?;
    let known = store::by_account(&mut tx, account).await?.ok_or(Error::NotFound("account"))?;
    let holder = store::by_email(&mut tx, &email).await?.map(|holder| holder.account);
    tx.commit().await?;
    let own = holder == Some(account);
    if own && known.email_verified {
        return Err(Error::Refused("email_confirmed"));
    }
    if !own && known.password_hash.is_some() {
        let current = current.ok_or(Error::Refused("credentials_wrong"))?;
        if !password_fits(db, account, current).await? {
            return Err(Error::Refused("credentials_wrong"));
        }
    }
    let (whose, letter) = match holder {
        Some(other) if !own => (other, Letter::AddressKnown),
        _ => (account, Letter::ConfirmEmail),
    };
    let mut tx = db.system().await?;
    if !mails::write(&mut tx, whose, &email, &letter).await? {
        return Err(Error::Refused("mails_too_many"));
    }
    Ok(tx.commit().await?)
}

/// What the link that confirms an address carries, for the letter that is about to be sent: good for a day and one use.
pub async fn make_email_link(db: &Db, account: AccountId, address: &str) -> Result<SecretString> {
    let mut tx = db.system().await?;
    let (token, ends) = (tx.source().token(32), tx.source().now() + EMAIL_LINK);
    store::insert_email_link(&mut tx, account, address, &token, ends).await?;
    tx.commit().await?;
    Ok(token.into())
}

/// The address that the link was sent to is the one to sign in with from now on; the one before is told.
/// [`Error::Refused`] `link_over`, `email_taken`.
pub async fn confirm_email(db: &Db, token: &str) -> Result<()> {
    let mut tx = db.system().await?;
    let (account, email) = store::use_email_link(&mut tx, token).await?.ok_or(Error::Refused("link_over"))?;
    let before = store::by_account(&mut tx, account).await?.ok_or(Error::NotFound("account"))?;
    let set = store::confirm_email(&mut tx, account, &email).await;
    set.on_constraint("accounts_email_key", Error::Refused("email_taken"))?;
    let replaced = before.email.filter(|before| *before != email);
    if let Some(before) = replaced.as_ref().filter(|_| before.email_verified) {
        mails::write(&mut tx, account, before, &Letter::Security { notice: SecurityNotice::EmailChanged }).await?;
    }
    tx.commit().await?;
    announce(db, account, |person| Event::EmailConfirmed { person, replaced: replaced.is_some() }).await
}
