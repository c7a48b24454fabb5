//! Tells whoever follows an event: enqueued with the event, in one transaction.

use domain::{events::FanOut, notifications, webhooks};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};

/// [`FanOut`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(FanOut);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = FanOut::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let told = async {
                let mut tx = tools.db.tenant(self.0.org_id).await?;
                notifications::fan_out(&mut tx, self.0.event).await?;
                webhooks::tell(&mut tx, self.0.event).await?;
                Ok(tx.commit().await?)
            };
            told.await.map_err(retry_or_fail)?;
            tools.app.outbox.notify_one();
            webapp_api::live::publish(&tools.app.redis, self.0.org_id).await;
            Ok(())
        })
        .await
    }
}
