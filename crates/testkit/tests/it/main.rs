//! What the repository says of itself.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail like tests")]

mod contract_status;
mod licence;
mod tree;
