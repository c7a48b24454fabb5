//! Everything that can happen, by capability. It is long and stays in one piece: it is the list that each exhaustive match
//! follows, and the shape of its JSON is for ever.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Changes, SubjectKind};
use crate::{
    access::Role,
    ids::{
        AbsenceId, AlertId, BotId, CalendarId, CategoryId, CommentId, ImportId, IncidentNewsId, InviteId, MemberId,
        PersonId, RequestId, ResidentId, RoleId, ServiceAccountId, SessionId, ShiftId, SkillId, TeamId, UnitId,
        WebhookId,
    },
    imports,
    people::Language,
    property::{ResidentRole, Thing},
    requests::{Closing, IncidentStage, PauseReason, Side, Stage, Status},
    timeouts::Check,
};

/// Something that happened. Written as JSON for ever: a variant or field may be added, never renamed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Event {
    OrgCreated,
    OrgEdited {
        changes: Changes,
    },
    OrgDeleted {
        until: DateTime<Utc>,
    },
    OrgRestored,
    BotAdded {
        bot: BotId,
    },
    BotRemoved {
        bot: BotId,
    },
    BotTokenChanged {
        bot: BotId,
    },
    MemberAdded {
        person: PersonId,
        role: Role,
    },
    RoleChanged {
        person: PersonId,
        from: Role,
        to: Role,
    },
    MemberLimited {
        person: PersonId,
        changes: Changes,
    },
    MemberRemoved {
        person: PersonId,
        role: Role,
    },
    MemberLeft {
        person: PersonId,
        role: Role,
    },
    OwnershipOffered {
        person: PersonId, // to whom
        until: DateTime<Utc>,
    },
    OwnershipWithdrawn {
        person: PersonId, // the other of the two
    },
    OwnershipTransferred {
        person: PersonId, // the owner now
        was: Role,
        from: PersonId, // an admin now
    },
    InviteCreated {
        invite: InviteId,
        role: Role,
        until: DateTime<Utc>,
    },
    InviteRevoked {
        invite: InviteId,
        role: Role,
    },
    InviteAccepted {
        invite: InviteId,
        person: PersonId,
        role: Role,
        inviter: Option<PersonId>,
    },
    CustomRoleGiven {
        person: PersonId,
        role: RoleId,
        was: Option<RoleId>,
        from: Role,
        to: Role, // the preset that the role is based on
    },
    CustomRoleTaken {
        person: PersonId,
        role: RoleId,
    },
    RoleCreated {
        role: RoleId,
        name: String,
    },
    RoleEdited {
        role: RoleId,
        changes: Changes,
    },
    RoleDeleted {
        role: RoleId,
        name: String,
    },
    ElementsHidden {
        role: Option<Role>,
        custom: Option<RoleId>, // one of the two
        changes: Changes,
    },
    TeamCreated {
        team: TeamId,
        name: String,
    },
    TeamEdited {
        team: TeamId,
        changes: Changes,
    },
    TeamDeleted {
        team: TeamId,
        name: String,
    },
    CalendarCreated {
        calendar: CalendarId,
        name: String,
        chosen: bool, // the org's own from now on
    },
    CalendarEdited {
        calendar: CalendarId,
        changes: Changes,
    },
    CalendarChosen {
        calendar: CalendarId,
        name: String,
        was: Option<CalendarId>,
    },
    CalendarDeleted {
        calendar: CalendarId,
        name: String,
    },
    ShiftPlanned {
        shift: ShiftId,
        person: PersonId, // whose
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    },
    ShiftEdited {
        shift: ShiftId,
        person: PersonId,
        from: DateTime<Utc>, // as it is now
        until: DateTime<Utc>,
        changes: Changes,
    },
    ShiftCancelled {
        shift: ShiftId,
        person: PersonId,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    },
    ShiftBegun {
        shift: ShiftId,
        person: PersonId,
    },
    ShiftEnded {
        shift: ShiftId,
        person: PersonId,
    },
    AbsenceNoted {
        absence: AbsenceId,
        person: PersonId, // who is away
        deputy: Option<PersonId>,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    },
    AbsenceEnded {
        absence: AbsenceId,
        person: PersonId,
        deputy: Option<PersonId>,
    },
    RequestTimedOut {
        request: RequestId,
        check: Check,
        person: Option<PersonId>, // who is told; none: whoever filed it
    },
    TimeoutsChanged {
        changes: Changes,
    },
    AssignmentChanged {
        changes: Changes,
    },
    SkillAdded {
        skill: SkillId,
        name: String,
    },
    SkillRenamed {
        skill: SkillId,
        changes: Changes,
    },
    SkillDeleted {
        skill: SkillId,
        name: String,
    },
    MemberSkillsSet {
        person: PersonId,
        changes: Changes,
    },
    WebhookAdded {
        webhook: WebhookId,
        name: String,
    },
    WebhookEdited {
        webhook: WebhookId,
        changes: Changes,
    },
    WebhookSecretRotated {
        webhook: WebhookId,
        name: String,
    },
    WebhookSwitchedOff {
        webhook: WebhookId, // nothing succeeded for a day
    },
    WebhookDeleted {
        webhook: WebhookId,
        name: String,
    },
    ServiceAccountCreated {
        service: ServiceAccountId,
        name: String,
        scopes: Vec<String>,
    },
    ServiceAccountEdited {
        service: ServiceAccountId,
        changes: Changes,
    },
    ServiceAccountSecretRotated {
        service: ServiceAccountId,
        name: String,
    },
    ServiceAccountRevoked {
        service: ServiceAccountId,
        name: String,
    },
    ServiceAccountApproved {
        service: ServiceAccountId,
        person: PersonId, // on whose behalf it may act
        scopes: Vec<String>,
    },
    ServiceApprovalUsed {
        service: ServiceAccountId,
        person: PersonId, // on whose behalf it has a session now
    },
    ServiceApprovalEnded {
        service: ServiceAccountId,
        person: PersonId, // its code came twice, too late, or not as it was asked for
    },
    ViewingStarted {
        person: PersonId, // whose eyes
    },
    ViewingUsed {
        person: PersonId,
        what: String, // method and path of the API; at most 200 characters
    },
    ViewingEnded {
        person: PersonId,
    },
    SignedIn {
        person: PersonId,
        session: SessionId,
        new_device: bool,
        device: String, // as it names itself; at most 200 characters
    },
    SignInFailed {
        person: PersonId, // whose account was tried
        why: SignInFailure,
    },
    SessionsEnded {
        person: PersonId, // whose
        count: u64,
    },
    PasswordChanged {
        person: PersonId,
    },
    PasswordLinkAsked {
        person: PersonId, // whose; who asked, nobody knows
    },
    EmailConfirmed {
        person: PersonId,
        replaced: bool, // there was another one before
    },
    SecondFactorChanged {
        person: PersonId,
        on: bool,
    },
    Exported {
        what: String, // the capability: audit, requests…
        format: String,
        rows: u64,
    },
    AlertLimitsChanged {
        changes: Changes,
    },
    PreferencesChanged {
        person: PersonId, // whose: what they want to be told, and when
        changes: Changes,
    },
    QuietHoursChanged {
        changes: Changes, // of the org
    },
    AlertAnswered {
        alert: AlertId,
        answer: AlertAnswer,
    },
    LanguageChosen {
        language: Language,
        #[serde(default)]
        was: Option<Language>,
    },
    PhoneConfirmed,
    PersonUnreachable,
    PersonReturned {
        person: PersonId,
    },
    ResidentJoined {
        person: PersonId,
        unit: UnitId,
        verified: bool,
    },
    ResidentListed {
        unit: UnitId,
        resident: ResidentId, // whom the register expects from now on
        role: Option<ResidentRole>,
    },
    ResidentUnlisted {
        unit: UnitId,
        resident: ResidentId,
    },
    ResidentRoleChosen {
        resident: ResidentId,
        person: PersonId,
        unit: UnitId,
        role: ResidentRole,
        waits: bool, // for somebody to confirm them
    },
    ResidentEdited {
        resident: ResidentId,
        person: Option<PersonId>,
        unit: UnitId,
        changes: Changes, // of name and phone only that they are others now
    },
    ResidentVerified {
        person: PersonId,
        unit: UnitId,
        role: Option<ResidentRole>,
        #[serde(default)]
        resident: Option<ResidentId>,
    },
    ResidentDeclined {
        person: PersonId,
        unit: UnitId,
        #[serde(default)]
        resident: Option<ResidentId>,
    },
    ResidentMovedOut {
        person: PersonId,
        unit: UnitId,
    },
    ConsentGiven {
        version: String,
    },
    PropertyAdded {
        #[serde(flatten)]
        what: Thing,
        name: String, // an address, a number or a name
    },
    PropertyEdited {
        #[serde(flatten)]
        what: Thing,
        changes: Changes,
    },
    PropertyArchived {
        #[serde(flatten)]
        what: Thing,
        name: String,
    },
    PropertyLinkRenewed {
        #[serde(flatten)]
        what: Thing,
        name: String,
    },
    RegisterImported {
        import: ImportId,
        rows: i64,
        #[serde(flatten)]
        outcome: imports::Outcome,
    },
    RegisterImportUndone {
        import: ImportId,
        #[serde(flatten)]
        undone: imports::Undone,
    },
    RequestFiled {
        request: RequestId,
        number: i64,
        bot: Option<BotId>, // none: it came through the API
        draft_message: Option<i64>,
    },
    RequestJoined {
        request: RequestId,
        person: PersonId, // a neighbour, who follows it now
    },
    RequestAssigned {
        request: RequestId,
        to: MemberId,
        was: Option<MemberId>,
        from: Status,
    },
    RequestOffered {
        request: RequestId, // whoever it was given to has not answered
    },
    RequestTaken {
        request: RequestId,
        by: MemberId,
        from: Status,
        #[serde(default)]
        was: Option<MemberId>,
        #[serde(default = "in_progress")]
        to: Status, // before there were others, whoever took it was at work
    },
    RequestReleased {
        request: RequestId,
        by: Option<MemberId>, // who had it
        from: Status,
        reason: String,
    },
    RequestFreed {
        request: RequestId,
        was: MemberId, // who had it, and does no such work any more
        from: Status,
        to: Status, // what was returned stays so
    },
    RequestHelped {
        request: RequestId,
        by: MemberId,
    },
    RequestDeparted {
        request: RequestId,
    },
    RequestArrived {
        request: RequestId,
        from: Status,
        metres: Option<i32>, // from the building, where somebody knows
    },
    RequestPaused {
        request: RequestId,
        from: Status,
        reason: PauseReason,
        until: DateTime<Utc>,
    },
    RequestResumed {
        request: RequestId,
    },
    RequestCompleted {
        request: RequestId,
        #[serde(default = "in_progress")]
        from: Status,
    },
    RequestAccepted {
        request: RequestId,
    },
    RequestReturned {
        request: RequestId,
        times: i16,
    },
    RequestReopened {
        request: RequestId,
        times: i16,
    },
    RequestCancelled {
        request: RequestId,
        from: Status,
        #[serde(default)]
        reason: Option<String>,
    },
    RequestDeclined {
        request: RequestId,
        from: Status,
        reason: String,
    },
    RequestClosed {
        request: RequestId,
        from: Status,
        closing: Closing,
    },
    RequestMerged {
        request: RequestId,
        into: RequestId,
        from: Status,
    },
    /// Several said the same within a short time: it may be a trouble of many homes.
    IncidentSuspected {
        /// The first of the requests.
        request: RequestId,
        /// How many there were.
        alike: i64,
    },
    /// It is a trouble of many homes: its people are told.
    IncidentDeclared {
        /// The request in which it is worked on.
        request: RequestId,
        /// How many people live where it is.
        people: i64,
    },
    /// It is none: the requests have nothing to do with each other.
    IncidentDismissed {
        /// The request that was thought to be one.
        request: RequestId,
    },
    /// Somebody of the chain of duty sees to it.
    IncidentAccepted {
        /// The request in which it is worked on.
        request: RequestId,
        /// Who.
        by: MemberId,
    },
    /// Nobody of the chain of duty said that they see to it.
    IncidentUnanswered {
        /// The request in which it is worked on.
        request: RequestId,
    },
    /// Its people read something new.
    IncidentTold {
        /// The request in which it is worked on.
        request: RequestId,
        /// Where its words are kept: they are not repeated here.
        #[serde(default)]
        news: Option<IncidentNewsId>,
        /// How far it is.
        stage: Option<IncidentStage>,
        /// When it should be over.
        expected_at: Option<DateTime<Utc>>,
    },
    RequestEdited {
        request: RequestId,
        changes: Changes,
    },
    RequestRated {
        request: RequestId,
        stars: i16,
    },
    RequestRemarked {
        request: RequestId,
        tags: Vec<String>, // codes; words are not repeated here
    },
    WorkStepToggled {
        request: RequestId,
        step: String,
        is_done: bool,
    },
    WorkPhotosAdded {
        request: RequestId,
        stage: Stage,
        count: u64,
    },
    MaterialAdded {
        request: RequestId,
        name: String,
        quantity: i64, // thousandths
        cost: i64,     // minor units
    },
    MaterialRemoved {
        request: RequestId,
        name: String,
    },
    PhoneShown {
        request: RequestId, // to whoever has it
        person: PersonId,   // whose number
    },
    PriceOffered {
        request: RequestId,
        price: i64, // minor units
    },
    PriceAnswered {
        request: RequestId,
        price: i64, // minor units
        agrees: bool,
    },
    CategoryCreated {
        category: CategoryId,
        name: String,
    },
    CategoryEdited {
        category: CategoryId,
        changes: Changes,
    },
    CommentAdded {
        request: RequestId,
        comment: CommentId,
        side: Side,
        #[serde(default)]
        gathers: bool, // an album: its other parts are still coming in
        #[serde(default)]
        is_internal: bool, // among the staff
    },
    CommentEdited {
        request: RequestId,
        comment: CommentId,
        side: Side,
        is_internal: bool,
        was: String,   // the words before
        words: String, // and now
    },
    CommentDeleted {
        request: RequestId,
        comment: CommentId,
        side: Side,
        is_internal: bool,
        words: String, // that were taken back
    },
    StaffChatLinked {
        bot: BotId,
    },
    StaffChatLost {
        bot: BotId,
    },
}

fn in_progress() -> Status {
    Status::InProgress
}

/// Why somebody was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInFailure {
    /// The password was wrong.
    Password,
    /// The code of the second factor was wrong.
    SecondFactor,
    /// What Telegram is said to have signed was not signed by it, or too long ago.
    Signature,
    /// There had been too many attempts.
    Locked,
    /// A refresh token was used a second time.
    TokenReused,
}

/// What an owner said to an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum AlertAnswer {
    /// «Это я»: nothing is wrong.
    Fine,
    /// «Завершить сеансы»: and they were.
    EndSessions,
}

impl Event {
    /// The request that it is about.
    pub fn request(&self) -> Option<RequestId> {
        self.subject().and_then(|(kind, id)| (kind == SubjectKind::Request).then_some(RequestId(id)))
    }
}
