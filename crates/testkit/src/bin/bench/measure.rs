//! The order of a run: one process that does everything, then the way in alone, then the work behind it alone.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail, ensure};
use tokio::time::sleep;

use crate::{
    Options,
    bot_api::BotApi,
    load::{Load, Webhook},
    office::{self, Office, Site},
    probe::{self, Trips},
    process::{self, Kontora, Setting},
    report::{Arrangement, Machine, Report, Sum},
    script::{Step, TIMES_MAX},
};

/// How long a fresh process rests before its memory is looked at.
const REST: Duration = Duration::from_secs(2);
/// How long nothing may happen before the cards are given up.
const STUCK: Duration = Duration::from_secs(20);

/// Plays and measures everything.
pub(crate) async fn updates(options: &Options) -> Result<Report> {
    let measured =
        in_folder(options.kontora.as_deref(), async |program, folder| measure(options, program, folder).await);
    let report = measured.await?;
    if let Some(path) = &options.json {
        fs::write(path, serde_json::to_string_pretty(&report)?).with_context(|| path.display().to_string())?;
    }
    Ok(report)
}

async fn measure(options: &Options, program: PathBuf, folder: &Path) -> Result<Report> {
    // What one person may file, over the rounds that are measured and the three that are not.
    ensure!(2 * options.rounds + 3 <= TIMES_MAX, "at most {} rounds: nobody may file more", (TIMES_MAX - 3) / 2);
    let chats = office::chats(options.chats);
    say("PostgreSQL, Redis, an office and its residents");
    let site = Site::open(&folder.join("services"), !options.fast).await?;
    let office = Office::only(&site, 1, &chats).await?;
    let (api, telegram) = BotApi::start(chats.iter().copied()).await?;
    let setting = Setting::new(program, folder, &site, telegram);
    let run = Run { options, site: &site, office: &office, api: &api, setting: &setting, chats: &chats };
    let done = async {
        let whole = run.whole().await?;
        let (apart, trips) = run.apart(whole.filed).await?;
        let machine = Machine::this(options);
        anyhow::Ok(Report { machine, whole, apart, trips })
    };
    let done = done.await;
    site.close().await?;
    done
}

struct Run<'a> {
    options: &'a Options,
    site: &'a Site,
    office: &'a Office,
    api: &'a BotApi,
    setting: &'a Setting,
    chats: &'a [i64],
}

impl Run<'_> {
    /// `kontora serve`, which does everything.
    async fn whole(&self) -> Result<Arrangement> {
        say("kontora serve");
        let mut serve = Kontora::start(self.setting, &["serve"])?;
        serve.ready().await?;
        sleep(REST).await;
        let idle_mib = serve.memory("VmRSS")?;
        let mut load = self.connect(&serve).await?;
        self.round(&serve, &mut load, &mut BTreeMap::new()).await?;
        self.settled(load.filed()).await?;

        let (mut steps, mut all_cpu, mut all_wall) = (BTreeMap::new(), Duration::ZERO, Duration::ZERO);
        for round in 1..=self.options.rounds {
            say(&format!("round {round} of {}", self.options.rounds));
            let (cpu, began) = self.round(&serve, &mut load, &mut steps).await?;
            self.settled(load.filed()).await?;
            all_cpu += serve.cpu()? - cpu;
            all_wall += began.elapsed();
        }
        load.check_cards()?;
        let filed = load.filed();
        let peak_mib = serve.memory("VmHWM")?;
        drop(load);
        quiet(&serve)?;
        serve.stop().await?;
        let follow_up =
            Sum { updates: self.chats.len() * self.options.rounds, cpu: all_cpu, wall: all_wall, ..Sum::default() };
        Ok(Arrangement::of(&steps, &follow_up, idle_mib, peak_mib, filed))
    }

    /// `kontora serve --no-worker`, and when it is done `kontora worker`. `filed` is what there was before.
    async fn apart(&self, filed: usize) -> Result<(Arrangement, Trips)> {
        say("kontora serve --no-worker");
        let mut serve = Kontora::start(self.setting, &["serve", "--no-worker"])?;
        serve.ready().await?;
        sleep(REST).await;
        let idle_mib = serve.memory("VmRSS")?;
        let mut load = self.connect(&serve).await?;
        self.round(&serve, &mut load, &mut BTreeMap::new()).await?;
        let mut steps = BTreeMap::new();
        for round in 1..=self.options.rounds {
            say(&format!("round {round} of {}", self.options.rounds));
            self.round(&serve, &mut load, &mut steps).await?;
        }
        let peak_mib = serve.memory("VmHWM")?;
        say("counting trips to PostgreSQL and Redis");
        let trips = probe::trips(&mut load, self.site, self.chats.len()).await?;

        say("kontora worker");
        let worker = Kontora::start(self.setting, &["worker"])?;
        let (cpu, began) = (worker.cpu()?, Instant::now());
        self.settled(filed + load.filed()).await?;
        let follow_up =
            Sum { updates: load.filed(), cpu: worker.cpu()? - cpu, wall: began.elapsed(), ..Sum::default() };
        load.check_cards()?;
        let all = filed + load.filed();
        drop(load);
        for process in [serve, worker] {
            quiet(&process)?;
            process.stop().await?;
        }
        Ok((Arrangement::of(&steps, &follow_up, idle_mib, peak_mib, all), trips))
    }

    async fn connect(&self, serve: &Kontora) -> Result<Load> {
        let webhook = Webhook { address: serve.address, secret: self.office.webhook_secret.clone() };
        Load::connect(self.api, webhook, self.chats, self.options.connections).await
    }

    /// The conversation once, by everybody, step by step. Returns the process's clock and the time at which the step
    /// that files began.
    async fn round(
        &self,
        serve: &Kontora,
        load: &mut Load,
        steps: &mut BTreeMap<Step, Sum>,
    ) -> Result<(Duration, Instant)> {
        for step in Step::ASKS {
            let before = serve.cpu()?;
            let played = load.play(step).await?;
            steps.entry(step).or_default().add(&played, serve.cpu()? - before);
        }
        let (before, began) = (serve.cpu()?, Instant::now());
        let played = load.play(Step::Submit).await?;
        steps.entry(Step::Submit).or_default().add(&played, serve.cpu()? - before);
        Ok((before, began))
    }

    /// Waits until every request that was filed has its two cards, and nothing is left to do.
    async fn settled(&self, filed: usize) -> Result<()> {
        let (mut seen, mut since) = (self.api.cards(), Instant::now());
        loop {
            let cards = self.api.cards();
            if cards.0 >= filed && cards.1 >= filed && self.site.waiting().await? == 0 {
                ensure!(cards == (filed, filed), "{filed} requests got {cards:?} cards");
                return Ok(());
            }
            if cards != seen {
                (seen, since) = (cards, Instant::now());
            }
            if since.elapsed() > STUCK {
                bail!("of {filed} requests, only {cards:?} have their cards (resident's, staff's)");
            }
            sleep(Duration::from_millis(10)).await;
        }
    }
}

/// Fails when the process complained: then something else was measured than meant.
fn quiet(process: &Kontora) -> Result<()> {
    let log = process.log_text();
    ensure!(log.is_empty(), "kontora complained:\n{log}");
    Ok(())
}

/// Measures the executable that was named, or the one beside this program, with a folder of its own in the target folder,
/// which is left there when it fails.
pub(crate) async fn in_folder<R>(
    kontora: Option<&Path>,
    measure: impl AsyncFnOnce(PathBuf, &Path) -> Result<R>,
) -> Result<R> {
    let program = process::program(kontora)?;
    let bench = std::env::current_exe()?;
    let target = bench.ancestors().nth(2).context("this program is in no target folder")?;
    let folder = target.join(format!("bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let report = measure(program, &folder).await;
    match &report {
        Ok(_) => fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?,
        Err(_) => eprintln!("bench: logs are left in {}", folder.display()),
    }
    report
}

/// On the way.
pub(crate) fn say(what: &str) {
    eprintln!("bench: {what}");
}
