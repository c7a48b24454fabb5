//! `bench morning`: the morning of a city. Residents of many orgs file requests, workers take them, both talk, the work is
//! done, accepted and rated: each request is one whole conversation, as many at once as are told, as fast as the answers
//! come. Then some more, one step of all after the other, to see what each step costs the database.

mod city;
mod report;
mod step;
mod telegram;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use hyper::StatusCode;
use tokio::time::sleep;

pub(crate) use report::Report;

use crate::{
    counts::Transactions,
    load::{Connection, Webhook},
    measure,
    process::{Kontora, Setting},
};
use city::{Case, City};
use report::{Morning, StepFigures};
use step::Step;
use telegram::Telegram;

/// How long what follows may take when nobody does anything any more.
const PATIENCE: Duration = Duration::from_secs(300);

/// After which an update that was not taken is sent again.
const AGAIN: Duration = Duration::from_millis(50);

/// How large the city is.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// Orgs, each with a bot and a forum of its own.
    #[arg(long, default_value_t = 40)]
    orgs: usize,
    /// Flats of all of them, with one resident each.
    #[arg(long, default_value_t = 10_000)]
    flats: usize,
    /// Workers of all of them.
    #[arg(long, default_value_t = 200)]
    staff: usize,
    /// Requests of the morning.
    #[arg(long, default_value_t = 5_000)]
    requests: usize,
    /// Conversations under way at the same time.
    #[arg(long, default_value_t = 200)]
    at_once: usize,
    /// Kept-alive connections that updates come in on.
    #[arg(long, default_value_t = 40)]
    connections: usize,
    /// Requests that are played step by step afterwards.
    #[arg(long, default_value_t = 200)]
    apart: usize,
    /// PostgreSQL and Redis that do not wait for the disk.
    #[arg(long)]
    fast: bool,
    /// Also write what was measured to this file, as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// The executable to measure; unless told, the one beside this program.
    #[arg(long, value_name = "FILE")]
    kontora: Option<PathBuf>,
}

/// Measures all of it.
pub(crate) async fn run(options: &Options) -> Result<Report> {
    let measured = measure::in_folder(options.kontora.as_deref(), async |program, folder| {
        measure_all(options, program, folder).await
    });
    let report = measured.await?;
    if let Some(path) = &options.json {
        std::fs::write(path, serde_json::to_string_pretty(&report)?).with_context(|| path.display().to_string())?;
    }
    Ok(report)
}

async fn measure_all(options: &Options, program: PathBuf, folder: &Path) -> Result<Report> {
    let city = City::open(options, folder).await?;
    let (telegram, address) = Telegram::start().await?;
    let mut kontora = Kontora::start(&Setting::new(program, folder, &city.site, address), &["serve"])?;
    kontora.ready().await?;
    let done = async {
        let streets = Streets::open(&city, &telegram, &kontora, options.connections).await?;
        streets.rest().await?;
        let idle_mib = kontora.memory("VmRSS")?;
        let mut database = Transactions::count(&city.site.database_url).await?;

        measure::say(&format!("{} requests, {} at once", options.requests, options.at_once));
        let (cpu, calls, began) = (kontora.cpu()?, telegram.calls(), Instant::now());
        let cases = city.cases(options.requests, 0)?;
        let lives = stream::iter(cases).map(|case| streets.live(case)).buffer_unordered(options.at_once);
        let times: Vec<Duration> = lives.try_collect().await?;
        let wall = began.elapsed();
        streets.rest().await?;
        let morning = Morning {
            requests: times.len(),
            wall,
            rested: began.elapsed(),
            times,
            cpu: kontora.cpu()? - cpu,
            calls: telegram.calls() - calls,
            steps: streets.take_times(),
            database: database.since().await?,
            idle_mib,
            peak_mib: kontora.memory("VmHWM")?,
        };

        let mut apart = BTreeMap::new();
        let mut cases = city.cases(options.apart, options.requests)?;
        for step in Step::ALL {
            measure::say(step.name());
            let (cpu, calls) = (kontora.cpu()?, telegram.calls());
            let took = stream::iter(&mut cases).map(|case| streets.take(step, case)).buffer_unordered(options.at_once);
            let took: Vec<Option<Duration>> = took.try_collect().await?;
            streets.rest().await?;
            let (cpu, calls) = (kontora.cpu()? - cpu, telegram.calls() - calls);
            let taken = took.iter().flatten().count();
            if taken > 0 {
                apart.insert(step, StepFigures::new(step, taken, database.since().await?, cpu, calls));
            }
        }
        if let Some(wrong) = telegram.wrong() {
            bail!("the Bot API was called unexpectedly: {wrong}");
        }
        // That an update has to come again is said each time; anything else is not expected.
        let log = kontora.log_text();
        let wrong = log.lines().find(|line| !line.contains("is on its way"));
        ensure!(wrong.is_none(), "kontora complained: {wrong:?}");
        anyhow::Ok(Report::new(options, &morning, apart.into_values().collect()))
    };
    let done = done.await;
    kontora.stop().await?;
    city.site.close().await?;
    done
}

/// Everybody's way to Kontora and back.
struct Streets<'a> {
    city: &'a City,
    telegram: &'a Telegram,
    /// Those that nobody uses just now. Never fewer than may be under way: whoever finds none waits for a permit.
    free: Mutex<Vec<Connection>>,
    permits: tokio::sync::Semaphore,
    times: Mutex<BTreeMap<Step, Vec<Duration>>>,
}

impl<'a> Streets<'a> {
    async fn open(city: &'a City, telegram: &'a Telegram, kontora: &Kontora, connections: usize) -> Result<Self> {
        let webhook = Arc::new(Webhook { address: kontora.address, secret: String::new() });
        let mut free = vec![];
        for _ in 0..connections {
            free.push(Connection::open(&webhook).await?);
        }
        let permits = tokio::sync::Semaphore::new(connections);
        Ok(Self { city, telegram, free: Mutex::new(free), permits, times: Mutex::default() })
    }

    /// One request from its words to its stars. Returns how long that took.
    async fn live(&self, mut case: Case) -> Result<Duration> {
        let began = Instant::now();
        for step in Step::ALL {
            if let Some(took) = self.take(step, &mut case).await? {
                let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
                times.entry(step).or_default().push(took);
            }
        }
        Step::ended(&case, self.telegram).await?;
        Ok(began.elapsed())
    }

    /// One step, as soon as it can be taken. Returns how long its update took, or nothing if it was not needed.
    async fn take(&self, step: Step, case: &mut Case) -> Result<Option<Duration>> {
        let update = step.update(case, self.telegram).await.with_context(|| format!("{}, {case:?}", step.name()))?;
        let Some(update) = update else { return Ok(None) };
        let office = &self.city.offices[case.office];
        let _permit = self.permits.acquire().await?;
        let free = || self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut connection = free().pop().context("more permits than connections")?;
        let began = Instant::now();
        // What cannot be taken just now comes again, as from Telegram: a word that is still on its way is waited for.
        let status = loop {
            let status = connection.deliver_to(office.bot, &office.webhook_secret, update.clone()).await?;
            if status != StatusCode::SERVICE_UNAVAILABLE || began.elapsed() > PATIENCE {
                break status;
            }
            sleep(AGAIN).await;
        };
        let took = began.elapsed();
        free().push(connection);
        ensure!(status == StatusCode::OK, "{}, {case:?}: HTTP {status}", step.name());
        Ok(Some(took))
    }

    /// Waits until nothing is left to do.
    async fn rest(&self) -> Result<()> {
        let began = Instant::now();
        while self.city.site.waiting().await? > 0 {
            ensure!(began.elapsed() < PATIENCE, "what follows does not end");
            sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    fn take_times(&self) -> BTreeMap<Step, Vec<Duration>> {
        std::mem::take(&mut self.times.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
