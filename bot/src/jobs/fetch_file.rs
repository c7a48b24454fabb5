//! Brings a file that came through Telegram into the storage: enqueued with what it came with, in one transaction. A kill
//! at any moment repeats it, and it writes the same object again.

use bytes::Bytes;
use domain::files::{self, Content, Fetch, FileState};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use integrations::files::sniff;
use platform::jobs::JobError;
use serde::{Deserialize, Serialize};

use super::{Tools, attempt, retry_or_fail};
use crate::{
    intake,
    telegram::{CallError, DownloadError},
};

/// [`Fetch`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(Fetch);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = Fetch::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move { fetch(&tools, self.0).await }).await
    }
}

async fn fetch(tools: &Tools, job: Fetch) -> Result<(), JobError> {
    let app = &tools.app;
    let awaited = async {
        let mut tx = tools.db.tenant(job.org_id).await?;
        let awaited = files::awaited(&mut tx, job.file).await?;
        tx.commit().await?;
        Ok(awaited)
    };
    let Some(awaited) = awaited.await.map_err(retry_or_fail)? else { return Ok(()) };
    let mut why = FileState::Gone;
    for id in awaited.bots {
        let Some(bot) = app.bots.by_id(&app.db, &app.keys, id).await.map_err(retry_or_fail)? else { continue };
        match intake::fetch(app, &bot, &awaited.telegram_id, None).await {
            Ok(bytes) if bytes.is_empty() => break,
            Ok(bytes) => {
                let bytes = bytes.freeze();
                let sniffed = sniff(&bytes);
                let content = Content {
                    media_type: sniffed.media_type.to_owned(),
                    size: bytes.len() as u64,
                    sha256: sniffed.sha256,
                };
                put(tools, job, bytes).await?;
                let kept = async {
                    let mut tx = tools.db.tenant(job.org_id).await?;
                    files::keep(&mut tx, job.file, id, &content).await?;
                    Ok(tx.commit().await?)
                };
                metrics::counter!("files_fetched_total", "outcome" => "kept").increment(1);
                return kept.await.map_err(retry_or_fail);
            }
            Err(DownloadError::TooLarge { .. }) => {
                why = FileState::TooLarge;
                break;
            }
            Err(DownloadError::Call(CallError::Rejected { description, .. })) if is_too_big(&description) => {
                why = FileState::TooLarge;
                break;
            }
            // The bot that it did not come to does not know it, nor does one whose token was revoked.
            Err(DownloadError::Call(CallError::Rejected { .. } | CallError::Unauthorized)) => {}
            // Its path has run out: the next try asks for a new one.
            Err(error) => return Err(JobError::Retry(error.to_string())),
        }
    }
    let lost = async {
        let mut tx = tools.db.tenant(job.org_id).await?;
        files::lose(&mut tx, job.file, why).await?;
        Ok(tx.commit().await?)
    };
    tracing::info!(org = %job.org_id, file = %job.file.0, ?why, "a file of Telegram's does not come");
    metrics::counter!("files_fetched_total", "outcome" => "lost").increment(1);
    lost.await.map_err(retry_or_fail)
}

async fn put(tools: &Tools, job: Fetch, bytes: Bytes) -> Result<(), JobError> {
    let path = files::object(job.org_id, job.file);
    tools.app.files.put(&path, bytes).await.map_err(|error| JobError::Retry(error.to_string()))
}

/// As Telegram puts it (Bot API, `getFile`: 20 MB).
fn is_too_big(description: &str) -> bool {
    description.to_lowercase().contains("file is too big")
}
