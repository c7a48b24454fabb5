//! SQL of imports.

/// One statement of loading an import or taking it back, with its org, its id and the time as `$1` to `$3`: how many rows
/// it changed.
macro_rules! step {
    ($tx:expr, $import:expr, $sql:literal) => {{
        let now = $tx.source().now();
        let done = sqlx::query!($sql, $tx.org().0, $import.0, now).execute($tx.conn()).await?;
        Ok(done.rows_affected() as i64)
    }};
}

pub(super) mod load;
pub(super) mod rows;
pub(super) mod undo;

use sqlx::types::Json;

use super::{
    fields::Field,
    model::{Card, Import, ImportState, Outcome},
    service::NewImport,
    undo::KEPT,
};
use crate::{
    Error, Result, SystemTx, TenantTx,
    ids::{BotId, ImportId, PersonId},
};

/// The id, and whether it is new.
pub(super) async fn insert(
    tx: &mut TenantTx,
    person: Option<PersonId>,
    new: &NewImport<'_>,
) -> Result<(ImportId, bool)> {
    let (id, now) = (ImportId(tx.source().id()), tx.source().now());
    let name: String = new.file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    let inserted = sqlx::query!(
        "insert into imports (org_id, id, person_id, source, file_name, state, head, columns, mapping, rows, last_row,
                              bot_id, chat_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 'unmapped', 0, '[]', '[]', 0, 0, $6, $7, $8, $8)
         on conflict on constraint imports_source_key do nothing",
        tx.org().0,
        id.0,
        person.map(|person| person.0),
        new.source,
        if name.trim().is_empty() { "—" } else { name.as_str() },
        new.chat.map(|(bot, _)| bot.0),
        new.chat.map(|(_, chat)| chat),
        now,
    )
    .execute(tx.conn())
    .await?;
    if inserted.rows_affected() == 1 {
        return Ok((id, true));
    }
    let known = sqlx::query_scalar!(
        r#"select id as "id: ImportId" from imports where org_id = $1 and source = $2"#,
        tx.org().0,
        new.source,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok((known, false))
}

/// All, or the one.
pub(super) async fn list(
    tx: &mut TenantTx,
    only: Option<ImportId>,
    before: Option<ImportId>,
    limit: i64,
) -> Result<Vec<Import>> {
    let rows = sqlx::query!(
        r#"select id as "id: ImportId", person_id as "person: PersonId", file_name, state as "state: ImportState", head,
                  columns as "columns: Json<Vec<String>>", mapping as "mapping: Json<Vec<Option<Field>>>", rows, last_row,
                  checked, ok, wrong, outcome as "outcome: Json<Outcome>", bot_id as "bot: BotId", chat_id, message_id,
                  version, created_at, updated_at, loaded_at
           from imports where org_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id < $3)
           order by id desc limit $4"#,
        tx.org().0,
        only.map(|id| id.0),
        before.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    let imports = rows.into_iter().map(|row| Import {
        id: row.id,
        person: row.person,
        file_name: row.file_name,
        state: row.state,
        head: row.head,
        columns: row.columns.0,
        mapping: row.mapping.0,
        rows: row.rows,
        last_row: row.last_row,
        checked: row.checked,
        ok: row.ok,
        wrong: row.wrong,
        outcome: row.outcome.map(|outcome| outcome.0),
        card: row.bot.zip(row.chat_id).map(|(bot, chat_id)| Card { bot, chat_id, message_id: row.message_id }),
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        loaded_at: row.loaded_at,
    });
    Ok(imports.collect())
}

pub(super) async fn lock(tx: &mut TenantTx, id: ImportId) -> Result<()> {
    let row = sqlx::query_scalar!("select id from imports where org_id = $1 and id = $2 for update", tx.org().0, id.0)
        .fetch_optional(tx.conn())
        .await?;
    row.map(drop).ok_or(Error::NotFound("import"))
}

pub(super) async fn set_columns(
    tx: &mut TenantTx,
    id: ImportId,
    head: i32,
    columns: &[String],
    mapping: &[Option<Field>],
    state: ImportState,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update imports i set head = $3, columns = $4, mapping = $5, state = $6, checked = 0, ok = 0, wrong = 0,
                  rows = of.count, last_row = of.last, version = version + 1, updated_at = $7
           from (select count(*)::int as count, coalesce(max(number), 0) as last from import_rows
                 where org_id = $1 and import_id = $2 and number > $3) of
           where i.org_id = $1 and i.id = $2"#,
        tx.org().0,
        id.0,
        head,
        Json(columns) as _,
        Json(mapping) as _,
        state as ImportState,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn set_progress(tx: &mut TenantTx, id: ImportId, checked: i32) -> Result<()> {
    sqlx::query!("update imports set checked = $3 where org_id = $1 and id = $2", tx.org().0, id.0, checked)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Counts what was found, and waits for a word; one that is being loaded goes on.
pub(super) async fn set_checked(tx: &mut TenantTx, id: ImportId, head: i32) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"update imports i set ok = of.ok, wrong = of.wrong, version = version + 1, updated_at = $4,
                  state = case state when 'loading' then state else 'checked' end
           from (select count(*) filter (where problems is null)::int as ok,
                        count(*) filter (where problems is not null)::int as wrong
                 from import_rows where org_id = $1 and import_id = $2 and number > $3) of
           where i.org_id = $1 and i.id = $2"#,
        tx.org().0,
        id.0,
        head,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn set_state(tx: &mut TenantTx, id: ImportId, state: ImportState) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update imports set state = $3, version = version + 1, updated_at = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        state as ImportState,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn set_loading(tx: &mut TenantTx, id: ImportId, by: Option<PersonId>) -> Result<()> {
    sqlx::query!(
        "update imports set loaded_by = $3 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        by.map(|person| person.0),
    )
    .execute(tx.conn())
    .await?;
    set_state(tx, id, ImportState::Loading).await
}

pub(super) async fn loaded_by(tx: &mut TenantTx, id: ImportId) -> Result<Option<PersonId>> {
    let by = sqlx::query_scalar!(
        r#"select loaded_by as "by: PersonId" from imports where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(by)
}

pub(super) async fn set_loaded(tx: &mut TenantTx, id: ImportId, outcome: &Outcome) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        "update imports set outcome = $3, loaded_at = $4 where org_id = $1 and id = $2",
        tx.org().0,
        id.0,
        Json(outcome) as _,
        now,
    )
    .execute(tx.conn())
    .await?;
    set_state(tx, id, ImportState::Loaded).await
}

pub(super) async fn set_undone(tx: &mut TenantTx, id: ImportId, outcome: &Outcome) -> Result<()> {
    sqlx::query!("update imports set outcome = $3 where org_id = $1 and id = $2", tx.org().0, id.0, Json(outcome) as _)
        .execute(tx.conn())
        .await?;
    set_state(tx, id, ImportState::Undone).await
}

pub(super) async fn set_message(tx: &mut TenantTx, id: ImportId, message_id: i64) -> Result<()> {
    sqlx::query!("update imports set message_id = $3 where org_id = $1 and id = $2", tx.org().0, id.0, message_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(super) async fn delete_old(tx: &mut SystemTx) -> Result<u64> {
    let before = tx.source().now() - KEPT;
    let rows = sqlx::query!(
        "delete from import_rows r using imports i
         where i.org_id = r.org_id and i.id = r.import_id and i.updated_at <= $1",
        before,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "delete from import_changes c using imports i
         where i.org_id = c.org_id and i.id = c.import_id and i.updated_at <= $1",
        before,
    )
    .execute(tx.conn())
    .await?;
    Ok(rows.rows_affected())
}
