//! Which events somebody has to be told of, so that a job is enqueued with them.

use super::Event;
use crate::access::{Actor, Role};

impl Event {
    /// Whether anybody has to be told. Those that nobody follows are only kept.
    pub(super) fn has_followers(&self, actor: &Actor) -> bool {
        use Event::*;
        match self {
            RequestFiled { .. }
            | RequestJoined { .. }
            | RequestAssigned { .. }
            | RequestOffered { .. }
            | RequestTimedOut { .. }
            | RequestTaken { .. }
            | RequestReleased { .. }
            | RequestFreed { .. }
            | RequestHelped { .. }
            | RequestDeparted { .. }
            | RequestArrived { .. }
            | RequestPaused { .. }
            | RequestResumed { .. }
            | RequestCompleted { .. }
            | RequestAccepted { .. }
            | RequestReturned { .. }
            | RequestReopened { .. }
            | RequestCancelled { .. }
            | RequestDeclined { .. }
            | RequestClosed { .. }
            | RequestMerged { .. }
            | IncidentSuspected { .. }
            | IncidentDeclared { .. }
            | IncidentDismissed { .. }
            | IncidentAccepted { .. }
            | IncidentUnanswered { .. }
            | IncidentTold { .. }
            | RequestEdited { .. }
            | RequestRated { .. }
            | RequestRemarked { .. }
            | WorkStepToggled { .. }
            | WorkPhotosAdded { .. }
            | MaterialAdded { .. }
            | MaterialRemoved { .. }
            | PriceOffered { .. }
            | PriceAnswered { .. }
            | CommentAdded { .. }
            | CommentEdited { .. }
            | CommentDeleted { .. }
            | StaffChatLinked { .. }
            | StaffChatLost { .. }
            | PersonReturned { .. }
            | BotTokenChanged { .. }
            | RoleChanged { .. }
            | MemberRemoved { .. }
            | MemberLeft { .. }
            | RoleEdited { .. }
            | CustomRoleTaken { .. }
            | OwnershipOffered { .. }
            | OwnershipWithdrawn { .. }
            | OwnershipTransferred { .. }
            | InviteAccepted { .. }
            | CustomRoleGiven { .. }
            | SignedIn { .. }
            | SignInFailed { .. }
            | Exported { .. }
            | AlertAnswered { .. }
            | PasswordChanged { .. }
            | PasswordLinkAsked { .. }
            | SecondFactorChanged { .. } => true,
            // One is told of one's own roster when somebody else changed it.
            ShiftPlanned { person, .. } | ShiftEdited { person, .. } | ShiftCancelled { person, .. } => {
                actor.person() != Some(*person)
            }
            AbsenceNoted { deputy, .. } | AbsenceEnded { deputy, .. } => deputy.is_some() && actor.person() != *deputy,
            EmailConfirmed { replaced, .. } => *replaced,
            ResidentVerified { resident, .. } | ResidentDeclined { resident, .. } => resident.is_some(),
            ResidentJoined { verified, .. } => !verified,
            ResidentRoleChosen { waits, .. } => *waits,
            // The owners are told of a new equal, unless the platform itself made them one.
            MemberAdded { role, .. } => matches!(role, Role::Owner | Role::Admin) && *actor != Actor::System,
            CategoryCreated { .. }
            | CategoryEdited { .. }
            | OrgCreated
            | OrgEdited { .. }
            | OrgDeleted { .. }
            | OrgRestored
            | BotAdded { .. }
            | BotRemoved { .. }
            | MemberLimited { .. }
            | InviteCreated { .. }
            | InviteRevoked { .. }
            | RoleCreated { .. }
            | RoleDeleted { .. }
            | ElementsHidden { .. }
            | TeamCreated { .. }
            | TeamEdited { .. }
            | TeamDeleted { .. }
            | CalendarCreated { .. }
            | CalendarEdited { .. }
            | CalendarChosen { .. }
            | CalendarDeleted { .. }
            | ShiftBegun { .. }
            | ShiftEnded { .. }
            | SkillAdded { .. }
            | AssignmentChanged { .. }
            | TimeoutsChanged { .. }
            | SkillRenamed { .. }
            | SkillDeleted { .. }
            | MemberSkillsSet { .. }
            | WebhookAdded { .. }
            | WebhookEdited { .. }
            | WebhookSecretRotated { .. }
            | WebhookSwitchedOff { .. }
            | WebhookDeleted { .. }
            | ServiceAccountCreated { .. }
            | ServiceAccountEdited { .. }
            | ServiceAccountSecretRotated { .. }
            | ServiceAccountRevoked { .. }
            | ServiceAccountApproved { .. }
            | ServiceApprovalUsed { .. }
            | ServiceApprovalEnded { .. }
            | ViewingStarted { .. }
            | ViewingUsed { .. }
            | ViewingEnded { .. }
            | SessionsEnded { .. }
            | AlertLimitsChanged { .. }
            | PreferencesChanged { .. }
            | QuietHoursChanged { .. }
            | LanguageChosen { .. }
            | PhoneConfirmed
            | PhoneShown { .. }
            | PersonUnreachable
            | ResidentListed { .. }
            | ResidentUnlisted { .. }
            | ResidentEdited { .. }
            | ResidentMovedOut { .. }
            | ConsentGiven { .. }
            | PropertyAdded { .. }
            | PropertyEdited { .. }
            | PropertyArchived { .. }
            | PropertyLinkRenewed { .. }
            | RegisterImported { .. }
            | RegisterImportUndone { .. } => false,
        }
    }
}
