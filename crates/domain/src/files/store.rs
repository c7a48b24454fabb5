//! SQL of files.

use chrono::{DateTime, Utc};

use super::model::{AttachmentKind, Awaited, Content, Copy, File, FileState};
use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    ids::{BotId, FileId, PersonId},
};

pub(super) async fn get(tx: &mut TenantTx, id: FileId) -> Result<File> {
    let file = sqlx::query_as!(
        File,
        r#"select id as "id: FileId", kind as "kind: AttachmentKind", state as "state: FileState", media_type, size, sha256,
                  name
           from files where org_id = $1 and id = $2"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    file.ok_or(Error::NotFound("file"))
}

pub(super) async fn insert(
    tx: &mut TenantTx,
    owner: PersonId,
    id: FileId,
    kind: AttachmentKind,
    name: Option<&str>,
    content: &Content,
) -> Result<()> {
    let now = tx.source().now();
    sqlx::query!(
        r#"insert into files (org_id, id, kind, state, media_type, size, sha256, name, owner_id, created_at)
           values ($1, $2, $3, 'kept', $4, $5, $6, $7, $8, $9)"#,
        tx.org().0,
        id.0,
        kind as AttachmentKind,
        content.media_type,
        content.size.cast_signed(),
        &content.sha256[..],
        name,
        owner.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How many files of theirs no request has taken.
pub(super) async fn unused(tx: &mut TenantTx, owner: PersonId) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from files where org_id = $1 and owner_id = $2 and used_at is null"#,
        tx.org().0,
        owner.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(count)
}

pub(super) async fn is_unused_of(tx: &mut TenantTx, id: FileId, owner: PersonId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"select exists (select 1 from files where org_id = $1 and id = $2 and owner_id = $3 and used_at is null)
             as "found!""#,
        tx.org().0,
        id.0,
        owner.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(found)
}

pub(super) async fn take(tx: &mut TenantTx, owner: PersonId, ids: &[FileId]) -> Result<Vec<(FileId, AttachmentKind)>> {
    let now = tx.source().now();
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"update files set used_at = $4
           where org_id = $1 and owner_id = $2 and id = any($3) and used_at is null and state = 'kept'
           returning id as "id: FileId", kind as "kind: AttachmentKind""#,
        tx.org().0,
        owner.0,
        &ids,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.kind)).collect())
}

pub(super) async fn expect(tx: &mut TenantTx, files: &[(AttachmentKind, &str)]) -> Result<Vec<FileId>> {
    let now = tx.source().now();
    let ids: Vec<_> = files.iter().map(|_| tx.source().id()).collect();
    let kinds: Vec<_> = files.iter().map(|(kind, _)| *kind).collect();
    let telegram: Vec<_> = files.iter().map(|(_, id)| (*id).to_owned()).collect();
    sqlx::query!(
        r#"insert into files (org_id, id, kind, state, telegram_id, used_at, created_at)
           select $1, n.id, n.kind, 'awaited', n.telegram_id, $5, $5
           from unnest($2::uuid[], $3::text[], $4::text[]) as n (id, kind, telegram_id)"#,
        tx.org().0,
        &ids,
        &kinds as &[AttachmentKind],
        &telegram,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(ids.into_iter().map(FileId).collect())
}

pub(super) async fn awaited(tx: &mut TenantTx, id: FileId) -> Result<Option<Awaited>> {
    let awaited = sqlx::query_as!(
        Awaited,
        r#"select telegram_id as "telegram_id!",
                  array(select b.id from bots b where b.org_id = f.org_id order by b.created_at, b.id) as "bots!: Vec<BotId>"
           from files f where org_id = $1 and id = $2 and state = 'awaited' and telegram_id is not null"#,
        tx.org().0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(awaited)
}

pub(super) async fn keep(tx: &mut TenantTx, id: FileId, bot: BotId, content: &Content) -> Result<()> {
    sqlx::query!(
        r#"with kept as (
             update files set state = 'kept', media_type = $4, size = $5, sha256 = $6
             where org_id = $1 and id = $2 and state = 'awaited'
             returning id, telegram_id, kind
           )
           insert into file_copies (org_id, file_id, bot_id, telegram_id, kind)
           select $1, kept.id, $3, kept.telegram_id, kept.kind from kept
           on conflict (org_id, file_id, bot_id) do nothing"#,
        tx.org().0,
        id.0,
        bot.0,
        content.media_type,
        content.size.cast_signed(),
        &content.sha256[..],
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn lose(tx: &mut TenantTx, id: FileId, why: FileState) -> Result<()> {
    sqlx::query!(
        "update files set state = $3 where org_id = $1 and id = $2 and state = 'awaited'",
        tx.org().0,
        id.0,
        why as FileState,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A file that nobody has fetched yet is sent with the id that it came with; after that each bot has its own.
pub(super) async fn copies(tx: &mut TenantTx, bot: BotId, ids: &[FileId]) -> Result<Vec<Copy>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    let copies = sqlx::query_as!(
        Copy,
        r#"select f.id as "file: FileId", coalesce(c.kind, f.kind) as "kind!: AttachmentKind",
                  coalesce(c.telegram_id, case when f.state <> 'kept' then f.telegram_id end) as telegram_id, f.name,
                  f.media_type, f.state = 'kept' as "is_kept!"
           from files f left join file_copies c on c.org_id = f.org_id and c.file_id = f.id and c.bot_id = $2
           where f.org_id = $1 and f.id = any($3)"#,
        tx.org().0,
        bot.0,
        &ids,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(copies)
}

pub(super) async fn remember_copy(
    tx: &mut TenantTx,
    bot: BotId,
    id: FileId,
    kind: AttachmentKind,
    telegram_id: &str,
) -> Result<()> {
    sqlx::query!(
        r#"insert into file_copies (org_id, file_id, bot_id, telegram_id, kind)
           select $1, f.id, b.id, $4, $5
           from files f join bots b on b.org_id = f.org_id and b.id = $3 where f.org_id = $1 and f.id = $2
           on conflict (org_id, file_id, bot_id) do update set telegram_id = excluded.telegram_id, kind = excluded.kind"#,
        tx.org().0,
        id.0,
        bot.0,
        telegram_id,
        kind as AttachmentKind,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(super) async fn forget_unused(tx: &mut SystemTx, before: DateTime<Utc>) -> Result<Vec<(OrgId, FileId)>> {
    let rows = sqlx::query!(
        r#"delete from files where used_at is null and created_at < $1
           returning org_id as "org: OrgId", id as "id: FileId""#,
        before,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.org, row.id)).collect())
}
