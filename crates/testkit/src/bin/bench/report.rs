//! What was measured, as a table and as JSON, beside the figures of others.

use std::{collections::BTreeMap, fmt, fs, thread, time::Duration};

use serde::Serialize;

use crate::{Options, load::Played, probe::Trips, script::Step};

/// CPU per update of others, in microseconds, measured once on such a machine with a bot of three questions: who, a
/// step that asks, a step that files (where there was one).
const OTHERS: [(&str, f64, Option<f64>); 4] = [
    ("aiogram", 1784.0, None),
    ("grammY", 341.5, None),
    ("bare teloxide", 271.0, None),
    ("prototype of this way in", 83.0, Some(170.0)),
];

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// Where and how.
    pub machine: Machine,
    /// `kontora serve`, which does everything.
    pub whole: Arrangement,
    /// `kontora serve --no-worker`, then `kontora worker`.
    pub apart: Arrangement,
    /// Trips to the services.
    pub trips: Trips,
}

/// Where it was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Host {
    pub(crate) cpu: String,
    pub(crate) cores: usize,
}

/// Where and how it was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    #[serde(flatten)]
    host: Host,
    chats: usize,
    connections: usize,
    rounds: usize,
    durable: bool,
}

/// The sum of a step over all rounds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    pub updates: usize,
    pub wall: Duration,
    pub cpu: Duration,
    pub webhook: Vec<Duration>,
    pub answer: Vec<Duration>,
}

/// The figures of one or several steps.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    name: String,
    updates: usize,
    updates_per_second: f64,
    webhook_p50_ms: f64,
    webhook_p99_ms: f64,
    answer_p50_ms: f64,
    answer_p99_ms: f64,
    cpu_us_per_update: f64,
}

/// What was measured of one arrangement of processes.
#[derive(Debug, Serialize)]
pub(crate) struct Arrangement {
    steps: Vec<Figures>,
    asks: Figures,
    files: Figures,
    /// CPU per request of what follows the filing: with the filing itself when one process does everything.
    follow_up_cpu_us: f64,
    /// Requests per second until their cards are drawn.
    follow_up_per_second: f64,
    idle_mib: f64,
    peak_mib: f64,
    #[serde(skip)]
    pub(crate) filed: usize,
}

impl Sum {
    /// Adds a round.
    pub(crate) fn add(&mut self, played: &Played, cpu: Duration) {
        self.updates += played.webhook.len();
        self.wall += played.wall;
        self.cpu += cpu;
        self.webhook.extend(&played.webhook);
        self.answer.extend(&played.answer);
    }

    fn merge(&mut self, other: &Sum) {
        self.updates += other.updates;
        self.wall += other.wall;
        self.cpu += other.cpu;
        self.webhook.extend(&other.webhook);
        self.answer.extend(&other.answer);
    }

    fn cpu_us(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.updates.max(1) as f64
    }

    fn per_second(&self) -> f64 {
        self.updates as f64 / self.wall.as_secs_f64().max(f64::EPSILON)
    }

    fn figures(&self, name: &str) -> Figures {
        Figures {
            name: name.to_owned(),
            updates: self.updates,
            updates_per_second: self.per_second(),
            webhook_p50_ms: percentile(&self.webhook, 50),
            webhook_p99_ms: percentile(&self.webhook, 99),
            answer_p50_ms: percentile(&self.answer, 50),
            answer_p99_ms: percentile(&self.answer, 99),
            cpu_us_per_update: self.cpu_us(),
        }
    }
}

impl Arrangement {
    /// Works the figures out.
    pub(crate) fn of(steps: &BTreeMap<Step, Sum>, follow_up: &Sum, idle_mib: f64, peak_mib: f64, filed: usize) -> Self {
        let mut asks = Sum::default();
        for step in Step::ASKS {
            asks.merge(steps.get(&step).unwrap_or(&Sum::default()));
        }
        Self {
            steps: steps.iter().map(|(step, sum)| sum.figures(step.name())).collect(),
            asks: asks.figures("a step that asks"),
            files: steps.get(&Step::Submit).unwrap_or(&Sum::default()).figures("a step that files"),
            follow_up_cpu_us: follow_up.cpu_us(),
            follow_up_per_second: follow_up.per_second(),
            idle_mib,
            peak_mib,
            filed,
        }
    }

    fn table(&self, f: &mut fmt::Formatter<'_>, title: &str) -> fmt::Result {
        writeln!(f, "\n{title}")?;
        writeln!(f, "{:<20}{:>10}{:>17}{:>17}{:>10}", "", "updates/s", "webhook p50/p99", "answer p50/p99", "CPU µs")?;
        for it in self.steps.iter().chain([&self.asks, &self.files]) {
            let webhook = format!("{:.1}/{:.1} ms", it.webhook_p50_ms, it.webhook_p99_ms);
            let answer = format!("{:.1}/{:.1} ms", it.answer_p50_ms, it.answer_p99_ms);
            let (name, rate, cpu) = (&it.name, it.updates_per_second, it.cpu_us_per_update);
            writeln!(f, "{name:<20}{rate:>10.0}{webhook:>17}{answer:>17}{cpu:>10.0}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Machine { host: Host { cpu, cores }, chats, connections, rounds, durable } = &self.machine;
        let disk = if *durable { "waiting for the disk" } else { "not waiting for the disk" };
        writeln!(
            f,
            "{chats} chats over {connections} connections, {rounds} requests each; PostgreSQL and Redis {disk}."
        )?;
        writeln!(
            f,
            "{cores} cores of {cpu}, shared with the load, the Bot API, PostgreSQL and Redis: rates and times"
        )?;
        writeln!(f, "are those of all of them together; CPU is that of Kontora's process alone.")?;
        let (whole, apart) = (&self.whole, &self.apart);
        whole.table(f, "kontora serve")?;
        writeln!(
            f,
            "Filing with everything that follows (jobs, two cards): {:.0} µs of CPU, {:.0}/s.",
            whole.follow_up_cpu_us, whole.follow_up_per_second
        )?;
        writeln!(f, "Memory: {:.1} MiB idle, {:.1} MiB at most.", whole.idle_mib, whole.peak_mib)?;
        apart.table(f, "kontora serve --no-worker: the steps alone")?;
        writeln!(f, "Memory: {:.1} MiB idle, {:.1} MiB at most.", apart.idle_mib, apart.peak_mib)?;
        writeln!(
            f,
            "kontora worker, what follows a filing: {:.0} µs of CPU, {:.0}/s.",
            apart.follow_up_cpu_us, apart.follow_up_per_second
        )?;
        let trips = &self.trips;
        writeln!(
            f,
            "\nTrips of an update: Redis {:.2} asking, {:.2} filing; PostgreSQL transactions {:.2} asking, {:.2} filing.",
            trips.redis_per_ask, trips.redis_per_filing, trips.postgres_per_ask, trips.postgres_per_filing
        )?;

        let (asks, files) = (apart.asks.cpu_us_per_update, apart.files.cpu_us_per_update);
        writeln!(f, "\nCPU of a step alone beside others' (measured elsewhere, for orientation)")?;
        for (who, asking, filing) in OTHERS {
            write!(f, "{who:<26}{asking:>6.0} µs asking ({:.2} of it here)", asks / asking)?;
            match filing {
                Some(filing) => writeln!(f, "{filing:>6.0} µs filing ({:.2})", files / filing)?,
                None => writeln!(f)?,
            }
        }
        Ok(())
    }
}

impl Host {
    /// This one.
    pub(crate) fn this() -> Self {
        let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
        Self {
            cpu: model.map_or("an unknown model", |(_, name)| name.trim()).to_owned(),
            cores: thread::available_parallelism().map_or(1, usize::from),
        }
    }
}

impl Machine {
    /// This one.
    pub(crate) fn this(options: &Options) -> Self {
        Self {
            host: Host::this(),
            chats: options.chats,
            connections: options.connections,
            rounds: options.rounds,
            durable: !options.fast,
        }
    }
}

/// In milliseconds; the smallest time that so many percent do not exceed.
pub(crate) fn percentile(times: &[Duration], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}
