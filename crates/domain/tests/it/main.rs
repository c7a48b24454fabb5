//! The business against a real PostgreSQL: every test in a database of its own.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod access;
mod alerts;
mod assignment;
mod audit;
mod bots;
mod calendars;
mod categories;
mod deputies;
mod events;
mod imports;
mod invites;
mod members;
mod migrations;
mod notifications;
mod orgs;
mod people;
mod property;
mod reports;
mod requests;
mod service_accounts;
mod sessions;
mod shifts;
mod skills;
mod tenancy;
mod timeouts;
mod updates;
mod webhooks;
