//! The facts about a session.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    access::Actor,
    ids::{AccountId, SessionId},
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
    /// The browser's or Telegram's own name for itself, shortened to 200 characters.
    pub device: &'a str,
    /// Where the request came from.
    pub address: Option<IpAddr>,
    /// How long it may last.
    pub expires_at: DateTime<Utc>,
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

/// Who acts through a session in one org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The actor, with the rights of this moment.
    pub actor: Actor,
    /// The language to speak with them.
    pub language: Language,
}
