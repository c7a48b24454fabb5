//! Who plays in the demo: two newcomers to try the first meeting with, residents with requests, and the staff.

use playground::{BotAccount, NewPerson, Person, Playground};

/// The org.
pub(super) const ORG: &str = "ЖК Баҳор";
/// Its bot.
pub(super) const BOT: &str = "bahor_uk_bot";
/// The platform's own bot, through which orgs are founded.
pub(super) const PLATFORM_BOT: &str = "kontora_bot";
/// The staff's group.
pub(super) const GROUP: &str = "Баҳор · сотрудники";

/// A person of the demo: Telegram id, first and last name, username, language, phone, who they are.
pub(super) struct Role {
    pub id: i64,
    pub first: &'static str,
    pub last: &'static str,
    pub language: &'static str,
    pub phone: &'static str,
    pub hint: &'static str,
}

pub(super) const ANNA: Role = Role {
    id: 7001,
    first: "Анна",
    last: "Соколова",
    language: "ru",
    phone: "+998901110042",
    hint: "Новый житель, Баҳор 5, кв. 42. Начните с неё",
};
pub(super) const DILNOZA: Role = Role {
    id: 7002,
    first: "Dilnoza",
    last: "Karimova",
    language: "uz",
    phone: "+998901110007",
    hint: "Yangi aholi, Bahor 7, 7-xonadon",
};
pub(super) const SERGEY: Role = Role {
    id: 7003,
    first: "Сергей",
    last: "Ким",
    language: "ru",
    phone: "+998901110012",
    hint: "Житель, Баҳор 5, кв. 32: у него уже есть заявки",
};
pub(super) const GULNORA: Role = Role {
    id: 7004,
    first: "Gulnora",
    last: "Yusupova",
    language: "uz",
    phone: "+998901110021",
    hint: "Aholi, Bahor 7, 10-xonadon: arizalari bor",
};
pub(super) const RUSTAM: Role = Role {
    id: 7010,
    first: "Рустам",
    last: "Алиев",
    language: "ru",
    phone: "+998901110100",
    hint: "Владелец управляющей компании",
};
pub(super) const MALIKA: Role = Role {
    id: 7011,
    first: "Малика",
    last: "Назарова",
    language: "ru",
    phone: "+998901110101",
    hint: "Диспетчер, работает в группе сотрудников",
};
pub(super) const BOBUR: Role = Role {
    id: 7012,
    first: "Бобур",
    last: "Тошматов",
    language: "ru",
    phone: "+998901110102",
    hint: "Сантехник: берёт заявки в группе",
};
pub(super) const AKMAL: Role = Role {
    id: 7013,
    first: "Акмаль",
    last: "Рахимов",
    language: "uz",
    phone: "+998901110103",
    hint: "Электрик: берёт заявки в группе",
};

impl Role {
    /// First and last name.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    fn enter(&self, telegram: &Playground) -> Person {
        telegram.add_person(NewPerson {
            id: Some(self.id),
            first_name: self.first.to_owned(),
            last_name: Some(self.last.to_owned()),
            username: None,
            language_code: Some(self.language.to_owned()),
            phone: Some(self.phone.to_owned()),
            hint: Some(self.hint.to_owned()),
        })
    }
}

/// The people, on the stage.
pub(super) struct Cast {
    at_home: [Person; 2],
    owner: Person,
    staff: [Person; 3],
}

impl Cast {
    /// Everybody has a Telegram account.
    pub(super) fn enter(telegram: &Playground) -> Self {
        for newcomer in [ANNA, DILNOZA] {
            newcomer.enter(telegram);
        }
        Self {
            at_home: [SERGEY, GULNORA].map(|role| role.enter(telegram)),
            staff: [MALIKA, BOBUR, AKMAL].map(|role| role.enter(telegram)),
            owner: RUSTAM.enter(telegram),
        }
    }

    /// The residents have met the bot: it may not write to anybody who has not.
    pub(super) async fn begin(&self, telegram: &Playground, bot: &BotAccount) -> anyhow::Result<()> {
        for resident in &self.at_home {
            resident.chat(bot).starts("")?;
        }
        telegram.settled(bot).await?;
        Ok(())
    }

    /// The staff have their group, and the owner has brought the bot into it.
    pub(super) async fn gather(&self, telegram: &Playground, bot: &BotAccount) -> anyhow::Result<()> {
        if telegram.group(GROUP).is_none() {
            let staff: Vec<&Person> = self.staff.iter().collect();
            let group = telegram.add_group(GROUP, &self.owner, true, &staff);
            group.promotes(bot);
        }
        telegram.settled(bot).await?;
        Ok(())
    }
}
