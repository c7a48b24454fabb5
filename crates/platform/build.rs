//! `sqlx::migrate!` embeds the migrations; without this a new file in that folder would not be noticed.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
