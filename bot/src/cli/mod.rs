//! The command line.

mod bots;
mod doctor;
mod members;
mod orgs;
mod property;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use platform::{Config, Source, Surface};

use crate::{
    app::App,
    demo,
    server::{self, Services, Stance},
};

/// Kontora: the office in Telegram.
#[derive(Debug, Parser)]
#[command(
    name = "kontora",
    version,
    about,
    after_help = "Configuration is read from the environment and from .env; docs/operations.md lists it."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Work: HTTP, updates and jobs.
    Serve {
        /// Leave jobs and the outbox to `kontora worker`.
        #[arg(long)]
        no_worker: bool,
        /// Ask Telegram for updates instead of waiting for its webhook: for a machine without a public address.
        #[arg(long)]
        polling: bool,
    },
    /// Run jobs and send what waits in the outbox, without HTTP.
    Worker,
    /// Bring the database to this version.
    Migrate,
    /// Try everything on this machine, without Telegram.
    Demo(demo::Options),
    /// Check configuration, database, Redis, bots and webhooks, and say how to mend what is wrong.
    Doctor {
        /// Give dead jobs and deliveries another chance.
        #[arg(long)]
        retry: bool,
        /// Compare the log of an organization with a seal that was noted earlier: org:seq:hash. May be repeated.
        #[arg(long)]
        witness: Vec<doctor::Witness>,
    },
    /// Organizations.
    #[command(subcommand)]
    Org(orgs::Command),
    /// Bots.
    #[command(subcommand)]
    Bot(bots::Command),
    /// The people who work for an organization.
    #[command(subcommand)]
    Member(members::Command),
    /// Links that make whoever opens them first a member.
    #[command(subcommand)]
    Invite(members::InviteCommand),
    /// Flats and their deep links.
    #[command(subcommand)]
    Unit(property::Command),
}

/// Reads the command line and does what it says.
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::load() {
        Ok(config) => config,
        Err(problems) => {
            eprintln!("{problems}");
            return ExitCode::from(2);
        }
    };
    if let Err(error) = platform::telemetry::init_logs(config.log_format, &config.log) {
        eprintln!("{error}");
        return ExitCode::from(2);
    }
    match dispatch(cli.command, &config).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("kontora: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(command: Command, config: &Config) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { no_worker, polling } => serve::serve(config, !no_worker, polling).await?,
        Command::Worker => serve::worker(config).await?,
        Command::Migrate => {
            with_app(config, async |_, _| {
                println!("The database is up to date.");
                Ok(())
            })
            .await?;
        }
        Command::Demo(options) => demo::run(config, &options).await?,
        Command::Doctor { retry, witness } => return doctor::run(config, retry, &witness).await,
        Command::Org(command) => with_app(config, async |app, _| orgs::run(app, command).await).await?,
        Command::Bot(command) => with_app(config, async |app, config| bots::run(app, config, command).await).await?,
        Command::Member(command) => with_app(config, async |app, _| members::run(app, command).await).await?,
        Command::Invite(command) => with_app(config, async |app, _| members::run_invite(app, command).await).await?,
        Command::Unit(command) => with_app(config, async |app, _| property::run(app, command).await).await?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Does one thing with the database and Redis of the configuration.
async fn with_app(config: &Config, work: impl AsyncFnOnce(&App, &Config) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let services = Services::start(config, Stance::Visitor).await?;
    let done = async {
        let (app, _) = server::assemble(config, &services, Source::system(), Surface::Cli).await?;
        work(&app, config).await
    };
    let done = done.await;
    services.stop().await;
    done
}
