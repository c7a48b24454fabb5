//! What is sent, to whom, and what a card's message shows now.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{forum::FixedTopic, warnings::Rule};
use crate::{
    OrgId,
    ids::{AlertId, BotId, CardId, CommentId, DeliveryId, EventId, FileId, ImportId, PersonId, RequestId, ResidentId},
    mails::SecurityNotice,
    people::Language,
    requests::Side,
    timeouts::Check,
};

/// Something accepted for sending. It names facts, not texts: what is shown is decided when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Delivery {
    /// Bring a live card up to date.
    Card {
        /// Which.
        card: CardId,
    },
    /// Pass a comment on to the other side.
    Comment {
        /// Which.
        comment: CommentId,
        /// Who is told.
        to: Side,
    },
    /// Bring the copies of a comment that was changed, or taken back, up to date. Moot where it has none.
    CommentChanged {
        /// Which.
        comment: CommentId,
    },
    /// Let whoever wrote a comment see that it reaches nobody.
    NotHeard {
        /// Which.
        comment: CommentId,
    },
    /// Tell the resident who has taken the request.
    Taken {
        /// Which.
        request: RequestId,
    },
    /// Tell the resident that somebody is on the way.
    Departed {
        /// Which.
        request: RequestId,
    },
    /// Tell somebody that there was no answer in time; moot once there is one.
    TimedOut {
        /// About which request.
        request: RequestId,
        /// What was waited for.
        check: Check,
    },
    /// Raise the alarm of an incident in the staff's group, or bring what raises it up to date.
    Alarm {
        /// The request in which it is worked on.
        request: RequestId,
    },
    /// Say in the staff's group that nobody on duty has accepted an incident.
    IncidentUnanswered {
        /// The request in which it is worked on.
        request: RequestId,
    },
    /// Send the act of an incident into the staff's group; it is made when it is sent.
    IncidentAct {
        /// The request in which it was worked on.
        request: RequestId,
    },
    /// Tell the resident why the org does not do it.
    Declined {
        /// Which.
        request: RequestId,
        /// Why, in the words of whoever declined it.
        reason: String,
    },
    /// Ask the resident whether they agree to the price.
    AskPrice {
        /// Of which.
        request: RequestId,
    },
    /// Ask the resident whether the work is good.
    AskAcceptance {
        /// Which.
        request: RequestId,
    },
    /// Show whoever works on a request its photos and files, below its card.
    RequestFiles {
        /// Of which.
        request: RequestId,
    },
    /// Ask in the staff's group what the resident shall be asked.
    QuestionPrompt {
        /// About which request.
        request: RequestId,
        /// Who wants to ask: a name.
        asker: String,
    },
    /// A card was sent anew, further down: its old message says so and loses its buttons.
    CardMoved {
        /// Of which request.
        request: RequestId,
        /// The old message.
        message_id: i64,
    },
    /// Show a person the screen where their dialogue stands (an album has been gathered).
    Screen {
        /// Whose.
        telegram_id: i64,
    },
    /// Remind somebody of the request that they began, unless they have gone on with it.
    Draft {
        /// Whom.
        telegram_id: i64,
        /// What was heard of it later makes this moot: seconds of the clock.
        until: i64,
    },
    /// Show an owner an alert as it stands: a new message, or a change of the one that shows it.
    Alert {
        /// Which.
        alert: AlertId,
    },
    /// Show a warning about a request as it stands: a new message, or a change of the one that shows it.
    Warning {
        /// About which.
        request: RequestId,
        /// By which rule.
        rule: Rule,
    },
    /// Show somebody who waits to whoever may answer, as they stand: a new message, or a change of the one that shows
    /// them.
    ResidentAsks {
        /// Which stay.
        resident: ResidentId,
    },
    /// Tell somebody who waited what has become of it.
    ResidentAnswered {
        /// Which stay.
        resident: ResidentId,
    },
    /// Tell a person what concerns them about the team: `domain::members::news`.
    TeamNews {
        /// What happened.
        event: EventId,
    },
    /// Tell somebody what has become of their own sign-in.
    Security {
        /// What.
        notice: SecurityNotice,
    },
    /// Send somebody a link to set a new password; it is made when it is sent.
    PasswordLink {
        /// Who.
        person: PersonId,
    },
    /// Show whoever sent a file what was found in it and what became of it: a new message, or a change of its own.
    Import {
        /// Which.
        import: ImportId,
    },
    /// Send the rows of a file that are not right, as a file.
    ImportErrors {
        /// Of which.
        import: ImportId,
    },
    /// Make a fixed topic of the staff's forum.
    FixedTopic {
        /// Which.
        topic: FixedTopic,
    },
    /// Bring the board of the queue up to date.
    Board {},
    /// Tell a person what waited for their morning.
    Bundle {
        /// Who.
        person: PersonId,
    },
    /// Show somebody the digest of their morning.
    Digest {
        /// Who.
        person: PersonId,
        /// Of which of their days: later it is worth nothing.
        day: NaiveDate,
    },
    /// Tell a manager that the bot is no longer in the staff's group.
    StaffChatLost {
        /// The group's title.
        title: String,
    },
}

/// What goes first when there is not room for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i16)]
pub enum Class {
    /// Somebody must act.
    Alert = 0,
    /// A word that somebody waits for.
    Reply = 1,
    /// A card's edit.
    Card = 2,
    /// To many at once.
    Broadcast = 3,
}

/// Who a card is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Audience {
    /// Whoever filed the request, in their private chat.
    Resident,
    /// The staff's group.
    Staff,
    /// Whoever has the request, or helps with it, in their private chat.
    Worker,
}

/// A live card: one request, one viewer, one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// What it shows.
    pub request: RequestId,
    /// Through which bot.
    pub bot: BotId,
    /// Who it is for.
    pub audience: Audience,
    /// Whose it is; none in the staff's group.
    pub person: Option<PersonId>,
    /// Whose language it speaks: the person's, or the org's in the staff's group.
    pub language: Language,
    /// Where.
    pub chat_id: i64,
    /// In which forum topic.
    pub thread_id: Option<i64>,
    /// Whether that topic is closed.
    pub topic_closed: bool,
    /// Which message; none when it has not been sent.
    pub message_id: Option<i64>,
    /// Hash of what the message shows.
    pub shown: Option<Vec<u8>>,
    /// Whether the request's photos and files were passed on after it.
    pub media_sent: bool,
    /// The file that the message shows above its words; none: it is words alone.
    pub picture: Option<FileId>,
    /// Whether the staff's group of this card has topics now.
    pub is_forum: bool,
}

/// What a card's message shows now.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The message that it was shown in before.
    pub was: Option<i64>,
    /// Which message.
    pub message_id: i64,
    /// Hash of its content.
    pub hash: &'a [u8],
    /// The request's version.
    pub version: i32,
    /// Whether the photos and files have followed.
    pub media_sent: bool,
    /// The file that it shows above its words.
    pub picture: Option<FileId>,
}

/// A delivery that this process has claimed, for the length of its lease.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its id.
    pub id: DeliveryId,
    /// Whose.
    pub org: OrgId,
    /// Through which bot.
    pub bot: BotId,
    /// Where to.
    pub chat_id: i64,
    /// What.
    pub delivery: Delivery,
    /// How often it has been tried, this time included.
    pub attempts: i32,
    /// Seconds since it was accepted.
    pub age_seconds: f64,
    /// Its class.
    pub class: i16,
    /// Whether it comes without a sound.
    pub silent: bool,
}

/// Where the org's staff work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffChat {
    /// Through which bot.
    pub bot: BotId,
    /// The group.
    pub chat_id: i64,
    /// Its title.
    pub title: String,
    /// Whether it has topics.
    pub is_forum: bool,
    /// Whether the bot is in it.
    pub present: bool,
}

/// The person's private chat and language, for a delivery to them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    pub person: PersonId,
    /// None for somebody who has an e-mail only.
    pub telegram_id: Option<i64>,
    pub unreachable: bool,
}
