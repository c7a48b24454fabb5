//! Ids are newtypes over UUIDv7, so that one kind cannot stand where another is meant.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(pub Uuid);
    )*};
}

id! {
    /// A bot of an org.
    BotId
    /// A human across orgs.
    AccountId
    /// A sign-in that has not ended.
    SessionId
    /// A browser that asks for a sign-in through the bot.
    BotLoginId
    /// A person as one org knows them.
    PersonId
    /// A person's place among those who work for the org.
    MemberId
    /// A role that an org made for itself.
    RoleId
    /// A team of members.
    TeamId
    /// When an org works, by name.
    CalendarId
    /// Somebody's time on duty.
    ShiftId
    /// A time in which somebody is away.
    AbsenceId
    /// Something that a member can do.
    SkillId
    /// A look through somebody else's eyes.
    ViewingId
    /// A program that uses the API.
    ServiceAccountId
    /// An invite to work for an org.
    InviteId
    /// An offer of ownership.
    OfferId
    /// An address of an org's own that is told what happens.
    WebhookId
    /// Something that a webhook is told.
    WebhookDeliveryId
    /// Buildings that are run together.
    ComplexId
    /// A building.
    BuildingId
    /// A door of a building.
    EntranceId
    /// A pipe or cable from floor to floor.
    RiserId
    /// A flat, an office, a parking place.
    UnitId
    /// Somebody's stay in a unit.
    ResidentId
    /// What a request can be about.
    CategoryId
    /// A file that was read into the register.
    ImportId
    /// A file in the storage.
    FileId
    /// A request.
    RequestId
    /// What the people of an incident were told at one time.
    IncidentNewsId
    /// A material that the work of a request took.
    MaterialId
    /// One message of the conversation about a request.
    CommentId
    /// A live card: one request shown to one viewer.
    CardId
    /// Something that happened.
    EventId
    /// Something suspicious that the owners are told of.
    AlertId
    /// Something accepted for sending.
    DeliveryId
    /// Something that somebody was told.
    NotificationId
    /// A letter by mail.
    MailId
}
