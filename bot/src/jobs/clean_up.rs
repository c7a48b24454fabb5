//! Every hour: forgets what nobody can ask for any more.

use domain::{
    Error, bot_logins, files, idempotency, imports, mails, notifications, service_accounts, sessions, updates, webhooks,
};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};

/// The hourly broom.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {}

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = "clean_up";

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let swept = async {
                let mut tx = tools.db.system().await?;
                let marks = updates::forget_old(&mut tx).await?;
                let answers = idempotency::forget_old(&mut tx).await?;
                let deliveries = webhooks::forget_old(&mut tx).await?;
                let letters = mails::forget_old(&mut tx).await?;
                let rows = imports::forget_old(&mut tx).await?;
                tracing::info!(rows, "swept rows of files");
                let told = notifications::forget_old(&mut tx).await?;
                tracing::info!(deliveries, letters, told, "swept the log of webhooks, letters and notifications");
                let sessions = sessions::forget_old(&mut tx).await? + bot_logins::forget_old(&mut tx).await?;
                let approvals = service_accounts::forget_old(&mut tx).await?;
                tracing::info!(approvals, "swept approvals of programs");
                let unused = files::forget_unused(&mut tx).await?;
                tx.commit().await?;
                for (org, file) in &unused {
                    if let Err(error) = tools.app.files.delete(&files::object(*org, *file)).await {
                        tracing::warn!(%error, "an object that nobody needs stays in the storage");
                    }
                }
                tracing::info!(unused = unused.len(), "swept files that no request took");
                Ok::<_, Error>((marks, answers, sessions))
            };
            let (marks, answers, sessions) = swept.await.map_err(retry_or_fail)?;
            tracing::info!(marks, answers, sessions, "swept");
            Ok(())
        })
        .await
    }
}
