//! What was measured of the morning, as tables and as JSON.

use std::{collections::BTreeMap, fmt, time::Duration};

use serde::Serialize;

use super::{Options, step::Step};
use crate::{
    counts::Done,
    report::{Host, percentile},
};

/// The morning as it was seen.
pub(super) struct Morning {
    pub requests: usize,
    /// Until the last had its stars.
    pub wall: Duration,
    /// Until nothing was left to do.
    pub rested: Duration,
    /// Each request, from its words to its stars.
    pub times: Vec<Duration>,
    /// Of Kontora's process.
    pub cpu: Duration,
    /// To the Bot API.
    pub calls: usize,
    /// Each update, from its POST to its 200.
    pub steps: BTreeMap<Step, Vec<Duration>>,
    pub database: Done,
    pub idle_mib: f64,
    pub peak_mib: f64,
}

/// One step of all, with everything that followed.
#[derive(Debug, Serialize)]
pub(super) struct StepFigures {
    name: &'static str,
    taken: usize,
    database_ms: f64,
    transactions: f64,
    calls: f64,
    cpu_us: f64,
}

/// One step while everybody was at it.
#[derive(Debug, Serialize)]
struct StepTimes {
    name: &'static str,
    updates: usize,
    p50_ms: f64,
    p99_ms: f64,
}

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    host: Host,
    orgs: usize,
    flats: usize,
    staff: usize,
    at_once: usize,
    durable: bool,
    requests: usize,
    requests_per_second: f64,
    updates_per_second: f64,
    calls_per_request: f64,
    life_p50_s: f64,
    life_p99_s: f64,
    rested_s: f64,
    cpu_ms_per_request: f64,
    database_ms_per_request: f64,
    transactions_per_request: f64,
    idle_mib: f64,
    peak_mib: f64,
    steps: Vec<StepTimes>,
    apart: Vec<StepFigures>,
}

impl StepFigures {
    /// Of a step that was taken so often.
    pub(super) fn new(step: Step, taken: usize, database: Done, cpu: Duration, calls: usize) -> Self {
        let each = |all: f64| all / taken as f64;
        Self {
            name: step.name(),
            taken,
            database_ms: each(database.busy.as_secs_f64() * 1e3),
            transactions: each(database.transactions as f64),
            calls: each(calls as f64),
            cpu_us: each(cpu.as_secs_f64() * 1e6),
        }
    }
}

impl Report {
    pub(super) fn new(options: &Options, morning: &Morning, apart: Vec<StepFigures>) -> Self {
        let updates: usize = morning.steps.values().map(Vec::len).sum();
        let each = |all: f64| all / morning.requests.max(1) as f64;
        let steps = morning.steps.iter().map(|(step, times)| StepTimes {
            name: step.name(),
            updates: times.len(),
            p50_ms: percentile(times, 50),
            p99_ms: percentile(times, 99),
        });
        Self {
            host: Host::this(),
            orgs: options.orgs,
            flats: options.flats,
            staff: options.staff,
            at_once: options.at_once,
            durable: !options.fast,
            requests: morning.requests,
            requests_per_second: morning.requests as f64 / morning.wall.as_secs_f64(),
            updates_per_second: updates as f64 / morning.wall.as_secs_f64(),
            calls_per_request: each(morning.calls as f64),
            life_p50_s: percentile(&morning.times, 50) / 1e3,
            life_p99_s: percentile(&morning.times, 99) / 1e3,
            rested_s: morning.rested.as_secs_f64(),
            cpu_ms_per_request: each(morning.cpu.as_secs_f64() * 1e3),
            database_ms_per_request: each(morning.database.busy.as_secs_f64() * 1e3),
            transactions_per_request: each(morning.database.transactions as f64),
            idle_mib: morning.idle_mib,
            peak_mib: morning.peak_mib,
            steps: steps.collect(),
            apart,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Host { cpu, cores } = &self.host;
        let disk = if self.durable { "waits" } else { "does not wait" };
        let Report { orgs, flats, staff, requests, at_once, .. } = self;
        writeln!(
            f,
            "{orgs} orgs, {flats} flats, {staff} workers; {requests} requests, {at_once} at once; PostgreSQL {disk} for the disk;"
        )?;
        writeln!(f, "{cores} cores of {cpu} for Kontora, PostgreSQL, Redis, the Bot API and everybody who plays.\n")?;
        writeln!(f, "requests per second, each a whole conversation  {:>8.1}", self.requests_per_second)?;
        writeln!(f, "updates per second                              {:>8.0}", self.updates_per_second)?;
        writeln!(
            f,
            "one conversation, p50 / p99                     {:>8.1} / {:.1} s",
            self.life_p50_s, self.life_p99_s
        )?;
        writeln!(f, "all of them, with everything that follows       {:>8.1} s", self.rested_s)?;
        writeln!(f, "calls to the Bot API per request                {:>8.1}", self.calls_per_request)?;
        writeln!(f, "CPU of Kontora per request                      {:>8.1} ms", self.cpu_ms_per_request)?;
        writeln!(f, "time in the database per request                {:>8.1} ms", self.database_ms_per_request)?;
        writeln!(f, "transactions per request                        {:>8.1}", self.transactions_per_request)?;
        writeln!(
            f,
            "resident memory, idle / at most                 {:>8.1} / {:.1} MiB",
            self.idle_mib, self.peak_mib
        )?;
        writeln!(f, "\n| while everybody is at it | updates | webhook p50 / p99, ms |\n|---|---|---|")?;
        for it in &self.steps {
            writeln!(
                f,
                "| {:<24} | {:>7} | {:>21} |",
                it.name,
                it.updates,
                format!("{:.1} / {:.1}", it.p50_ms, it.p99_ms)
            )?;
        }
        writeln!(
            f,
            "\n| one step of all after the other | taken | database, ms | transactions | calls | CPU, µs |\n|---|---|---|---|---|---|"
        )?;
        for it in &self.apart {
            writeln!(
                f,
                "| {:<31} | {:>5} | {:>12.2} | {:>12.1} | {:>5.1} | {:>7.0} |",
                it.name, it.taken, it.database_ms, it.transactions, it.calls, it.cpu_us
            )?;
        }
        Ok(())
    }
}
