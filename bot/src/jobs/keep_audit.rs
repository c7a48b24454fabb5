//! Every day: prepares the log of events for the next months.

use domain::{Error, audit};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};

/// The daily keeper of the log.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {}

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = "keep_audit";

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let kept = async {
                let mut tx = tools.db.system().await?;
                let made = audit::prepare_months(&mut tx).await?;
                tx.commit().await?;
                Ok::<_, Error>(made)
            };
            let made = kept.await.map_err(retry_or_fail)?;
            tracing::info!(made, "the log of events is ready for the next months");
            Ok(())
        })
        .await
    }
}
