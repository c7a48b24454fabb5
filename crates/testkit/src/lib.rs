//! Harnesses and fixtures for tests. Never part of a release: only dev-dependencies lead here.

pub mod database;
pub mod evidence;
pub mod fixtures;
pub mod mail;
#[cfg(feature = "office")]
pub mod office;

pub use database::{TestDatabase, redis_url};
