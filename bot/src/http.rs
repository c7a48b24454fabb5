//! The process's HTTP side: the webhook, health and metrics.

use std::time::Duration;

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::IntoResponse,
    routing::{get, post},
};
use metrics_exporter_prometheus::PrometheusHandle;
use platform::jobs::Jobs;
use tokio::time::timeout;
use webapp_api::Api;

use crate::{
    app::App,
    webhook::{self, BODY_MAX},
};

/// What the routes work with.
#[derive(Clone)]
struct Site {
    app: App,
    jobs: Jobs,
    metrics: Option<PrometheusHandle>,
}

/// Every route of the process. `metrics`: none in a process that has no recorder (tests).
pub fn router(app: App, jobs: Jobs, metrics: Option<PrometheusHandle>) -> Router {
    let webhook = Router::new()
        .route("/telegram/{bot_id}", post(webhook::receive))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .with_state(app.clone());
    let api =
        Api::new(app.db.clone(), app.redis.clone(), app.keys.clone(), app.web.clone()).with_files(app.files.clone());
    let api = webapp_api::router(api);
    Router::new()
        .route("/health/live", get(|| async { "live\n" }))
        .route("/health/ready", get(ready))
        .route("/metrics", get(render))
        .with_state(Site { app, jobs, metrics })
        .merge(webhook)
        .fallback_service(api)
}

/// 200 when PostgreSQL and Redis answer, 503 with what does not.
async fn ready(State(site): State<Site>) -> impl IntoResponse {
    let patience = Duration::from_secs(2);
    let database = timeout(patience, site.app.db.ping()).await;
    let mut connection = site.app.redis.clone();
    let ping = redis::cmd("PING");
    let redis = timeout(patience, ping.query_async::<String>(&mut connection)).await;
    let mut missing = vec![];
    if !matches!(database, Ok(Ok(()))) {
        missing.push("PostgreSQL");
    }
    if !matches!(redis, Ok(Ok(_))) {
        missing.push("Redis");
    }
    if missing.is_empty() {
        (StatusCode::OK, "ready\n".to_owned())
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, format!("not ready: no answer from {}\n", missing.join(" and ")))
    }
}

/// Prometheus text. Queues and pools are measured when they are asked for.
async fn render(State(site): State<Site>) -> impl IntoResponse {
    let Some(metrics) = &site.metrics else {
        return (StatusCode::NOT_FOUND, "this process keeps no metrics\n".to_owned()).into_response();
    };
    let (open, idle) = site.app.db.connections();
    metrics::gauge!("database_connections", "state" => "open").set(f64::from(open));
    metrics::gauge!("database_connections", "state" => "idle").set(idle as f64);
    if let Ok((count, age)) = domain::notifications::waiting(&site.app.db).await {
        metrics::gauge!("outbox_waiting").set(count as f64);
        metrics::gauge!("outbox_oldest_seconds").set(age);
    }
    if let Ok((count, age)) = site.jobs.waiting().await {
        metrics::gauge!("jobs_waiting").set(count as f64);
        metrics::gauge!("jobs_oldest_seconds").set(age);
    }
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], platform::telemetry::render(metrics)).into_response()
}
