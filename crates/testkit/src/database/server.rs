//! The PostgreSQL server that tests run on, as `DATABASE_URL` names it.

use anyhow::{Context as _, Result, ensure};
use sqlx::{Connection as _, PgConnection};
use url::Url;

/// The database in which advisory locks are taken: locks belong to a database, and this one is always there.
const MAINTENANCE: &str = "postgres";

/// What the product logs in as in tests: the owner of its database and no superuser, as in earnest. Row security that is
/// forced holds for it too.
pub(super) const LOGIN: &str = "kontora_tests";

/// Where the server is. The database that the address names is not touched.
#[derive(Clone, Debug)]
pub(super) struct Server(Url);

impl Server {
    pub(super) fn from_environment() -> Result<Self> {
        let url = std::env::var("DATABASE_URL").context("DATABASE_URL is not set; run the tests through ./dev test")?;
        Ok(Self(Url::parse(&url).context("DATABASE_URL is not an address")?))
    }

    /// The address of one of its databases.
    pub(super) fn url(&self, database: &str) -> Result<String> {
        let mut url = self.0.clone();
        url.set_path(database);
        Ok(url.into())
    }

    /// The same, as the product logs in.
    pub(super) fn login_url(&self, database: &str) -> Result<String> {
        let mut url = Url::parse(&self.url(database)?)?;
        let whose = url.set_username(LOGIN).and_then(|()| url.set_password(Some(LOGIN)));
        ensure!(whose.is_ok(), "DATABASE_URL names no server");
        Ok(url.into())
    }

    /// A connection for making and dropping databases.
    pub(super) async fn admin(&self) -> Result<PgConnection> {
        PgConnection::connect(&self.url(MAINTENANCE)?).await.context("the PostgreSQL of DATABASE_URL does not answer")
    }
}
