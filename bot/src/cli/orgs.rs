//! `kontora org` and `kontora member`.

use anyhow::{Context as _, bail};
use clap::Subcommand;
use domain::{
    OrgId,
    access::{Actor, Role},
    orgs::{self, NewOrg, Org},
    people::{self, Newcomer},
};
use i18n::Lang;

use crate::app::App;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make an organization.
    Create {
        /// What people know it by.
        #[arg(long)]
        name: String,
        /// The owner's Telegram user id (a bot such as @userinfobot tells it).
        #[arg(long)]
        owner_telegram_id: Option<i64>,
        /// The language of its staff's group: ru, uz or en.
        #[arg(long, default_value = "ru")]
        language: Lang,
    },
    /// List the organizations.
    List,
}

#[derive(Debug, Subcommand)]
pub(super) enum MemberCommand {
    /// Give a person a role, or change the one that they have.
    Add {
        /// The organization: its id or its exact name.
        #[arg(long)]
        org: String,
        /// The person's Telegram user id.
        #[arg(long)]
        telegram_id: i64,
        /// What to call them.
        #[arg(long)]
        name: String,
        /// owner, admin, manager, dispatcher or worker.
        #[arg(long)]
        role: Role,
    },
}

pub(super) async fn run(app: &App, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Create { name, owner_telegram_id, language } => {
            let owner = owner_telegram_id.map(|telegram_id| newcomer(telegram_id, "Owner"));
            let new = NewOrg { name: &name, language: dialogues::language_of(language), owner };
            let org = orgs::create(&app.db, &new).await.map_err(in_words)?;
            println!("{org}  {}", name.trim());
        }
        Command::List => {
            for org in orgs::list(&app.db).await? {
                println!("{}  {}", org.id, org.name);
            }
        }
    }
    Ok(())
}

pub(super) async fn run_member(app: &App, command: MemberCommand) -> anyhow::Result<()> {
    match command {
        MemberCommand::Add { org, telegram_id, name, role } => {
            let org = find(app, &org).await?;
            let mut tx = app.db.tenant(org.id).await?;
            people::add_member(&mut tx, &Actor::System, &newcomer(telegram_id, &name), role).await?;
            tx.commit().await?;
            println!("{name} is {} of «{}»", role.code(), org.name);
        }
    }
    Ok(())
}

/// The organization that an operator means: by id, or by its exact name when only one has it.
pub(super) async fn find(app: &App, wanted: &str) -> anyhow::Result<Org> {
    let all = orgs::list(&app.db).await?;
    let id = wanted.parse().ok().map(OrgId);
    let mut found = all.iter().filter(|org| Some(org.id) == id || org.name == wanted);
    match (found.next(), found.next()) {
        (Some(org), None) => Ok(org.clone()),
        (Some(_), Some(_)) => {
            bail!("several organizations are called «{wanted}»: name one by its id (kontora org list)")
        }
        (None, _) if all.is_empty() => bail!("there is no organization yet: kontora org create --name …"),
        (None, _) => {
            let known: Vec<_> = all.iter().map(|org| org.name.as_str()).collect();
            bail!("no organization «{wanted}»; there are: {}", known.join(", "))
        }
    }
}

/// An error of the business in words for an operator.
pub(super) fn in_words(error: domain::Error) -> anyhow::Error {
    match i18n::error_text(Lang::En, error.code()) {
        Some(words) => anyhow::Error::new(error).context(words),
        None => error.into(),
    }
}

fn newcomer(telegram_id: i64, name: &str) -> Newcomer<'_> {
    Newcomer { telegram_id, name, username: None, language: None }
}

/// The bot of an organization that has one.
pub(super) async fn bot_of(app: &App, org: OrgId) -> anyhow::Result<domain::bots::Bot> {
    let bots = domain::bots::list(&app.db, &app.keys).await?;
    bots.into_iter()
        .find(|bot| bot.org == org)
        .context("this organization has no bot yet: kontora bot add --org … --token …")
}
