//! Seals what has been written into the log of events, a moment later.

use std::time::Duration;

use domain::audit;
use platform::{Shutdown, Surface};

use crate::app::App;

/// How long an event waits for its seal at most, while the database is well.
const LOOK: Duration = Duration::from_secs(1);

/// Seals until the process is asked to stop. Any number of processes may: each takes the orgs that no other has.
pub async fn run(app: App, shutdown: Shutdown) {
    let db = app.db.for_surface(Surface::Job);
    while !shutdown.begun() {
        match audit::seal_waiting(&db).await {
            Ok(0) => {}
            Ok(sealed) => metrics::counter!("events_sealed_total").increment(sealed),
            Err(error) => tracing::warn!(%error, "events stay unsealed for a moment"),
        }
        tokio::select! {
            () = shutdown.wait() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}
