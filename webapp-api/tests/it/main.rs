//! The API over HTTP, against a real PostgreSQL and a real Redis.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail like tests")]

mod audit;
mod auth;
mod calendars;
mod caller;
mod etag;
mod files;
mod idempotency;
mod incidents;
mod input;
mod invites;
mod limits;
mod live;
mod members;
mod notifications;
mod oauth;
mod observe;
mod openapi;
mod organizations;
mod property;
mod reports;
mod requests;
mod rights;
mod served;
mod site;
mod walk;
mod webhooks;
