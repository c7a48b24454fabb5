//! The facts about signing in through the bot.

use std::net::IpAddr;

use chrono::TimeDelta;
use secrecy::SecretString;

use crate::{
    OrgId,
    ids::{AccountId, BotLoginId},
};

/// How long somebody may take to answer.
pub const LASTS: TimeDelta = TimeDelta::minutes(5);

/// A sign-in that has begun: what its browser is given.
#[derive(Debug)]
pub struct Begun {
    /// For the bot's link: `start=l_<token>`.
    pub start: SecretString,
    /// What the browser asks with.
    pub poll: SecretString,
    /// What the browser shows.
    pub number: i16,
}

/// What its person is asked in the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which sign-in.
    pub id: BotLoginId,
    /// To choose from: one of them is on the browser's screen.
    pub numbers: Vec<i16>,
    /// What the browser calls itself.
    pub device: String,
    /// Where it is.
    pub address: Option<IpAddr>,
}

/// What a browser that asks is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polled {
    /// Nobody has answered yet.
    Waiting,
    /// It was a no, or the wrong number.
    Refused,
    /// There is no such sign-in, it took too long, or it has been told before.
    Over,
    /// It was a yes. It is told once.
    Yes {
        /// Who signs in.
        account: AccountId,
        /// Through whose bot.
        home: OrgId,
    },
}

/// What a browser is called in a message: the browser and the system, as far as they are known.
pub(super) fn device_name(device: &str) -> String {
    let find =
        |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| device.contains(mark)).map(|(_, name)| *name);
    let browser = find(&[
        ("YaBrowser", "Yandex Browser"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => device.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_what_people_call_it() {
        for (said, called) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux"),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
            ("curl/8.5.0", "curl/8.5.0"),
            ("", ""),
        ] {
            assert_eq!(device_name(said), called);
        }
    }
}
