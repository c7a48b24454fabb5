//! Typed configuration from the environment and `.env`.
//!
//! Everything is read once at start, and every mistake is reported at once: an operator fixes a file in one go
//! instead of one line per restart. Secrets are [`SecretString`] and appear neither in `Debug` nor in an error.

mod errors;
mod files;
mod limits;
mod mail;
mod read;
#[cfg(test)]
mod tests;
mod web;

use std::{collections::HashMap, net::SocketAddr, path::PathBuf};

use secrecy::SecretString;
use url::Url;

use crate::telemetry::LogFormat;

pub use errors::{ConfigErrors, Problem};
pub use files::S3;
pub use limits::{Rate, RateLimits, SendLimits};
pub use mail::Mail;
pub use web::{OidcClient, TokenAlgorithm, Web};

/// What is logged when `LOG` does not say: our own news, and of the libraries only what went wrong.
const DEFAULT_LOG: &str = "info,sqlx=warn,graphile_worker=warn";

/// What one process needs to know before it starts.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DATABASE_URL`: a PostgreSQL of the operator's. Without it the process keeps its own ([`crate::embedded`]).
    pub database_url: Option<SecretString>,
    /// `REDIS_URL`: a Redis of the operator's. Without it the process keeps its own.
    pub redis_url: Option<SecretString>,
    /// `LISTEN`: where HTTP is served; `127.0.0.1:8080` unless told.
    pub listen: SocketAddr,
    /// `PUBLIC_URL`: the address that others reach us by. `https`, or `http` on this machine only.
    pub public_url: Option<Url>,
    /// `TELEGRAM_API_URL`: the Bot API server; `https://api.telegram.org` unless told.
    pub telegram_api_url: Url,
    /// `KONTORA_SECRET_KEY`: the keyring's line (see [`crate::secrets::Keyring::parse`]), already checked.
    pub secret_key: Option<SecretString>,
    /// `KONTORA_DATA`: the folder that the process keeps; `./data` unless told.
    pub data: PathBuf,
    /// `LOG_FORMAT`: `human` (unless told) or `json`.
    pub log_format: LogFormat,
    /// `LOG`: a filter as `info,sqlx=warn`, already checked; `info` unless told.
    pub log: String,
    /// `TELEGRAM_LIMITS`: how fast a bot may send.
    pub telegram_limits: SendLimits,
    /// `AUDIT_KEEP_MONTHS`: how many whole months of events are kept; all unless told.
    pub audit_keep_months: Option<u32>,
    /// `SMTP_URL`, `MAIL_FROM`: how letters are sent; none are without them.
    pub mail: Option<Mail>,
    /// `S3_URL`, `S3_REGION`, `S3_KEY_ID`, `S3_SECRET`: where files are kept; in the data folder without them.
    pub files: Option<S3>,
    /// `PUBLIC_URL`, `TRUSTED_PROXIES`, `TOKEN_ALGORITHM`, `OIDC_…`, `RATE_LIMITS`, `CORS_ORIGINS`: what the HTTP API has to know.
    pub web: Web,
}

impl Config {
    /// Reads the process environment; what it lacks is looked up in the nearest `.env`, here or in a folder above.
    ///
    /// # Errors
    /// All the mistakes found, each with the variable's name and what to write instead.
    pub fn load() -> Result<Self, ConfigErrors> {
        let file = match dotenvy::dotenv_iter() {
            // The file is kept in a map: writing it into the environment is unsafe once threads run.
            Ok(lines) => lines.collect::<Result<HashMap<_, _>, _>>(),
            Err(error) if error.not_found() => Ok(HashMap::new()),
            Err(error) => Err(error),
        };
        let (file, broken) = match file {
            Ok(file) => (file, None),
            Err(error) => (HashMap::new(), Some(errors::broken_file(&error))),
        };
        let read = Self::from_lookup(|name| std::env::var(name).ok().or_else(|| file.get(name).cloned()));
        match (read, broken) {
            (read, None) => read,
            (Ok(_), Some(problem)) => Err(ConfigErrors(vec![problem])),
            (Err(mut errors), Some(problem)) => {
                errors.0.insert(0, problem);
                Err(errors)
            }
        }
    }

    /// Reads the configuration through `lookup`, which answers a variable's name with its value. An empty value, or
    /// one of blanks, counts as not set.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigErrors> {
        let mut reader = read::Reader::new(lookup);
        let database_url = reader.optional("DATABASE_URL", read::database_url);
        let redis_url = reader.optional("REDIS_URL", read::redis_url);
        let listen = reader.or("LISTEN", "127.0.0.1:8080", read::address);
        let public_url = reader.optional("PUBLIC_URL", read::public_url);
        let telegram_api_url = reader.or("TELEGRAM_API_URL", "https://api.telegram.org", read::api_url);
        let secret_key = reader.optional("KONTORA_SECRET_KEY", read::secret_key);
        let data = reader.or("KONTORA_DATA", "./data", |path| Ok(PathBuf::from(path)));
        let log_format = reader.or("LOG_FORMAT", "human", read::log_format);
        let log = reader.or("LOG", DEFAULT_LOG, read::log_filter);
        let telegram_limits = reader.or("TELEGRAM_LIMITS", &SendLimits::default().to_string(), read::limits);
        let audit_keep_months = reader.optional("AUDIT_KEEP_MONTHS", read::months);
        let trusted_proxies = reader.optional("TRUSTED_PROXIES", read::networks).unwrap_or_default();
        let rate_limits =
            reader.or("RATE_LIMITS", &RateLimits::default().to_string(), read::rate_limits).unwrap_or_default();
        let cors_origins = reader.optional("CORS_ORIGINS", read::origins).unwrap_or_default();
        let token_algorithm = reader.optional("TOKEN_ALGORITHM", read::token_algorithm).unwrap_or_default();
        let oidc = reader.oidc();
        let server = reader.optional("SMTP_URL", mail::server);
        let from = reader.optional("MAIL_FROM", mail::from);
        if server.is_some() && from.is_none() {
            reader.miss("MAIL_FROM", "for example Kontora <no-reply@example.com>: SMTP_URL is set");
        }
        let mail = server.zip(from).map(|(server, from)| Mail { server, from });
        let sends_mail = mail.is_some();
        let files = reader.files();
        let web = Web {
            public_url: public_url.clone(),
            trusted_proxies,
            token_algorithm,
            oidc,
            rate_limits,
            cors_origins,
            sends_mail,
            ..Web::default()
        };
        // A default that does not parse would be reported like an operator's mistake, and a test reads the defaults.
        match (listen, telegram_api_url, data, log_format, log, telegram_limits) {
            (Some(listen), Some(telegram_api_url), Some(data), Some(log_format), Some(log), Some(telegram_limits))
                if reader.problems.is_empty() =>
            {
                Ok(Self {
                    database_url,
                    redis_url,
                    listen,
                    public_url,
                    telegram_api_url,
                    secret_key,
                    data,
                    log_format,
                    log,
                    telegram_limits,
                    audit_keep_months,
                    mail,
                    files,
                    web,
                })
            }
            _ => Err(ConfigErrors(reader.problems)),
        }
    }
}
