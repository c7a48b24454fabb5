//! `kontora serve` and `kontora worker`.

use platform::{Config, Shutdown, Source, Surface, telemetry};

use crate::server::{self, Duties, Server, Services, Stance};

/// HTTP and updates, and the work behind them unless another process does it.
pub(super) async fn serve(config: &Config, work: bool, polling: bool) -> anyhow::Result<()> {
    run(config, Stance::Keeper, Duties { http: true, work, polling }).await
}

/// Jobs and the outbox alone.
pub(super) async fn worker(config: &Config) -> anyhow::Result<()> {
    run(config, Stance::Companion, Duties { http: false, work: true, polling: false }).await
}

async fn run(config: &Config, stance: Stance, duties: Duties) -> anyhow::Result<()> {
    let shutdown = Shutdown::on_signals()?;
    let metrics = telemetry::install_recorder()?;
    let services = Services::start(config, stance).await?;
    let worked = async {
        let (app, jobs) = server::assemble(config, &services, Source::system(), Surface::Bot).await?;
        let server = Server::start(&app, &jobs, config.listen, duties, Some(metrics), shutdown).await?;
        if let Some(address) = server.address {
            tracing::info!(%address, "listening");
        }
        server.join().await?;
        app.db.close().await;
        anyhow::Ok(())
    };
    let worked = worked.await;
    services.stop().await;
    worked
}
