//! Defaults, every mistake at once, and no secret in any text.

use std::{collections::HashMap, time::Duration};

use secrecy::ExposeSecret;

use super::{Config, ConfigErrors, Problem, SendLimits, TokenAlgorithm};
use crate::{secrets::Keyring, telemetry::LogFormat};

fn read(variables: &[(&str, &str)]) -> Result<Config, ConfigErrors> {
    let map: HashMap<_, _> = variables.iter().copied().collect();
    Config::from_lookup(|name| map.get(name).map(ToString::to_string))
}

fn problem(variable: &str, value: &str) -> Problem {
    let mut errors = read(&[(variable, value)]).expect_err(value).0;
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].variable, variable);
    errors.remove(0)
}

#[test]
fn nothing_set_gives_the_defaults() {
    let config = read(&[("DATABASE_URL", "  "), ("PUBLIC_URL", "")]).unwrap();
    assert!(config.database_url.is_none() && config.redis_url.is_none() && config.public_url.is_none());
    assert!(config.secret_key.is_none());
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.telegram_api_url.as_str(), "https://api.telegram.org/");
    assert_eq!(config.data.to_str(), Some("./data"));
    assert_eq!(config.log_format, LogFormat::Human);
    assert_eq!(config.log, super::DEFAULT_LOG);
    assert_eq!(config.telegram_limits.to_string(), "bot=30/s,chat=1/s,group=20/min");
    assert_eq!(config.web.rate_limits.to_string(), "auth=5/min,api=100/min,webhook=1000/min");
    assert!(config.web.cors_origins.is_empty());
}

#[test]
fn limits_and_origins_of_the_api_are_read_or_told_to_be_wrong() {
    let config = read(&[("RATE_LIMITS", "api=7/s"), ("CORS_ORIGINS", "https://a.example.com, http://localhost:5173")]);
    let web = config.unwrap().web;
    assert_eq!(web.rate_limits.to_string(), "auth=5/min,api=7/s,webhook=1000/min");
    assert_eq!(web.cors_origins, ["https://a.example.com", "http://localhost:5173"]);
    for wrong in ["api=7", "apo=7/s", "api=0/s", "api=1/s,api=1/s"] {
        problem("RATE_LIMITS", wrong);
    }
    assert_eq!(read(&[("TOKEN_ALGORITHM", "EdDSA")]).unwrap().web.token_algorithm, TokenAlgorithm::EdDsa);
    problem("TOKEN_ALGORITHM", "none");
    let known = [("OIDC_CLIENT_ID", "123"), ("OIDC_CLIENT_SECRET", "s3cret")];
    let oidc = read(&known).unwrap().web.oidc.unwrap();
    assert_eq!((oidc.issuer.as_str(), oidc.client_id.as_str()), ("https://oauth.telegram.org/", "123"));
    assert!(!format!("{oidc:?}").contains("s3cret"));
    assert!(read(&[]).unwrap().web.oidc.is_none());
    assert_eq!(read(&known[..1]).unwrap_err().0[0].variable, "OIDC_CLIENT_SECRET");
    assert_eq!(read(&known[1..]).unwrap_err().0[0].variable, "OIDC_CLIENT_ID");
    problem("OIDC_ISSUER", "http://oauth.example.com");
    for wrong in ["*", "a.example.com", "https://a.example.com/path", "https://a.example.com?x"] {
        problem("CORS_ORIGINS", wrong);
    }
}

#[test]
fn everything_set_is_read() {
    let key = Keyring::generate();
    let config = read(&[
        ("DATABASE_URL", "postgres://me:p%40ss@db:5433/kontora?sslmode=require"),
        ("REDIS_URL", "rediss://:pw@cache:6380/2"),
        ("LISTEN", "[::1]:9000"),
        ("PUBLIC_URL", "https://crm.example.com"),
        ("TELEGRAM_API_URL", "http://bot-api:8081"),
        ("KONTORA_SECRET_KEY", &key),
        ("KONTORA_DATA", "/srv/kontora"),
        ("LOG_FORMAT", "json"),
        ("LOG", "warn,platform=debug"),
        ("TELEGRAM_LIMITS", "bot=25/s, group=10/min"),
        ("AUDIT_KEEP_MONTHS", "60"),
        ("SMTP_URL", "smtps://me:p%40ss@mail.example.com"),
        ("MAIL_FROM", "Kontora <no-reply@example.com>"),
    ])
    .unwrap();
    assert_eq!(config.database_url.unwrap().expose_secret(), "postgres://me:p%40ss@db:5433/kontora?sslmode=require");
    assert_eq!(config.listen.port(), 9000);
    assert_eq!(config.public_url.unwrap().as_str(), "https://crm.example.com/");
    assert_eq!(config.log_format, LogFormat::Json);
    let limits = config.telegram_limits;
    assert_eq!((limits.bot.count.get(), limits.chat.count.get(), limits.group.count.get()), (25, 1, 10));
    assert_eq!(limits.group.per, Duration::from_secs(60));
    assert_eq!(config.audit_keep_months, Some(60));
    assert_eq!(config.mail.unwrap().from, "Kontora <no-reply@example.com>");
    assert!(config.web.sends_mail);
}

#[test]
fn all_mistakes_are_told_at_once() {
    let errors =
        read(&[("LISTEN", "8080"), ("PUBLIC_URL", "http://crm.example.com"), ("LOG_FORMAT", "xml")]).unwrap_err();
    let named: Vec<_> = errors.0.iter().map(|problem| problem.variable).collect();
    assert_eq!(named, ["LISTEN", "PUBLIC_URL", "LOG_FORMAT"]);
    let text = errors.to_string();
    assert!(text.contains("LISTEN: `8080` is not an IP address and a port. Write for example 0.0.0.0:8080"), "{text}");
    assert!(text.contains("LOG_FORMAT: `xml` is not a format. Write human or json"), "{text}");
}

#[test]
fn secrets_stay_out_of_errors_and_debug() {
    for (variable, value) in [
        ("DATABASE_URL", "mysql://me:hunter2@db/kontora"),
        ("DATABASE_URL", "postgres://me:hunter2@db/kontora?sslmode=hunter2"),
        ("REDIS_URL", "http://me:hunter2@cache"),
        ("KONTORA_SECRET_KEY", "k1:hunter2"),
        ("KONTORA_SECRET_KEY", "hunter2"),
        ("PUBLIC_URL", "https://me:hunter2@crm.example.com"),
        ("TELEGRAM_API_URL", "https://me:hunter2@api.example.com"),
        ("SMTP_URL", "smtp://me:hunter2@mail.example.com"),
        ("SMTP_URL", "pop3://me:hunter2@mail.example.com"),
    ] {
        let problem = problem(variable, value);
        assert!(!format!("{problem} {problem:?}").contains("hunter2"), "{problem:?}");
    }
    let config = read(&[("DATABASE_URL", "postgres://me:hunter2@db/kontora"), ("REDIS_URL", "redis://:hunter2@cache")]);
    assert!(!format!("{:?}", config.unwrap()).contains("hunter2"));
}

#[test]
fn plain_http_is_for_this_machine_only() {
    for good in ["http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:8080", "http://app.localhost"] {
        assert!(read(&[("PUBLIC_URL", good)]).is_ok(), "{good}");
    }
    for bad in
        ["http://10.0.0.1", "http://localhost.example.com", "ftp://localhost", "crm.example.com", "https://a/?b=c"]
    {
        problem("PUBLIC_URL", bad);
    }
}

#[test]
fn limits_are_read_strictly() {
    for bad in ["bot=0/s", "bot=30", "bot=30/day", "user=1/s", "bot=1/s,bot=2/s", "bot=-1/s", "30/s", "bot=1/s,"] {
        assert!(bad.parse::<SendLimits>().is_err(), "{bad}");
    }
    let limits: SendLimits = "chat=3/s,group=100/h,bot=7/min".parse().unwrap();
    assert_eq!(limits.to_string().parse::<SendLimits>().unwrap(), limits);
    assert_eq!(limits.group.per, Duration::from_secs(3600));
}

#[test]
fn a_password_for_the_mail_server_does_not_travel_in_the_clear() {
    let from = ("MAIL_FROM", "no-reply@example.com");
    for good in [
        "smtps://me:pw@mail.example.com",
        "smtp://me:pw@mail.example.com:587?tls=required",
        "smtp://mail:25",
        "smtp://me:pw@127.0.0.1:2525",
        "smtp://me:pw@localhost",
    ] {
        assert!(read(&[("SMTP_URL", good), from]).is_ok(), "{good}");
    }
    for bad in ["smtp://me:pw@mail", "smtp://me:pw@mail?tls=opportunistic", "smtp://mail?tls=maybe", "mail.example.com"]
    {
        problem("SMTP_URL", bad);
    }
    for bad in ["Kontora", "no-reply@", "Kontora <no-reply@example.com", "a b@example.com"] {
        problem("MAIL_FROM", bad);
    }
    assert_eq!(problem("SMTP_URL", "smtp://").variable, "SMTP_URL");
    let unnamed = read(&[("SMTP_URL", "smtps://mail.example.com")]).unwrap_err();
    assert!(unnamed.to_string().contains("MAIL_FROM: is not set"), "{unnamed}");
}

#[test]
fn a_bad_filter_is_refused() {
    let problem = problem("LOG", "info,sqlx=loud");
    assert!(problem.wrong.contains("info,sqlx=loud"), "{problem}");
}

#[test]
fn a_broken_file_is_told_without_its_line() {
    let mut lines = dotenvy::from_read_iter("TOKEN='hunter2".as_bytes());
    let error = lines.next().unwrap().unwrap_err();
    assert!(error.to_string().contains("hunter2"), "the library would tell: {error}");
    let problem = super::errors::broken_file(&error);
    assert_eq!(problem.variable, ".env");
    assert!(!format!("{problem} {problem:?}").contains("hunter2"), "{problem}");
}
