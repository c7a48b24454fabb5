//! `kontora member` and `kontora invite`.

use anyhow::{Context as _, bail};
use chrono::TimeDelta;
use clap::Subcommand;
use domain::{
    access::{Actor, Role},
    invites::{self, NewInvite},
    members::{self, Change, Member, PAGE_MAX, Wanted},
};

use super::orgs::{bot_of, find, in_words, newcomer, within};
use crate::app::App;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
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
        /// owner, admin, manager, dispatcher, worker and so on.
        #[arg(long)]
        role: Role,
    },
    /// List those who work for an organization.
    List {
        /// The organization: its id or its exact name.
        #[arg(long)]
        org: String,
        /// Only those with this role.
        #[arg(long)]
        role: Option<Role>,
    },
    /// Change a member's role.
    Role {
        /// The organization: its id or its exact name.
        #[arg(long)]
        org: String,
        /// The member: id, Telegram user id, @username or exact name (kontora member list).
        member: String,
        /// The role that they shall have.
        role: Role,
    },
    /// Remove a member. The person stays, as a resident or client.
    Remove {
        /// The organization: its id or its exact name.
        #[arg(long)]
        org: String,
        /// The member: id, Telegram user id, @username or exact name (kontora member list).
        member: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum InviteCommand {
    /// Write an invite, and print its link. It works once.
    Create {
        /// The organization: its id or its exact name.
        #[arg(long)]
        org: String,
        /// The role that it gives.
        #[arg(long)]
        role: Role,
        /// For whom it is.
        #[arg(long)]
        name: Option<String>,
        /// How many days it can be accepted, 1 to 30.
        #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u8).range(1..=30))]
        days: u8,
    },
}

pub(super) async fn run(app: &App, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Add { org, telegram_id, name, role } => {
            let org = find(app, &org).await?;
            let mut tx = app.db.tenant(org.id).await?;
            members::add(&mut tx, &Actor::System, &newcomer(telegram_id, &name), role).await.map_err(in_words)?;
            tx.commit().await?;
            println!("{name} is {} of «{}»", role.code(), org.name);
        }
        Command::List { org, role } => {
            for member in all(app, &org, role).await? {
                let username = member.username.map(|name| format!("  @{name}")).unwrap_or_default();
                let telegram = member.telegram_id.map(|id| format!("  {id}")).unwrap_or_default();
                println!("{}  {:<10}  {}{username}{telegram}", member.id.0, member.role.code(), member.name);
            }
        }
        Command::Role { org, member, role } => {
            let member = one(app, &org, &member).await?;
            let change = Change { role: Some(role), ..Change::default() };
            let id = member.id;
            within(app, &org, async |tx| members::change(tx, &Actor::System, id, None, &change).await).await?;
            println!("{} is {} now", member.name, role.code());
        }
        Command::Remove { org, member } => {
            let member = one(app, &org, &member).await?;
            let id = member.id;
            within(app, &org, async |tx| members::remove(tx, &Actor::System, id).await).await?;
            println!("{} is removed", member.name);
        }
    }
    Ok(())
}

pub(super) async fn run_invite(app: &App, command: InviteCommand) -> anyhow::Result<()> {
    let InviteCommand::Create { org, role, name, days } = command;
    let bot = bot_of(app, find(app, &org).await?.id).await.context("an invite's link goes through a bot")?;
    let new = NewInvite { name: name.as_deref(), lasts: TimeDelta::days(days.into()), ..NewInvite::to(role) };
    let written = within(app, &org, async |tx| invites::create(tx, &Actor::System, &new).await).await?;
    println!("{}", written.link(&bot.username));
    Ok(())
}

async fn all(app: &App, org: &str, role: Option<Role>) -> anyhow::Result<Vec<Member>> {
    let mut found: Vec<Member> = vec![];
    loop {
        let wanted = Wanted { role, after: found.last().map(|last| last.id), limit: PAGE_MAX, ..Wanted::default() };
        let page = within(app, org, async |tx| members::list(tx, &Actor::System, &wanted).await).await?;
        let last = page.len() < PAGE_MAX as usize;
        found.extend(page);
        if last {
            return Ok(found);
        }
    }
}

/// The member whom an operator means.
async fn one(app: &App, org: &str, wanted: &str) -> anyhow::Result<Member> {
    let means = |member: &Member| {
        member.id.0.to_string() == wanted
            || member.telegram_id.is_some_and(|id| id.to_string() == wanted)
            || member.username.as_deref().is_some_and(|name| wanted.strip_prefix('@') == Some(name))
            || member.name == wanted
    };
    let mut found = all(app, org, None).await?.into_iter().filter(means);
    match (found.next(), found.next()) {
        (Some(member), None) => Ok(member),
        (Some(_), Some(_)) => bail!("several members are called «{wanted}»: name one by its id (kontora member list)"),
        (None, _) => bail!("no member «{wanted}»: kontora member list"),
    }
}
