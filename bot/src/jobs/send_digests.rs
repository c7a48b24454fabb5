//! Every few minutes: the digests of the morning that are due, by everybody's own clock.

use domain::{Error, notifications, orgs};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

use super::{attempt, retry_or_fail};

/// A look at all orgs.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {}

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = "send_digests";

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let orgs = orgs::list(&tools.db).await.map_err(retry_or_fail)?;
            for org in orgs {
                let sent = async {
                    let mut tx = tools.db.tenant(org.id).await?;
                    let sent = notifications::send_digests(&mut tx).await?;
                    tx.commit().await?;
                    Ok::<_, Error>(sent)
                };
                match sent.await {
                    Ok(0) => {}
                    Ok(_) => tools.app.outbox.notify_one(),
                    Err(Error::Refused(_)) => {} // it is deleted
                    // The others have theirs; this one's come with the next look.
                    Err(error) => tracing::warn!(org = %org.id, %error, "no digests"),
                }
            }
            Ok(())
        })
        .await
    }
}
