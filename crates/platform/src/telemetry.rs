//! What the process tells about itself: log lines and numbers.
//!
//! Personal data has no place in either. Whoever owns a metric describes it; this module only collects.

mod logs;
mod metrics;

pub use logs::{LogFormat, LogsError, init_logs};
pub use metrics::{install_recorder, render};
pub use metrics_exporter_prometheus::PrometheusHandle;
