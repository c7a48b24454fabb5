//! A bare axum route for each deed: reads the body as JSON when there is one, and gives the answer that Kontora gave.
//! A process of its own, as Kontora is one.

use std::{net::SocketAddr, path::Path, process::Stdio, sync::Arc};

use anyhow::{Context as _, Result, bail};
use axum::{
    Json, Router,
    extract::State,
    routing::{get, patch, post},
};
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader},
    net::TcpListener,
    process::{Child, Command},
};

use super::deed::Deed;

/// The bare routes at work.
pub(super) struct Bare {
    child: Child,
    pub address: SocketAddr,
}

impl Bare {
    /// Starts them; they are told the answers by a file in `folder`.
    pub(super) async fn start(folder: &Path, answers: &[(Deed, Value)]) -> Result<Self> {
        let file = folder.join("answers.json");
        let answers: Vec<_> = answers.iter().map(|(_, answer)| answer).collect();
        std::fs::write(&file, serde_json::to_vec(&answers)?)?;
        let mut child = Command::new(std::env::current_exe()?)
            .arg("bare-routes")
            .arg(&file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let out = child.stdout.take().context("no output")?;
        let Some(line) = BufReader::new(out).lines().next_line().await? else { bail!("the bare routes did not start") };
        Ok(Self { child, address: line.parse()? })
    }

    /// They end when their input does.
    pub(super) async fn stop(mut self) -> Result<()> {
        drop(self.child.stdin.take());
        self.child.wait().await?;
        Ok(())
    }
}

/// `bench bare-routes`: serves until its input ends.
pub(crate) async fn serve(answers: &Path) -> Result<()> {
    let answers: Vec<Value> = serde_json::from_slice(&std::fs::read(answers)?)?;
    let [log, teams, edit, mini_app, password] = answers.try_into().ok().context("an answer for each deed")?;
    let read = |answer: Value| get(give).with_state(Arc::new(answer));
    let sign_in = |answer: Value| post(take).with_state(Arc::new(answer));
    let router = Router::new()
        .route("/api/v1/audit/events", read(log))
        .route("/api/v1/teams", read(teams))
        .route("/api/v1/teams/{id}", patch(take).with_state(Arc::new(edit)))
        .route("/api/v1/auth/mini-app", sign_in(mini_app))
        .route("/api/v1/auth/login", sign_in(password));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    let served = tokio::spawn(async move { axum::serve(listener, router).await });
    let _ = tokio::io::stdin().read(&mut [0; 1]).await;
    served.abort();
    Ok(())
}

type Answer = State<Arc<Value>>;

async fn give(State(answer): Answer) -> Json<Arc<Value>> {
    Json(answer)
}

async fn take(State(answer): Answer, Json(_): Json<Value>) -> Json<Arc<Value>> {
    Json(answer)
}
