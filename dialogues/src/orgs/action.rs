//! Buttons about the org, and how they fit into callback data.

use domain::{OrgId, orgs::Industry};
use i18n::Lang;

use crate::action::{id, parse_id};

/// A button about the org.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgTap {
    /// Its card.
    Card,
    /// All the orgs in which the person works.
    Mine,
    /// The person may want to leave the team.
    AskLeave,
    /// They leave it.
    Leave,
    /// The owner may want to delete the org.
    AskDelete,
    /// The owner takes the deletion back.
    Restore,
    /// Make a new one.
    Create,
    /// What the new one does.
    Industry(Industry),
    /// Which language its team speaks.
    Speak(Lang),
    /// By which city's time it lives.
    City(City),
    /// Connect a bot to it.
    Connect(OrgId),
    /// Connect its bot later.
    Later,
}

/// Cities whose time an org may keep; any other time zone can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum City {
    Tashkent,
    Samarkand,
    Almaty,
    Bishkek,
    Dushanbe,
    Moscow,
}

impl City {
    /// All of them.
    pub const ALL: [City; 6] =
        [City::Tashkent, City::Samarkand, City::Almaty, City::Bishkek, City::Dushanbe, City::Moscow];

    /// Its time zone.
    pub fn zone(self) -> &'static str {
        match self {
            City::Tashkent => "Asia/Tashkent",
            City::Samarkand => "Asia/Samarkand",
            City::Almaty => "Asia/Almaty",
            City::Bishkek => "Asia/Bishkek",
            City::Dushanbe => "Asia/Dushanbe",
            City::Moscow => "Europe/Moscow",
        }
    }

    /// Its currency.
    pub fn currency(self) -> &'static str {
        match self {
            City::Tashkent | City::Samarkand => "UZS",
            City::Almaty => "KZT",
            City::Bishkek => "KGS",
            City::Dushanbe => "TJS",
            City::Moscow => "RUB",
        }
    }

    fn letter(self) -> &'static str {
        match self {
            City::Tashkent => "t",
            City::Samarkand => "s",
            City::Almaty => "a",
            City::Bishkek => "b",
            City::Dushanbe => "d",
            City::Moscow => "m",
        }
    }
}

fn industry_letter(industry: Industry) -> &'static str {
    match industry {
        Industry::Property => "p",
        Industry::Services => "s",
        Industry::Sales => "l",
        Industry::CallCenter => "c",
        Industry::Partners => "n",
        Industry::Other => "o",
    }
}

impl OrgTap {
    pub(crate) fn encode(self) -> String {
        match self {
            OrgTap::Card => "s".to_owned(),
            OrgTap::Mine => "m".to_owned(),
            OrgTap::AskLeave => "l".to_owned(),
            OrgTap::Leave => "L".to_owned(),
            OrgTap::AskDelete => "d".to_owned(),
            OrgTap::Restore => "r".to_owned(),
            OrgTap::Create => "c".to_owned(),
            OrgTap::Industry(industry) => format!("i{}", industry_letter(industry)),
            OrgTap::Speak(lang) => format!("g{}", lang.code()),
            OrgTap::City(city) => format!("z{}", city.letter()),
            OrgTap::Connect(org) => format!("b{}", id(org.0)),
            OrgTap::Later => "k".to_owned(),
        }
    }

    pub(crate) fn decode(data: &str) -> Option<Self> {
        let mut letters = data.chars();
        let kind = letters.next()?;
        let rest = letters.as_str();
        Some(match (kind, rest) {
            ('s', "") => OrgTap::Card,
            ('m', "") => OrgTap::Mine,
            ('l', "") => OrgTap::AskLeave,
            ('L', "") => OrgTap::Leave,
            ('d', "") => OrgTap::AskDelete,
            ('r', "") => OrgTap::Restore,
            ('c', "") => OrgTap::Create,
            ('i', rest) => OrgTap::Industry(Industry::ALL.into_iter().find(|it| industry_letter(*it) == rest)?),
            ('g', rest) => OrgTap::Speak(rest.parse().ok()?),
            ('z', rest) => OrgTap::City(City::ALL.into_iter().find(|city| city.letter() == rest)?),
            ('b', rest) => OrgTap::Connect(OrgId(parse_id(rest)?)),
            ('k', "") => OrgTap::Later,
            _ => return None,
        })
    }

    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let mut all = vec![
            OrgTap::Card,
            OrgTap::Mine,
            OrgTap::AskLeave,
            OrgTap::Leave,
            OrgTap::AskDelete,
            OrgTap::Restore,
            OrgTap::Create,
            OrgTap::Connect(OrgId(uuid::Uuid::from_u128(u128::MAX))),
            OrgTap::Later,
        ];
        all.extend(Industry::ALL.map(OrgTap::Industry));
        all.extend(Lang::ALL.map(OrgTap::Speak));
        all.extend(City::ALL.map(OrgTap::City));
        all
    }
}
