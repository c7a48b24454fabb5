//! Orgs: the tenants.

mod store;

use crate::{
    Db, OrgId, Result, TenantTx,
    access::{Actor, Role},
    events::{self, Event},
    people::{self, Language, Newcomer},
};

/// What every step of a conversation needs to know of the org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Org {
    /// Its id.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// An IANA time zone name, for every time on a screen.
    pub time_zone: String,
    /// The language of the staff's group, and of people who have chosen none.
    pub language: Language,
}

/// An org to be made.
#[derive(Clone, Debug)]
pub struct NewOrg<'a> {
    /// Its name.
    pub name: &'a str,
    /// The language of its staff's group.
    pub language: Language,
    /// Who owns it; can be told later.
    pub owner: Option<Newcomer<'a>>,
}

/// Makes an org and its owner.
pub async fn create(db: &Db, new: &NewOrg<'_>) -> Result<OrgId> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 200 {
        return Err(crate::Error::Invalid { field: "name", code: "name_invalid" });
    }
    let mut tx = db.system().await?;
    let org = OrgId(tx.source().id());
    store::insert(&mut tx, org, name, new.language).await?;
    tx.commit().await?;

    let mut tx = db.tenant(org).await?;
    events::record(&mut tx, &Actor::System, &Event::OrgCreated).await?;
    if let Some(owner) = &new.owner {
        people::add_member(&mut tx, &Actor::System, owner, Role::Owner).await?;
    }
    tx.commit().await?;
    Ok(org)
}

/// The org of this transaction.
pub async fn current(tx: &mut TenantTx) -> Result<Org> {
    store::current(tx).await
}

/// Every org, oldest first, for the platform operator's command line.
pub async fn list(db: &Db) -> Result<Vec<Org>> {
    let mut tx = db.system().await?;
    let orgs = store::list(&mut tx).await?;
    tx.commit().await?;
    Ok(orgs)
}
