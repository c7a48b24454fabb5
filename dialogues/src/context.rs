//! What a step knows, and what a screen may look at.

use domain::{
    Result, TenantTx,
    access::Actor,
    categories::Categories,
    ids::BotId,
    orgs::Org,
    people::{Identity, Language},
    updates::Effect,
};
use i18n::Lang;

/// What a screen may look at.
#[derive(Clone, Copy, Debug)]
pub struct Viewer<'a> {
    /// The language to speak.
    pub lang: Lang,
    /// Who looks.
    pub identity: &'a Identity,
    /// The org.
    pub org: &'a Org,
    /// What a request can be about there.
    pub categories: &'a Categories,
}

/// What a step knows.
#[derive(Debug)]
pub struct Ctx<'a> {
    /// The language to speak; a step that changes it changes it here.
    pub lang: Lang,
    /// Who acts.
    pub identity: &'a Identity,
    /// The org.
    pub org: &'a Org,
    /// What a request can be about there.
    pub categories: &'a Categories,
    /// The bot that they speak with.
    pub bot: BotId,
    /// The chat.
    pub chat_id: i64,
    /// The message whose button was tapped.
    pub tapped: Option<i64>,
    /// The transaction of this step, opened when it is first needed.
    pub effect: &'a mut Effect,
}

impl Ctx<'_> {
    /// What a screen may look at.
    pub fn viewer(&self) -> Viewer<'_> {
        Viewer { lang: self.lang, identity: self.identity, org: self.org, categories: self.categories }
    }

    /// The transaction, and who acts in it, read afresh.
    pub async fn act(&mut self) -> Result<(&mut TenantTx, Actor)> {
        let person = self.identity.person;
        let tx = self.effect.tx().await?;
        let actor = Actor::load(tx, person).await?;
        Ok((tx, actor))
    }
}

/// The language of texts for a person's language.
pub fn lang_of(language: Language) -> Lang {
    match language {
        Language::Ru => Lang::Ru,
        Language::Uz => Lang::Uz,
        Language::En => Lang::En,
    }
}

/// A person's language for the language of texts.
pub fn language_of(lang: Lang) -> Language {
    match lang {
        Lang::Ru => Language::Ru,
        Lang::Uz => Language::Uz,
        Lang::En => Language::En,
    }
}
