//! The executable `kontora`.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    bot::cli::run().await
}
