//! What runs after the fact: the runners of the jobs, where the tools are, and the clockwork.

mod clean_up;
mod deliver_webhook;
mod fan_out;
mod fetch_file;
mod import;
mod keep_audit;
mod purge_orgs;
mod remind_of_drafts;
mod request_timeout;
mod send_digests;
mod send_mail;
mod warning_timeout;

use std::{fmt, sync::Arc, time::Duration};

use graphile_worker::{Cron, WorkerContext};
use platform::{
    Db, Shutdown, Surface,
    jobs::{JobError, Jobs},
};

use crate::app::App;

/// What a runner works with.
#[derive(Clone)]
struct Tools {
    app: App,
    /// The database, for work that comes from a job.
    db: Db,
    jobs: Jobs,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tools")
    }
}

/// The pause before a worker that lost its database begins again.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs jobs until the process is asked to stop; then finishes those that it has begun. A worker ends when PostgreSQL
/// does: a new one takes over when it is back.
pub async fn run(app: App, jobs: Jobs, shutdown: Shutdown) -> anyhow::Result<()> {
    while !shutdown.begun() {
        match work(&app, &jobs, &shutdown).await {
            Ok(()) if shutdown.begun() => break,
            Ok(()) => tracing::warn!("the job worker ended; another one begins"),
            Err(error) => tracing::warn!(%error, "the job worker ended; another one begins"),
        }
        tokio::select! {
            () = shutdown.wait() => {}
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
    Ok(())
}

async fn work(app: &App, jobs: &Jobs, shutdown: &Shutdown) -> anyhow::Result<()> {
    let worker = jobs
        .worker(shutdown)
        .add_extension(Tools { app: Arc::clone(app), db: app.db.for_surface(Surface::Job), jobs: jobs.clone() })
        .define_job::<fan_out::Job>()
        .define_job::<clean_up::Job>()
        .define_job::<deliver_webhook::Job>()
        .define_job::<fetch_file::Job>()
        .define_job::<import::Job>()
        .define_job::<purge_orgs::Job>()
        .define_job::<remind_of_drafts::Job>()
        .define_job::<request_timeout::Job>()
        .define_job::<send_digests::Job>()
        .define_job::<send_mail::Job>()
        .define_job::<warning_timeout::Job>()
        .define_job::<keep_audit::Job>()
        .with_cron(Cron::daily_at::<keep_audit::Job>(2, 41)?.payload(keep_audit::Job {})?.build())
        .with_cron(Cron::hourly_at::<clean_up::Job>(17)?.payload(clean_up::Job {})?.build())
        .with_cron(Cron::hourly_at::<purge_orgs::Job>(41)?.payload(purge_orgs::Job {})?.build())
        .with_cron(Cron::every_n_minutes::<remind_of_drafts::Job>(10)?.payload(remind_of_drafts::Job {})?.build())
        .with_cron(Cron::every_n_minutes::<send_digests::Job>(5)?.payload(send_digests::Job {})?.build())
        .init()
        .await?;
    worker.run().await?;
    Ok(())
}

/// Runs one attempt of a job, counts it, and carries out the choice between another try and none.
async fn attempt<F>(ctx: &WorkerContext, task: &'static str, run: impl FnOnce(Tools) -> F) -> Result<(), String>
where
    F: Future<Output = Result<(), JobError>>,
{
    let tools = ctx.get_ext::<Tools>().cloned().ok_or("the worker was started without its tools")?;
    let done = run(tools.clone()).await;
    let outcome = match &done {
        Ok(()) => "done",
        Err(JobError::Retry(_)) => "retry",
        Err(JobError::Fail(_)) => "fail",
    };
    metrics::counter!("jobs_total", "task" => task, "outcome" => outcome).increment(1);
    match done {
        Ok(()) => Ok(()),
        Err(JobError::Retry(why)) => {
            tracing::warn!(task, why, "a job is tried again");
            Err(why)
        }
        Err(JobError::Fail(why)) => {
            tracing::error!(task, why, "a job failed for good");
            tools.jobs.give_up(*ctx.job().id()).await.map_err(|error| error.to_string())?;
            Err(why)
        }
    }
}

/// What is unavailable now may be there at the next try; anything else would fail again.
fn retry_or_fail(error: domain::Error) -> JobError {
    match error {
        domain::Error::Unavailable(error) => JobError::Retry(error.to_string()),
        error => JobError::Fail(error.to_string()),
    }
}
