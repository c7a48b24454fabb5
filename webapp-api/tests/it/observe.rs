//! What the operator reads of a request in the log.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use axum::{body::Body, http::Request};
use serde_json::Value;

use crate::site::Site;

/// Everything that is logged on this thread, line by line.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_request_leaves_a_line_with_its_route_and_id_and_nothing_that_came_with_it() -> anyhow::Result<()> {
    let site = Site::open().await?;
    let lines = Lines::default();
    let writer = lines.clone();
    let log = tracing_subscriber::fmt().json().with_writer(move || writer.clone()).finish();
    let listening = tracing::subscriber::set_default(log);
    let request = Request::get("/api/v1/audit/events?text=a-word-of-theirs").header("x-request-id", "trace-0123_ab");
    site.send(request.header("authorization", "Bearer a-token-of-theirs").body(Body::empty())?).await?;
    drop(listening);

    let text = String::from_utf8(lines.0.lock().unwrap().clone())?;
    let logged: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let line = logged.iter().find(|line| line["target"] == "access").expect("a line of the request");
    let told = &line["fields"];
    assert_eq!(
        (told["method"].as_str(), told["route"].as_str(), told["status"].as_u64()),
        (Some("GET"), Some("/api/v1/audit/events"), Some(401))
    );
    assert!(told["ms"].is_u64());
    assert_eq!(line["span"]["id"], "trace-0123_ab");
    assert!(!text.contains("of-theirs"), "{text}");
    Ok(())
}
