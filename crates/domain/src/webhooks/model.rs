//! The facts about webhooks, and when a delivery is tried again.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::{Error, Result, feed, ids::WebhookId};

/// How long the secret of before signs beside a new one.
pub const OLD_SECRET_LASTS: TimeDelta = TimeDelta::hours(24);

/// The most webhooks of an org.
pub(super) const PER_ORG: usize = 20;

/// A webhook. Its secret is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// Its id.
    pub id: WebhookId,
    /// What the org calls it.
    pub name: String,
    /// Where it is: `https`.
    pub url: String,
    /// What it is told: names of the feed.
    pub names: Vec<String>,
    /// Whether it is told anything.
    pub active: bool,
    /// Why not: `by_person` or `failing`.
    pub disabled_why: Option<String>,
    /// Since when no delivery succeeds.
    pub failing_since: Option<DateTime<Utc>>,
    /// Grows with each change.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A webhook to be made.
#[derive(Clone, Debug)]
pub struct NewWebhook<'a> {
    /// What to call it.
    pub name: &'a str,
    /// Where it is.
    pub url: &'a str,
    /// What it is told.
    pub names: &'a [String],
}

/// What is to be changed of a webhook; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct WebhookEdit<'a> {
    /// A new name.
    pub name: Option<&'a str>,
    /// A new place.
    pub url: Option<&'a str>,
    /// What it is told from now on.
    pub names: Option<&'a [String]>,
    /// Whether it is told anything.
    pub active: Option<bool>,
}

pub(super) fn name_of(name: &str) -> Result<String> {
    let name = name.trim();
    let fits = (1..=100).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err(Error::Invalid { field: "name", code: "name_invalid" }) }
}

/// The address as it is kept: `https`, without a user, a password or a fragment. Where its name leads is looked at
/// when it is called.
pub(super) fn url_of(url: &str) -> Result<String> {
    let invalid = Error::Invalid { field: "url", code: "webhook_url_invalid" };
    let fits = url.len() <= 2000
        && url.is_ascii()
        && url.strip_prefix("https://").is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !host.is_empty() && !host.contains('@')
        })
        && !url.contains('#')
        && !url.chars().any(|c| c.is_ascii_control() || c == ' ');
    if fits { Ok(url.to_owned()) } else { Err(invalid) }
}

pub(super) fn names_of(names: &[String]) -> Result<Vec<String>> {
    let mut names = names.to_vec();
    names.sort();
    names.dedup();
    let known = names.iter().all(|name| feed::NAMES.contains(&name.as_str()));
    if known && !names.is_empty() {
        Ok(names)
    } else {
        Err(Error::Invalid { field: "events", code: "webhook_events_invalid" })
    }
}

/// How long to wait after so many attempts; none when a day is over. Half a minute at first, each time twice as long,
/// at most four hours.
pub fn after_attempts(attempts: i16) -> Option<Duration> {
    const WAITS: [u64; 13] = [30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 14_400, 14_400, 14_400, 14_400];
    let nth = usize::try_from(attempts).ok()?.checked_sub(1)?;
    WAITS.get(nth).map(|seconds| Duration::from_secs(*seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_is_tried_for_about_a_day() {
        let waits: Vec<_> = (1..).map_while(after_attempts).collect();
        assert!(waits.is_sorted());
        let whole = waits.iter().sum::<Duration>().as_secs() / 3600;
        assert!((18..=24).contains(&whole), "{whole} hours");
        assert_eq!((after_attempts(0), after_attempts(14)), (None, None));
    }

    #[test]
    fn an_address_is_https_and_carries_nothing_secret() {
        for url in ["https://example.com/hook?x=1", "https://93.184.216.34:8443/", "https://xn--e1afmkfd.uz/a"] {
            assert!(url_of(url).is_ok(), "{url}");
        }
        for url in [
            "http://example.com/",
            "https://",
            "https:///x",
            "https://a:b@example.com/",
            "https://e.com/#x",
            "ftp://e.com",
            "https://пример.uz/",
            "https://e.com/\n",
        ] {
            assert!(url_of(url).is_err(), "{url}");
        }
    }
}
