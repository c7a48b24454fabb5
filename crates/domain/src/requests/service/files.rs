//! Files of a request: taken when they come, shown to whoever sees the request.

use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    files::{self, File},
    ids::{FileId, RequestId},
    requests::{
        model::{Attachment, FileOf, Request},
        store,
        visible::{self, Because},
    },
};

/// The most files of one request that may come by upload; nobody looks at more.
const FILES_MAX: i64 = 200;

/// Takes what was uploaded, and sees to it that what comes through Telegram is fetched.
pub(super) async fn hold(
    tx: &mut TenantTx,
    actor: &Actor,
    request: Option<RequestId>,
    attachments: &[Attachment],
) -> Result<Vec<Attachment>> {
    if attachments.is_empty() {
        return Ok(vec![]);
    }
    let uploaded: Vec<FileId> = attachments.iter().filter_map(|one| one.stored).collect();
    let mut taken = vec![];
    if !uploaded.is_empty() {
        if let Some(request) = request
            && store::files::count(tx, request).await? >= FILES_MAX
        {
            return Err(Error::Refused("files_too_many"));
        }
        taken = files::take(tx, actor, &uploaded).await?;
    }
    let others = attachments.iter().filter(|one| one.stored.is_none());
    let others: Vec<_> = others.map(|one| (one.kind, one.file_id.as_str())).collect();
    let expected = if others.is_empty() { vec![] } else { files::expect(tx, &others).await? };
    let (mut taken, mut expected) = (taken.into_iter(), expected.into_iter());
    let held = attachments.iter().map(|one| match one.stored {
        Some(_) => {
            taken.next().map_or_else(|| one.clone(), |(id, kind)| Attachment { kind, stored: Some(id), ..one.clone() })
        }
        None => Attachment { stored: expected.next(), ..one.clone() },
    });
    Ok(held.collect())
}

/// The files of a request that the actor may see, in the order in which they came. Whoever only follows a neighbour's
/// sees none: they show somebody's home.
pub async fn files(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Vec<FileOf>> {
    let (request, because) = super::reading::seen(tx, actor, id).await?;
    if because == Because::Follows {
        return Ok(vec![]);
    }
    let all = store::files::files(tx, id).await?;
    let is_staff = is_staff(actor, &request);
    Ok(all.into_iter().filter(|(_, is_internal)| is_staff || !is_internal).map(|(file, _)| file).collect())
}

/// A file, for whoever may see it with the request that took it; before that, for whoever uploaded it.
pub async fn open_file(tx: &mut TenantTx, actor: &Actor, id: FileId) -> Result<File> {
    let Some(request) = store::files::request_of(tx, id).await? else { return files::own(tx, actor, id).await };
    match files(tx, actor, request).await {
        Ok(all) => all.into_iter().map(|of| of.file).find(|file| file.id == id).ok_or(Error::NotFound("file")),
        Err(Error::NotFound(_) | Error::Forbidden(_)) => Err(Error::NotFound("file")),
        Err(error) => Err(error),
    }
}

fn is_staff(actor: &Actor, request: &Request) -> bool {
    visible::check_work(actor, request, Permission::RequestsComment).is_ok()
}
