//! What is done about passwords.

use platform::{Origin, passwords};
use secrecy::SecretString;

use super::{
    model::{Address, Passed, Registration, email_of, good_password},
    store,
};
use crate::{
    Db, Error, OrgId, Result, TenantTx,
    access::{Actor, Filter, Role},
    events::{Event, SignInFailure},
    ids::{AccountId, PersonId, SessionId},
    mails::{self, Letter, PASSWORD_LINK},
    members,
    orgs::{self, NewOrg},
    people,
    sessions::{self, EndedWhy},
};

/// Makes an account and the org that it owns, in one transaction (S4-22). [`Error::Refused`] `email_taken`.
pub async fn register(db: &Db, new: Registration<'_>) -> Result<(AccountId, OrgId)> {
    let (email, name) = (email_of(new.email)?, people::tidy_name(new.name));
    good_password(&new.password, Some(&email))?;
    let hash = passwords::hash(new.password).await?;
    let org = OrgId(db.source().id());
    let mut tx = db.tenant(org).await?;
    let made = store::register(&mut tx, &email, &name, new.org.language, &hash).await?;
    let account = made.ok_or(Error::Refused("email_taken"))?;
    orgs::found(&mut tx, &new.org).await?;
    let person = store::introduce(&mut tx, account, &email, &name, new.org.language).await?;
    members::enroll(&mut tx, &Actor::System, person, Role::Owner, &Filter::default()).await?;
    mails::write_to(&mut tx, person, &Letter::ConfirmEmail).await?;
    tx.commit().await?;
    Ok((account, org))
}

/// Makes an org that whoever comes through the session owns, in a transaction opened for its new id.
pub async fn found(tx: &mut TenantTx, session: SessionId, new: &NewOrg<'_>) -> Result<()> {
    orgs::found(tx, new).await?;
    let owner = sessions::introduce(tx, session).await?.person().ok_or(Error::NotFound("person"))?;
    members::enroll(tx, &Actor::System, owner, Role::Owner, &Filter::default()).await?;
    Ok(())
}

/// Whether an e-mail and a password fit. It takes as long for an address that nobody has (S3-59).
pub async fn check(db: &Db, email: &str, password: SecretString) -> Result<Passed> {
    let known = match email_of(email) {
        Ok(email) => {
            let mut tx = db.system().await?;
            let known = store::by_email(&mut tx, &email).await?;
            tx.commit().await?;
            known
        }
        Err(_) => None,
    };
    let kept = known.as_ref().and_then(|known| known.password_hash.clone());
    let fits = passwords::matches(password, kept).await?;
    Ok(match known {
        Some(known) if fits => Passed::Yes { account: known.account, second_factor: known.second_factor },
        known => Passed::No { account: known.map(|known| known.account) },
    })
}

/// Whether it is the password of this account.
pub(super) async fn password_fits(db: &Db, account: AccountId, password: SecretString) -> Result<bool> {
    let mut tx = db.system().await?;
    let known = store::by_account(&mut tx, account).await?;
    tx.commit().await?;
    Ok(passwords::matches(password, known.and_then(|known| known.password_hash)).await?)
}

/// The address that an account signs in with, if it has one.
pub async fn address(db: &Db, account: AccountId) -> Result<Option<Address>> {
    let mut tx = db.system().await?;
    let known = store::by_account(&mut tx, account).await?.ok_or(Error::NotFound("account"))?;
    tx.commit().await?;
    Ok(known.email.map(|email| Address { email, confirmed: known.email_verified }))
}

/// Changes the password, or sets the first one. All sessions but `from` end. [`Error::Refused`] `credentials_wrong`
/// when `current` is not the password, `email_missing` when there is no address to sign in with.
pub async fn change_password(
    db: &Db,
    account: AccountId,
    from: SessionId,
    current: Option<SecretString>,
    new: SecretString,
) -> Result<()> {
    let mut tx = db.system().await?;
    let known = store::by_account(&mut tx, account).await?.ok_or(Error::NotFound("account"))?;
    tx.commit().await?;
    if known.password_hash.is_some() {
        let current = current.ok_or(Error::Refused("credentials_wrong"))?;
        if !passwords::matches(current, known.password_hash).await? {
            return Err(Error::Refused("credentials_wrong"));
        }
    }
    let address = known.email.ok_or(Error::Refused("email_missing"))?;
    good_password(&new, Some(&address))?;
    let hash = passwords::hash(new).await?;
    let mut tx = db.system().await?;
    store::set_password(&mut tx, account, &hash).await?;
    sessions::end_all(&mut tx, account, Some(from), EndedWhy::CredentialsChanged).await?;
    tx.commit().await?;
    announce(db, account, |person| Event::PasswordChanged { person }).await
}

/// Somebody asks for a link to set a new password. Whoever it is told to must not learn whether the address is known.
pub async fn ask_link(db: &Db, email: &str) -> Result<()> {
    let email = email_of(email)?;
    let mut tx = db.system().await?;
    let known = store::by_email(&mut tx, &email).await?;
    tx.commit().await?;
    match known {
        Some(known) => announce(db, known.account, |person| Event::PasswordLinkAsked { person }).await,
        None => Ok(()),
    }
}

/// What the link for a new password carries, for the bot that is about to send it to this person: good for half an
/// hour and one use.
pub async fn make_link(db: &Db, org: OrgId, person: PersonId) -> Result<SecretString> {
    let mut tx = db.tenant(org).await?;
    let account = store::account_in(&mut tx, person).await?.ok_or(Error::NotFound("person"))?;
    tx.commit().await?;
    make_link_of(db, account).await
}

/// The same for the letter that is about to be sent.
pub async fn make_link_of(db: &Db, account: AccountId) -> Result<SecretString> {
    let mut tx = db.system().await?;
    let (token, ends) = (tx.source().token(32), tx.source().now() + PASSWORD_LINK);
    store::insert_link(&mut tx, account, &token, ends).await?;
    tx.commit().await?;
    Ok(token.into())
}

/// Sets a new password by a link, which is used up. Every session ends. [`Error::Refused`] `link_over`.
pub async fn reset_password(db: &Db, token: &str, new: SecretString) -> Result<()> {
    good_password(&new, None)?;
    let hash = passwords::hash(new).await?;
    let mut tx = db.system().await?;
    let account = store::use_link(&mut tx, token).await?.ok_or(Error::Refused("link_over"))?;
    store::set_password(&mut tx, account, &hash).await?;
    sessions::end_all(&mut tx, account, None, EndedWhy::CredentialsChanged).await?;
    tx.commit().await?;
    announce(db, account, |person| Event::PasswordChanged { person }).await
}

/// There were too many attempts on an account: its person is told, and their org.
pub async fn lock_told(db: &Db, account: AccountId, origin: Origin, why: SignInFailure) -> Result<()> {
    tell_home(db, account, origin, |person| Event::SignInFailed { person, why }).await
}

/// Tells the org that the account is at home in.
pub(super) async fn announce(db: &Db, account: AccountId, event: impl FnOnce(PersonId) -> Event) -> Result<()> {
    tell_home(db, account, Origin::of(db.surface()), event).await
}

async fn tell_home(db: &Db, account: AccountId, origin: Origin, event: impl FnOnce(PersonId) -> Event) -> Result<()> {
    let mut tx = db.system().await?;
    let home = sessions::orgs(&mut tx, account).await?.into_iter().next();
    tx.commit().await?;
    match home {
        Some(home) => sessions::tell(db, home, account, origin, event).await,
        None => Ok(()),
    }
}
