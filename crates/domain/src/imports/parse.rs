//! What the cells of a row say. Pure: no row knows of another here.

use serde::{Deserialize, Serialize};

use super::fields::Field;
use crate::{
    people,
    property::{ResidentRole, UnitKind},
};

/// What is wrong with a row. The code is a key of `locales/*/imports.ftl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// There has to be something.
    Missing,
    /// It is too long.
    TooLong,
    /// No number of an entrance: 1 to 99.
    NotAnEntrance,
    /// No floor: -9 to 200.
    NotAFloor,
    /// No area in square metres.
    NotAnArea,
    /// No kind of a unit.
    UnknownKind,
    /// No phone.
    NotAPhone,
    /// More than one phone: each belongs into a row of its own.
    SeveralPhones,
    /// No role.
    UnknownRole,
    /// Another row says something else of the same unit.
    Differs,
    /// The account belongs to another unit: in the file, or in the register.
    AccountTaken,
}

/// A row as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    pub complex: Option<String>,
    pub address: Option<String>,
    pub entrance: Option<i16>,
    pub unit: Option<String>,
    pub floor: Option<i16>,
    pub area_cm2: Option<i32>,
    pub account: Option<String>,
    pub kind: Option<&'static str>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub role: Option<&'static str>,
    /// Which field, and what is wrong with it.
    pub problems: Vec<(Field, Fault)>,
}

/// Reads a row by the mapping of its columns.
pub(super) fn row(cells: &[String], mapping: &[Option<Field>]) -> Parsed {
    let cell = |wanted: Field| {
        let column = mapping.iter().position(|field| *field == Some(wanted))?;
        let text = cells.get(column)?.split_whitespace().collect::<Vec<_>>().join(" ");
        // What people write for nothing.
        (!matches!(text.as_str(), "" | "-" | "–" | "—" | "0" | "нет" | "yo‘q" | "#N/A")).then_some(text)
    };
    let mut out = Parsed::default();
    let wrong = &mut out.problems;
    out.complex = short(wrong, Field::Complex, cell(Field::Complex), 120);
    out.address = short(wrong, Field::Building, address(&cell), 200);
    if out.address.is_none() && wrong.is_empty() {
        wrong.push((Field::Building, Fault::Missing));
    }
    out.entrance = read(wrong, Field::Entrance, Fault::NotAnEntrance, cell(Field::Entrance), |text| {
        number(text, &["подъезд", "под", "подъезда", "entrance", "yo‘lak", "yo'lak"]).filter(|n| (1..=99).contains(n))
    });
    let unit = cell(Field::Unit);
    if unit.is_none() {
        wrong.push((Field::Unit, Fault::Missing));
    }
    out.unit = short(wrong, Field::Unit, unit.map(|text| unit_number(&text)), 20);
    out.floor = read(wrong, Field::Floor, Fault::NotAFloor, cell(Field::Floor), |text| {
        number(text, &["этаж", "эт", "floor", "qavat"]).filter(|n| (-9..=200).contains(n))
    });
    out.area_cm2 = read(wrong, Field::Area, Fault::NotAnArea, cell(Field::Area), area_cm2);
    out.account = short(wrong, Field::Account, cell(Field::Account), 40);
    out.kind = read(wrong, Field::Kind, Fault::UnknownKind, cell(Field::Kind), kind).map(UnitKind::code);
    out.name = short(wrong, Field::Name, cell(Field::Name), 128);
    match cell(Field::Phone).as_deref().map(phone) {
        Some(Ok(phone)) => out.phone = Some(phone),
        Some(Err(fault)) => wrong.push((Field::Phone, fault)),
        None => {}
    }
    out.role = read(wrong, Field::Role, Fault::UnknownRole, cell(Field::Role), role).map(ResidentRole::code);
    out
}

fn short(wrong: &mut Vec<(Field, Fault)>, field: Field, text: Option<String>, most: usize) -> Option<String> {
    let text = text?;
    if text.chars().count() > most || text.chars().any(char::is_control) {
        wrong.push((field, Fault::TooLong));
        return None;
    }
    Some(text)
}

fn read<T>(
    wrong: &mut Vec<(Field, Fault)>,
    field: Field,
    fault: Fault,
    text: Option<String>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = text?;
    let value = read(&text);
    if value.is_none() {
        wrong.push((field, fault));
    }
    value
}

/// Street, house and block, as far as they have columns.
fn address(cell: &impl Fn(Field) -> Option<String>) -> Option<String> {
    let street = cell(Field::Street);
    let house = cell(Field::Building);
    if street.is_some() && house.is_none() {
        return None;
    }
    let parts: Vec<_> = [street, house, cell(Field::Block)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A whole number, with a word beside it or without: «подъезд 2», «2-й этаж», «2.0».
fn number(text: &str, words: &[&str]) -> Option<i16> {
    let text = text.to_lowercase();
    let mut rest = text.trim();
    for word in words {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start_matches(['.', ' ', '№']);
        rest = rest.strip_suffix(word).unwrap_or(rest).trim_end();
    }
    let rest = rest.strip_suffix("-й").unwrap_or(rest);
    rest.strip_suffix(".0").unwrap_or(rest).parse().ok()
}

/// «кв. 42» is 42.
fn unit_number(text: &str) -> String {
    let lower = text.to_lowercase();
    for prefix in ["квартира", "кв.", "кв", "xonadon", "flat", "apt", "№"] {
        if let Some(rest) = lower.strip_prefix(prefix)
            && rest.trim_start_matches([' ', '.', '№']).starts_with(|c: char| c.is_ascii_digit())
        {
            let rest = &text[text.len() - rest.len()..];
            return rest.trim_start_matches([' ', '.', '№']).to_owned();
        }
    }
    text.to_owned()
}

/// Square metres with a point or a comma.
fn area_cm2(text: &str) -> Option<i32> {
    let text = text.to_lowercase();
    let text = ["кв.м.", "кв.м", "кв. м.", "кв. м", "м2", "м²", "m2", "m²"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(&text);
    let metres: f64 = text.trim().replace([' ', '\u{a0}'], "").replace(',', ".").parse().ok()?;
    (metres > 0.0 && metres <= 200_000.0).then(|| (metres * 10_000.0).round() as i32)
}

fn kind(text: &str) -> Option<UnitKind> {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["паркинг", "парков", "машино", "гараж", "parking", "avtoturar"]) {
        Some(UnitKind::Parking)
    } else if has(&["кладов", "storage", "ombor"]) {
        Some(UnitKind::Storage)
    } else if has(&[
        "нежил",
        "коммерч",
        "офис",
        "магазин",
        "commercial",
        "office",
        "shop",
        "noturar",
        "do‘kon",
        "tijorat",
    ]) {
        Some(UnitKind::Commercial)
    } else if has(&["кварт", "жил", "flat", "apartment", "xonadon", "turar"]) {
        Some(UnitKind::Flat)
    } else {
        None
    }
}

fn role(text: &str) -> Option<ResidentRole> {
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["аренд", "наним", "квартирант", "tenant", "ijara"]) {
        Some(ResidentRole::Tenant)
    } else if has(&["собств", "владел", "хозя", "owner", "egasi", "mulkdor"]) {
        Some(ResidentRole::Owner)
    } else if has(&["сем", "родств", "супруг", "муж", "жена", "сын", "доч", "прожив", "family", "oila"])
    {
        Some(ResidentRole::Family)
    } else {
        None
    }
}

/// As people of our countries write them: nine digits are Uzbek, ten Russian, and an 8 stands for +7.
fn phone(text: &str) -> Result<String, Fault> {
    if text.split([',', ';', '/', '\n']).filter(|part| part.chars().filter(char::is_ascii_digit).count() >= 7).count()
        > 1
    {
        return Err(Fault::SeveralPhones);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let international = match (text.trim_start().starts_with('+'), digits.len(), digits.chars().next()) {
        (true, ..) => text.to_owned(),
        (false, 9, _) => format!("998{text}"),
        (false, 10, Some('9')) => format!("7{text}"),
        (false, 11, Some('8')) => format!("7{}", &digits[1..]),
        (false, 11..=15, _) => text.to_owned(),
        _ => return Err(Fault::NotAPhone),
    };
    people::phone_e164(&international).map_err(|_| Fault::NotAPhone)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAPPING: &[Option<Field>] = &[
        Some(Field::Building),
        Some(Field::Unit),
        Some(Field::Entrance),
        Some(Field::Floor),
        Some(Field::Area),
        Some(Field::Phone),
        Some(Field::Role),
        Some(Field::Kind),
    ];

    fn parsed(cells: [&str; 8]) -> Parsed {
        row(&cells.map(str::to_owned), MAPPING)
    }

    #[test]
    fn a_row_is_understood_as_people_write_it() {
        let row = parsed([
            "ул.  Навои, 5",
            "кв. 42А",
            "Подъезд 2",
            "3-й этаж",
            "45,10 м²",
            "90 123-45-67",
            "Собственник 1/2",
            "Квартира",
        ]);
        assert_eq!(row.problems, []);
        assert_eq!((row.address.as_deref(), row.unit.as_deref()), (Some("ул. Навои, 5"), Some("42А")));
        assert_eq!((row.entrance, row.floor, row.area_cm2), (Some(2), Some(3), Some(451_000)));
        assert_eq!(row.phone.as_deref(), Some("+998901234567"));
        assert_eq!((row.role, row.kind), (Some("owner"), Some("flat")));
    }

    #[test]
    fn every_problem_of_a_row_is_said_at_once() {
        let row = parsed(["", "", "сто", "вверху", "много", "123", "кошка", "замок"]);
        let expected = [
            (Field::Building, Fault::Missing),
            (Field::Entrance, Fault::NotAnEntrance),
            (Field::Unit, Fault::Missing),
            (Field::Floor, Fault::NotAFloor),
            (Field::Area, Fault::NotAnArea),
            (Field::Kind, Fault::UnknownKind),
            (Field::Phone, Fault::NotAPhone),
            (Field::Role, Fault::UnknownRole),
        ];
        assert_eq!(row.problems, expected);
    }

    #[test]
    fn phones_of_two_countries_become_e164() {
        for (written, kept) in [
            ("901234567", Ok("+998901234567")),
            ("998 90 123 45 67", Ok("+998901234567")),
            ("+998(90)123-45-67", Ok("+998901234567")),
            ("8 (916) 123-45-67", Ok("+79161234567")),
            ("9161234567", Ok("+79161234567")),
            ("+1 202 555 0143", Ok("+12025550143")),
            ("901234567, 901234568", Err(Fault::SeveralPhones)),
            ("12345", Err(Fault::NotAPhone)),
            ("звонить вечером", Err(Fault::NotAPhone)),
        ] {
            assert_eq!(phone(written), kept.map(str::to_owned), "{written}");
        }
    }

    #[test]
    fn a_street_and_a_house_in_columns_of_their_own_are_one_address() {
        let mapping = [Some(Field::Street), Some(Field::Building), Some(Field::Block), Some(Field::Unit)];
        let cells = ["ул. Навои", "5", "корпус 2", "1"].map(str::to_owned);
        assert_eq!(row(&cells, &mapping).address.as_deref(), Some("ул. Навои, 5, корпус 2"));
    }
}
