//! `kontora org`.

use anyhow::{Context as _, bail};
use clap::Subcommand;
use domain::{
    OrgId, TenantTx,
    access::Actor,
    orgs::{self, Clock, Day, Edit, Hours, Industry, NewOrg, Org, WorkingHours},
    people::Newcomer,
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
        /// property, services, sales, call_center, partners or other.
        #[arg(long, default_value = "property")]
        industry: Industry,
        /// Its time zone.
        #[arg(long, default_value = "Asia/Tashkent")]
        time_zone: String,
        /// The three letters of its currency.
        #[arg(long, default_value = "UZS")]
        currency: String,
    },
    /// List the organizations.
    List,
    /// Change what an organization tells of itself; what is not named stays.
    Edit {
        /// The organization: its id or its exact name.
        org: String,
        /// What people know it by.
        #[arg(long)]
        name: Option<String>,
        /// property, services, sales, call_center, partners or other.
        #[arg(long)]
        industry: Option<Industry>,
        /// The language of its staff's group: ru, uz or en.
        #[arg(long)]
        language: Option<Lang>,
        /// A time zone such as Asia/Tashkent.
        #[arg(long)]
        time_zone: Option<String>,
        /// The three letters of its currency, such as UZS.
        #[arg(long)]
        currency: Option<String>,
        /// The working days, such as mon-fri; with --open and --close.
        #[arg(long, requires_all = ["open", "close"], value_parser = days)]
        days: Option<Days>,
        /// When a working day begins, as HH:MM.
        #[arg(long, requires = "days")]
        open: Option<Clock>,
        /// When it ends, as HH:MM.
        #[arg(long, requires = "days")]
        close: Option<Clock>,
        /// Its colour, such as #1e88e5; empty takes it away.
        #[arg(long)]
        colour: Option<String>,
        /// At most 30 characters; empty takes it away.
        #[arg(long)]
        short_name: Option<String>,
        /// What newcomers read first; empty takes it away.
        #[arg(long)]
        greeting: Option<String>,
    },
    /// Delete an organization. For seven days it can be restored, then everything in it is purged.
    Delete {
        /// The organization: its id or its exact name.
        org: String,
        /// Its exact name again, so that nothing is deleted by a slip.
        #[arg(long)]
        name: String,
    },
    /// Bring a deleted organization back.
    Restore {
        /// The organization: its id or its exact name.
        org: String,
    },
}

pub(super) async fn run(app: &App, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Create { name, owner_telegram_id, language, industry, time_zone, currency } => {
            let owner = owner_telegram_id.map(|telegram_id| newcomer(telegram_id, "Owner"));
            let language = dialogues::language_of(language);
            let new = NewOrg { name: &name, industry, language, time_zone: &time_zone, currency: &currency, owner };
            let org = orgs::create(&app.db, &new).await.map_err(in_words)?;
            println!("{org}  {}", name.trim());
        }
        Command::List => {
            for org in orgs::list(&app.db).await? {
                match org.restorable_until() {
                    None => println!("{}  {}", org.id, org.name),
                    Some(until) => println!("{}  {}  deleted, to be restored until {until}", org.id, org.name),
                }
            }
        }
        Command::Edit {
            org,
            name,
            industry,
            language,
            time_zone,
            currency,
            days,
            open,
            close,
            colour,
            short_name,
            greeting,
        } => {
            let working_hours = match (days, open, close) {
                (Some(Days(days)), Some(from), Some(to)) => {
                    Some(WorkingHours(days.into_iter().map(|day| (day, Hours { from, to })).collect()))
                }
                _ => None,
            };
            let edit = Edit {
                name,
                industry,
                time_zone,
                language: language.map(dialogues::language_of),
                currency,
                working_hours,
                colour: colour.map(some),
                short_name: short_name.map(some),
                greeting: greeting.map(some),
            };
            let org = within(app, &org, async |tx| orgs::edit(tx, &Actor::System, None, &edit).await).await?;
            println!("«{}» is saved (version {}).", org.name, org.version);
        }
        Command::Delete { org, name } => {
            let org = within(app, &org, async |tx| orgs::delete(tx, &Actor::System, &name).await).await?;
            println!(
                "«{}» is deleted. Until {} it can be restored: kontora org restore {}",
                org.name,
                until(&org),
                org.id
            );
        }
        Command::Restore { org } => {
            let org = within(app, &org, async |tx| orgs::restore(tx, &Actor::System).await).await?;
            println!("«{}» is back.", org.name);
        }
    }
    Ok(())
}

fn until(org: &Org) -> String {
    org.restorable_until().map(|until| until.to_string()).unwrap_or_default()
}

/// Empty takes a value away.
fn some(given: String) -> Option<String> {
    Some(given).filter(|given| !given.is_empty())
}

/// Weekdays of the command line.
#[derive(Clone, Debug)]
pub(super) struct Days(Vec<Day>);

/// `mon-fri`, `mon,wed,fri` or both.
fn days(text: &str) -> Result<Days, String> {
    let day = |name: &str| {
        let found = Day::ALL.into_iter().find(|day| day.code() == name.trim());
        found.ok_or_else(|| format!("no day «{name}»; they are mon, tue, wed, thu, fri, sat, sun"))
    };
    let mut days = vec![];
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (day(first)?, day(last)?);
        days.extend(Day::ALL.into_iter().filter(|day| (first..=last).contains(day)));
    }
    Ok(Days(days))
}

/// Does one thing in the org that is meant.
pub(super) async fn within<T>(
    app: &App,
    org: &str,
    work: impl AsyncFnOnce(&mut TenantTx) -> domain::Result<T>,
) -> anyhow::Result<T> {
    let org = find(app, org).await?;
    let mut tx = app.db.tenant(org.id).await?;
    let done = work(&mut tx).await.map_err(in_words)?;
    tx.commit().await?;
    Ok(done)
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

pub(super) fn newcomer(telegram_id: i64, name: &str) -> Newcomer<'_> {
    Newcomer { telegram_id, name, username: None, language: None }
}

/// The bot of an organization that has one.
pub(super) async fn bot_of(app: &App, org: OrgId) -> anyhow::Result<domain::bots::Bot> {
    let bots = domain::bots::list(&app.db, &app.keys).await?;
    bots.into_iter()
        .find(|bot| bot.org == org)
        .context("this organization has no bot yet: kontora bot add --org … --token …")
}
