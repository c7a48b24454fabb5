//! What is written to people, and for how long it is of use.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::{
    OrgId,
    ids::{AccountId, AlertId, MailId},
    people::Language,
};

/// How long a link for a new password is good.
pub(crate) const PASSWORD_LINK: TimeDelta = TimeDelta::minutes(30);
/// How long a link that confirms an address is.
pub(crate) const EMAIL_LINK: TimeDelta = TimeDelta::hours(24);
/// So many letters that somebody asked for go to one address within an hour: whoever asks may not be whose address it is.
const ASKED_MOST: i32 = 5;

/// A letter. Its words are chosen, and its link is made, when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Letter {
    /// The link that confirms the address that it is sent to.
    ConfirmEmail,
    /// Somebody gave this address for another account.
    AddressKnown,
    /// The link to set a new password.
    PasswordLink,
    /// What has become of somebody's own sign-in.
    Security {
        /// What.
        notice: SecurityNotice,
    },
    /// Something suspicious, to an owner whom no bot reaches.
    Alert {
        /// Whose.
        org: OrgId,
        /// Which.
        alert: AlertId,
    },
}

/// What has become of somebody's own sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityNotice {
    /// Too many wrong passwords: signing in by password waits.
    Locked,
    /// The password is another one.
    PasswordChanged,
    /// The address to sign in with is another one.
    EmailChanged,
    /// The second factor was switched.
    SecondFactor {
        /// On or off.
        on: bool,
    },
}

impl Letter {
    /// How long after it was accepted it is of use; later than that it is not sent.
    pub fn lasts(&self) -> TimeDelta {
        match self {
            Letter::PasswordLink => PASSWORD_LINK,
            Letter::ConfirmEmail | Letter::AddressKnown => EMAIL_LINK,
            Letter::Security { .. } | Letter::Alert { .. } => TimeDelta::days(3),
        }
    }

    /// Whether an address that nobody has confirmed may be written to.
    pub(super) fn may_be_unconfirmed(&self) -> bool {
        *self == Letter::ConfirmEmail
    }

    /// How many letters an address may have got within the hour for this one to follow; none: however many.
    pub(super) fn most(&self) -> Option<i32> {
        match self {
            Letter::ConfirmEmail | Letter::AddressKnown | Letter::PasswordLink => Some(ASKED_MOST),
            Letter::Security { .. } | Letter::Alert { .. } => None,
        }
    }
}

/// A letter that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// Whose account it is about.
    pub account: AccountId,
    /// Where to.
    pub address: String,
    /// The language of the account.
    pub language: Language,
    /// What.
    pub letter: Letter,
    /// Whether it is too late for it.
    pub is_late: bool,
}

/// The job that sends a letter.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Send {
    /// Which.
    pub mail: MailId,
}

impl Send {
    /// Its name in the queue.
    pub const TASK: &'static str = "send_mail";
}
