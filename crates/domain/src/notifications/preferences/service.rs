//! The verbs: what somebody chooses for themselves, and what an admin chooses for others.

use super::model::{Level, Preferences, Quiet, Subject, SubjectPreference};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission, Role},
    events::{self, Changes, Event},
    ids::PersonId,
    notifications::store,
    orgs,
};

/// A member, and whether they get the alerts of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Whether they get them.
    pub told: bool,
    /// Whether an admin has chosen so; otherwise it is their role's.
    pub chosen: bool,
}

/// What one has chosen for oneself.
pub async fn preferences(tx: &mut TenantTx, actor: &Actor) -> Result<Preferences> {
    let person = actor.person().ok_or(Error::NotFound("person"))?;
    let chosen = store::preferences(tx, person).await?;
    let subjects = Subject::ALL
        .into_iter()
        .filter(|subject| match (subject, chosen.role) {
            (Subject::Requests | Subject::Comments, _) => true,
            (Subject::Team, role) => role.is_some(),
            (Subject::Digest, role) => role.is_some_and(|role| Subject::Digest.told_by_default(role)),
            (rule, Some(role)) => chosen.told(*rule).unwrap_or_else(|| rule.told_by_default(role)),
            (_, None) => false,
        })
        .map(|subject| SubjectPreference { subject, level: chosen.level(subject) })
        .collect();
    Ok(Preferences { quiet: chosen.quiet, quiet_chosen: chosen.quiet_chosen, time_zone: chosen.time_zone, subjects })
}

/// One wants to hear so much of a subject from now on. An alert always matters: for its rule [`Level::Important`] is
/// as good as [`Level::All`].
pub async fn choose_level(tx: &mut TenantTx, actor: &Actor, subject: Subject, level: Level) -> Result<()> {
    let person = own(actor)?;
    let was = store::preferences(tx, person).await?.level(subject);
    if was == level {
        return Ok(());
    }
    store::save_level(tx, person, subject, level).await?;
    let changes = Changes::of(code(subject), &was, &level);
    events::record(tx, actor, &Event::PreferencesChanged { person, changes }).await
}

/// One is left in peace in these hours from now on, by the clock of `time_zone` (the org's without).
/// [`Error::Invalid`] `quiet_hours_invalid`, `time_zone_unknown`.
pub async fn choose_quiet(tx: &mut TenantTx, actor: &Actor, quiet: Quiet, time_zone: Option<&str>) -> Result<()> {
    let person = own(actor)?;
    let quiet = quiet.checked()?;
    let time_zone = time_zone.map(orgs::time_zone).transpose()?;
    let was = store::preferences(tx, person).await?;
    store::save_quiet(tx, person, quiet, time_zone.as_deref()).await?;
    let zone = time_zone.unwrap_or_else(|| was.time_zone.clone());
    let changes = quiet_changes(&was.quiet, &quiet).and("time_zone", &was.time_zone, &zone);
    if changes.is_empty() && was.quiet_chosen {
        return Ok(());
    }
    events::record(tx, actor, &Event::PreferencesChanged { person, changes }).await
}

/// When the org's people are left in peace, unless they say otherwise.
pub async fn quiet(tx: &mut TenantTx, actor: &Actor) -> Result<Quiet> {
    actor.require(Permission::SettingsManage)?;
    store::org_quiet(tx).await
}

/// The org's people are left in peace in these hours, unless they say otherwise. [`Error::Invalid`]
/// `quiet_hours_invalid`.
pub async fn set_quiet(tx: &mut TenantTx, actor: &Actor, quiet: Quiet) -> Result<()> {
    actor.require(Permission::SettingsManage)?;
    let quiet = quiet.checked()?;
    let changes = quiet_changes(&store::org_quiet(tx).await?, &quiet);
    if changes.is_empty() {
        return Ok(());
    }
    store::save_org_quiet(tx, quiet).await?;
    events::record(tx, actor, &Event::QuietHoursChanged { changes }).await
}

/// The rule with this name, for whoever may choose who gets its alerts. [`Error::NotFound`] for what is no rule.
pub fn rule(actor: &Actor, name: &str) -> Result<Subject> {
    actor.require(Permission::SettingsManage)?;
    let rule = Subject::ALL.into_iter().find(|subject| code(*subject) == name);
    alert(rule.ok_or(Error::NotFound("rule"))?)
}

/// Who gets the alerts of a rule: every member, by name. [`Error::NotFound`] for what is no rule.
pub async fn recipients(tx: &mut TenantTx, actor: &Actor, rule: Subject) -> Result<Vec<Recipient>> {
    actor.require(Permission::SettingsManage)?;
    store::recipients(tx, alert(rule)?).await
}

/// A member gets the alerts of a rule from now on, or no longer. The last one who does is not taken away:
/// [`Error::Refused`] `alert_needs_recipient`.
pub async fn choose_recipient(
    tx: &mut TenantTx,
    actor: &Actor,
    rule: Subject,
    person: PersonId,
    told: bool,
) -> Result<()> {
    let all = recipients(tx, actor, rule).await?;
    let was = all.iter().find(|member| member.person == person).ok_or(Error::NotFound("member"))?.told;
    if was == told {
        return Ok(());
    }
    if !told && all.iter().filter(|member| member.told).count() == 1 {
        return Err(Error::Refused("alert_needs_recipient"));
    }
    store::save_told(tx, person, rule, told).await?;
    let changes = Changes::of(&format!("{}.told", code(rule)), &was, &told);
    events::record(tx, actor, &Event::PreferencesChanged { person, changes }).await
}

fn alert(rule: Subject) -> Result<Subject> {
    if rule.is_alert() { Ok(rule) } else { Err(Error::NotFound("rule")) }
}

fn quiet_changes(was: &Quiet, is: &Quiet) -> Changes {
    let clock = |time: &chrono::NaiveTime| time.format("%H:%M").to_string();
    Changes::of("quiet", &was.on, &is.on).and("quiet_from", &clock(&was.from), &clock(&is.from)).and(
        "quiet_to",
        &clock(&was.to),
        &clock(&is.to),
    )
}

/// The subject's name in an event.
fn code(subject: Subject) -> &'static str {
    match subject {
        Subject::Requests => "requests",
        Subject::Comments => "comments",
        Subject::Team => "team",
        Subject::Digest => "digest",
        Subject::NewDevice => "new_device",
        Subject::ManyFailures => "many_failures",
        Subject::MassExport => "mass_export",
        Subject::RoleRaised => "role_raised",
        Subject::BotTokenChanged => "bot_token_changed",
        Subject::OddHours => "odd_hours",
        Subject::StaffChatLost => "staff_chat_lost",
        Subject::Unassigned => "unassigned",
        Subject::NotAccepted => "not_accepted",
        Subject::DueSoon => "due_soon",
        Subject::Overdue => "overdue",
        Subject::LowRating => "low_rating",
        Subject::Returned => "returned",
    }
}

/// Whoever chooses for themselves: a person, and with their own eyes.
fn own(actor: &Actor) -> Result<PersonId> {
    if actor.rights().is_some_and(|rights| rights.seen_by().is_some()) {
        return Err(Error::Refused("viewing_as"));
    }
    actor.person().ok_or(Error::NotFound("person"))
}
