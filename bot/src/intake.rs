//! A table that was sent into a private chat by somebody who may fill the register with it: fetched, read and taken in.
//! Nothing of it comes into the register before somebody says so.

use bytes::BytesMut;
use dialogues::Imported;
use domain::{
    Error,
    access::Actor,
    imports::{self, NewImport, Unread},
    notifications,
    people::Identity,
};
use futures::StreamExt as _;
use webapp_api::tables;

use crate::{
    app::Shared,
    bots::Running,
    outcome::{Again, again},
    step::Turn,
    telegram::{Attachment, AttachmentKind, DownloadError, methods::GetFile},
};

/// How names of tables end; `.xls` is asked for, so that its sender hears what to do.
const TABLES: [&str; 4] = ["xlsx", "csv", "tsv", "xls"];

/// Takes the file in; none when it is no table, or its sender may not import.
pub(crate) async fn table(
    app: &Shared,
    bot: &Running,
    turn: &Turn<'_>,
    sender: &Identity,
    file: &Attachment,
) -> Result<Option<Imported>, Again> {
    let name = file.name.as_deref().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if file.kind != AttachmentKind::Document || sender.membership.is_none() || !TABLES.contains(&ending.as_str()) {
        return Ok(None);
    }
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
    let actor = Actor::load(&mut tx, sender.person).await?;
    drop(tx);
    if imports::may(&actor).is_err() {
        return Ok(None);
    }
    let bytes = match fetch(app, bot, &file.file_id, file.size).await {
        Ok(bytes) => bytes,
        Err(DownloadError::TooLarge { .. }) => return Ok(Some(Imported::refused(Unread::TooLarge))),
        Err(DownloadError::NotFound) => return Ok(Some(Imported::refused(Unread::Broken))),
        Err(DownloadError::Call(error)) => {
            return again(&error).map_or(Ok(Some(Imported::refused(Unread::Broken))), Err);
        }
    };
    let source = format!("{}:{}", bot.bot.id.0, turn.update_id);
    let new = NewImport { file_name: name, source: Some(&source), chat: Some((bot.bot.id, turn.user.id)) };
    let mut tx = app.db.tenant(bot.bot.org).await.map_err(Error::from)?;
    let import = match tables::take_in(&mut tx, &actor, &new, bytes.into()).await {
        Ok(import) => import,
        Err(Error::Invalid { code, .. } | Error::Refused(code)) => return Ok(Some(Imported::Refused(code))),
        Err(error) => return Err(error.into()),
    };
    notifications::show_import(&mut tx, bot.bot.id, turn.user.id, import.id).await?;
    tx.commit().await.map_err(Error::from)?;
    app.outbox.notify_one();
    Ok(Some(Imported::Taken(import.id)))
}

/// The bytes of a file that came to this bot; `size` as Telegram told it.
pub(crate) async fn fetch(
    app: &Shared,
    bot: &Running,
    file_id: &str,
    size: Option<i64>,
) -> Result<BytesMut, DownloadError> {
    let limit = tables::BYTES_MAX;
    // A bot gets no more than 20 MB (Bot API, `getFile`), and is told so by a refusal.
    if size.is_some_and(|size| u64::try_from(size).is_ok_and(|size| size > limit)) {
        return Err(DownloadError::TooLarge { limit });
    }
    let told = app.telegram.call(&bot.token, &GetFile { file_id: file_id.to_owned() }).await?;
    let path = told.file_path.ok_or(DownloadError::NotFound)?;
    let mut download = app.telegram.download(&bot.token, &path, limit).await?;
    let mut bytes = BytesMut::new();
    while let Some(piece) = download.next().await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(bytes)
}
