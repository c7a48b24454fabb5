//! What is done about people.

use super::{
    model::{Identity, Language, Newcomer, phone_e164, tidy_name},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::Actor,
    events::{self, Event},
    ids::{AccountId, PersonId},
    property,
};

/// Who this is; a person is remembered at the first meeting. One round trip, two for a newcomer.
pub async fn identify(tx: &mut TenantTx, who: &Newcomer<'_>) -> Result<Identity> {
    if let Some(identity) = store::identity(tx, who.telegram_id).await? {
        return Ok(identity);
    }
    store::insert(tx, who, &tidy_name(who.name)).await?;
    store::identity(tx, who.telegram_id).await?.ok_or(Error::NotFound("person"))
}

/// A person who has been met before.
pub async fn known(tx: &mut TenantTx, telegram_id: i64) -> Result<Identity> {
    store::identity(tx, telegram_id).await?.ok_or(Error::NotFound("person"))
}

/// The language to speak in a private chat; none for somebody who has not been met.
pub async fn language(tx: &mut TenantTx, telegram_id: i64) -> Result<Option<Language>> {
    store::language(tx, telegram_id).await
}

/// What to call the person.
pub async fn name(tx: &mut TenantTx, person: PersonId) -> Result<String> {
    store::name(tx, person).await?.ok_or(Error::NotFound("person"))
}

/// The account behind a person.
pub async fn account(tx: &mut TenantTx, person: PersonId) -> Result<AccountId> {
    store::account(tx, person).await?.ok_or(Error::NotFound("person"))
}

/// The person chose their language.
pub async fn choose_language(tx: &mut TenantTx, person: PersonId, language: Language) -> Result<()> {
    let was = Some(store::set_language(tx, person, language).await?);
    events::record(tx, &Actor::Contact { person }, &Event::LanguageChosen { language, was }).await
}

/// The person gave their own phone number. Every unit that the register knows under it becomes theirs, verified.
/// Returns how many units were found.
pub async fn confirm_phone(tx: &mut TenantTx, person: PersonId, phone: &str) -> Result<u64> {
    let phone = phone_e164(phone)?;
    store::set_phone(tx, person, &phone).await?;
    events::record(tx, &Actor::Contact { person }, &Event::PhoneConfirmed).await?;
    property::settle_by_phone(tx, person, &phone).await
}

/// The person agreed to how their data is used, in this version of the words. Safe to repeat.
pub async fn give_consent(tx: &mut TenantTx, person: PersonId, version: &str) -> Result<()> {
    if store::insert_consent(tx, person, version).await? {
        let given = Event::ConsentGiven { version: version.to_owned() };
        events::record(tx, &Actor::Contact { person }, &given).await?;
    }
    Ok(())
}

/// Whether the person agreed to this version of the words.
pub async fn has_consented(tx: &mut TenantTx, person: PersonId, version: &str) -> Result<bool> {
    store::has_consented(tx, person, version).await
}

/// The bot was blocked: nothing is sent to this person until they come back. Safe to repeat.
pub async fn mark_unreachable(tx: &mut TenantTx, telegram_id: i64) -> Result<()> {
    if let Some(person) = store::set_unreachable(tx, telegram_id, true).await? {
        events::record(tx, &Actor::Contact { person }, &Event::PersonUnreachable).await?;
    }
    Ok(())
}

/// The person unblocked the bot. Safe to repeat.
pub async fn mark_reachable(tx: &mut TenantTx, telegram_id: i64) -> Result<()> {
    if let Some(person) = store::set_unreachable(tx, telegram_id, false).await? {
        events::record(tx, &Actor::Contact { person }, &Event::PersonReturned { person }).await?;
    }
    Ok(())
}
