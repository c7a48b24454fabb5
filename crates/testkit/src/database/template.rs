//! The migrated database that every test's own is cloned from.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, migrate::Migrator};

use super::server::{LOGIN, Server};

/// Only read for its checksums: [`platform::db::migrate`] does the work, as it does in production.
static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// What tests have beside the schema: the database refuses a change without an event.
const WATCH: &str = include_str!("watch.sql");

/// One process makes the template at a time; the number only has to be ours.
const TEMPLATE_LOCK: i64 = 0x6b6f_6e74_6573_7400; // "kontest"

/// The template of the present migrations, made when it is not there yet.
pub(super) async fn ensure(server: &Server) -> Result<String> {
    let name = format!("kontora_template_{}", fingerprint());
    let mut admin = server.admin().await?;
    if exists(&mut admin, &name).await? {
        return Ok(name);
    }
    sqlx::query("select pg_advisory_lock($1)").bind(TEMPLATE_LOCK).execute(&mut admin).await?;
    if !exists(&mut admin, &name).await? {
        build(server, &mut admin, &name).await?;
    }
    admin.close().await?; // and with it the lock
    Ok(name)
}

/// Migrates a database aside and renames it when it is whole, so that a killed run leaves no half-made template.
async fn build(server: &Server, admin: &mut PgConnection, name: &str) -> Result<()> {
    let aside = format!("{name}_building");
    let fresh = format!(r#"drop database if exists "{aside}" with (force)"#);
    sqlx::raw_sql(AssertSqlSafe(fresh)).execute(&mut *admin).await?;
    make_login(admin).await?;
    let create = format!(r#"create database "{aside}" owner {LOGIN}"#);
    sqlx::raw_sql(AssertSqlSafe(create)).execute(&mut *admin).await?;
    // The schema belongs to pg_database_owner, whose rights a role that inherits nothing does not get.
    let mut inside = PgConnection::connect(&server.url(&aside)?).await?;
    let own = format!("alter schema public owner to {LOGIN}");
    sqlx::raw_sql(AssertSqlSafe(own)).execute(&mut inside).await?;
    inside.close().await?;

    let url = server.login_url(&aside)?;
    platform::db::migrate(&url).await.context("migrating the template")?;
    let mut made = PgConnection::connect(&url).await?;
    let applied: Vec<i64> =
        sqlx::query_scalar("select version from _sqlx_migrations order by version").fetch_all(&mut made).await?;
    sqlx::raw_sql(WATCH).execute(&mut made).await.context("setting the watch")?;
    made.close().await?;
    let known: Vec<i64> = MIGRATOR.iter().map(|migration| migration.version).collect();
    ensure!(
        applied == known,
        "`platform` was compiled with other migrations than `testkit`: touch crates/platform/src/db/migrate.rs"
    );

    sqlx::raw_sql(AssertSqlSafe(format!(r#"alter database "{aside}" rename to "{name}""#))).execute(admin).await?;
    Ok(())
}

/// The product's login, which may make the roles of its migrations, or step into those that are there already.
async fn make_login(admin: &mut PgConnection) -> Result<()> {
    let login: Option<i32> =
        sqlx::query_scalar("select 1 from pg_roles where rolname = $1").bind(LOGIN).fetch_optional(&mut *admin).await?;
    if login.is_none() {
        let make = format!("create role {LOGIN} login noinherit nosuperuser createrole password '{LOGIN}'");
        sqlx::raw_sql(AssertSqlSafe(make)).execute(&mut *admin).await?;
    }
    let roles: Vec<String> =
        sqlx::query_scalar("select rolname from pg_roles where rolname like 'app\\_%'").fetch_all(&mut *admin).await?;
    for role in roles {
        let grant = format!(r#"grant "{role}" to {LOGIN} with admin option"#);
        sqlx::raw_sql(AssertSqlSafe(grant)).execute(&mut *admin).await?;
    }
    Ok(())
}

async fn exists(admin: &mut PgConnection, name: &str) -> Result<bool> {
    let found: Option<i32> =
        sqlx::query_scalar("select 1 from pg_database where datname = $1").bind(name).fetch_optional(admin).await?;
    Ok(found.is_some())
}

/// Twelve characters that change with any migration, and with the watch.
fn fingerprint() -> String {
    let mut hash = Sha256::new();
    for migration in MIGRATOR.iter() {
        hash.update(migration.version.to_be_bytes());
        hash.update(&migration.checksum);
    }
    hash.update(WATCH);
    hash.finalize().iter().take(6).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
