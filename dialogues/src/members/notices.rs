//! What concerns a person about the team, and comes by itself.

use domain::{members::News, orgs::Org};
use i18n::{Lang, t};

use super::view::{offer_lines, role_name};
use crate::{Screen, requests::local_time};

/// The message.
pub fn news(lang: Lang, org: &Org, news: &News) -> Screen {
    let time = |at| local_time(&org.time_zone, at);
    match news {
        News::Role(role) => Screen::says(t::members::news_role(lang, &org.name, &role_name(lang, *role))),
        News::Removed => Screen::says(t::members::news_removed(lang, &org.name)),
        News::Offered(offer) => {
            let (text, buttons) = offer_lines(lang, org, offer, true);
            Screen::says(text).rows(vec![buttons])
        }
        News::Withdrawn => Screen::says(t::members::offer_withdrawn(lang)),
        News::Transferred { name } => Screen::says(t::members::news_transferred(lang, name)),
        News::Shift { from, until } => Screen::says(t::shifts::news_planned(lang, &time(*from), &time(*until))),
        News::NoShift { from, until } => Screen::says(t::shifts::news_cancelled(lang, &time(*from), &time(*until))),
        News::StandsIn { name, from, until } => {
            Screen::says(t::shifts::news_stands_in(lang, name, &time(*from), &time(*until)))
        }
        News::StoodIn { name } => Screen::says(t::shifts::news_stood_in(lang, name)),
        News::Joined { name, role } => Screen::says(t::members::news_joined(lang, name, &role_name(lang, *role))),
    }
}
