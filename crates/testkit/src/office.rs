//! A whole office in one process: the product, the local Telegram, PostgreSQL and Redis, all of them real.
//!
//! ```ignore
//! let office = Office::open().await?;
//! let anna = office.newcomer("Анна", "ru");
//! anna.starts(&office.link("42"))?;
//! anna.waits_for("Это вы?").await?;
//! ```

mod people;
mod surroundings;

use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};

use anyhow::Context as _;
use bot::{
    app::App,
    server::{Duties, Server},
};
use domain::{
    Db, OrgId,
    access::Actor,
    bots::{self, NewBot},
    ids::BotId,
    notifications::{self, Quiet},
    orgs::{self, NewOrg},
    people::{Language, Newcomer},
    requests::{self, Request},
};
use platform::{
    Shutdown,
    embedded::{Embedded, Wanted},
    jobs::Jobs,
    secrets::Keyring,
};
use playground::{BotAccount, Group, Options, Person, Playground, Talk};
use secrecy::{ExposeSecret as _, SecretString};
use sqlx::Connection as _;
use tempfile::TempDir;

use people::person;
pub use surroundings::Surroundings;

use crate::{
    database::TestDatabase,
    evidence::{self, May},
    mail::{self, MailServer},
};

/// The name of the org.
pub const ORG: &str = "ЖК Баҳор";
/// The address of its building.
pub const ADDRESS: &str = "Баҳор, 5";
/// Budgets that never make a test wait.
pub const NO_LIMITS: &str = "bot=100000/s,chat=100000/s,group=1000000/min";

/// How an office is opened.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Whether the staff's group has topics.
    pub forum: bool,
    /// Send budgets.
    pub limits: String,
    /// How many processes work side by side.
    pub processes: usize,
    /// Whether there is a mail server.
    pub mail: bool,
    /// Whether PostgreSQL is a server of its own, to be taken away; otherwise a database of its own on the tests' server.
    pub own_postgres: bool,
    /// How long people wait for what they expect to see.
    pub patience: Duration,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            forum: true,
            limits: NO_LIMITS.to_owned(),
            processes: 1,
            mail: false,
            own_postgres: false,
            patience: Duration::from_secs(60),
        }
    }
}

/// An office at work. Dropped, it ends with everything in it.
pub struct Office {
    /// The local Telegram.
    pub telegram: Playground,
    /// The bot's account there.
    pub account: BotAccount,
    /// The staff's group.
    pub group: Group,
    /// The owner, who made the group.
    pub owner: Person,
    /// The org.
    pub org: OrgId,
    /// The bot, as the product knows it.
    pub bot: BotId,
    /// The product's parts, of the first process.
    pub app: App,
    /// The queue.
    pub jobs: Jobs,
    /// The mail server, where there is one.
    pub mail: Option<MailServer>,
    /// What the configuration of a further process needs.
    pub surroundings: Surroundings,
    servers: Vec<(Server, Shutdown)>,
    services: Embedded,
    database: Option<TestDatabase>,
    data: TempDir,
}

impl Office {
    /// An office with a forum, whose budgets never make a test wait.
    pub async fn open() -> anyhow::Result<Self> {
        Self::with(Setup::default()).await
    }

    /// An office as `setup` wants it, with its processes at work and its staff's group linked.
    pub async fn with(setup: Setup) -> anyhow::Result<Self> {
        let processes = setup.processes;
        let mut office = Self::closed(setup).await?;
        for _ in 0..processes {
            office.start().await?;
        }
        office.gather().await?;
        Ok(office)
    }

    /// An office in which nobody works yet.
    pub async fn closed(setup: Setup) -> anyhow::Result<Self> {
        evidence::keep_logs();
        evidence::plant("the mail server's password", mail::PASSWORD, May::BeNowhere);
        if let Ok(filter) = std::env::var("LOG") {
            // For whoever looks into a failure; the second office of a process finds it set up.
            let _ = platform::telemetry::init_logs(platform::telemetry::LogFormat::Human, &filter);
        }
        let data = tempfile::tempdir()?;
        open_to_services(data.path())?;
        // What is killed has to keep its promises: a commit that was answered is there afterwards.
        let wanted = Wanted { postgres: setup.own_postgres, redis: true, durable: setup.own_postgres };
        let services = Embedded::start(data.path(), wanted).await?;
        let (database, database_url) = match &services.database_url {
            Some(url) => {
                platform::db::migrate(url).await?;
                (None, url.clone())
            }
            None => {
                let database = TestDatabase::new().await?;
                let url = database.url().to_owned();
                (Some(database), url)
            }
        };
        let telegram = Playground::start(Options {
            retry_unit: Duration::from_millis(20), // Telegram's second
            wait_timeout: setup.patience,
            ..Options::default()
        })
        .await?;
        let mail = if setup.mail { Some(MailServer::start().await?) } else { None };
        let surroundings = Surroundings {
            database_url,
            redis_url: services.redis_url.clone().context("Redis was wanted")?,
            secret_key: Keyring::generate(),
            telegram_url: telegram.url().to_owned(),
            limits: setup.limits.clone(),
            files: data.path().join("files"),
            smtp_url: mail.as_ref().map(MailServer::url),
        };
        let (app, jobs) = surroundings.assemble().await?;
        let account = telegram.add_bot("bahor_bot", ORG);
        let owner = person(&telegram, "Рустам", "ru", "+998901110100");
        let org = found(&app, &owner).await?;
        let token = SecretString::from(account.token.clone());
        for (what, secret) in [("a bot's token", &account.token), ("the deployment's key", &surroundings.secret_key)] {
            evidence::plant(what, secret.rsplit(':').next().unwrap_or(secret), May::BeNowhere);
        }
        let new = NewBot { telegram_id: account.id, username: &account.username, token: &token };
        let bot = bots::add(&app.db, &app.keys, org, &new).await?.id;
        let group = telegram.add_group("Сотрудники", &owner, setup.forum, &[]);
        Ok(Self {
            telegram,
            account,
            group,
            owner,
            org,
            bot,
            app,
            jobs,
            mail,
            surroundings,
            servers: vec![],
            services,
            database,
            data,
        })
    }

    /// A further process begins to work; the webhook points to it.
    pub async fn start(&mut self) -> anyhow::Result<SocketAddr> {
        let started = self.start_with(Duties { http: true, work: true, polling: false }).await?;
        started.context("it listens nowhere")
    }

    /// A further process begins with these duties; with HTTP among them the webhook points to it.
    pub async fn start_with(&mut self, duties: Duties) -> anyhow::Result<Option<SocketAddr>> {
        let (app, jobs) = if self.servers.is_empty() {
            (Arc::clone(&self.app), self.jobs.clone())
        } else {
            self.surroundings.assemble().await?
        };
        let shutdown = Shutdown::new();
        let server =
            Server::start(&app, &jobs, SocketAddr::from(([127, 0, 0, 1], 0)), duties, None, shutdown.clone()).await?;
        let address = server.address;
        self.servers.push((server, shutdown));
        if let Some(address) = address {
            self.deliver_to(address).await?;
        }
        Ok(address)
    }

    /// Telegram delivers to this address from now on.
    pub async fn deliver_to(&self, address: SocketAddr) -> anyhow::Result<()> {
        let bot = bots::by_telegram_id(&self.app.db, &self.app.keys, self.account.id).await?.context("no bot")?;
        let token = bot.token.expose_secret().parse()?;
        bot::set_webhook(&self.app, &token, &format!("http://{address}").parse()?, &bot.webhook_secret).await?;
        Ok(())
    }

    /// Every process ends, gracefully.
    pub async fn stop(&mut self) -> anyhow::Result<()> {
        for (server, shutdown) in self.servers.drain(..) {
            shutdown.begin();
            server.join().await?;
        }
        Ok(())
    }

    /// The owner brings the bot into the staff's group.
    pub async fn gather(&self) -> anyhow::Result<()> {
        self.group.promotes(&self.account);
        self.owner.chat(&self.group).waits_for("Группа подключена").await?;
        Ok(())
    }

    /// The staff's group as `person` sees it, in the topic of request `number`.
    pub async fn topic(&self, person: &Person, number: i64) -> anyhow::Result<Talk> {
        let prefix = format!("№{number} ");
        let (group, found) = (self.group.clone(), prefix.clone());
        let thread = self
            .telegram
            .wait(&format!("a topic «{prefix}…»"), move |world| {
                group.topics_in(world).into_iter().find(|(_, name)| name.starts_with(&found)).map(|(thread, _)| thread)
            })
            .await?;
        Ok(person.chat(&self.group).in_topic(thread))
    }

    /// Every request of the org, in the order of their numbers.
    pub async fn requests(&self) -> anyhow::Result<Vec<Request>> {
        let ids: Vec<uuid::Uuid> =
            self.rows("select id from requests order by number").await?.into_iter().map(|(id,)| id).collect();
        let mut tx = self.app.db.tenant(self.org).await?;
        let mut found = vec![];
        for id in ids {
            found.push(requests::get(&mut tx, &Actor::System, domain::ids::RequestId(id)).await?);
        }
        tx.commit().await?;
        Ok(found)
    }

    /// The open requests of the org, as the product lists them.
    pub async fn open_requests(&self) -> anyhow::Result<Vec<domain::ids::RequestId>> {
        let mut tx = self.app.db.tenant(self.org).await?;
        let open = requests::list_waiting(&mut tx, &Actor::System).await?;
        tx.commit().await?;
        Ok(open)
    }

    /// Waits until no update, job or delivery is under way. The jobs of a killed worker are taken over after half a
    /// minute, those of several one after the other.
    pub async fn rests(&self) -> anyhow::Result<()> {
        for _ in 0..6000 {
            self.telegram.settled(&self.account).await?;
            let (jobs, _) = self.jobs.waiting().await?;
            let (deliveries, _) = domain::notifications::waiting(&self.app.db).await?;
            if jobs == 0 && deliveries == 0 {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        anyhow::bail!("jobs or deliveries are still waiting")
    }

    /// What `query` finds, past row security.
    pub async fn rows<R>(&self, query: &'static str) -> anyhow::Result<Vec<R>>
    where
        R: for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow> + Send + Unpin,
    {
        Ok(sqlx::query_as(query).fetch_all(&mut self.superuser().await?).await?)
    }

    /// Runs `statement`, past row security.
    pub async fn run(&self, statement: &'static str) -> anyhow::Result<()> {
        sqlx::raw_sql(statement).execute(&mut self.superuser().await?).await?;
        Ok(())
    }

    /// The login of a server of its own is its superuser.
    async fn superuser(&self) -> anyhow::Result<sqlx::PgConnection> {
        match &self.database {
            Some(database) => database.superuser().await,
            None => Ok(sqlx::PgConnection::connect(&self.surroundings.database_url).await?),
        }
    }

    /// The product's database handle.
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// The private services, to be taken away.
    pub fn services(&self) -> &Embedded {
        &self.services
    }

    /// A folder that ends with the office.
    pub fn data(&self) -> &Path {
        self.data.path()
    }
}

async fn found(app: &App, owner: &Person) -> anyhow::Result<OrgId> {
    let name = owner.name();
    let owner = Newcomer { telegram_id: owner.id(), name: &name, username: None, language: Some(Language::Ru) };
    let org = orgs::create(&app.db, &NewOrg { owner: Some(owner), ..NewOrg::named(ORG) }).await?;
    awake(app, org).await?;
    Ok(org)
}

/// Nobody sleeps while tests run: what they expect to see must not depend on the hour.
async fn awake(app: &App, org: OrgId) -> anyhow::Result<()> {
    let mut tx = app.db.tenant(org).await?;
    notifications::set_quiet(&mut tx, &Actor::System, Quiet { on: false, ..Quiet::default() }).await?;
    tx.commit().await?;
    Ok(())
}

/// The services may run as another user, who has to reach their folder.
fn open_to_services(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755))
}
