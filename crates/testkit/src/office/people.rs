//! The people of an office: those who are at home, those who work there, and those whom nobody has met.

use anyhow::Context as _;
use domain::{
    access::{Actor, Role},
    members,
    people::{self, Language, Newcomer},
    property::{self, NewUnit},
};
use playground::{NewPerson, Person, Playground, Talk};

use super::{ADDRESS, Office};

impl Office {
    /// The payload of the deep link of a flat; the flat is added when it is not there yet. `phone` is what the register
    /// has for it.
    pub async fn link(&self, number: &str, phone: Option<&str>) -> anyhow::Result<String> {
        let mut tx = self.app.db.tenant(self.org).await?;
        let new = NewUnit { address: ADDRESS, number, entrance: None, floor: None, phone };
        let link = property::add_unit(&mut tx, &Actor::System, &new).await?;
        tx.commit().await?;
        Ok(format!("f_{}", link.invite))
    }

    /// Somebody with a Telegram account whom the bot has not met.
    pub fn newcomer(&self, name: &str, language: &str) -> Person {
        person(&self.telegram, name, language, &format!("+99890{:07}", 2_000_000 + rand::random::<u32>() % 7_000_000))
    }

    /// Somebody who is at home in a flat already, and has the bot's chat open.
    pub async fn resident(&self, name: &str, language: &str, flat: &str) -> anyhow::Result<Talk> {
        let person = self.newcomer(name, language);
        let phone = person.profile().and_then(|profile| profile.phone).context("a newcomer has a phone")?;
        self.link(flat, Some(&phone)).await?;
        let mut tx = self.app.db.tenant(self.org).await?;
        let language = if language == "uz" { Language::Uz } else { Language::Ru };
        let new = Newcomer { telegram_id: person.id(), name, username: None, language: Some(language) };
        let known = people::identify(&mut tx, &new).await?;
        people::confirm_phone(&mut tx, known.person, &phone).await?;
        tx.commit().await?;
        let chat = person.chat(&self.account);
        // Whoever has never written to a bot cannot be written to.
        chat.starts("")?;
        self.telegram.settled(&self.account).await?;
        Ok(chat)
    }

    /// Somebody who works for the org and is in the staff's group.
    pub async fn member(&self, name: &str, role: Role) -> anyhow::Result<Person> {
        let person = self.newcomer(name, "ru");
        let mut tx = self.app.db.tenant(self.org).await?;
        let new = Newcomer { telegram_id: person.id(), name, username: None, language: Some(Language::Ru) };
        members::add(&mut tx, &Actor::System, &new, role).await?;
        tx.commit().await?;
        self.group.adds(&person);
        Ok(person)
    }
}

pub(super) fn person(telegram: &Playground, name: &str, language: &str, phone: &str) -> Person {
    telegram.add_person(NewPerson {
        id: None,
        first_name: name.to_owned(),
        last_name: None,
        username: None,
        language_code: Some(language.to_owned()),
        phone: Some(phone.to_owned()),
        hint: None,
    })
}
