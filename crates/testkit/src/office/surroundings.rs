//! What an office stands on, as the configuration of a process tells it.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use bot::app::{App, Settings, Shared};
use domain::Db;
use integrations::files::Storage;
use platform::{
    Source, Surface,
    config::{Mail, Web},
    jobs::Jobs,
    secrets::Keyring,
};
use secrecy::SecretString;

/// Whom letters are from.
pub const MAIL_FROM: &str = "Kontora <no-reply@example.com>";

/// Where letters lead.
pub const PUBLIC_URL: &str = "https://crm.example.com";

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
    /// Where files are kept, for every process.
    pub files: PathBuf,
    /// `SMTP_URL`
    pub smtp_url: Option<String>,
}

impl Surroundings {
    /// The parts of a process in these surroundings.
    pub async fn assemble(&self) -> anyhow::Result<(App, Jobs)> {
        let db = Db::connect(&self.database_url, 10, Source::system()).await?.for_surface(Surface::Bot);
        let jobs = Jobs::connect(&self.database_url).await?;
        let redis = platform::redis::connect(&self.redis_url).await?;
        let keys = Keyring::parse(&SecretString::from(self.secret_key.clone()))?;
        let redis_url = Some(SecretString::from(self.redis_url.clone()));
        let mail = self.smtp_url.clone().map(|url| Mail { server: url.into(), from: MAIL_FROM.to_owned() });
        let settings = Settings {
            telegram_api: self.telegram_url.parse()?,
            limits: self.limits.parse().map_err(|error| anyhow::anyhow!("{error}"))?,
            audit_keep_months: None,
            web: Web {
                redis_url,
                public_url: mail.is_some().then(|| PUBLIC_URL.parse()).transpose()?,
                // A test names the address that it asks from: whoever tries to sign in is counted by it.
                trusted_proxies: vec!["127.0.0.1/32".parse()?],
                sends_mail: mail.is_some(),
                ..Web::default()
            },
            mail,
            files: Storage::folder(&self.files)?,
        };
        Ok((Shared::new(db, redis, keys, settings)?, jobs))
    }

    /// The same as the environment of a real process.
    pub fn environment(&self, listen: SocketAddr, data: &Path) -> Vec<(&'static str, String)> {
        let mut variables = vec![
            ("DATABASE_URL", self.database_url.clone()),
            ("REDIS_URL", self.redis_url.clone()),
            ("KONTORA_SECRET_KEY", self.secret_key.clone()),
            ("TELEGRAM_API_URL", self.telegram_url.clone()),
            ("TELEGRAM_LIMITS", self.limits.clone()),
            ("LISTEN", listen.to_string()),
            ("KONTORA_DATA", data.display().to_string()),
        ];
        if let Some(url) = &self.smtp_url {
            variables.extend([("SMTP_URL", url.clone()), ("MAIL_FROM", MAIL_FROM.to_owned())]);
        }
        variables
    }
}
