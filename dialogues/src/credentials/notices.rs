//! Messages about somebody's own sign-in.

use domain::mails::SecurityNotice;
use i18n::{Lang, t};

use crate::{Screen, Text};

/// What has become of somebody's own sign-in.
pub fn security(lang: Lang, notice: SecurityNotice) -> Screen {
    Screen::says(match notice {
        SecurityNotice::Locked => t::auth::told_locked(lang),
        SecurityNotice::PasswordChanged => t::auth::told_password_changed(lang),
        SecurityNotice::EmailChanged => t::auth::told_email_changed(lang),
        SecurityNotice::SecondFactor { on: true } => t::auth::told_second_factor_on(lang),
        SecurityNotice::SecondFactor { on: false } => t::auth::told_second_factor_off(lang),
    })
}

/// The link to set a new password, or what it carries where there is no page to open.
pub fn password_link(lang: Lang, link: &str) -> Screen {
    let text = Text::from(t::auth::told_password_link(lang)).line().plain(link);
    Screen::says(text)
}
