//! What the list of events is filtered by and what it shows of each: its subject, and what it changed.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Changes, Event};
use crate::{access::Role, property::Thing, requests::Status};

/// What kind of thing an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum SubjectKind {
    /// A bot.
    Bot,
    /// A person, as the org knows them: also their membership, their role and their sessions.
    Person,
    /// A request, with its comments.
    Request,
    /// What a request can be about.
    Category,
    /// A role of the org's own.
    Role,
    /// A team.
    Team,
    /// A working calendar.
    Calendar,
    /// A shift.
    Shift,
    /// An absence of a member's.
    Absence,
    /// Something that members can do.
    Skill,
    /// An invite to work for the org.
    Invite,
    /// A webhook.
    Webhook,
    /// A program.
    ServiceAccount,
    /// An alert about something suspicious.
    Alert,
    /// A file that was read into the register.
    Import,
    /// A complex.
    Complex,
    /// A building.
    Building,
    /// An entrance.
    Entrance,
    /// A riser.
    Riser,
    /// A unit, with whom the register expects there.
    Unit,
}

impl Event {
    /// What it is about; none when it is about the org itself, or about whoever did it.
    pub fn subject(&self) -> Option<(SubjectKind, Uuid)> {
        use Event::*;
        let person = |person: &crate::ids::PersonId| Some((SubjectKind::Person, person.0));
        match self {
            BotAdded { bot }
            | BotRemoved { bot }
            | BotTokenChanged { bot }
            | StaffChatLinked { bot }
            | StaffChatLost { bot } => Some((SubjectKind::Bot, bot.0)),
            MemberAdded { person: who, .. }
            | RoleChanged { person: who, .. }
            | MemberLimited { person: who, .. }
            | MemberRemoved { person: who, .. }
            | MemberLeft { person: who, .. }
            | OwnershipOffered { person: who, .. }
            | OwnershipWithdrawn { person: who }
            | OwnershipTransferred { person: who, .. }
            | CustomRoleGiven { person: who, .. }
            | CustomRoleTaken { person: who, .. }
            | ViewingStarted { person: who }
            | ViewingUsed { person: who, .. }
            | ViewingEnded { person: who }
            | PersonReturned { person: who }
            | ResidentJoined { person: who, .. }
            | ResidentRoleChosen { person: who, .. }
            | ResidentEdited { person: Some(who), .. }
            | ResidentVerified { person: who, .. }
            | ResidentDeclined { person: who, .. }
            | ResidentMovedOut { person: who, .. }
            | SignedIn { person: who, .. }
            | SignInFailed { person: who, .. }
            | PasswordChanged { person: who }
            | PasswordLinkAsked { person: who }
            | EmailConfirmed { person: who, .. }
            | SecondFactorChanged { person: who, .. }
            | MemberSkillsSet { person: who, .. }
            | SessionsEnded { person: who, .. }
            | PreferencesChanged { person: who, .. } => person(who),
            ResidentListed { unit, .. } | ResidentUnlisted { unit, .. } | ResidentEdited { person: None, unit, .. } => {
                Some((SubjectKind::Unit, unit.0))
            }
            PropertyAdded { what, .. }
            | PropertyEdited { what, .. }
            | PropertyArchived { what, .. }
            | PropertyLinkRenewed { what, .. } => Some(match what {
                Thing::Complex(id) => (SubjectKind::Complex, id.0),
                Thing::Building(id) => (SubjectKind::Building, id.0),
                Thing::Entrance(id) => (SubjectKind::Entrance, id.0),
                Thing::Riser(id) => (SubjectKind::Riser, id.0),
                Thing::Unit(id) => (SubjectKind::Unit, id.0),
            }),
            RequestFiled { request, .. }
            | RequestJoined { request, .. }
            | RequestAssigned { request, .. }
            | RequestOffered { request }
            | RequestTimedOut { request, .. }
            | RequestTaken { request, .. }
            | RequestReleased { request, .. }
            | RequestFreed { request, .. }
            | RequestHelped { request, .. }
            | RequestDeparted { request }
            | RequestArrived { request, .. }
            | RequestPaused { request, .. }
            | RequestResumed { request }
            | RequestCompleted { request, .. }
            | RequestAccepted { request }
            | RequestReturned { request, .. }
            | RequestReopened { request, .. }
            | RequestCancelled { request, .. }
            | RequestDeclined { request, .. }
            | RequestClosed { request, .. }
            | RequestMerged { request, .. }
            | IncidentSuspected { request, .. }
            | IncidentDeclared { request, .. }
            | IncidentDismissed { request }
            | IncidentAccepted { request, .. }
            | IncidentUnanswered { request }
            | IncidentTold { request, .. }
            | RequestEdited { request, .. }
            | RequestRated { request, .. }
            | RequestRemarked { request, .. }
            | WorkStepToggled { request, .. }
            | PhoneShown { request, .. }
            | WorkPhotosAdded { request, .. }
            | MaterialAdded { request, .. }
            | MaterialRemoved { request, .. }
            | PriceOffered { request, .. }
            | PriceAnswered { request, .. }
            | CommentAdded { request, .. }
            | CommentEdited { request, .. }
            | CommentDeleted { request, .. } => Some((SubjectKind::Request, request.0)),
            CategoryCreated { category, .. } | CategoryEdited { category, .. } => {
                Some((SubjectKind::Category, category.0))
            }
            RegisterImported { import, .. } | RegisterImportUndone { import, .. } => {
                Some((SubjectKind::Import, import.0))
            }
            RoleCreated { role, .. } | RoleEdited { role, .. } | RoleDeleted { role, .. } => {
                Some((SubjectKind::Role, role.0))
            }
            ElementsHidden { custom, .. } => custom.map(|role| (SubjectKind::Role, role.0)),
            WebhookAdded { webhook, .. }
            | WebhookEdited { webhook, .. }
            | WebhookSecretRotated { webhook, .. }
            | WebhookSwitchedOff { webhook }
            | WebhookDeleted { webhook, .. } => Some((SubjectKind::Webhook, webhook.0)),
            ServiceAccountCreated { service, .. }
            | ServiceAccountEdited { service, .. }
            | ServiceAccountSecretRotated { service, .. }
            | ServiceAccountRevoked { service, .. }
            | ServiceAccountApproved { service, .. }
            | ServiceApprovalUsed { service, .. }
            | ServiceApprovalEnded { service, .. } => Some((SubjectKind::ServiceAccount, service.0)),
            TeamCreated { team, .. } | TeamEdited { team, .. } | TeamDeleted { team, .. } => {
                Some((SubjectKind::Team, team.0))
            }
            ShiftPlanned { shift, .. }
            | ShiftEdited { shift, .. }
            | ShiftCancelled { shift, .. }
            | ShiftBegun { shift, .. }
            | ShiftEnded { shift, .. } => Some((SubjectKind::Shift, shift.0)),
            AbsenceNoted { absence, .. } | AbsenceEnded { absence, .. } => Some((SubjectKind::Absence, absence.0)),
            SkillAdded { skill, .. } | SkillRenamed { skill, .. } | SkillDeleted { skill, .. } => {
                Some((SubjectKind::Skill, skill.0))
            }
            CalendarCreated { calendar, .. }
            | CalendarEdited { calendar, .. }
            | CalendarChosen { calendar, .. }
            | CalendarDeleted { calendar, .. } => Some((SubjectKind::Calendar, calendar.0)),
            InviteCreated { invite, .. } | InviteRevoked { invite, .. } | InviteAccepted { invite, .. } => {
                Some((SubjectKind::Invite, invite.0))
            }
            AlertAnswered { alert, .. } => Some((SubjectKind::Alert, alert.0)),
            OrgCreated
            | OrgEdited { .. }
            | OrgDeleted { .. }
            | OrgRestored
            | LanguageChosen { .. }
            | PhoneConfirmed
            | ConsentGiven { .. }
            | PersonUnreachable
            | AlertLimitsChanged { .. }
            | AssignmentChanged { .. }
            | TimeoutsChanged { .. }
            | QuietHoursChanged { .. }
            | Exported { .. } => None,
        }
    }

    /// From where to where it moved a request; none when it did not.
    pub fn moved(&self) -> Option<(Status, Status)> {
        use Event::*;
        Some(match self {
            RequestAssigned { from, .. } => (*from, Status::Assigned),
            RequestTaken { from, to, .. } => (*from, *to),
            RequestReleased { from, .. } => (*from, Status::New),
            RequestFreed { from, to, .. } if from != to => (*from, *to),
            RequestDeparted { .. } => (Status::Accepted, Status::OnTheWay),
            RequestArrived { from, .. } => (*from, Status::InProgress),
            RequestPaused { from, .. } => (*from, Status::Paused),
            RequestResumed { .. } => (Status::Paused, Status::InProgress),
            RequestCompleted { from, .. } => (*from, Status::Done),
            RequestAccepted { .. } => (Status::Done, Status::Closed),
            RequestReturned { .. } => (Status::Done, Status::Returned),
            RequestReopened { .. } => (Status::Closed, Status::Returned),
            RequestCancelled { from, .. } => (*from, Status::Cancelled),
            RequestDeclined { from, .. } => (*from, Status::Declined),
            RequestClosed { from, .. } | RequestMerged { from, .. } => (*from, Status::Closed),
            _ => return None,
        })
    }

    /// What it changed, where something that was there is different now.
    pub fn changes(&self) -> Changes {
        use Event::*;
        let status = |from: Status, to: Status| Changes::of("status", &from, &to);
        match self {
            CommentEdited { was, words, .. } => Changes::of("words", was, words),
            CommentDeleted { words, .. } => Changes::of("words", &Some(words), &None),
            RequestRated { stars, .. } => Changes::of("rating", &None, &Some(*stars)),
            PriceOffered { price, .. } => Changes::of("price", &None, &Some(*price)),
            RequestTaken { from, by, was, to, .. } => status(*from, *to).and("assignee", was, &Some(*by)),
            RequestAssigned { from, to, was, .. } => {
                status(*from, Status::Assigned).and("assignee", was, &Some(*to))
            }
            RequestReleased { from, by, .. } => status(*from, Status::New).and("assignee", by, &None),
            RequestFreed { from, was, to, .. } => status(*from, *to).and("assignee", &Some(*was), &None),
            RequestReturned { times, .. } | RequestReopened { times, .. } => {
                self.moved().map_or_else(Changes::default, |(from, to)| status(from, to)).and("returns", &(times - 1), times)
            }
            RequestDeparted { .. }
            | RequestArrived { .. }
            | RequestPaused { .. }
            | RequestResumed { .. }
            | RequestCompleted { .. }
            | RequestAccepted { .. }
            | RequestCancelled { .. }
            | RequestDeclined { .. }
            | RequestClosed { .. }
            | RequestMerged { .. } => self.moved().map_or_else(Changes::default, |(from, to)| status(from, to)),
            RoleChanged { from, to, .. } => Changes::of("role", from, to),
            CalendarChosen { calendar, was, .. } => Changes::of("calendar", was, &Some(*calendar)),
            WebhookSwitchedOff { .. } => Changes::of("active", &true, &false),
            SecondFactorChanged { on, .. } => Changes::of("second_factor", &!on, on),
            LanguageChosen { language, was } => Changes::of("language", was, &Some(*language)),
            CustomRoleGiven { from, to, role, was, .. } => {
                Changes::of("role", from, to).and("custom_role", was, &Some(*role))
            }
            CustomRoleTaken { role, .. } => Changes::of("custom_role", &Some(*role), &None),
            OwnershipTransferred { was, .. } => Changes::of("role", was, &Role::Owner),
            OrgEdited { changes }
            | AlertLimitsChanged { changes }
            | AssignmentChanged { changes }
            | TimeoutsChanged { changes }
            | PreferencesChanged { changes, .. }
            | QuietHoursChanged { changes }
            | MemberLimited { changes, .. }
            | RoleEdited { changes, .. }
            | TeamEdited { changes, .. }
            | CalendarEdited { changes, .. }
            | ShiftEdited { changes, .. }
            | SkillRenamed { changes, .. }
            | MemberSkillsSet { changes, .. }
            | CategoryEdited { changes, .. }
            | RequestEdited { changes, .. }
            | WebhookEdited { changes, .. }
            | ServiceAccountEdited { changes, .. }
            | ResidentEdited { changes, .. }
            | PropertyEdited { changes, .. }
            | ElementsHidden { changes, .. } => changes.clone(),
            OrgCreated
            | OrgDeleted { .. }
            | OrgRestored
            | IncidentSuspected { .. }
            | IncidentDeclared { .. }
            | IncidentDismissed { .. }
            | IncidentAccepted { .. }
            | IncidentUnanswered { .. }
            | IncidentTold { .. }
            | BotAdded { .. }
            | BotRemoved { .. }
            | BotTokenChanged { .. } // both are secrets
            | MemberAdded { .. }
            | MemberRemoved { .. }
            | MemberLeft { .. }
            | OwnershipOffered { .. }
            | OwnershipWithdrawn { .. }
            | InviteCreated { .. }
            | InviteRevoked { .. }
            | InviteAccepted { .. }
            | PhoneConfirmed
            | PersonUnreachable
            | PersonReturned { .. }
            | ResidentJoined { .. }
            | ResidentListed { .. }
            | ResidentUnlisted { .. }
            | ResidentRoleChosen { .. }
            | ResidentVerified { .. }
            | ResidentDeclined { .. }
            | ResidentMovedOut { .. }
            | ConsentGiven { .. }
            | PropertyAdded { .. }
            | PropertyArchived { .. }
            | PropertyLinkRenewed { .. }
            | RegisterImported { .. }
            | RegisterImportUndone { .. }
            | RoleCreated { .. }
            | RoleDeleted { .. }
            | TeamCreated { .. }
            | TeamDeleted { .. }
            | CalendarCreated { .. }
            | CalendarDeleted { .. }
            | ShiftPlanned { .. }
            | ShiftCancelled { .. }
            | ShiftBegun { .. }
            | ShiftEnded { .. }
            | AbsenceNoted { .. }
            | AbsenceEnded { .. }
            | SkillAdded { .. }
            | SkillDeleted { .. }
            | WebhookAdded { .. }
            | WebhookDeleted { .. }
            | WebhookSecretRotated { .. } // both are secrets
            | ServiceAccountCreated { .. }
            | ServiceAccountSecretRotated { .. } // both are secrets
            | ServiceAccountRevoked { .. }
            | ServiceAccountApproved { .. }
            | ServiceApprovalUsed { .. }
            | ServiceApprovalEnded { .. }
            | ViewingStarted { .. }
            | ViewingUsed { .. }
            | ViewingEnded { .. }
            | SignedIn { .. }
            | SignInFailed { .. }
            | SessionsEnded { .. }
            | PasswordChanged { .. }
            | PasswordLinkAsked { .. }
            | EmailConfirmed { .. }
            | Exported { .. }
            | AlertAnswered { .. }
            | CategoryCreated { .. }
            | RequestFiled { .. }
            | RequestJoined { .. }
            | RequestOffered { .. }
            | RequestTimedOut { .. }
            | RequestHelped { .. }
            | RequestRemarked { .. }
            | WorkStepToggled { .. }
            | PhoneShown { .. }
            | WorkPhotosAdded { .. }
            | MaterialAdded { .. }
            | MaterialRemoved { .. }
            | PriceAnswered { .. }
            | CommentAdded { .. }
            | StaffChatLinked { .. }
            | StaffChatLost { .. } => Changes::default(),
        }
    }
}
