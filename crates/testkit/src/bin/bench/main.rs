//! `./dev bench`: measures Kontora from outside, as Telegram and its people would see it.
//!
//! `updates` plays the filing conversation from hundreds of chats against a release build of `kontora serve`, with a
//! Bot API that answers at once; every answer is checked. `api` asks the HTTP API for a list, an edit and to be signed
//! in, beside a bare axum route and beside the bare SQL. `morning` plays
//! the morning of a city, whole conversations over many orgs. `list` asks for a page out of a million requests. `import` fills
//! the register from a file. `docs/benchmarks.md` tells how to read what they print.

mod api;
mod bot_api;
mod counts;
mod load;
mod measure;
mod morning;
mod office;
mod probe;
mod process;
mod report;
mod script;
mod wire;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

/// Measures Kontora.
#[derive(Debug, Parser)]
#[command(name = "bench")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Plays the filing conversation and measures each of its steps.
    Updates(Options),
    /// Plays whole conversations about requests in many orgs at once.
    Morning(morning::Options),
    /// Asks the HTTP API, a bare axum route and the bare SQL in turn.
    Api(api::Options),
    /// Asks for a page out of a million requests, beside the bare query.
    List(api::list::Options),
    /// Sends a register as a file and has it loaded.
    Import(api::import::Options),
    /// What `api` compares with: serves the answers of a file until its input ends.
    #[command(hide = true)]
    BareRoutes {
        /// JSON.
        answers: PathBuf,
    },
}

/// How the conversations are played.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// How many people write at the same time, each in a chat of their own.
    #[arg(long, default_value_t = 400)]
    chats: usize,
    /// Kept-alive connections that the updates come in on.
    #[arg(long, default_value_t = 40)]
    connections: usize,
    /// How many requests each chat files while it is measured.
    #[arg(long, default_value_t = 2)]
    rounds: usize,
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

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Updates(options) => measure::updates(&options).await.map(|report| print!("{report}")),
        Command::Morning(options) => morning::run(&options).await.map(|report| print!("{report}")),
        Command::Api(options) => api::run(&options).await.map(|report| print!("{report}")),
        Command::List(options) => api::list::run(&options).await.map(|report| print!("{report}")),
        Command::Import(options) => api::import::run(&options).await.map(|report| print!("{report}")),
        Command::BareRoutes { answers } => api::serve(&answers).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}
