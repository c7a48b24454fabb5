#!/bin/sh
# Checks every query against a database that has just been migrated, and writes their data into the folder $1.
# `./dev check` and `./dev prepare` call it within services of their own.
set -eu
# Cargo does not see what a migration or a query is made of: touching a file tells it.
find migrations -newer crates/platform/src/db/migrate.rs -exec touch crates/platform/src/db/migrate.rs \;
cargo run -p platform --example migrate
touch crates/domain/src/lib.rs
SQLX_OFFLINE=false SQLX_OFFLINE_DIR=$1 cargo check -p domain
