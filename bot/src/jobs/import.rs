//! Looks at the rows of a file that somebody sent, or loads them: enqueued with the file, or with the word to load it.

use domain::{
    Error,
    imports::{self, Work},
    notifications,
};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{Tools, attempt, retry_or_fail};

/// [`Work`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(Work);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = Work::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move { run(&tools, self.0).await.map_err(retry_or_fail) }).await
    }
}

async fn run(tools: &Tools, work: Work) -> Result<(), Error> {
    let Some(card) = imports::run(&tools.db, work).await? else { return Ok(()) };
    let mut tx = tools.db.tenant(work.org_id).await?;
    notifications::show_import(&mut tx, card.bot, card.chat_id, work.import).await?;
    tx.commit().await?;
    tools.app.outbox.notify_one();
    Ok(())
}
