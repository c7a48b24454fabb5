//! What an office stands on, as the configuration of a process tells it.

use std::{net::SocketAddr, path::Path};

use bot::app::{App, Shared};
use domain::Db;
use platform::{Source, Surface, config::SendLimits, jobs::Jobs, secrets::Keyring};
use secrecy::SecretString;

/// What the configuration of a further process needs.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// `DATABASE_URL`
    pub database_url: String,
    /// `REDIS_URL`
    pub redis_url: String,
    /// `KONTORA_SECRET_KEY`
    pub secret_key: String,
    /// `TELEGRAM_API_URL`
    pub telegram_url: String,
    /// `TELEGRAM_LIMITS`
    pub limits: String,
}

impl Surroundings {
    /// The parts of a process in these surroundings.
    pub async fn assemble(&self) -> anyhow::Result<(App, Jobs)> {
        let db = Db::connect(&self.database_url, 10, Source::system()).await?.for_surface(Surface::Bot);
        let jobs = Jobs::connect(&self.database_url).await?;
        let redis = platform::redis::connect(&self.redis_url).await?;
        let keys = Keyring::parse(&SecretString::from(self.secret_key.clone()))?;
        let limits: SendLimits = self.limits.parse().map_err(|error| anyhow::anyhow!("{error}"))?;
        let redis_url = Some(SecretString::from(self.redis_url.clone()));
        let web = platform::config::Web { redis_url, ..platform::config::Web::default() };
        Ok((Shared::new(db, redis, keys, &self.telegram_url.parse()?, &limits, None, web)?, jobs))
    }

    /// The same as the environment of a real process.
    pub fn environment(&self, listen: SocketAddr, data: &Path) -> Vec<(&'static str, String)> {
        vec![
            ("DATABASE_URL", self.database_url.clone()),
            ("REDIS_URL", self.redis_url.clone()),
            ("KONTORA_SECRET_KEY", self.secret_key.clone()),
            ("TELEGRAM_API_URL", self.telegram_url.clone()),
            ("TELEGRAM_LIMITS", self.limits.clone()),
            ("LISTEN", listen.to_string()),
            ("KONTORA_DATA", data.display().to_string()),
        ]
    }
}
