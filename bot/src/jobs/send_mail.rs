//! Hands a letter over to the mail server: enqueued with the letter, in one transaction.
//!
//! A letter that was handed over is not handed over again. A kill between the server's yes and our note of it repeats
//! it, under the same `Message-ID`.

use domain::mails::{self, Send};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use integrations::mail::{Failure, Letter};
use platform::jobs::JobError;
use serde::{Deserialize, Serialize};

use super::{Tools, attempt, retry_or_fail};
use crate::letters;

/// [`Send`], as the queue runs it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Job(Send);

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = Send::TASK;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move {
            let done = send(&tools, self.0).await;
            let outcome = done.as_ref().map_or("retried", |outcome| outcome);
            metrics::counter!("mails_total", "outcome" => outcome.to_owned()).increment(1);
            done.map(|_| ())
        })
        .await
    }
}

/// Returns what became of it, for the metrics.
async fn send(tools: &Tools, job: Send) -> Result<&'static str, JobError> {
    let (db, app) = (&tools.db, &tools.app);
    let Some(mail) = mails::to_send(db, job.mail).await.map_err(retry_or_fail)? else { return Ok("told_before") };
    let outcome = match &app.mailer {
        None => "off",
        Some(_) if mail.is_late => "late",
        Some(mailer) => match letters::words(db, &app.web, &mail).await.map_err(retry_or_fail)? {
            None => "moot",
            Some(words) => {
                let letter = Letter {
                    id: &mail.id.0.to_string(),
                    to: &mail.address,
                    subject: &words.subject,
                    text: &words.text,
                    at: db.source().now(),
                };
                match mailer.send(&letter).await {
                    Ok(()) => "sent",
                    Err(Failure::Later(why)) => return Err(JobError::Retry(why)),
                    Err(Failure::Never(why)) => {
                        tracing::warn!(mail = %mail.id.0, why, "a letter was refused");
                        "refused"
                    }
                }
            }
        },
    };
    let noted = if outcome == "sent" { mails::sent(db, mail.id).await } else { mails::give_up(db, mail.id).await };
    noted.map_err(retry_or_fail)?;
    Ok(outcome)
}
