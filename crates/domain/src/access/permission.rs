//! The vocabulary of rights: every `resource.action` of the product, declared in one table.
//!
//! The code is what is stored, granted and shown; it is never renamed. A resource that a later capability brings to
//! life has its words here already, so that roles are complete and stay what they are when it comes.

use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::Scope;

/// What a permission is about. It decides which scopes make sense for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The org as a whole: one has it or not.
    Org,
    /// Only ever one's own: nobody does it on somebody's behalf.
    Self_,
    /// Work that somebody made, and that is given to somebody.
    Work,
    /// The same, at an address: a filter names its buildings.
    Place,
    /// The same, in a number base: a filter names its providers and its countries or regions.
    Base,
    /// The platform itself, outside every org: no role of an org has it.
    Platform,
}

impl Subject {
    /// The scopes that mean something here, the narrowest first.
    pub const fn scopes(self) -> &'static [Scope] {
        use Scope::*;
        match self {
            Subject::Org | Subject::Platform => &[All],
            Subject::Self_ => &[Own],
            Subject::Work => &[Own, Assigned, Team, All],
            Subject::Place | Subject::Base => &[Own, Assigned, Team, Filter, All],
        }
    }
}

macro_rules! permissions {
    ($($subject:ident { $($(#[$doc:meta])* $name:ident = $code:literal,)* })*) => {
        /// `resource.action`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, SerializeDisplay, DeserializeFromStr)]
        pub enum Permission {
            $($($(#[$doc])* $name,)*)*
        }

        impl Permission {
            /// All of them, in the order of the matrix.
            pub const ALL: [Permission; [$($($code),*),*].len()] = [$($(Permission::$name),*),*];

            /// `resource.action`, for ever.
            pub const fn code(self) -> &'static str {
                match self { $($(Permission::$name => $code,)*)* }
            }

            /// What it is about.
            pub const fn subject(self) -> Subject {
                match self { $($(Permission::$name => Subject::$subject,)*)* }
            }
        }
    };
}

permissions! {
    Place {
        /// File a request.
        RequestsCreate = "requests.create",
        /// See a request.
        RequestsRead = "requests.read",
        /// Change what a request says: its category, its place, its urgency.
        RequestsUpdate = "requests.update",
        /// «Беру».
        RequestsTake = "requests.take",
        /// Give a request to somebody.
        RequestsAssign = "requests.assign",
        /// «Готово».
        RequestsComplete = "requests.complete",
        /// Speak about a request with the other side.
        RequestsComment = "requests.comment",
        /// Take requests away with you, as a file.
        RequestsExport = "requests.export",
        /// Put a request into the trash.
        RequestsDelete = "requests.delete",
    }
    Self_ {
        /// Accept, return and rate the work, cancel the request: only whoever asked for it.
        RequestsAccept = "requests.accept",
    }
    Place {
        /// See who lives where.
        ResidentsRead = "residents.read",
        /// Say whether somebody lives where they say.
        ResidentsVerify = "residents.verify",
        /// Register residents, change them, move them out.
        ResidentsManage = "residents.manage",
        /// Take the register away with you, as a file.
        ResidentsExport = "residents.export",
        /// See buildings and units.
        PropertyRead = "property.read",
        /// Add and change buildings and units.
        PropertyManage = "property.manage",
        /// Read buildings and units from a file.
        PropertyImport = "property.import",
        /// See meters and their readings.
        MetersRead = "meters.read",
        /// Send a reading.
        MetersSubmit = "meters.submit",
        /// Set up meters, correct readings.
        MetersManage = "meters.manage",
        /// See what is charged.
        ChargesRead = "charges.read",
        /// Charge, correct and write off.
        ChargesManage = "charges.manage",
        /// See what was paid.
        PaymentsRead = "payments.read",
        /// Pay, or note a payment.
        PaymentsCreate = "payments.create",
        /// Ask for money to be given back.
        PaymentsRefund = "payments.refund",
        /// Agree to what another asked for: the second pair of eyes.
        PaymentsApprove = "payments.approve",
    }
    Work {
        /// See contacts and leads.
        ContactsRead = "contacts.read",
        /// Add a contact or a lead.
        ContactsCreate = "contacts.create",
        /// Change a contact.
        ContactsUpdate = "contacts.update",
        /// Put a contact into the trash.
        ContactsDelete = "contacts.delete",
        /// Read contacts from a file.
        ContactsImport = "contacts.import",
        /// Take contacts away with you, as a file.
        ContactsExport = "contacts.export",
        /// See deals.
        DealsRead = "deals.read",
        /// Open a deal.
        DealsCreate = "deals.create",
        /// Change a deal, move it along the funnel.
        DealsUpdate = "deals.update",
        /// Put a deal into the trash.
        DealsDelete = "deals.delete",
        /// Take deals away with you, as a file.
        DealsExport = "deals.export",
        /// See tasks.
        TasksRead = "tasks.read",
        /// Set a task.
        TasksCreate = "tasks.create",
        /// Change a task, move it, finish it.
        TasksUpdate = "tasks.update",
        /// Put a task into the trash.
        TasksDelete = "tasks.delete",
        /// See projects.
        ProjectsRead = "projects.read",
        /// Begin a project.
        ProjectsCreate = "projects.create",
        /// Change a project.
        ProjectsUpdate = "projects.update",
        /// Put a project into the trash.
        ProjectsDelete = "projects.delete",
        /// Read the team's regulations.
        RegulationsRead = "regulations.read",
        /// Write the team's regulations.
        RegulationsManage = "regulations.manage",
        /// See bookings.
        BookingsRead = "bookings.read",
        /// Book a time.
        BookingsCreate = "bookings.create",
        /// Move and cancel bookings, open and close times.
        BookingsManage = "bookings.manage",
        /// See documents.
        DocumentsRead = "documents.read",
        /// Add a document.
        DocumentsCreate = "documents.create",
        /// Change a document.
        DocumentsUpdate = "documents.update",
        /// Put a document into the trash.
        DocumentsDelete = "documents.delete",
        /// See conversations of all channels.
        InboxRead = "inbox.read",
        /// Answer in them.
        InboxReply = "inbox.reply",
        /// Hand them over, connect channels.
        InboxManage = "inbox.manage",
        /// See a partner's ledger.
        LedgerRead = "ledger.read",
        /// See what is for auction.
        AuctionRead = "auction.read",
        /// Bid.
        AuctionBid = "auction.bid",
    }
    Base {
        /// See numbers of the bases.
        NumbersRead = "numbers.read",
        /// Be given the next number to call.
        NumbersNext = "numbers.next",
        /// Set a number's status.
        NumbersUpdate = "numbers.update",
        /// Read bases from files.
        NumbersImport = "numbers.import",
        /// Take numbers away with you, as a file.
        NumbersExport = "numbers.export",
        /// Set up bases, providers and projects of calling.
        NumbersManage = "numbers.manage",
    }
    Org {
        /// See the catalogue and the portfolio.
        CatalogRead = "catalog.read",
        /// Change them.
        CatalogManage = "catalog.manage",
        /// See income and expenses.
        FinanceRead = "finance.read",
        /// Write them down.
        FinanceManage = "finance.manage",
        /// See and manage partners.
        PartnersManage = "partners.manage",
    }
    Work {
        /// See reports: of all, of one's team, of one's own work.
        ReportsRead = "reports.read",
        /// Take reports away with you, as a file.
        ReportsExport = "reports.export",
    }
    Org {
        /// See the rules of automation.
        AutomationRead = "automation.read",
        /// Change them.
        AutomationManage = "automation.manage",
        /// See what the org is connected to.
        IntegrationsRead = "integrations.read",
        /// Connect and disconnect.
        IntegrationsManage = "integrations.manage",
        /// See the org's bots.
        BotsRead = "bots.read",
        /// Add and remove bots, change their tokens.
        BotsManage = "bots.manage",
        /// Link the staff's group.
        StaffChatsManage = "staff_chats.manage",
        /// See who works for the org.
        MembersRead = "members.read",
        /// Invite somebody to work for the org.
        MembersInvite = "members.invite",
        /// Change members' roles, remove them.
        MembersManage = "members.manage",
        /// See the org with a member's eyes; nothing can be changed meanwhile.
        MembersViewAs = "members.view_as",
        /// See the roles and what they may do.
        RolesRead = "roles.read",
        /// Make and change roles.
        RolesManage = "roles.manage",
        /// See the teams.
        TeamsRead = "teams.read",
        /// Make and change teams.
        TeamsManage = "teams.manage",
        /// See who is on duty, who is away, and what the colleagues can do; take and hand over one's own shift.
        ShiftsRead = "shifts.read",
        /// Plan shifts and absences, say what members can do.
        ShiftsManage = "shifts.manage",
        /// See the org's settings.
        SettingsRead = "settings.read",
        /// Change them.
        SettingsManage = "settings.manage",
        /// See the programs that use the API.
        ServiceAccountsRead = "service_accounts.read",
        /// Let programs in, and keep them out.
        ServiceAccountsManage = "service_accounts.manage",
        /// See who is told by webhook.
        WebhooksRead = "webhooks.read",
        /// Add and change webhooks.
        WebhooksManage = "webhooks.manage",
    }
    Work {
        /// See where people are signed in.
        SessionsRead = "sessions.read",
        /// End sessions.
        SessionsManage = "sessions.manage",
        /// Read the log: the org's, or one's own deeds.
        AuditRead = "audit.read",
        /// Take the log away with you, as a file.
        AuditExport = "audit.export",
    }
    Org {
        /// Pay for Kontora.
        OrgBilling = "org.billing",
        /// Make another the owner.
        OrgTransfer = "org.transfer",
        /// Delete the org.
        OrgDelete = "org.delete",
    }
    Platform {
        /// See and manage the platform's orgs, never what is in them.
        PlatformTenants = "platform.tenants",
        /// See how the platform is doing.
        PlatformHealth = "platform.health",
    }
}

impl Permission {
    /// The part before the dot.
    pub fn resource(self) -> &'static str {
        self.code().split_once('.').map_or("", |(resource, _)| resource)
    }

    /// The part after the dot.
    pub fn action(self) -> &'static str {
        self.code().split_once('.').map_or("", |(_, action)| action)
    }

    /// Whether it only looks: what remains while one sees with another's eyes.
    pub fn is_read(self) -> bool {
        self.action() == "read"
    }

    /// The widest scope that makes sense for it and is not wider than `asked`.
    pub fn widest(self, asked: Scope) -> Option<Scope> {
        self.subject().scopes().iter().copied().filter(|scope| *scope <= asked).max()
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// No permission has this code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such permission")]
pub struct UnknownPermission;

impl FromStr for Permission {
    type Err = UnknownPermission;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Permission::ALL.into_iter().find(|permission| permission.code() == code).ok_or(UnknownPermission)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_code_is_unique_well_formed_and_read_back() -> anyhow::Result<()> {
        let mut seen = BTreeSet::new();
        for permission in Permission::ALL {
            let code = permission.code();
            assert!(seen.insert(code), "{code} twice");
            assert!(code.split('.').count() == 2 && code.chars().all(|c| c.is_ascii_lowercase() || "._".contains(c)));
            assert_eq!(code.parse(), Ok(permission));
            let written = serde_json::to_string(&permission)?;
            assert_eq!(written, format!("\"{code}\""));
            assert_eq!(serde_json::from_str::<Permission>(&written)?, permission);
        }
        assert_eq!("requests.fly".parse::<Permission>(), Err(UnknownPermission));
        Ok(())
    }

    #[test]
    fn the_code_says_what_the_name_says() {
        for permission in Permission::ALL {
            let spelled: String = format!("{permission:?}").to_lowercase();
            assert_eq!(permission.code().replace(['.', '_'], ""), spelled);
        }
    }
}
