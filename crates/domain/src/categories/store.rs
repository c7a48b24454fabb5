//! SQL of categories.

use super::model::{Category, Names, PlaceKind, Priority, Terms};
use crate::{Error, Result, TenantTx, ids::CategoryId};

pub(super) async fn install(tx: &mut TenantTx) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into categories (org_id, id, parent_id, code, icon, name_ru, name_uz, name_en, places, shared, priority,
                                   respond_minutes, resolve_minutes, skill, photo_before, photo_after, checklist,
                                   keywords, position, created_at)
           select $1, id, parent_id, code, icon, ru, uz, en, places, shared, priority, respond_minutes, resolve_minutes,
                  skill, photo_before, photo_after, checklist, keywords, position, $2
           from category_presets order by position
           on conflict do nothing"#,
        tx.org().0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Rows of categories; the SQL goes on after `where org_id = $1 and `.
macro_rules! categories {
    ($tx:expr, $rest:literal, $($arg:expr),*) => {
        sqlx::query!(
            r#"select id as "id: CategoryId", parent_id as "parent: CategoryId", code, icon, name_ru, name_uz, name_en,
                      places as "places: Vec<PlaceKind>", shared, priority as "priority: Priority", respond_minutes,
                      resolve_minutes, skill, photo_before, photo_after, checklist, keywords, position,
                      archived_at is not null as "archived!", version
               from categories where org_id = $1 and "# + $rest,
            $tx.org().0,
            $($arg),*
        )
        .map(|row| Category {
            id: row.id,
            parent: row.parent,
            code: row.code,
            icon: row.icon,
            names: Names { ru: row.name_ru, uz: row.name_uz, en: row.name_en },
            places: row.places,
            shared: row.shared,
            terms: Terms {
                priority: row.priority,
                respond_minutes: row.respond_minutes,
                resolve_minutes: row.resolve_minutes,
                skill: row.skill,
                photo_before: row.photo_before,
                photo_after: row.photo_after,
                checklist: row.checklist,
            },
            keywords: row.keywords,
            position: row.position,
            archived: row.archived,
            version: row.version,
        })
    };
}

/// Every one, kinds before their problems.
pub(super) async fn list(tx: &mut TenantTx) -> Result<Vec<Category>> {
    Ok(categories!(tx, "true order by parent_id nulls first, position, id",).fetch_all(tx.conn()).await?)
}

pub(super) async fn get(tx: &mut TenantTx, id: CategoryId, lock: bool) -> Result<Category> {
    let found = if lock {
        categories!(tx, "id = $2 for update", id.0).fetch_optional(tx.conn()).await?
    } else {
        categories!(tx, "id = $2", id.0).fetch_optional(tx.conn()).await?
    };
    found.ok_or(Error::NotFound("category"))
}

pub(super) async fn count(tx: &mut TenantTx) -> Result<i64> {
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from categories where org_id = $1"#, tx.org().0)
        .fetch_one(tx.conn())
        .await?;
    Ok(count)
}

pub(super) async fn insert(tx: &mut TenantTx, new: &Category) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into categories (org_id, id, parent_id, icon, name_ru, name_uz, name_en, places, shared, priority,
                                   respond_minutes, resolve_minutes, skill, photo_before, photo_after, checklist,
                                   keywords, position, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"#,
        tx.org().0,
        new.id.0,
        new.parent.map(|parent| parent.0),
        new.icon,
        new.names.ru,
        new.names.uz,
        new.names.en,
        &new.places as &[PlaceKind],
        new.shared,
        new.terms.priority as Priority,
        new.terms.respond_minutes,
        new.terms.resolve_minutes,
        new.terms.skill,
        new.terms.photo_before,
        new.terms.photo_after,
        &new.terms.checklist,
        &new.keywords,
        new.position,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn save(tx: &mut TenantTx, category: &Category) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update categories
           set icon = $3, name_ru = $4, name_uz = $5, name_en = $6, places = $7, shared = $8, priority = $9,
               respond_minutes = $10, resolve_minutes = $11, skill = $12, photo_before = $13, photo_after = $14,
               checklist = $15, keywords = $16, position = $17, version = $18,
               archived_at = case when $19 then coalesce(archived_at, $20) end
           where org_id = $1 and id = $2"#,
        tx.org().0,
        category.id.0,
        category.icon,
        category.names.ru,
        category.names.uz,
        category.names.en,
        &category.places as &[PlaceKind],
        category.shared,
        category.terms.priority as Priority,
        category.terms.respond_minutes,
        category.terms.resolve_minutes,
        category.terms.skill,
        category.terms.photo_before,
        category.terms.photo_after,
        &category.terms.checklist,
        &category.keywords,
        category.position,
        category.version,
        category.archived,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
