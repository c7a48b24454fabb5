//! Makes one attempt to tell a webhook something: enqueued with the delivery, and again after each failure.

use domain::{
    Error,
    webhooks::{self, Attempt, Deliver, Outcome},
};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use integrations::webhooks::Call;
use serde::{Deserialize, Serialize};

use super::{Tools, attempt, retry_or_fail};

/// [`Deliver`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(Deliver);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = Deliver::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move { deliver(&tools, self.0).await.map_err(retry_or_fail) })
            .await
    }
}

/// No transaction is open while the call is made. A kill in between repeats the call: a receiver knows it by its id.
async fn deliver(tools: &Tools, job: Deliver) -> Result<(), Error> {
    let mut tx = tools.db.tenant(job.org_id).await?;
    let sending = webhooks::sending(&mut tx, &tools.app.keys, job.delivery).await?;
    let at = tx.source().now();
    tx.commit().await?;
    let Some(sending) = sending else { return Ok(()) };
    let call = Call {
        url: &sending.url,
        delivery: job.delivery.0.to_string(),
        name: &sending.name,
        body: &sending.body,
        secrets: &sending.secrets,
        at,
    };
    let called = tools.app.webhooks.call(&call).await;
    let outcome = match called.answer {
        Ok(answer) => Outcome::Answered { status: answer.status, beginning: answer.beginning },
        Err(why) => Outcome::Unanswered(why),
    };
    let well = matches!(outcome, Outcome::Answered { status: 200..=299, .. });
    let said = if well { "taken" } else { "not_taken" };
    metrics::counter!("webhook_calls_total", "outcome" => said).increment(1);
    metrics::histogram!("webhook_call_seconds").record(called.took);
    let took_millis = i32::try_from(called.took.as_millis()).unwrap_or(i32::MAX);
    let mut tx = tools.db.tenant(job.org_id).await?;
    let off = webhooks::note_attempt(&mut tx, job.delivery, &Attempt { outcome, took_millis }).await?;
    tx.commit().await?;
    if off {
        tracing::warn!(org = %job.org_id, "a webhook is switched off: nothing succeeded for a day");
    }
    Ok(())
}
