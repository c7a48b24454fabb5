//! The kinds of things in the register, and what their fields may hold.

use serde::{Deserialize, Serialize};

use crate::{
    Error, Result,
    ids::{BuildingId, ComplexId, EntranceId, RiserId, UnitId},
};

/// The most that one page of a list holds.
pub const PAGE_MAX: i64 = 200;

/// Something of the register that events are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "thing", content = "id")]
pub enum Thing {
    /// A complex.
    Complex(ComplexId),
    /// A building.
    Building(BuildingId),
    /// An entrance.
    Entrance(EntranceId),
    /// A riser.
    Riser(RiserId),
    /// A unit.
    Unit(UnitId),
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
        #[serde(rename_all = "snake_case")]
        #[sqlx(type_name = "text", rename_all = "snake_case")]
        pub enum $name {
            $($(#[$of])* $variant,)*
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// Its name in the database, in the API and in `locales/`.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }
        }
    )*};
}

kinds! {
    /// What a unit is.
    UnitKind {
        /// Where people live.
        Flat = "flat",
        /// A shop, an office.
        Commercial = "commercial",
        /// A parking place.
        Parking = "parking",
        /// A store room.
        Storage = "storage",
    }
    /// What runs in a riser.
    RiserKind {
        /// Cold water.
        ColdWater = "cold_water",
        /// Hot water.
        HotWater = "hot_water",
        /// Heating.
        Heating = "heating",
        /// Sewage.
        Sewage = "sewage",
        /// Electricity.
        Electricity = "electricity",
    }
    /// As what somebody lives in a unit.
    ResidentRole {
        /// Owns it: says who else may come in.
        Owner = "owner",
        /// Of the owner's family.
        Family = "family",
        /// Rents it.
        Tenant = "tenant",
    }
    /// Where somebody stands with the unit that they live in, or say so.
    ResidentState {
        /// In the register, and has not met the bot.
        Expected = "expected",
        /// Says so; nobody has confirmed it.
        Pending = "pending",
        /// Confirmed: by the phone of the register, by staff, or by the owner.
        Verified = "verified",
        /// Staff or the owner said no.
        Declined = "declined",
        /// Lived there.
        MovedOut = "moved_out",
    }
}

/// A point of the map, WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

impl Point {
    pub(super) fn check(self) -> Result<()> {
        let fits = (-90.0..=90.0).contains(&self.latitude) && (-180.0..=180.0).contains(&self.longitude);
        if fits { Ok(()) } else { Err(Error::Invalid { field: "point", code: "point_invalid" }) }
    }
}

/// A line of text as it is kept: trimmed, its spaces single, 1 to `most` characters; none of them controls.
pub(super) fn line(text: &str, most: usize) -> Option<String> {
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return None;
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (1..=most).contains(&text.chars().count()).then_some(text)
}

/// The same for what may be left out: an empty one is none.
pub(super) fn line_or_none(text: Option<&str>, most: usize, wrong: Error) -> Result<Option<String>> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => line(text, most).map(Some).ok_or(wrong),
    }
}

pub(super) fn address(text: &str) -> Result<String> {
    line(text, 200).ok_or(Error::Invalid { field: "address", code: "address_invalid" })
}

pub(super) fn name(text: &str, most: usize) -> Result<String> {
    line(text, most).ok_or(Error::Invalid { field: "name", code: "name_invalid" })
}

pub(super) fn number(text: &str) -> Result<String> {
    line(text, 20).ok_or(Error::Invalid { field: "number", code: "unit_number_invalid" })
}

/// A note keeps its lines.
pub(super) fn note(text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let fits = text.chars().count() <= 1000 && !text.chars().any(|c| c.is_control() && c != '\n');
    if fits { Ok(Some(text.to_owned())) } else { Err(Error::Invalid { field: "note", code: "note_invalid" }) }
}

/// A number that lies within bounds, or none.
pub(super) fn within(value: Option<i16>, from: i16, to: i16, wrong: Error) -> Result<()> {
    if value.is_none_or(|value| (from..=to).contains(&value)) { Ok(()) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_tidied_or_refused() {
        assert_eq!(line("  ул.  Навои,\n 5 ", 20).as_deref(), Some("ул. Навои, 5"));
        assert_eq!((line("", 5), line("   ", 5), line("шесть!", 5), line("a\u{0}b", 5)), (None, None, None, None));
    }

    #[test]
    fn a_note_keeps_its_lines() -> Result<()> {
        assert_eq!(note(Some(" ключ у консьержа\nсобака "))?.as_deref(), Some("ключ у консьержа\nсобака"));
        assert_eq!(note(Some(" "))?, None);
        assert!(note(Some(&"я".repeat(1001))).is_err());
        Ok(())
    }

    #[test]
    fn codes_are_what_is_stored() -> anyhow::Result<()> {
        for kind in RiserKind::ALL {
            assert_eq!(serde_json::to_value(kind)?, kind.code());
        }
        for state in ResidentState::ALL {
            assert_eq!(serde_json::to_value(state)?, state.code());
        }
        Ok(())
    }
}
