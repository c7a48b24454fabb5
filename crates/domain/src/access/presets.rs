//! The fifteen presets. What a role may do is read here; `tests/it/access` prints it as a matrix.
//!
//! Each is a list of patterns, read in order; one that begins with `!` takes away. A role of the org's own begins as
//! one of these.

use std::sync::LazyLock;

use super::{Grants, Permission, Role, Scope, rights::pattern_of};

/// A ready set of rights, whoever it is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// Whoever runs the platform: the orgs, and nothing that is in them.
    PlatformOperator,
    /// A member's role.
    Member(Role),
    /// Somebody who lives in a house of the org.
    Resident,
    /// Somebody who buys from the org.
    Client,
    /// A program. By itself it may nothing: it has what it was given.
    ServiceAccount,
}

impl Preset {
    /// All fifteen, in the order of the contract.
    pub const ALL: [Preset; 15] = [
        Preset::PlatformOperator,
        Preset::Member(Role::Owner),
        Preset::Member(Role::Admin),
        Preset::Member(Role::Manager),
        Preset::Member(Role::Dispatcher),
        Preset::Member(Role::Worker),
        Preset::Member(Role::Member),
        Preset::Member(Role::TeamLead),
        Preset::Member(Role::Partner),
        Preset::Member(Role::Caller),
        Preset::Member(Role::Analyst),
        Preset::Member(Role::Accountant),
        Preset::Resident,
        Preset::Client,
        Preset::ServiceAccount,
    ];

    /// Its name in the database, in the API and in `locales/*/access.ftl`.
    pub fn code(self) -> &'static str {
        match self {
            Preset::PlatformOperator => "platform_operator",
            Preset::Member(role) => role.code(),
            Preset::Resident => "resident",
            Preset::Client => "client",
            Preset::ServiceAccount => "service_account",
        }
    }

    /// Everything that it grants.
    pub fn grants(self) -> &'static Grants {
        static TABLE: LazyLock<Vec<(Preset, Grants)>> =
            LazyLock::new(|| Preset::ALL.into_iter().map(|preset| (preset, preset.written_out())).collect());
        TABLE.iter().find(|(preset, _)| *preset == self).map_or(&Grants::NONE, |(_, grants)| grants)
    }

    /// What is in the list below, written out; members have homes too, so every member has what a contact has.
    fn written_out(self) -> Grants {
        let mut grants = match self {
            Preset::Member(_) => of(RESIDENT).or(&of(CLIENT)).or(&of(STAFF)),
            _ => Grants::NONE,
        };
        match self {
            Preset::PlatformOperator => {
                for permission in [Permission::PlatformTenants, Permission::PlatformHealth] {
                    grants.set(permission, Some(Scope::All));
                }
            }
            Preset::Member(role) => apply(&mut grants, of_role(role)),
            Preset::Resident => apply(&mut grants, RESIDENT),
            Preset::Client => apply(&mut grants, CLIENT),
            Preset::ServiceAccount => {}
        }
        grants
    }
}

/// Whoever is not a member: a resident, a client, both, or nobody yet. Each right is on their own things only.
pub(super) fn contact() -> &'static Grants {
    static CONTACT: LazyLock<Grants> = LazyLock::new(|| of(RESIDENT).or(&of(CLIENT)));
    &CONTACT
}

/// Kontora itself: everything, whosever it is.
pub(super) fn system() -> &'static Grants {
    static SYSTEM: LazyLock<Grants> = LazyLock::new(|| {
        let mut grants = Grants::NONE;
        for permission in Permission::ALL {
            grants.set(permission, Some(Scope::All));
        }
        grants
    });
    &SYSTEM
}

/// S3-98; K4: what is paid is paid for one's own home. Money is given back by the org (K3), never by oneself.
const RESIDENT: &str = "
    requests.create:own requests.read:own requests.comment:own requests.accept charges.read:own
    payments.read:own payments.create:own meters.read:own meters.submit:own documents.read:own sessions.*:own
";

const CLIENT: &str = "bookings.read:own bookings.create:own deals.read:own documents.read:own sessions.*:own";

/// What everybody has who works for the org: their colleagues' names, their own deeds in the log (S2-69).
const STAFF: &str = "members.read teams.read shifts.read audit.read:own";

fn of_role(role: Role) -> &'static str {
    match role {
        // S4-18, S4-44
        Role::Owner => "*",
        // S3-95, S4-19; K3: sees what was paid; money moves by the hand of the owner and of finance
        Role::Admin => "* !org.* !payments.* payments.read payments.create:own",
        // S2-63, S2-67..69, S4-20, S4-45: the work, not the settings. K2: for sales it is this; for number bases or
        // houses it is this with the member's filter, which limits every «all» below to the filter.
        Role::Manager => {
            "
            requests.* residents.* property.* meters.* charges.read payments.read contacts.* deals.* tasks.*
            projects.* regulations.* bookings.* documents.* inbox.* numbers.* !numbers.manage catalog.*
            auction.read reports.* shifts.*
        "
        }
        // S3-96; K10: who says that they live somewhere is checked by the dispatcher
        Role::Dispatcher => "requests.* residents.read residents.verify property.read tasks.*:assigned meters.read",
        // S3-97. Whoever is in the staff's group sees every card there and speaks with residents there; what nobody
        // has yet is anybody's to take.
        Role::Worker => {
            "
            requests.read:assigned requests.update:assigned requests.take requests.complete:assigned
            requests.comment tasks.read:assigned tasks.update:assigned regulations.read:team
        "
        }
        // S4-21, S4-46; K1: what they see is the org's setting «members see», what they change is theirs
        Role::Member => {
            "
            requests.read property.read contacts.read contacts.create contacts.update:assigned
            contacts.delete:own deals.read deals.create deals.update:assigned deals.delete:own tasks.read
            tasks.create tasks.update:assigned tasks.delete:own projects.read regulations.read bookings.read
            bookings.create bookings.manage:assigned documents.read documents.create documents.update:own
            inbox.read:assigned inbox.reply:assigned catalog.read reports.read:own
        "
        }
        // S0-35
        Role::TeamLead => {
            "
            projects.*:team tasks.*:team regulations.*:team requests.read:team requests.assign:team
            requests.take requests.complete:team requests.comment:team contacts.read:team deals.read:team
            deals.update:team documents.*:team inbox.*:team catalog.read reports.read:team
        "
        }
        // S1-12, S1-18, S1-48..57: their own leads and ledger, the auction
        Role::Partner => {
            "
            contacts.read:own contacts.create contacts.update:own deals.read:assigned ledger.read:own auction.read
            auction.bid:own catalog.read reports.read:own !members.read !teams.read !shifts.read
        "
        }
        // S2: the next number, its status
        Role::Caller => {
            "numbers.next numbers.read:assigned numbers.update:assigned regulations.read:team reports.read:own"
        }
        // S2-70
        Role::Analyst => {
            "
            requests.read residents.read property.read meters.read charges.read payments.read contacts.read
            deals.read tasks.read projects.read regulations.read bookings.read documents.read ledger.read
            auction.read numbers.read catalog.read finance.read reports.*
        "
        }
        // FIN, PAY: who asks for a refund and who agrees are two people; the verb holds that
        Role::Accountant => {
            "
            charges.* payments.* finance.* meters.read ledger.read residents.read property.read contacts.read
            deals.read documents.read documents.create reports.*
        "
        }
    }
}

fn of(patterns: &str) -> Grants {
    let mut grants = Grants::NONE;
    apply(&mut grants, patterns);
    grants
}

/// Patterns of this file are right: a unit test reads each.
fn apply(grants: &mut Grants, patterns: &str) {
    for pattern in patterns.split_whitespace() {
        let (takes, pattern) = pattern.strip_prefix('!').map_or((false, pattern), |pattern| (true, pattern));
        for (permission, scope) in pattern_of(pattern).unwrap_or_default() {
            let scope = if takes { None } else { grants.get(permission).max(Some(scope)) };
            grants.set(permission, scope);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_the_presets_means_something() {
        let roles = Role::ALL.into_iter().map(of_role);
        for pattern in roles.chain([RESIDENT, CLIENT, STAFF]).flat_map(str::split_whitespace) {
            assert!(pattern_of(pattern.trim_start_matches('!')).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn an_owner_has_everything_that_any_role_has() {
        let owner = Preset::Member(Role::Owner).grants();
        for preset in Preset::ALL.into_iter().filter(|preset| *preset != Preset::PlatformOperator) {
            assert!(owner.covers(preset.grants()), "{}", preset.code());
        }
    }
}
