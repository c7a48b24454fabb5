//! `kontora bot`.

use anyhow::{Context as _, bail};
use clap::Subcommand;
use domain::{
    bots::{self, NewBot},
    orgs,
};
use platform::Config;
use secrecy::{ExposeSecret as _, SecretString};

use super::orgs::{find, in_words};
use crate::{
    app::App,
    setup,
    telegram::{
        CallError, Token,
        methods::{DeleteWebhook, GetMe},
    },
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Connect a bot from @BotFather to an organization, or give it its new token.
    Add {
        /// The organization: its id or its exact name.
        #[arg(long, required_unless_present = "platform")]
        org: Option<String>,
        /// The platform's own bot: whoever starts it founds an organization of their own.
        #[arg(long, conflicts_with = "org")]
        platform: bool,
        /// The token from @BotFather; better in the variable BOT_TOKEN, which no process list shows.
        #[arg(long, env = "BOT_TOKEN", hide_env_values = true)]
        token: SecretString,
    },
    /// List the bots.
    List,
    /// Take a bot away from its organization, with everything that waits for sending through it.
    Remove {
        /// Its username, with or without @.
        username: String,
    },
    /// Seal the tokens again with the newest key of KONTORA_SECRET_KEY.
    RotateKeys,
}

pub(super) async fn run(app: &App, config: &Config, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Add { org, token, platform: _ } => {
            let org = match org {
                Some(org) => org,
                None => orgs::platform(&app.db).await.map_err(in_words)?.to_string(),
            };
            add(app, config, &org, token).await
        }
        Command::List => {
            for bot in bots::list(&app.db, &app.keys).await? {
                println!("{}  @{}  org {}", bot.telegram_id, bot.username, bot.org);
            }
            Ok(())
        }
        Command::Remove { username } => remove(app, &username).await,
        Command::RotateKeys => {
            let rotated = bots::rotate_keys(&app.db, &app.keys).await?;
            let factors = domain::credentials::rotate_keys(&app.db, &app.keys).await?;
            println!("{rotated} bots and {factors} second factors sealed again");
            Ok(())
        }
    }
}

async fn add(app: &App, config: &Config, org: &str, secret: SecretString) -> anyhow::Result<()> {
    let org = find(app, org).await?;
    let token: Token = secret.expose_secret().parse().context("--token is not what @BotFather gives (123456:ABC…)")?;
    let me = match app.telegram.call(&token, &GetMe {}).await {
        Ok(me) => me,
        Err(CallError::Unauthorized) => bail!("Telegram does not know this token: take a new one from @BotFather"),
        Err(error) => {
            return Err(error).context(format!("{} could not be asked about the token", config.telegram_api_url));
        }
    };
    let new = NewBot { telegram_id: me.id, username: &me.username, token: &secret };
    let bot = bots::add(&app.db, &app.keys, org.id, &new).await.map_err(in_words)?;
    setup::set_commands(app, &token, &org).await.context("its commands could not be set")?;
    println!("@{} speaks for «{}» now.", me.username, org.name);
    match &config.public_url {
        Some(public) => {
            setup::set_webhook(app, &token, public, &bot.webhook_secret)
                .await
                .context("its webhook could not be set")?;
            setup::set_menu_button(app, &token, public, &me.username).await.context("its menu could not be set")?;
            println!("Telegram delivers to {}.", setup::webhook_url(public, me.id));
        }
        None => println!("PUBLIC_URL is not set, so there is no webhook: run `kontora serve --polling`."),
    }
    if !me.can_read_all_group_messages {
        println!(
            "In the staff's group it reads words only as an administrator: make it one, with the right to manage topics."
        );
    }
    Ok(())
}

async fn remove(app: &App, username: &str) -> anyhow::Result<()> {
    let username = username.trim_start_matches('@');
    let bots = bots::list(&app.db, &app.keys).await?;
    let Some(bot) = bots.iter().find(|bot| bot.username.eq_ignore_ascii_case(username)) else {
        bail!("no bot @{username}: kontora bot list");
    };
    let token: Token = bot.token.expose_secret().parse()?;
    if let Err(error) = app.telegram.call(&token, &DeleteWebhook::default()).await {
        // A revoked token must not keep a bot from being removed.
        eprintln!("its webhook stays as it is ({error})");
    }
    bots::remove(&app.db, bot.org, bot.id).await?;
    println!("@{} is removed.", bot.username);
    Ok(())
}
