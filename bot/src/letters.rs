//! What a letter says: its words are chosen, and its link is made, when it is sent.

use dialogues::{alerts as notices, credentials as sign_in, lang_of};
use domain::{
    Db, Error, OrgId, Result, alerts, credentials,
    ids::AlertId,
    mails::{Letter, Mail},
    orgs,
};
use i18n::{Lang, t};
use platform::config::Web;

use crate::console_link;

/// The words of a letter.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// The words of a letter; none when it has nothing to say any more.
pub(crate) async fn words(db: &Db, web: &Web, mail: &Mail) -> Result<Option<Words>> {
    let lang = lang_of(mail.language);
    let says = |subject: String, parts: &[&str]| Words { subject, text: parts.join("\n\n") + "\n" };
    Ok(Some(match &mail.letter {
        Letter::ConfirmEmail => {
            let key = credentials::make_email_link(db, mail.account, &mail.address).await?;
            let link = console_link::with_key(web, "confirm", &key);
            let parts = [&t::mails::confirm(lang), link.as_str(), &t::mails::not_you(lang)];
            says(t::mails::confirm_subject(lang), &parts)
        }
        Letter::AddressKnown => {
            let sign_in = console_link::plain(web, "").unwrap_or_default();
            says(t::mails::known_subject(lang), &[&t::mails::known(lang), &sign_in])
        }
        Letter::PasswordLink => {
            let key = credentials::make_link_of(db, mail.account).await?;
            let link = console_link::with_key(web, "reset", &key);
            says(t::mails::password_subject(lang), &[&t::auth::told_password_link(lang), &link])
        }
        Letter::Security { notice } => {
            says(t::mails::security_subject(lang), &[sign_in::security(lang, *notice).text.as_str()])
        }
        Letter::Alert { org, alert } => match alert_words(db, web, lang, *org, *alert).await {
            Err(Error::NotFound(_)) => return Ok(None), // it went with its org
            words => return words,
        },
    }))
}

/// An alert, unless somebody has answered it meanwhile.
async fn alert_words(db: &Db, web: &Web, lang: Lang, org: OrgId, alert: AlertId) -> Result<Option<Words>> {
    let mut tx = db.tenant(org).await?;
    let alert = alerts::get(&mut tx, alert).await?;
    let org = orgs::current(&mut tx).await?;
    tx.commit().await?;
    if alert.answer.is_some() {
        return Ok(None);
    }
    let mut text = notices::words(lang, &org.time_zone, &alert).as_str().to_owned();
    if let Some(link) = console_link::plain(web, "alerts") {
        text = format!("{text}\n\n{}\n\n{link}\n", t::mails::alert_answer(lang));
    }
    Ok(Some(Words { subject: t::mails::alert_subject(lang, &org.name), text }))
}
