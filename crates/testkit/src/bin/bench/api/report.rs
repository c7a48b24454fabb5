//! What was measured, as a table and as JSON.

use std::{fmt, time::Duration};

use serde::Serialize;

use super::{Options, deed::Deed, play::Played};
use crate::report::{Host, percentile};

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    host: Host,
    connections: usize,
    rounds: usize,
    seconds: u64,
    durable: bool,
    deeds: Vec<Figures>,
    /// A password alone, in milliseconds.
    pub(super) argon2_ms: f64,
    /// Resident memory of Kontora at most.
    pub(super) peak_mib: f64,
}

/// One of the three.
#[derive(Clone, Copy, Debug, Serialize)]
struct Times {
    per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
}

/// One deed.
#[derive(Debug, Serialize)]
struct Figures {
    name: &'static str,
    kontora: Times,
    bare_route: Times,
    bare_sql: Times,
    cpu_us: f64,
}

impl From<&Played> for Times {
    fn from(played: &Played) -> Self {
        Self {
            per_second: played.times.len() as f64 / played.wall.as_secs_f64().max(f64::EPSILON),
            p50_ms: percentile(&played.times, 50),
            p99_ms: percentile(&played.times, 99),
        }
    }
}

impl Report {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            host: Host::this(),
            connections: options.connections,
            rounds: options.rounds,
            seconds: options.seconds,
            durable: !options.fast,
            deeds: vec![],
            argon2_ms: 0.0,
            peak_mib: 0.0,
        }
    }

    pub(super) fn add(&mut self, deed: Deed, ours: &Played, route: &Played, sql: &Played, cpu: Duration) {
        self.deeds.push(Figures {
            name: deed.name(),
            kontora: ours.into(),
            bare_route: route.into(),
            bare_sql: sql.into(),
            cpu_us: cpu.as_secs_f64() * 1e6 / ours.times.len().max(1) as f64,
        });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Host { cpu, cores } = &self.host;
        let disk = if self.durable { "waiting" } else { "not waiting" };
        writeln!(
            f,
            "{} connections, {} rounds of {} s each; PostgreSQL {disk} for the disk; {cores} cores of {cpu} for all of it.",
            self.connections, self.rounds, self.seconds
        )?;
        writeln!(f, "Times are p50/p99 in ms; `x` says how many times that of the other two.\n")?;
        writeln!(
            f,
            "| {:<18} | {:>6} | {:>15} | {:>15} | {:>13} | {:>15} | {:>13} | {:>7} |",
            "", "/s", "Kontora", "bare route", "x", "bare SQL", "x", "CPU, µs"
        )?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        for it in &self.deeds {
            let pair = |it: Times| format!("{:.2} / {:.2}", it.p50_ms, it.p99_ms);
            let times =
                |of: Times| format!("{:.1} / {:.1}", it.kontora.p50_ms / of.p50_ms, it.kontora.p99_ms / of.p99_ms);
            writeln!(
                f,
                "| {:<18} | {:>6.0} | {:>15} | {:>15} | {:>13} | {:>15} | {:>13} | {:>7.0} |",
                it.name,
                it.kontora.per_second,
                pair(it.kontora),
                pair(it.bare_route),
                times(it.bare_route),
                pair(it.bare_sql),
                times(it.bare_sql),
                it.cpu_us
            )?;
        }
        writeln!(f, "\nargon2id alone, one after the other: {:.1} ms each.", self.argon2_ms)?;
        writeln!(f, "Memory of Kontora: {:.1} MiB at most.", self.peak_mib)
    }
}
