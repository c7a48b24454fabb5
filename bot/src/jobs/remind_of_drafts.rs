//! Every few minutes: the drafts of which people are reminded in their morning.

use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};
use crate::drafts;

/// A look at all bots.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {}

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = "remind_of_drafts";

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let now = tools.db.source().now();
            drafts::remind(&tools.app, now).await.map(drop).map_err(retry_or_fail)
        })
        .await
    }
}
