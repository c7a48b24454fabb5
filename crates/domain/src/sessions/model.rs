//! The facts about a session, and how long one lasts.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use crate::{
    OrgId,
    access::Actor,
    ids::{AccountId, MemberId, SessionId},
    people::Language,
};

/// Where a session was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Kind {
    /// The mini-app inside Telegram.
    MiniApp,
    /// The web console.
    Console,
    /// Another product, on somebody's behalf.
    ThirdParty,
}

impl Kind {
    /// Its name in the database and in answers.
    pub fn code(self) -> &'static str {
        match self {
            Kind::MiniApp => "mini_app",
            Kind::Console => "console",
            Kind::ThirdParty => "third_party",
        }
    }

    /// How long such a session may rest, and how long it may last. The mini-app signs in anew whenever it is opened.
    pub fn lifetime(self) -> Lifetime {
        let (idle, longest) = match self {
            Kind::MiniApp => (1, 7),
            Kind::Console => (14, 90),
            Kind::ThirdParty => (30, 180),
        };
        Lifetime { idle: TimeDelta::days(idle), longest: TimeDelta::days(longest) }
    }
}

/// How long a session lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// Without a refresh.
    pub idle: TimeDelta,
    /// At all, however often it is refreshed.
    pub longest: TimeDelta,
}

/// For so long after its use a refresh token that comes again is taken for an honest race: two tabs, or an answer that
/// was lost on the way. It opens nothing; later than that, it ends the session.
pub const RACE: TimeDelta = TimeDelta::seconds(10);

/// Why a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum EndedWhy {
    /// Its person signed out in it.
    SignedOut,
    /// Its person ended it from elsewhere.
    ByPerson,
    /// Somebody who may ended it for them.
    ByAdmin,
    /// A refresh token came back that had been used: somebody else has a copy.
    Reused,
    /// The password or the second factor changed.
    CredentialsChanged,
}

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// Whose.
    pub account: AccountId,
    /// Where.
    pub kind: Kind,
    /// The org that is meant when a request names none.
    pub home: Option<OrgId>,
    /// The browser's or Telegram's own name for itself, shortened to 200 characters.
    pub device: &'a str,
    /// Where the request came from.
    pub address: Option<IpAddr>,
    /// The digest of what opens it, where that must open one session only, however often it comes.
    pub proof: Option<[u8; 32]>,
}

/// A session that goes on: what its holder is given.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its id.
    pub session: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// Where it was opened.
    pub kind: Kind,
    /// The org that is meant when a request names none.
    pub home: Option<OrgId>,
    /// The token that refreshes it, once.
    pub refresh: SecretString,
    /// Until when that token does.
    pub refresh_ends: DateTime<Utc>,
    /// Whether it is a new one on a device that its account had never used.
    pub new_device: bool,
    /// Whether it is a new one at all.
    pub is_new: bool,
}

/// What became of a refresh token.
#[derive(Clone, Debug)]
pub enum Refreshed {
    /// It was good: here is the next one.
    Opened(Opened),
    /// It was used a moment ago, by another tab or in an answer that got lost.
    Raced,
    /// It had been used: its session has ended now.
    Reused {
        /// Whose session it was.
        account: AccountId,
        /// Which.
        session: SessionId,
        /// The org that it was at home in.
        home: Option<OrgId>,
    },
    /// It is none, or has ended.
    Nothing,
}

/// A sign-in, as its person sees it in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Where it was opened.
    pub kind: Kind,
    /// On what.
    pub device: String,
    /// From where.
    pub address: Option<IpAddr>,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was last refreshed.
    pub last_seen_at: DateTime<Utc>,
}

/// A session that is being watched, in one org.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Watched {
    /// The session.
    pub session: SessionId,
    /// The org.
    pub org: OrgId,
}

/// How a watched session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub of: Watched,
    /// Whether the session is open.
    pub open: bool,
    /// Whether the org, in force, knows its account.
    pub known: bool,
    /// The membership in force, if there is one.
    pub member: Option<MemberId>,
}

/// Who acts through a session in one org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The actor, with the rights of this moment.
    pub actor: Actor,
    /// Whose session it is.
    pub account: AccountId,
    /// Where the session was opened.
    pub kind: Kind,
    /// The language to speak with them.
    pub language: Language,
    /// Whether the org is deleted: then nobody does anything in it.
    pub org_deleted: bool,
}
