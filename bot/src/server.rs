//! A process at work: HTTP, updates, jobs and the outbox, from the configuration to the graceful end.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context as _;
use domain::Db;
use integrations::files::{self, Storage};
use metrics_exporter_prometheus::PrometheusHandle;
use platform::{
    Config, Shutdown, Source, Surface,
    config::{S3, Web},
    embedded::{Attached, Embedded, EmbeddedError, Wanted},
    jobs::Jobs,
    secrets::Keyring,
};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    app::{App, Settings, Shared},
    http, jobs, messenger, polling, sealer,
};

/// Connections to PostgreSQL of one process, beside those of its job worker.
const CONNECTIONS: u32 = 20;

/// What a process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duties {
    /// Take updates by webhook, and answer health and metrics.
    pub http: bool,
    /// Run jobs and empty the outbox.
    pub work: bool,
    /// Take updates by long polling.
    pub polling: bool,
}

/// How long a process waits for another one that is just starting services in its folder, or about to end them.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a process has to do with embedded services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It keeps them, for itself and for others: `serve`, `demo`.
    Keeper,
    /// It uses those of a keeper, and becomes one itself when there is none: `worker`.
    Companion,
    /// It uses those of a keeper, and starts its own for a moment when there is none: a command that does one thing.
    Visitor,
}

/// The services that a process stands on: the operator's, our own embedded ones, or those of a process beside us.
pub struct Services {
    /// Where PostgreSQL is.
    pub database_url: SecretString,
    /// Where Redis is.
    pub redis_url: SecretString,
    embedded: Option<Embedded>,
}

impl Services {
    /// Uses what the configuration names; what it leaves out is found or started under the data folder.
    pub async fn start(config: &Config, stance: Stance) -> anyhow::Result<Self> {
        let wanted =
            Wanted { postgres: config.database_url.is_none(), redis: config.redis_url.is_none(), durable: true };
        let (mut database_url, mut redis_url) = (config.database_url.clone(), config.redis_url.clone());
        let mut embedded = None;
        if wanted.postgres || wanted.redis {
            let (own_database, own_redis) = match found_or_started(config, wanted, stance).await? {
                Found::Beside(other) => (other.database_url, other.redis_url),
                Found::Own(own) => {
                    let urls = (own.database_url.clone(), own.redis_url.clone());
                    embedded = Some(own);
                    urls
                }
            };
            database_url = database_url.or(own_database.map(SecretString::from));
            redis_url = redis_url.or(own_redis.map(SecretString::from));
        }
        // Only a process beside us can lack one: it was given another configuration.
        Ok(Self {
            database_url: database_url.context("the running Kontora has a DATABASE_URL: set it here too")?,
            redis_url: redis_url.context("the running Kontora has a REDIS_URL: set it here too")?,
            embedded,
        })
    }

    /// Ends those that this process started.
    pub async fn stop(self) {
        if let Some(embedded) = self.embedded {
            embedded.stop().await;
        }
    }
}

enum Found {
    /// Another process keeps them.
    Beside(Attached),
    /// This one does.
    Own(Embedded),
}

async fn found_or_started(config: &Config, wanted: Wanted, stance: Stance) -> anyhow::Result<Found> {
    let until = Instant::now() + PATIENCE;
    loop {
        let other = Embedded::attach(&config.data)?;
        let kept = other.is_some();
        if let Some(other) = other
            && stance != Stance::Keeper
        {
            tracing::debug!(pid = other.pid, "using the services of another process");
            return Ok(Found::Beside(other));
        }
        match Embedded::start(&config.data, wanted).await {
            Ok(own) => {
                // A visitor does not share: it is gone in a moment, and its services with it.
                if stance != Stance::Visitor {
                    own.share()?;
                }
                return Ok(Found::Own(own));
            }
            // By a visitor, or by a process that starts or ends: soon it is shared, or free.
            Err(EmbeddedError::Busy { .. }) if !kept && Instant::now() < until => {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// The keys that open the secrets at rest.
pub fn keyring(config: &Config) -> anyhow::Result<Keyring> {
    Ok(match &config.secret_key {
        Some(line) => Keyring::parse(line)?,
        None => Keyring::load_or_create(&config.data)?,
    })
}

/// Brings the database up to date and ties the parts of a process together, for work that comes from `surface`.
pub async fn assemble(
    config: &Config,
    services: &Services,
    source: Source,
    surface: Surface,
) -> anyhow::Result<(App, Jobs)> {
    let url = services.database_url.expose_secret();
    platform::db::migrate(url).await?;
    let db = Db::connect(url, CONNECTIONS, source).await.context("PostgreSQL")?.for_surface(surface);
    let jobs = Jobs::connect(url).await.context("PostgreSQL, for the jobs")?;
    let redis = platform::redis::connect(services.redis_url.expose_secret()).await.context("Redis")?;
    let app = Shared::new(
        db,
        redis,
        keyring(config)?,
        Settings {
            telegram_api: config.telegram_api_url.clone(),
            limits: config.telegram_limits,
            audit_keep_months: config.audit_keep_months,
            mail: config.mail.clone(),
            files: storage(config)?,
            web: Web { redis_url: Some(services.redis_url.clone()), ..config.web.clone() },
        },
    )?;
    if let Some(public) = &config.public_url {
        let _ = app.public.set(public.clone()); // it is new, so nobody has set it
    }
    Ok((app, jobs))
}

/// Where the bytes of files are kept.
pub fn storage(config: &Config) -> anyhow::Result<Storage> {
    Ok(match &config.files {
        Some(S3 { endpoint, bucket, region, key_id, secret }) => {
            Storage::s3(&files::S3 { endpoint, bucket, region, key_id, secret: secret.expose_secret() })?
        }
        None => Storage::folder(&config.data.join("files"))?,
    })
}

/// A process at work.
pub struct Server {
    /// Where it listens; none without [`Duties::http`].
    pub address: Option<SocketAddr>,
    shutdown: Shutdown,
    http: Option<JoinHandle<std::io::Result<()>>>,
    others: Vec<JoinHandle<anyhow::Result<()>>>,
}

impl Server {
    /// Begins to work. It goes on until [`Shutdown::begin`], or until a part of it fails.
    pub async fn start(
        app: &App,
        jobs: &Jobs,
        listen: SocketAddr,
        duties: Duties,
        metrics: Option<PrometheusHandle>,
        shutdown: Shutdown,
    ) -> anyhow::Result<Self> {
        let mut address = None;
        let mut http = None;
        if duties.http {
            let listener =
                TcpListener::bind(listen).await.with_context(|| format!("LISTEN={listen} cannot be opened"))?;
            address = Some(listener.local_addr()?);
            let router = http::router(Arc::clone(app), jobs.clone(), metrics);
            let ends = shutdown.clone();
            // Nagle's delay would cost an answer up to 40 ms.
            let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
                let _ = stream.set_nodelay(true);
            });
            http = Some(tokio::spawn(async move {
                let router = router.into_make_service_with_connect_info::<SocketAddr>();
                axum::serve(listener, router).with_graceful_shutdown(async move { ends.wait().await }).await
            }));
        }
        let mut others = vec![];
        if duties.work {
            let (app, ends) = (Arc::clone(app), shutdown.clone());
            others.push(tokio::spawn(async move {
                messenger::run(app, ends).await;
                Ok(())
            }));
        }
        if duties.work {
            let (app, ends) = (Arc::clone(app), shutdown.clone());
            others.push(tokio::spawn(async move {
                sealer::run(app, ends).await;
                Ok(())
            }));
        }
        if duties.work {
            others.push(tokio::spawn(jobs::run(Arc::clone(app), jobs.clone(), shutdown.clone())));
        }
        if duties.polling {
            others.push(tokio::spawn(polling::run(Arc::clone(app), shutdown.clone())));
        }
        Ok(Self { address, shutdown, http, others })
    }

    /// Waits for the end: updates in flight are finished, deliveries and jobs that have begun too.
    pub async fn join(self) -> anyhow::Result<()> {
        let mut ended = Ok(());
        if let Some(http) = self.http {
            ended = http.await?.context("HTTP");
            self.shutdown.begin();
        }
        for other in self.others {
            let done = other.await?;
            self.shutdown.begin(); // one part's end is the end of all
            ended = ended.and(done);
        }
        ended
    }
}
