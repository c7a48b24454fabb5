//! Brings the database at DATABASE_URL to this version, without compiling anything that depends on its tables:
//! `./dev prepare` needs that before it can check the queries of `domain`.

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::var("DATABASE_URL").map_err(|_| "DATABASE_URL is not set")?;
    platform::db::migrate(&url).await?;
    Ok(())
}
