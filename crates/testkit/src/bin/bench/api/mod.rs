//! `bench api`: what the HTTP API takes for a list, an edit and signing in, beside a bare axum route that gives the same
//! answer, and beside the same SQL through sqlx with nothing around it. All three take turns on the same machine.

mod bare;
mod deed;
mod ground;
pub(crate) mod import;
pub(crate) mod list;
mod play;
mod report;
mod sql;

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};
use clap::Args;

pub(crate) use bare::serve;
pub(crate) use report::Report;

use crate::{
    measure,
    process::{Kontora, Setting},
};
use bare::Bare;
use deed::Deed;
use ground::Ground;
use play::{Played, play};

/// How the API is asked.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// Kept-alive connections, each with one request under way.
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// How long each of the three is asked in a round.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How often the three take turns.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// A PostgreSQL that does not wait for the disk.
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
        std::fs::write(path, serde_json::to_string_pretty(&report)?)?;
    }
    Ok(report)
}

async fn measure_all(options: &Options, program: PathBuf, folder: &std::path::Path) -> Result<Report> {
    measure::say("PostgreSQL, Redis, an org, its members, its teams and what happened there");
    let ground = Ground::open(&folder.join("services"), !options.fast, options.connections).await?;
    let setting = Setting::new(program, folder, &ground.site, ground.telegram);
    let mut kontora = Kontora::start(&setting, &["serve", "--no-worker"])?;
    kontora.ready().await?;
    let done = turns(options, &ground, &kontora, folder).await;
    kontora.stop().await?;
    ground.site.close().await?;
    done
}

/// Every deed in turn: Kontora, the bare route, the bare SQL, and again.
async fn turns(options: &Options, ground: &Ground, kontora: &Kontora, folder: &std::path::Path) -> Result<Report> {
    let people = ground.sign_in(kontora.address).await?;
    let answers = ground.answers(kontora.address, &people).await?;
    let bare = Bare::start(folder, &answers).await?;
    let sql = sql::Sql::connect(ground, options.connections).await?;
    let mut report = Report::new(options);
    for deed in Deed::ALL {
        let long = Duration::from_secs(options.seconds);
        // Once around for whatever is made at the first time.
        play(kontora.address, deed, ground, &people, Duration::from_millis(500)).await?;
        sql.play(deed, &people, Duration::from_millis(200)).await?;
        let (mut ours, mut route, mut query) = (Played::default(), Played::default(), Played::default());
        let mut cpu = Duration::ZERO;
        for round in 1..=options.rounds {
            measure::say(&format!("{}, round {round} of {}", deed.name(), options.rounds));
            let before = kontora.cpu()?;
            ours.add(play(kontora.address, deed, ground, &people, long).await.context("kontora")?);
            cpu += kontora.cpu()? - before;
            route.add(play(bare.address, deed, ground, &people, long).await.context("the bare route")?);
            query.add(sql.play(deed, &people, long).await.context("the bare SQL")?);
        }
        report.add(deed, &ours, &route, &query, cpu);
    }
    report.argon2_ms = sql::argon2().await?.as_secs_f64() * 1e3;
    report.peak_mib = kontora.memory("VmHWM")?;
    bare.stop().await?;
    Ok(report)
}

/// From now, for so long.
fn until(long: Duration) -> Instant {
    Instant::now() + long
}
