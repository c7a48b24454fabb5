//! Looks at a request again when somebody may have waited too long: enqueued with what began the waiting.

use domain::timeouts::{self, Look};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};

/// [`Look`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(Look);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = Look::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let looked = async {
                let mut tx = tools.db.tenant(self.0.org_id).await?;
                timeouts::look(&mut tx, &self.0).await?;
                Ok(tx.commit().await?)
            };
            looked.await.map_err(retry_or_fail)
        })
        .await
    }
}
