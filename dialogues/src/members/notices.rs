//! What concerns a person about the team, and comes by itself.

use domain::{members::News, orgs::Org};
use i18n::{Lang, t};

use super::view::{offer_lines, role_name};
use crate::Screen;

/// The message.
pub fn news(lang: Lang, org: &Org, news: &News) -> Screen {
    match news {
        News::Role(role) => Screen::says(t::members::news_role(lang, &org.name, &role_name(lang, *role))),
        News::Removed => Screen::says(t::members::news_removed(lang, &org.name)),
        News::Offered(offer) => {
            let (text, buttons) = offer_lines(lang, org, offer, true);
            Screen::says(text).rows(vec![buttons])
        }
        News::Withdrawn => Screen::says(t::members::offer_withdrawn(lang)),
        News::Transferred { name } => Screen::says(t::members::news_transferred(lang, name)),
        News::Joined { name, role } => Screen::says(t::members::news_joined(lang, name, &role_name(lang, *role))),
    }
}
