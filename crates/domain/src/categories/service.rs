//! What is done about categories.

use super::{
    model::{Categories, Category, Edit, NewCategory, tidy},
    store,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::CategoryId,
};

/// The most categories of an org, those that are no longer offered included.
const CATEGORIES_MAX: i64 = 500;

/// The org begins with the presets. Safe to repeat.
pub async fn install(tx: &mut TenantTx) -> Result<()> {
    store::install(tx).await
}

/// Those that are offered, for a conversation: everybody may know what they may ask for.
pub async fn all(tx: &mut TenantTx) -> Result<Categories> {
    Ok(Categories::of(store::list(tx).await?))
}

/// Every one of them, in their order: also those that are no longer offered.
pub async fn list(tx: &mut TenantTx, actor: &Actor) -> Result<Vec<Category>> {
    actor.require(Permission::RequestsCreate)?;
    store::list(tx).await
}

/// One of them.
pub async fn get(tx: &mut TenantTx, actor: &Actor, id: CategoryId) -> Result<Category> {
    actor.require(Permission::RequestsCreate)?;
    store::get(tx, id, false).await
}

/// Makes one.
pub async fn create(tx: &mut TenantTx, actor: &Actor, new: NewCategory) -> Result<Category> {
    actor.require(Permission::SettingsManage)?;
    if store::count(tx).await? >= CATEGORIES_MAX {
        return Err(Error::Refused("categories_too_many"));
    }
    if let Some(parent) = new.parent {
        let kind = store::get(tx, parent, false).await?;
        if kind.parent.is_some() {
            return Err(Error::Invalid { field: "parent_id", code: "category_too_deep" });
        }
    }
    let mut category = Category {
        id: CategoryId(tx.source().id()),
        parent: new.parent,
        code: None,
        icon: new.icon,
        names: new.names,
        places: new.places,
        shared: new.shared,
        terms: new.terms,
        keywords: new.keywords,
        position: new.position,
        archived: false,
        version: 1,
    };
    tidy(&mut category)?;
    store::insert(tx, &category).await?;
    let event = Event::CategoryCreated { category: category.id, name: category.names.ru.clone() };
    events::record(tx, actor, &event).await?;
    Ok(category)
}

/// Changes one. With `version`, only when nobody else has changed it since: [`Error::Refused`] `changed_meanwhile`.
pub async fn edit(
    tx: &mut TenantTx,
    actor: &Actor,
    id: CategoryId,
    version: Option<i32>,
    edit: &Edit,
) -> Result<Category> {
    actor.require(Permission::SettingsManage)?;
    let was = store::get(tx, id, true).await?;
    if version.is_some_and(|version| version != was.version) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    let (mut next, changes) = edit.apply(&was)?;
    if changes.is_empty() {
        return Ok(was);
    }
    next.version += 1;
    store::save(tx, &next).await?;
    events::record(tx, actor, &Event::CategoryEdited { category: id, changes }).await?;
    Ok(next)
}

/// It is no longer offered; what was filed about it stays. A kind takes its problems along: they are reached through it.
pub async fn archive(tx: &mut TenantTx, actor: &Actor, id: CategoryId) -> Result<Category> {
    edit(tx, actor, id, None, &Edit { archived: Some(true), ..Edit::default() }).await
}
