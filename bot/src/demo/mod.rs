//! `kontora demo`: everything on this machine, without Telegram, token or configuration.
//!
//! The product runs as it would for real; only Telegram is the local one of `playground`, with a chat page in the
//! browser. Both keep their things under the data folder, so the demo goes on where it was left.

mod cast;
mod seed;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    sync::Arc,
};

use anyhow::Context as _;
use domain::{
    OrgId,
    bots::{self, NewBot},
};
use platform::{
    Config, Shutdown, Source, Surface,
    config::{Rate, SendLimits, Web},
    jobs::Jobs,
    telemetry,
};
use playground::{BotAccount, Playground};
use reqwest::Url;
use secrecy::SecretString;

use crate::{
    app::App,
    server::{self, Duties, Server, Services, Stance},
    setup,
};

/// How the demo is started.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// The port of the chat page; Kontora itself takes the next one. 0 takes free ones.
    #[arg(long, default_value_t = 8090)]
    pub port: u16,
}

/// The local Telegram answers at once and counts nothing, so a demo need not wait for the budgets of the real one.
const LIMITS: [(u32, u64); 3] = [(1000, 1), (100, 1), (6000, 60)];

/// Runs the demo until it is stopped.
pub async fn run(config: &Config, options: &Options) -> anyhow::Result<()> {
    let shutdown = Shutdown::on_signals()?;
    let metrics = telemetry::install_recorder()?;
    let data = config.data.join("demo");
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let telegram = open_playground(&data, listen).await?;
    let web = Web { telegram_links: Some(format!("{}/t.me", telegram.url())), ..config.web.clone() };
    let config =
        Config { telegram_api_url: telegram.url().parse()?, telegram_limits: limits()?, data, web, ..config.clone() };
    let services = Services::start(&config, Stance::Keeper).await?;
    let played = async {
        let (app, jobs) = server::assemble(&config, &services, Source::system(), Surface::Bot).await?;
        let duties = Duties { http: true, work: true, polling: false };
        let port = if options.port == 0 { 0 } else { options.port.saturating_add(1) };
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let server = Server::start(&app, &jobs, listen, duties, Some(metrics), shutdown.clone()).await?;
        let address = server.address.context("the demo listens nowhere")?;
        let links = furnish(&app, &jobs, &telegram, address).await?;
        tell(&telegram, &links, address);
        server.join().await
    };
    let played = played.await;
    services.stop().await;
    telegram.shutdown().await?;
    played
}

async fn open_playground(data: &Path, listen: SocketAddr) -> anyhow::Result<Playground> {
    let data = Some(data.join("telegram"));
    let options = playground::Options { listen, data, bot_father: true, ..playground::Options::default() };
    Playground::start(options).await.with_context(|| {
        format!("the chat page cannot be opened at {listen}: is another demo running? (--port takes another place)")
    })
}

/// Puts the org, its bot, its people and its first requests in place; what is there already stays as it is. Returns
/// the deep links that are worth trying.
async fn furnish(app: &App, jobs: &Jobs, telegram: &Playground, address: SocketAddr) -> anyhow::Result<Vec<Link>> {
    let account = telegram.add_bot(cast::BOT, cast::ORG);
    let cast = cast::Cast::enter(telegram);
    let (org, is_new) = seed::org(app).await?;
    let public: Url = format!("http://{address}").parse()?;
    connect(app, org, &account, &public).await?;
    setup::set_menu_button(app, &account.token.parse()?, &public, &account.username).await?;
    let platform = telegram.add_bot(cast::PLATFORM_BOT, "Kontora");
    connect(app, domain::orgs::platform(&app.db).await?, &platform, &public).await?;
    let _ = app.public.set(public); // bots that are connected later are told of it too
    let links = seed::property(app, org).await?;
    if is_new {
        seed::people(app, org).await?;
        cast.begin(telegram, &account).await?;
    }
    cast.gather(telegram, &account).await?;
    if is_new {
        seed::requests(app, jobs, org, account.id).await?;
    }
    Ok(links)
}

/// The bot's token and webhook: the address of the process is another one at each start.
async fn connect(app: &App, org: OrgId, account: &BotAccount, public: &Url) -> anyhow::Result<()> {
    let secret = SecretString::from(account.token.clone());
    let new = NewBot { telegram_id: account.id, username: &account.username, token: &secret };
    let bot = bots::add(&app.db, &app.keys, org, &new).await?;
    app.bots.forget(account.id).await;
    let token = account.token.parse()?;
    let mut tx = app.db.tenant(org).await?;
    let org = domain::orgs::current(&mut tx).await?;
    tx.commit().await?;
    setup::set_commands(app, &token, &org).await?;
    setup::set_webhook(app, &token, public, &bot.webhook_secret).await?;
    Ok(())
}

/// A deep link that is worth trying.
struct Link {
    /// Who should open it.
    person: i64,
    /// What it is.
    what: &'static str,
    /// Its payload.
    start: String,
}

fn tell(telegram: &Playground, links: &[Link], address: SocketAddr) {
    let url = telegram.url();
    println!("\nKontora is open: {url}/\n");
    println!("Choose a person there and talk to the bot. Flats have deep links; open one as its resident would:");
    for link in links {
        println!("  {:<34} {url}/#person={}&start={}:{}", link.what, link.person, cast::BOT, link.start);
    }
    println!("\nThe console of the office: http://{address}/console/");
    println!("\nCtrl-C stops it; the next start goes on where you left.");
}

fn limits() -> anyhow::Result<SendLimits> {
    let [bot, chat, group] = LIMITS.map(|(count, seconds)| {
        let count = count.try_into().ok()?;
        Some(Rate { count, per: std::time::Duration::from_secs(seconds) })
    });
    let whole = "a limit is at least one";
    Ok(SendLimits { bot: bot.context(whole)?, chat: chat.context(whole)?, group: group.context(whole)? })
}

/// For tests: the same office around a playground that is already there.
pub async fn furnish_for(
    app: &App,
    jobs: &Jobs,
    telegram: &Playground,
    address: SocketAddr,
) -> anyhow::Result<Vec<(i64, String)>> {
    let links = furnish(&Arc::clone(app), jobs, telegram, address).await?;
    Ok(links.into_iter().map(|link| (link.person, link.start)).collect())
}
