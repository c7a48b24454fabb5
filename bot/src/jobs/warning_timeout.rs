//! A warning that nobody has dealt with goes one further along the chain of duty: enqueued when it is raised.

use domain::notifications::{self, Escalate};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};

/// [`Escalate`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(Escalate);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = Escalate::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let done = async {
                let mut tx = tools.db.tenant(self.0.org_id).await?;
                notifications::escalate(&mut tx, &self.0).await?;
                Ok(tx.commit().await?)
            };
            done.await.map_err(retry_or_fail)?;
            tools.app.outbox.notify_one();
            Ok(())
        })
        .await
    }
}
