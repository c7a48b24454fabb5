//! `kontora doctor`: looks at everything that a working office needs, and says how to mend what is wrong.

use std::process::ExitCode;

use domain::{
    OrgId,
    audit::{self, Hash},
    bots, notifications, orgs,
};
use platform::{Config, Source, Surface, jobs::Jobs};
use secrecy::ExposeSecret as _;

use crate::{
    app::App,
    server::{self, Services, Stance},
    setup::webhook_url,
    telegram::{
        CallError, Token,
        methods::{GetMe, GetWebhookInfo},
    },
};

/// What was found, line by line.
#[derive(Default)]
struct Findings {
    wrong: usize,
}

impl Findings {
    fn good(&self, what: &str) {
        println!("  ok    {what}");
    }

    fn wrong(&mut self, what: &str, mend: &str) {
        self.wrong += 1;
        println!("  WRONG {what}\n        {mend}");
    }
}

/// Checks everything; the exit code is 1 when anything is wrong.
pub(super) async fn run(config: &Config, retry: bool, witnesses: &[Witness]) -> anyhow::Result<ExitCode> {
    let mut findings = Findings::default();
    findings.good("configuration");
    let services = match Services::start(config, Stance::Visitor).await {
        Ok(services) => services,
        Err(error) => {
            findings.wrong(&format!("PostgreSQL and Redis: {error:#}"), "mend what it says, then run this again");
            return Ok(ExitCode::FAILURE);
        }
    };
    match server::assemble(config, &services, Source::system(), Surface::Cli).await {
        Ok((app, jobs)) => {
            findings.good("PostgreSQL and Redis answer; the database is up to date");
            check_bots(&app, config, &mut findings).await;
            check_mail(&app, &mut findings).await;
            check_dead(&app, &jobs, retry, &mut findings).await?;
            check_log(&app, witnesses, &mut findings).await?;
        }
        Err(error) => findings.wrong(
            &format!("{error:#}"),
            "check DATABASE_URL, REDIS_URL and KONTORA_SECRET_KEY, and that the servers run",
        ),
    }
    services.stop().await;
    Ok(if findings.wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn check_mail(app: &App, findings: &mut Findings) {
    match &app.mailer {
        None => findings.good("no mail: SMTP_URL is not set, so links for passwords come through the bots alone"),
        Some(mailer) => match mailer.check().await {
            Ok(()) => findings.good("the mail server answers"),
            Err(error) => {
                findings.wrong(&format!("mail: {error}"), "check SMTP_URL, and that the server takes our mail")
            }
        },
    }
}

async fn check_bots(app: &App, config: &Config, findings: &mut Findings) {
    let bots = match bots::list(&app.db, &app.keys).await {
        Ok(bots) => bots,
        Err(error) => {
            let mend = "KONTORA_SECRET_KEY (or secret.key in the data folder) must hold the key that sealed them";
            return findings.wrong(&format!("the bots' secrets cannot be opened: {error}"), mend);
        }
    };
    if bots.is_empty() {
        findings.wrong("there is no bot", "kontora org create --name …, then kontora bot add --org … --token …");
    }
    for bot in bots {
        let name = format!("@{}", bot.username);
        let Ok(token) = bot.token.expose_secret().parse::<Token>() else {
            findings.wrong(&format!("{name}: its token is no token"), "kontora bot add --org … --token …");
            continue;
        };
        match app.telegram.call(&token, &GetMe {}).await {
            Ok(_) => findings.good(&format!("{name}: Telegram knows its token")),
            Err(CallError::Unauthorized) => {
                let mend = "take a new one from @BotFather: kontora bot add --org … --token …";
                findings.wrong(&format!("{name}: Telegram does not know its token"), mend);
                continue;
            }
            Err(error) => {
                let mend = format!("check that this machine reaches {}", config.telegram_api_url);
                findings.wrong(&format!("{name}: {error}"), &mend);
                continue;
            }
        }
        if let Ok(info) = app.telegram.call(&token, &GetWebhookInfo {}).await {
            let wanted = config.public_url.as_ref().map(|public| webhook_url(public, bot.telegram_id));
            match wanted {
                Some(wanted) if info.url != wanted => {
                    let mend = format!("it should be {wanted}: run kontora bot add for it again");
                    findings.wrong(&format!("{name}: Telegram delivers to «{}»", info.url), &mend);
                }
                None if info.url.is_empty() => findings.good(&format!("{name}: no webhook, for `serve --polling`")),
                _ => findings.good(&format!("{name}: webhook {}", info.url)),
            }
            if let Some(error) = info.last_error_message {
                let mend = format!("{} updates wait; see the log of `kontora serve`", info.pending_update_count);
                findings.wrong(&format!("{name}: Telegram's last delivery failed: {error}"), &mend);
            }
        }
        match staff_chat(app, &bot).await {
            Ok(Some(title)) => findings.good(&format!("{name}: the staff's group is «{title}»")),
            Ok(None) => findings.wrong(
                &format!("{name}: there is no staff's group"),
                "as the owner, add the bot to the group as an administrator that manages topics",
            ),
            Err(error) => findings.wrong(&format!("{name}: {error}"), "see the log"),
        }
    }
}

async fn staff_chat(app: &App, bot: &bots::Bot) -> domain::Result<Option<String>> {
    let mut tx = app.db.tenant(bot.org).await?;
    let chat = notifications::staff_chat(&mut tx, bot.id).await?;
    tx.commit().await?;
    Ok(chat.filter(|chat| chat.present).map(|chat| chat.title))
}

async fn check_dead(app: &App, jobs: &Jobs, retry: bool, findings: &mut Findings) -> anyhow::Result<()> {
    let mend = "mend the cause, then: kontora doctor --retry";
    for job in jobs.dead().await? {
        findings.wrong(&format!("job {} ({}) failed {} times: {}", job.id, job.task, job.attempts, job.error), mend);
    }
    for dead in notifications::dead(&app.db).await? {
        let what = format!(
            "delivery {} of org {} was given up after {} tries: {}",
            dead.id.0, dead.org, dead.attempts, dead.error
        );
        findings.wrong(&what, mend);
    }
    if retry {
        let revived = jobs.retry_dead().await? + notifications::retry_dead(&app.db).await?;
        findings.good(&format!("{revived} dead jobs and deliveries get another chance"));
    }
    Ok(())
}

/// A seal as it was once seen: `org:seq:hash`, from the logs of the daily job or from an earlier visit.
#[derive(Clone, Debug)]
pub(super) struct Witness {
    org: OrgId,
    seq: i64,
    hash: Hash,
}

impl std::str::FromStr for Witness {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split(':');
        let mut part = || parts.next().unwrap_or_default();
        match (part().parse().map(OrgId), part().parse(), part().parse()) {
            (Ok(org), Ok(seq), Ok(hash)) => Ok(Self { org, seq, hash }),
            _ => Err("a witness is org:seq:hash, as the doctor shows it".to_owned()),
        }
    }
}

/// Verifies the log of every org, page by page.
async fn check_log(app: &App, witnesses: &[Witness], findings: &mut Findings) -> anyhow::Result<()> {
    audit::seal_waiting(&app.db).await?;
    let mend = "somebody wrote into the database past Kontora: compare with a backup, and see docs/audit.md";
    for org in orgs::list(&app.db).await? {
        let mut tx = app.db.tenant(org.id).await?;
        let log = audit::verify(&mut tx, None).await?;
        for witness in witnesses.iter().filter(|witness| witness.org == org.id) {
            let now = audit::seal_hash(&mut tx, witness.seq).await?;
            if witness.seq > log.begins_after && now != Some(witness.hash) {
                let what =
                    format!("log of «{}»: seal {} is not what it was: the log was rewritten", org.name, witness.seq);
                findings.wrong(&what, mend);
            }
        }
        tx.commit().await?;
        match log.broken {
            None => findings.good(&format!(
                "log of «{}»: {} events as they were written; witness {}:{}:{}",
                org.name, log.events, org.id, log.head.seq, log.head.hash
            )),
            Some(broken) => {
                let event = broken.event.map(|event| format!(" {}", event.0)).unwrap_or_default();
                let seal = broken.seq.map(|seq| format!(" at seal {seq}")).unwrap_or_default();
                let what = match broken.damage {
                    audit::Damage::EventEdited => "was edited",
                    audit::Damage::EventMissing => "is missing",
                    audit::Damage::EventForeign => "was not written by Kontora",
                    audit::Damage::SealEdited => "has a seal that does not follow from the one before",
                    audit::Damage::SealMissing => "is unknown: its seal is missing",
                };
                findings.wrong(&format!("log of «{}»: the event{event}{seal} {what}", org.name), mend);
            }
        }
    }
    Ok(())
}
