//! Serves the API over two orgs of fixtures, for whoever tries it from outside: prints `address token` of a signed-in
//! owner and goes on until its input ends. `./dev e2e` lets schemathesis loose on it.

use platform::config::Web;
use testkit::fixtures;
use tokio::io::AsyncReadExt as _;
use webapp_api::Api;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> anyhow::Result<()> {
    let (database, office, _) = fixtures::neighbours().await?;
    let redis = platform::redis::connect(&testkit::redis_url()?).await?;
    let rate_limits = "auth=1000000/s,api=1000000/s".parse().map_err(anyhow::Error::msg)?;
    let web = Web { redis_url: Some(testkit::redis_url()?.into()), rate_limits, ..Web::default() };
    let api = Api::new(database.db().clone(), redis, fixtures::keys()?, web);

    let account = fixtures::account(&database, &office.owner).await?;
    let now = database.source().now(); // the clock of tests stands still, so the token does not end
    let session = fixtures::session(&database, account).await?;
    let (token, _) = api.tokens.issue(account, session, Some(office.org), now)?;

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{} {token}", listener.local_addr()?);
    let router = webapp_api::router(api).into_make_service_with_connect_info::<std::net::SocketAddr>();
    let served = tokio::spawn(async move { axum::serve(listener, router).await });
    let _ = tokio::io::stdin().read(&mut [0; 1]).await;
    served.abort();
    Ok(())
}
