//! Every day: prepares the log of events for the next months, drops what is too old to be kept, and says where the
//! chains stand, so that the logs hold what the database's administrator cannot rewrite.

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
                for (org, head) in audit::heads(&tools.db).await? {
                    tracing::info!(%org, seq = head.seq, hash = %head.hash, "the log's chain stands here");
                }
                let dropped = match tools.app.audit_keep_months {
                    Some(keep) => audit::drop_old(&tools.db, keep).await?,
                    None => vec![],
                };
                Ok::<_, Error>((made, dropped))
            };
            let (made, dropped) = kept.await.map_err(retry_or_fail)?;
            tracing::info!(made, ?dropped, "the log of events is ready for the next months");
            Ok(())
        })
        .await
    }
}
