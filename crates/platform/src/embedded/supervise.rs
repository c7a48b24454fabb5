//! One thread that starts the children, sees them end, and starts them again.
//!
//! It is a thread of its own with a runtime of its own because the kernel ties a child to the thread that started
//! it: the threads of the application's runtime come and go.

use std::{
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use rustix::process::Signal;
use tokio::{
    process::{Child, Command},
    sync::{oneshot, watch},
};
use tokio_util::sync::CancellationToken;

use super::{EmbeddedError, child, place::Place};

/// The pause before the first new start, doubled each time up to the longest.
const PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// After running this long a service counts as well again, and the pause is short again.
const STEADY: Duration = Duration::from_secs(30);
/// Recovery after a crash reads the whole log; a service that lives may take this long to answer.
const PATIENCE: Duration = Duration::from_secs(600);

/// A service that can be kept running.
pub(super) trait Supervised: Send + 'static {
    /// For messages.
    const NAME: &str;
    /// How it is asked to stop, and how long each may take.
    const SIGNALS: &[(Signal, Duration)];

    fn log(&self) -> &PathBuf;

    /// Clears what an earlier run left, makes what is missing, and says what to start.
    async fn command(&self, place: &Place) -> Result<Command, EmbeddedError>;

    /// Whether it is up; an error when it is up but cannot be used.
    async fn answers(&self) -> Result<bool, EmbeddedError>;

    /// Puts right what made it end, if it can; `true` when it is then worth another start at once.
    fn mend(&self, _place: &Place, _error: &EmbeddedError) -> bool {
        false
    }
}

/// What is known of a service from outside.
#[derive(Debug, Default)]
pub(super) struct Status {
    /// While it answers.
    pub(super) pid: Option<u32>,
    /// How often it ended unasked, and how it did last.
    ends: u64,
    last: Option<EmbeddedError>,
}

/// A service on its way into the thread.
pub(super) struct Lane<S> {
    service: S,
    status: watch::Sender<Status>,
    started: oneshot::Sender<Result<(), EmbeddedError>>,
}

/// The other ends of a [`Lane`].
#[derive(Default)]
pub(super) struct Seen {
    pub(super) status: Option<watch::Receiver<Status>>,
    pub(super) started: Option<oneshot::Receiver<Result<(), EmbeddedError>>>,
}

impl<S: Supervised> Lane<S> {
    pub(super) fn pair(service: Option<S>) -> (Option<Self>, Seen) {
        let Some(service) = service else {
            return (None, Seen::default());
        };
        let (status, status_seen) = watch::channel(Status::default());
        let (started, started_seen) = oneshot::channel();
        (Some(Self { service, status, started }), Seen { status: Some(status_seen), started: Some(started_seen) })
    }

    async fn run(self, place: &Place, stop: &CancellationToken) {
        let Self { service, status, started } = self;
        let (mut started, mut pause) = (Some(started), PAUSE);
        loop {
            let began = Instant::now();
            let Err(error) = run_once(&service, place, stop, &status, &mut started).await else {
                return;
            };
            if service.mend(place, &error) {
                continue;
            }
            if let Some(started) = started.take() {
                // Nobody waits any more: then nobody needs the reason either.
                let _ = started.send(Err(error));
                return;
            }
            tracing::error!(service = S::NAME, %error, "a service ended, starting it again");
            status.send_modify(|status| {
                status.ends += 1;
                status.last = Some(error);
            });
            if began.elapsed() > STEADY {
                pause = PAUSE;
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => pause = LONGEST_PAUSE.min(pause * 2),
                () = stop.cancelled() => return,
            }
        }
    }
}

/// Starts the thread; the answer comes, or its sender is dropped, when all children are gone and the folder is free.
pub(super) fn spawn(
    postgres: Option<Lane<impl Supervised>>,
    redis: Option<Lane<impl Supervised>>,
    place: Place,
    stop: CancellationToken,
) -> Result<oneshot::Receiver<()>, EmbeddedError> {
    let failed = || EmbeddedError::folder(&place.home);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed())?;
    let (ended, ended_seen) = oneshot::channel();
    let failed = failed();
    let body = move || {
        runtime.block_on(async {
            tokio::join!(run(postgres, &place, &stop), run(redis, &place, &stop));
        });
        // Frees the lock before anyone is told.
        drop(place);
        let _ = ended.send(());
    };
    thread::Builder::new().name("services".to_owned()).spawn(body).map_err(failed)?;
    Ok(ended_seen)
}

async fn run(lane: Option<Lane<impl Supervised>>, place: &Place, stop: &CancellationToken) {
    if let Some(lane) = lane {
        lane.run(place, stop).await;
    }
}

/// One life of a service. `Ok` when it was asked to stop and did.
async fn run_once<S: Supervised>(
    service: &S,
    place: &Place,
    stop: &CancellationToken,
    status: &watch::Sender<Status>,
    started: &mut Option<oneshot::Sender<Result<(), EmbeddedError>>>,
) -> Result<(), EmbeddedError> {
    let mut command = service.command(place).await?;
    child::log_to(&mut command, service.log(), place.account)?;
    let program = PathBuf::from(command.as_std().get_program());
    let failed = |error: std::io::Error| EmbeddedError::Program { program, wrong: error.to_string() };
    let mut child = command.spawn().map_err(failed)?;
    let outcome = live(service, &mut child, stop, status, started).await;
    status.send_modify(|status| status.pid = None);
    // Does nothing to a child that has ended.
    child::halt(&mut child, S::SIGNALS).await;
    outcome
}

async fn live<S: Supervised>(
    service: &S,
    child: &mut Child,
    stop: &CancellationToken,
    status: &watch::Sender<Status>,
    started: &mut Option<oneshot::Sender<Result<(), EmbeddedError>>>,
) -> Result<(), EmbeddedError> {
    tokio::select! {
        end = child.wait() => return Err(child::ended(S::NAME, end, service.log())),
        answer = until_it_answers(service) => answer?,
        () = stop.cancelled() => return Ok(()),
    }
    status.send_modify(|status| status.pid = child.id());
    if let Some(started) = started.take() {
        let _ = started.send(Ok(()));
    }
    tokio::select! {
        end = child.wait() => Err(child::ended(S::NAME, end, service.log())),
        () = stop.cancelled() => Ok(()),
    }
}

async fn until_it_answers<S: Supervised>(service: &S) -> Result<(), EmbeddedError> {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        if service.answers().await? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err(EmbeddedError::Silent { service: S::NAME, wrong: format!("for {} seconds", PATIENCE.as_secs()) })
}

/// Resolves at the next unasked end; never when there is no such service or it was stopped.
pub(super) async fn next_end(status: Option<watch::Receiver<Status>>) -> EmbeddedError {
    let Some(mut status) = status else {
        return std::future::pending().await;
    };
    let known = status.borrow().ends;
    let seen = status.wait_for(|status| status.ends > known).await.ok().and_then(|status| status.last.clone());
    match seen {
        Some(error) => error,
        None => std::future::pending().await,
    }
}
