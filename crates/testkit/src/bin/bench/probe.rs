//! How many trips a step makes to PostgreSQL and Redis. Counted apart from the clock: counting costs time.

use anyhow::Result;
use serde::Serialize;

use crate::{
    counts::{Commands, Transactions},
    load::Load,
    office::Site,
    script::Step,
};

/// What each update asks of the services.
#[derive(Debug, Serialize)]
pub(crate) struct Trips {
    /// Commands to Redis, for a step that only asks.
    pub redis_per_ask: f64,
    /// Transactions of PostgreSQL, for a step that only asks.
    pub postgres_per_ask: f64,
    /// Commands to Redis, for the step that files.
    pub redis_per_filing: f64,
    /// Transactions of PostgreSQL, for the step that files.
    pub postgres_per_filing: f64,
}

/// Plays the conversation once, counting.
pub(crate) async fn trips(load: &mut Load, site: &Site, chats: usize) -> Result<Trips> {
    let mut commands = Commands::listen(&site.redis_url).await?;
    let mut transactions = Transactions::count(&site.database_url).await?;
    commands.since().await?;
    for step in Step::ASKS {
        load.play(step).await?;
    }
    let (redis_asks, postgres_asks) = (commands.since().await?, transactions.since().await?.transactions);
    load.play(Step::Submit).await?;
    let (redis_filings, postgres_filings) = (commands.since().await?, transactions.since().await?.transactions);
    let asks = (chats * Step::ASKS.len()) as f64;
    Ok(Trips {
        redis_per_ask: redis_asks as f64 / asks,
        postgres_per_ask: postgres_asks as f64 / asks,
        redis_per_filing: redis_filings as f64 / chats as f64,
        postgres_per_filing: postgres_filings as f64 / chats as f64,
    })
}
