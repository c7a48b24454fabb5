//! What any product would need unchanged: transactions, tenancy, configuration, embedded services, telemetry.

pub mod config;
pub mod db;
pub mod embedded;
pub mod jobs;
pub mod passwords;
pub mod redis;
pub mod secrets;
pub mod shutdown;
pub mod source;
pub mod telemetry;

pub use config::Config;
pub use db::{Db, OrgId, Origin, Surface, SystemTx, TenantTx};
pub use shutdown::Shutdown;
pub use source::Source;
