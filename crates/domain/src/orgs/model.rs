//! The facts about an org, and the rules of what it may be told to be.

use std::str::FromStr as _;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::WorkingHours;
use crate::{
    Error, OrgId, Result,
    events::Changes,
    people::{Language, Newcomer},
};

/// What every step of a conversation needs to know of the org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Org {
    /// Its id.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// What it does: which modules and words it begins with.
    pub industry: Industry,
    /// An IANA time zone name, for every time on a screen.
    pub time_zone: String,
    /// The language of the staff's group, and of people who have chosen none.
    pub language: Language,
    /// ISO 4217: the currency of its money.
    pub currency: String,
    /// When it works, in its time zone.
    pub working_hours: WorkingHours,
    /// How it looks and greets.
    pub branding: Branding,
    /// Whether it is the platform's own: its bot founds other orgs.
    pub is_platform: bool,
    /// Grows with each edit, for edits that must not overwrite each other.
    pub version: i32,
    /// Since when it is deleted; its owner may take that back for [`UNDO`].
    pub deleted_at: Option<DateTime<Utc>>,
}

/// How long a deletion can be taken back.
pub const UNDO: TimeDelta = TimeDelta::days(7);

impl Org {
    /// Until when the deletion can be taken back; none for an org in force.
    pub fn restorable_until(&self) -> Option<DateTime<Utc>> {
        self.deleted_at.map(|at| at + UNDO)
    }
}

/// What an org does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum Industry {
    /// Houses and flats.
    #[default]
    Property,
    /// Services on call.
    Services,
    /// Sales.
    Sales,
    /// A call center.
    CallCenter,
    /// A network of partners.
    Partners,
    /// Anything else.
    Other,
}

impl Industry {
    /// All of them.
    pub const ALL: [Industry; 6] = [
        Industry::Property,
        Industry::Services,
        Industry::Sales,
        Industry::CallCenter,
        Industry::Partners,
        Industry::Other,
    ];

    /// Its name on the command line and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Industry::Property => "property",
            Industry::Services => "services",
            Industry::Sales => "sales",
            Industry::CallCenter => "call_center",
            Industry::Partners => "partners",
            Industry::Other => "other",
        }
    }
}

impl std::str::FromStr for Industry {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let known = || Industry::ALL.map(Industry::code).join(", ");
        let found = Industry::ALL.into_iter().find(|industry| industry.code() == code);
        found.ok_or_else(|| format!("no such industry; there are {}", known()))
    }
}

/// How an org looks and greets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branding {
    /// `#rrggbb`, in lower case.
    pub colour: Option<String>,
    /// What stands where the name is too long, at most 30 characters.
    pub short_name: Option<String>,
    /// What newcomers read first, at most 500 characters.
    pub greeting: Option<String>,
}

/// An org to be made.
#[derive(Clone, Debug)]
pub struct NewOrg<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it does.
    pub industry: Industry,
    /// The language of its staff's group.
    pub language: Language,
    /// An IANA time zone name.
    pub time_zone: &'a str,
    /// ISO 4217.
    pub currency: &'a str,
    /// Who owns it; can be told later.
    pub owner: Option<Newcomer<'a>>,
}

impl<'a> NewOrg<'a> {
    /// An org of which only the name is told.
    pub fn named(name: &'a str) -> Self {
        Self {
            name,
            industry: Industry::default(),
            language: Language::Ru,
            time_zone: "Asia/Tashkent",
            currency: "UZS",
            owner: None,
        }
    }
}

/// What is to be different about an org; none stays as it is. Of what can be without a value the inner none takes it
/// away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// Its name.
    pub name: Option<String>,
    /// What it does.
    pub industry: Option<Industry>,
    /// An IANA time zone name.
    pub time_zone: Option<String>,
    /// The language of its staff's group.
    pub language: Option<Language>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// When it works.
    pub working_hours: Option<WorkingHours>,
    /// `#rrggbb`
    pub colour: Option<Option<String>>,
    /// At most 30 characters.
    pub short_name: Option<Option<String>>,
    /// At most 500 characters.
    pub greeting: Option<Option<String>>,
}

impl Edit {
    /// The org as it is afterwards, and what differs. Every field is checked.
    pub(super) fn apply(&self, org: &Org) -> Result<(Org, Changes)> {
        let mut next = org.clone();
        let mut changes = Changes::default();
        if let Some(name) = &self.name {
            next.name = check_name(name)?;
            changes.note("name", &org.name, &next.name);
        }
        if let Some(industry) = self.industry {
            next.industry = industry;
            changes.note("industry", &org.industry, &industry);
        }
        if let Some(zone) = &self.time_zone {
            next.time_zone = time_zone(zone)?;
            changes.note("time_zone", &org.time_zone, &next.time_zone);
        }
        if let Some(language) = self.language {
            next.language = language;
            changes.note("language", &org.language, &language);
        }
        if let Some(code) = &self.currency {
            next.currency = currency(code)?;
            changes.note("currency", &org.currency, &next.currency);
        }
        if let Some(hours) = &self.working_hours {
            next.working_hours = hours.clone().checked()?;
            changes.note("working_hours", &org.working_hours, &next.working_hours);
        }
        if let Some(given) = &self.colour {
            next.branding.colour = given.as_deref().map(colour).transpose()?;
            changes.note("colour", &org.branding.colour, &next.branding.colour);
        }
        if let Some(given) = &self.short_name {
            next.branding.short_name =
                words(given.as_deref(), 30, Error::Invalid { field: "short_name", code: "short_name_invalid" })?;
            changes.note("short_name", &org.branding.short_name, &next.branding.short_name);
        }
        if let Some(given) = &self.greeting {
            next.branding.greeting =
                words(given.as_deref(), 500, Error::Invalid { field: "greeting", code: "greeting_invalid" })?;
            changes.note("greeting", &org.branding.greeting, &next.branding.greeting);
        }
        next.version += 1;
        Ok((next, changes))
    }
}

/// A name fit to be kept: trimmed, one line, 1 to 200 characters.
pub fn check_name(name: &str) -> Result<String> {
    let invalid = || Error::Invalid { field: "name", code: "name_invalid" };
    let name = words(Some(name), 200, invalid())?;
    name.filter(|name| !name.contains('\n')).ok_or_else(invalid)
}

/// A time zone that the IANA database knows.
pub fn time_zone(zone: &str) -> Result<String> {
    let known = chrono_tz::Tz::from_str(zone.trim());
    known
        .map(|zone| zone.name().to_owned())
        .map_err(|_| Error::Invalid { field: "time_zone", code: "time_zone_unknown" })
}

/// A currency that ISO 4217 knows.
pub(super) fn currency(code: &str) -> Result<String> {
    let code = code.trim().to_uppercase();
    let known = iso_currency::Currency::from_code(&code);
    known
        .map(|currency| currency.code().to_owned())
        .ok_or(Error::Invalid { field: "currency", code: "currency_unknown" })
}

/// `#rrggbb`, in lower case.
fn colour(given: &str) -> Result<String> {
    let given = given.trim().to_lowercase();
    let digits = given.strip_prefix('#').filter(|digits| digits.len() == 6);
    if digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit())) {
        Ok(given)
    } else {
        Err(Error::Invalid { field: "colour", code: "colour_invalid" })
    }
}

/// Words of at most `max` characters; none when nothing is left of them.
fn words(given: Option<&str>, max: usize, otherwise: Error) -> Result<Option<String>> {
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(None) };
    if given.chars().count() > max || given.chars().any(|c| c.is_control() && c != '\n') {
        return Err(otherwise);
    }
    Ok(Some(given.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org() -> Org {
        Org {
            id: OrgId(uuid::Uuid::nil()),
            name: "ЖК Баҳор".into(),
            industry: Industry::Property,
            time_zone: "Asia/Tashkent".into(),
            language: Language::Ru,
            currency: "UZS".into(),
            working_hours: WorkingHours::default(),
            branding: Branding::default(),
            is_platform: false,
            version: 4,
            deleted_at: None,
        }
    }

    #[test]
    fn an_edit_tells_only_what_differs() {
        let edit = Edit {
            name: Some(" ЖК Нур ".into()),
            currency: Some("uzs".into()),
            colour: Some(Some("#00FF7f".into())),
            short_name: Some(None),
            ..Edit::default()
        };
        let (next, changes) = edit.apply(&org()).unwrap();
        assert_eq!((next.name.as_str(), next.version), ("ЖК Нур", 5));
        insta::assert_snapshot!(
            serde_json::to_string(&changes).unwrap(),
            @r##"{"colour":[null,"#00ff7f"],"name":["ЖК Баҳор","ЖК Нур"]}"##
        );
    }

    #[test]
    fn what_an_org_cannot_be_is_refused_by_field() {
        let text = |words: &str| Some(Some(words.to_owned()));
        for (edit, code) in [
            (Edit { name: Some(" ".into()), ..Edit::default() }, "name_invalid"),
            (Edit { name: Some("я".repeat(201)), ..Edit::default() }, "name_invalid"),
            (Edit { name: Some("а\nб".into()), ..Edit::default() }, "name_invalid"),
            (Edit { time_zone: Some("Asia/Atlantis".into()), ..Edit::default() }, "time_zone_unknown"),
            (Edit { currency: Some("UZZ".into()), ..Edit::default() }, "currency_unknown"),
            (Edit { colour: text("#12345"), ..Edit::default() }, "colour_invalid"),
            (Edit { colour: text("red"), ..Edit::default() }, "colour_invalid"),
            (Edit { short_name: text(&"я".repeat(31)), ..Edit::default() }, "short_name_invalid"),
            (Edit { greeting: text(&"я".repeat(501)), ..Edit::default() }, "greeting_invalid"),
            (Edit { greeting: text("а\u{0}"), ..Edit::default() }, "greeting_invalid"),
        ] {
            assert_eq!(edit.apply(&org()).map_err(|error| error.code()).err(), Some(code), "{edit:?}");
        }
    }
}
