//! The running playground behind every handle: the world under its lock, and what must happen after
//! each change of it (deliveries start, people's messengers and waiting tests are told).

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::{
    runtime::Handle,
    sync::{broadcast, watch},
    task::JoinHandle,
};

use crate::{
    delivery,
    options::Options,
    world::{Event, World},
};

/// How many events a slow stream may fall behind before it is closed; the page then reconnects and reloads.
const EVENTS_KEPT: usize = 4096;

/// The running playground; cheap to clone.
#[derive(Clone)]
pub(crate) struct Server(Arc<Inner>);

struct Inner {
    world: Mutex<World>,
    version: watch::Sender<u64>,
    events: broadcast::Sender<Arc<Event>>,
    http: reqwest::Client,
    runtime: Handle,
    options: Options,
    url: String,
    stop: watch::Sender<bool>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("url", &self.0.url).finish_non_exhaustive()
    }
}

impl Server {
    pub fn new(world: World, options: Options, url: String, http: reqwest::Client) -> Self {
        Self(Arc::new(Inner {
            world: Mutex::new(world),
            version: watch::Sender::new(0),
            events: broadcast::Sender::new(EVENTS_KEPT),
            http,
            runtime: Handle::current(),
            options,
            url,
            stop: watch::Sender::new(false),
            tasks: Mutex::new(Vec::new()),
        }))
    }

    /// A panic of a test's closure leaves a usable world behind.
    fn lock(&self) -> MutexGuard<'_, World> {
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the world.
    pub fn read<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.lock())
    }

    /// Changes the world and sets off what follows.
    pub fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let (out, lanes) = {
            let mut world = self.lock();
            let out = change(&mut world);
            // Under the lock, so that everybody hears of changes in the order in which they were made.
            for event in world.events.drain(..) {
                // Nobody listening is fine.
                let _ = self.0.events.send(Arc::new(event));
            }
            (out, std::mem::take(&mut world.lanes_to_start))
        };
        for (bot, queue) in lanes {
            self.0.runtime.spawn(delivery::run_lane(self.clone(), bot, queue));
        }
        self.touch();
        out
    }

    /// Changes what nobody waits for: no waiting test looks again.
    pub fn change_quietly<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        change(&mut self.lock())
    }

    /// Has every waiting test look again.
    pub fn touch(&self) {
        self.0.version.send_modify(|version| *version += 1);
    }

    /// Resolves after each change.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.version.subscribe()
    }

    pub fn events(&self) -> broadcast::Receiver<Arc<Event>> {
        self.0.events.subscribe()
    }

    pub fn http(&self) -> &reqwest::Client {
        &self.0.http
    }

    pub fn options(&self) -> &Options {
        &self.0.options
    }

    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// Resolves when the playground shuts down.
    pub fn stopping(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut stop = self.0.stop.subscribe();
        async move {
            // An error means that the server is gone, which is a stop too.
            let _ = stop.wait_for(|stop| *stop).await;
        }
    }

    pub fn is_stopping(&self) -> bool {
        *self.0.stop.borrow()
    }

    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let task = self.0.runtime.spawn(task);
        self.0.tasks.lock().unwrap_or_else(PoisonError::into_inner).push(task);
    }

    /// Asks every task to end and waits for those of [`spawn`](Self::spawn).
    pub async fn stop(&self) {
        self.0.stop.send_replace(true);
        let tasks = std::mem::take(&mut *self.0.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for task in tasks {
            // A task that panicked has ended too.
            let _ = task.await;
        }
    }
}
