//! Files come in by upload or through Telegram, are taken by a request, and are sent on by bots.

use super::{
    model::{AttachmentKind, Awaited, BYTES_MAX, Content, Copy, Fetch, File, FileState, UNUSED_KEPT, UNUSED_MAX, tidy},
    store,
};
use crate::{
    Error, OrgId, Result, SystemTx, TenantTx,
    access::{Actor, Permission},
    ids::{BotId, FileId},
};

/// Where the bytes of a file are in the storage. Each file has an object of its own, so that deleting one never takes
/// away another's bytes; writing it again writes the same.
pub fn object(org: OrgId, file: FileId) -> String {
    format!("{}/{}", org.0, file.0)
}

/// Holds that the actor may upload anything: whoever files requests or speaks about them may.
pub fn may_upload(actor: &Actor) -> Result<()> {
    actor.require(Permission::RequestsCreate).or_else(|_| actor.require(Permission::RequestsComment))?;
    actor.behind().map(drop).ok_or(Error::Forbidden(Permission::RequestsComment))
}

/// Notes a file whose bytes are in the storage already: of the actor's own until a request takes it.
pub async fn upload(
    tx: &mut TenantTx,
    actor: &Actor,
    id: FileId,
    kind: AttachmentKind,
    name: &str,
    content: &Content,
) -> Result<File> {
    may_upload(actor)?;
    let owner = actor.behind().ok_or(Error::Forbidden(Permission::RequestsComment))?;
    if !(1..=BYTES_MAX).contains(&content.size) {
        return Err(Error::Invalid { field: "file", code: "file_too_large" });
    }
    if store::unused(tx, owner).await? >= UNUSED_MAX {
        return Err(Error::Refused("files_too_many"));
    }
    store::insert(tx, owner, id, kind, tidy(name).as_deref(), content).await?;
    store::get(tx, id).await
}

/// A file that the actor uploaded and no request has taken.
pub async fn own(tx: &mut TenantTx, actor: &Actor, id: FileId) -> Result<File> {
    let person = actor.behind().ok_or(Error::NotFound("file"))?;
    if store::is_unused_of(tx, id, person).await? { store::get(tx, id).await } else { Err(Error::NotFound("file")) }
}

/// Takes what the actor uploaded for a request: each once, in this order.
pub async fn take(tx: &mut TenantTx, actor: &Actor, ids: &[FileId]) -> Result<Vec<(FileId, AttachmentKind)>> {
    let unknown = Error::Invalid { field: "file_ids", code: "file_unknown" };
    let Some(person) = actor.behind() else { return Err(unknown) };
    let taken = store::take(tx, person, ids).await?;
    let kind = |id: &FileId| taken.iter().find(|(taken, _)| taken == id).copied();
    let ordered: Option<Vec<_>> = ids.iter().map(kind).collect();
    ordered.filter(|ordered| ordered.len() == taken.len()).ok_or(unknown)
}

/// What came through Telegram: it is fetched once this transaction is committed.
pub async fn expect(tx: &mut TenantTx, files: &[(AttachmentKind, &str)]) -> Result<Vec<FileId>> {
    let ids = store::expect(tx, files).await?;
    for file in &ids {
        let job = Fetch { org_id: tx.org(), file: *file };
        tx.enqueue(Fetch::TASK, &serde_json::to_value(job)?).await?;
    }
    Ok(ids)
}

/// A file, for whoever holds an address of it that we signed.
pub async fn get(tx: &mut TenantTx, id: FileId) -> Result<File> {
    store::get(tx, id).await
}

/// Where a file is that has not come yet; none when nothing is to be fetched any more.
pub async fn awaited(tx: &mut TenantTx, id: FileId) -> Result<Option<Awaited>> {
    store::awaited(tx, id).await
}

/// Its bytes are in the storage: `bot` had them by the id that came with it.
pub async fn keep(tx: &mut TenantTx, id: FileId, bot: BotId, content: &Content) -> Result<()> {
    store::keep(tx, id, bot, content).await
}

/// Its bytes will not come.
pub async fn lose(tx: &mut TenantTx, id: FileId, why: FileState) -> Result<()> {
    store::lose(tx, id, why).await
}

/// What `bot` sends each of these with.
pub async fn copies(tx: &mut TenantTx, bot: BotId, ids: &[FileId]) -> Result<Vec<Copy>> {
    store::copies(tx, bot, ids).await
}

/// `bot` has sent it as `kind`, and has it by this id from now on.
pub async fn remember_copy(
    tx: &mut TenantTx,
    bot: BotId,
    id: FileId,
    kind: AttachmentKind,
    telegram_id: &str,
) -> Result<()> {
    store::remember_copy(tx, bot, id, kind, telegram_id).await
}

/// Forgets what was uploaded and never taken, of all orgs. What comes back has bytes in the storage still.
pub async fn forget_unused(tx: &mut SystemTx) -> Result<Vec<(OrgId, FileId)>> {
    let before = tx.source().now() - UNUSED_KEPT;
    store::forget_unused(tx, before).await
}
