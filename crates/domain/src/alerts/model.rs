//! What counts as suspicious.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    access::Role,
    events::{AlertAnswer, Changes, Event},
    ids::{AlertId, PersonId},
    orgs::WorkingHours,
};

/// Why the owners are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// Somebody signed in on a device that they had not used before.
    NewDevice,
    /// Sign-ins to one account were refused again and again.
    ManyFailures,
    /// Somebody took much away as files.
    MassExport,
    /// Somebody may do more than before.
    RoleRaised,
    /// A bot has another token.
    BotTokenChanged,
    /// Somebody signed in while the org does not work.
    OddHours,
}

/// What an alert says beside its kind and its person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// The device, as it names itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// The address of the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How many: attempts, or rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// Within how many minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i32>,
    /// The role that they have now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Whoever did it, when that is somebody else: a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The username of the bot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bot: Option<String>,
}

/// Something suspicious, and what was said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Its id.
    pub id: AlertId,
    /// Why.
    pub kind: Kind,
    /// Whose account it is about.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// What it says beside.
    pub facts: Facts,
    /// When.
    pub raised_at: DateTime<Utc>,
    /// What an owner said to it.
    pub answer: Option<AlertAnswer>,
    /// Which owner: a name.
    pub answered_by: Option<String>,
}

/// From when on something is suspicious to this org.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// So many refused sign-ins to an account…
    pub failures: i32,
    /// …within so many minutes.
    pub failures_minutes: i32,
    /// So many rows that somebody took away…
    pub rows_exported: i32,
    /// …within so many minutes.
    pub rows_minutes: i32,
    /// Whether a sign-in on a new device is.
    pub new_device: bool,
    /// Whether a sign-in outside working hours is.
    pub odd_hours: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            failures: 5,
            failures_minutes: 10,
            rows_exported: 1000,
            rows_minutes: 60,
            new_device: true,
            odd_hours: true,
        }
    }
}

impl Limits {
    /// Refuses what would never tell, or without end.
    pub(super) fn check(&self) -> Result<()> {
        let day = 24 * 60;
        for (field, value, least, most) in [
            ("failures", self.failures, 2, 100),
            ("failures_minutes", self.failures_minutes, 1, day),
            ("rows_exported", self.rows_exported, 1, 1_000_000),
            ("rows_minutes", self.rows_minutes, 1, day),
        ] {
            if !(least..=most).contains(&value) {
                return Err(Error::Invalid { field, code: "alert_limit_invalid" });
            }
        }
        Ok(())
    }

    /// What is different in `new`.
    pub(super) fn changes(&self, new: &Self) -> Changes {
        Changes::of("failures", &self.failures, &new.failures)
            .and("failures_minutes", &self.failures_minutes, &new.failures_minutes)
            .and("rows_exported", &self.rows_exported, &new.rows_exported)
            .and("rows_minutes", &self.rows_minutes, &new.rows_minutes)
            .and("new_device", &self.new_device, &new.new_device)
            .and("odd_hours", &self.odd_hours, &new.odd_hours)
    }
}

/// What the rules look at beside the event.
#[derive(Clone, Debug)]
pub(super) struct Around {
    /// Who did it.
    pub actor: Option<PersonId>,
    /// Their name.
    pub actor_name: Option<String>,
    /// Whether whoever it is about works for the org.
    pub is_member: bool,
    /// When, on the org's own clock.
    pub local: NaiveDateTime,
    /// When the org works.
    pub hours: WorkingHours,
    /// The address that it came from.
    pub address: Option<String>,
    /// From when on something is suspicious to this org.
    pub limits: Limits,
    /// How many sign-ins to this account were refused lately, this one included.
    pub failures: i64,
    /// How many rows the actor has exported lately, this time included.
    pub rows_exported: i64,
    /// The username of the bot that it is about.
    pub bot: Option<String>,
}

/// What is suspicious about an event: why, whose account it is, and what the owners have to know. Residents sign in
/// when and where they like; whoever works for the org is watched over.
pub(super) fn suspicions(event: &Event, around: &Around) -> Vec<(Kind, Option<PersonId>, Facts)> {
    let facts = Facts { address: around.address.clone(), ..Facts::default() };
    let limits = &around.limits;
    match event {
        Event::SignedIn { person, new_device, device, .. } if around.is_member => {
            let facts = Facts { device: Some(device.clone()), ..facts };
            let mut found = vec![];
            if *new_device && limits.new_device {
                found.push((Kind::NewDevice, Some(*person), facts.clone()));
            }
            if limits.odd_hours && !around.hours.includes(around.local) {
                found.push((Kind::OddHours, Some(*person), facts));
            }
            found
        }
        Event::SignInFailed { person, .. } if around.is_member && around.failures >= i64::from(limits.failures) => {
            vec![(
                Kind::ManyFailures,
                Some(*person),
                Facts { count: Some(around.failures), minutes: Some(limits.failures_minutes), ..facts },
            )]
        }
        Event::Exported { .. } if around.rows_exported >= i64::from(limits.rows_exported) => {
            vec![(
                Kind::MassExport,
                around.actor,
                Facts { count: Some(around.rows_exported), minutes: Some(limits.rows_minutes), ..facts },
            )]
        }
        Event::RoleChanged { person, from, to } | Event::CustomRoleGiven { person, from, to, .. }
            if power(*to) > power(*from) =>
        {
            vec![(Kind::RoleRaised, Some(*person), Facts { role: Some(*to), by: by(around, *person), ..facts })]
        }
        // Nobody did it: the command line, or the founding of the org.
        Event::MemberAdded { person, role } if around.actor.is_some() && power(*role) >= power(Role::Admin) => {
            vec![(Kind::RoleRaised, Some(*person), Facts { role: Some(*role), by: by(around, *person), ..facts })]
        }
        Event::BotTokenChanged { .. } => {
            vec![(Kind::BotTokenChanged, around.actor, Facts { bot: around.bot.clone(), ..facts })]
        }
        _ => vec![],
    }
}

fn by(around: &Around, person: PersonId) -> Option<String> {
    around.actor_name.clone().filter(|_| around.actor != Some(person))
}

/// How much harm a role could do, coarsely: what is above raises an alert.
fn power(role: Role) -> u8 {
    match role {
        Role::Owner => 3,
        Role::Admin => 2,
        Role::Manager | Role::Accountant => 1,
        Role::Dispatcher
        | Role::Worker
        | Role::Member
        | Role::TeamLead
        | Role::Partner
        | Role::Caller
        | Role::Analyst => 0,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        events::SignInFailure,
        ids::{BotId, SessionId},
    };

    fn around() -> Around {
        Around {
            actor: Some(PersonId(Uuid::from_u128(1))),
            actor_name: Some("Рустам".into()),
            is_member: true,
            local: "2026-11-21T14:05:00".parse().unwrap(),
            hours: WorkingHours::default(),
            address: Some("192.0.2.7".into()),
            limits: Limits::default(),
            failures: 1,
            rows_exported: 0,
            bot: None,
        }
    }

    fn kinds(event: &Event, around: &Around) -> Vec<Kind> {
        suspicions(event, around).into_iter().map(|(kind, ..)| kind).collect()
    }

    fn office_hours() -> WorkingHours {
        serde_json::from_value(serde_json::json!({ "mon": { "from": "09:00", "to": "18:00" } })).unwrap()
    }

    #[test]
    fn what_is_suspicious_and_what_is_not() {
        let person = PersonId(Uuid::from_u128(2));
        let signed_in = |new_device| Event::SignedIn {
            person,
            session: SessionId(Uuid::nil()),
            new_device,
            device: "Firefox".into(),
        };
        let failed = Event::SignInFailed { person, why: SignInFailure::Password };
        let exported = Event::Exported { what: "audit".into(), format: "csv".into(), rows: 1 };
        let changed = |from, to| Event::RoleChanged { person, from, to };
        let saturday = Around { hours: office_hours(), ..around() };
        let deaf = Around {
            limits: Limits {
                new_device: false,
                odd_hours: false,
                failures: 9,
                rows_exported: 5000,
                ..Limits::default()
            },
            failures: 8,
            rows_exported: 4999,
            ..saturday.clone()
        };
        let resident = Around { is_member: false, failures: 9, ..saturday.clone() };
        for (event, around, expected) in [
            (signed_in(false), around(), vec![]),
            (signed_in(true), around(), vec![Kind::NewDevice]),
            (signed_in(false), saturday.clone(), vec![Kind::OddHours]),
            (signed_in(true), saturday, vec![Kind::NewDevice, Kind::OddHours]),
            (signed_in(true), resident.clone(), vec![]),
            (signed_in(true), deaf.clone(), vec![]),
            (failed.clone(), deaf.clone(), vec![]),
            (exported.clone(), deaf, vec![]),
            (failed.clone(), Around { failures: 4, ..around() }, vec![]),
            (failed.clone(), Around { failures: 5, ..around() }, vec![Kind::ManyFailures]),
            (failed, resident, vec![]),
            (exported.clone(), Around { rows_exported: 999, ..around() }, vec![]),
            (exported, Around { rows_exported: 1000, ..around() }, vec![Kind::MassExport]),
            (changed(Role::Worker, Role::Admin), around(), vec![Kind::RoleRaised]),
            (changed(Role::Admin, Role::Owner), around(), vec![Kind::RoleRaised]),
            (changed(Role::Owner, Role::Admin), around(), vec![]),
            (changed(Role::Worker, Role::Dispatcher), around(), vec![]),
            (Event::MemberAdded { person, role: Role::Admin }, around(), vec![Kind::RoleRaised]),
            (Event::MemberAdded { person, role: Role::Owner }, Around { actor: None, ..around() }, vec![]),
            (Event::MemberAdded { person, role: Role::Worker }, around(), vec![]),
            (Event::BotTokenChanged { bot: BotId(Uuid::nil()) }, around(), vec![Kind::BotTokenChanged]),
            (Event::PhoneConfirmed, around(), vec![]),
        ] {
            assert_eq!(kinds(&event, &around), expected, "{event:?}");
        }
    }

    #[test]
    fn whoever_raised_a_role_is_named_unless_it_was_their_own() {
        let event = |person| Event::RoleChanged { person, from: Role::Worker, to: Role::Admin };
        let other = suspicions(&event(PersonId(Uuid::from_u128(2))), &around());
        assert_eq!(other[0].2.by.as_deref(), Some("Рустам"));
        let own = suspicions(&event(PersonId(Uuid::from_u128(1))), &around());
        assert_eq!(own[0].2.by, None);
    }
}
