//! The process's numbers in the Prometheus text format.

use std::time::Duration;

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

/// Upper bounds of duration buckets, in seconds: from a quick query to a slow job.
const SECONDS: [f64; 13] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0];

/// How often recorded samples are folded into the histograms. Until then they take memory.
const UPKEEP: Duration = Duration::from_secs(5);

/// Collects what the `metrics` macros record from now on, once per process, inside a Tokio runtime. Histograms whose
/// name ends with `_seconds` are counted in buckets, which unlike quantiles can be added up over processes.
///
/// # Errors
/// When a recorder is installed already.
pub fn install_recorder() -> Result<PrometheusHandle, BuildError> {
    let handle = builder()?.install_recorder()?;
    let upkeep = handle.clone();
    // Nobody may ever ask for `/metrics`, which would be the only other occasion.
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(UPKEEP);
        loop {
            ticks.tick().await;
            upkeep.run_upkeep();
        }
    });
    Ok(handle)
}

fn builder() -> Result<PrometheusBuilder, BuildError> {
    PrometheusBuilder::new().set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
}

/// The numbers of now, for `GET /metrics` (`text/plain; version=0.0.4`).
#[must_use]
pub fn render(handle: &PrometheusHandle) -> String {
    handle.run_upkeep(); // so that the latest samples are in it
    handle.render()
}

#[cfg(test)]
mod tests {
    use super::{builder, render};

    #[test]
    fn durations_come_in_buckets_and_counters_as_they_are() {
        let recorder = builder().unwrap().build_recorder();
        metrics::with_local_recorder(&recorder, || {
            metrics::describe_counter!("updates_total", "Updates received");
            metrics::counter!("updates_total", "bot" => "a").increment(2);
            metrics::histogram!("handle_seconds").record(0.003);
        });
        let text = render(&recorder.handle());
        assert!(text.contains("# HELP updates_total Updates received"), "{text}");
        assert!(text.contains("updates_total{bot=\"a\"} 2"), "{text}");
        assert!(text.contains("handle_seconds_bucket{le=\"0.005\"} 1"), "{text}");
        assert!(text.contains("handle_seconds_bucket{le=\"0.0025\"} 0"), "{text}");
    }
}
