//! What the columns of a file hold, by what people call them in three languages.

use super::fields::{self, Field};

/// How a column is recognized: a word of its name begins with one of these, or is one when it ends with `$`. Tried in
/// this order, since «телефон собственника квартиры» is a phone.
const RULES: &[(Field, &[&str])] = &[
    (Field::Phone, &["телефон", "тел$", "моб", "phone", "mobile", "telefon", "tel$"]),
    (Field::Account, &["лицев", "лс$", "л/с$", "account", "hisob", "шахсий"]),
    (Field::Area, &["площад", "м2$", "м²$", "area", "maydon", "m2$", "m²$"]),
    (Field::Entrance, &["подъезд", "парадн", "entrance", "yo'lak", "kirish", "podyezd", "йўлак"]),
    (Field::Floor, &["этаж", "floor", "qavat", "қават"]),
    (Field::Role, &["роль", "статус", "role", "status", "maqom", "мақом"]),
    (Field::Kind, &["тип$", "вид$", "kind", "type", "turi$", "тури$"]),
    (
        Field::Name,
        &[
            "фио",
            "ф.и.о",
            "имя",
            "житель",
            "собственник",
            "владел",
            "жилец",
            "наниматель",
            "name",
            "owner",
            "resident",
            "ism",
            "fish$",
            "f.i.sh",
            "egasi",
            "aholi",
            "исм",
            "эгаси",
        ],
    ),
    (Field::Complex, &["жк$", "комплекс", "complex", "majmua", "мажмуа", "mahalla", "массив", "массиви"]),
    (
        Field::Unit,
        &["квартир", "кв$", "помещен", "flat", "apartment", "apt$", "unit", "xonadon", "kvartira", "хонадон"],
    ),
    (Field::Street, &["улица", "ул$", "street", "ko'cha", "ko'chasi", "кўча"]),
    (
        Field::Building,
        &[
            "адрес",
            "дом",
            "здани",
            "строен",
            "address",
            "building",
            "house",
            "manzil",
            "uy$",
            "uyi$",
            "bino",
            "манзил",
            "уй$",
        ],
    ),
    (Field::Block, &["корпус", "корп$", "block", "korpus"]),
];

/// A row that names columns, among the first: its place in `rows`, and what each column holds. None when nothing is
/// recognized: then a person has to say it.
pub(super) fn find<'a>(rows: impl Iterator<Item = &'a [String]>) -> Option<(usize, Vec<Option<Field>>)> {
    let recognized = rows.enumerate().map(|(place, cells)| (place, recognize(cells)));
    let count = |mapping: &[Option<Field>]| mapping.iter().flatten().count();
    // The first of those that say most: titles stand above, data below.
    let best = recognized.reduce(|best, next| if count(&next.1) > count(&best.1) { next } else { best })?;
    (count(&best.1) >= 2 && fields::suffice(&best.1) || count(&best.1) >= 3).then_some(best)
}

/// What each column holds. A field has one column: the first that is called so.
pub(super) fn recognize(names: &[String]) -> Vec<Option<Field>> {
    let mut taken = vec![];
    names
        .iter()
        .map(|name| {
            let field = of_name(name).filter(|field| !taken.contains(field))?;
            taken.push(field);
            Some(field)
        })
        .collect()
}

fn of_name(name: &str) -> Option<Field> {
    // Longer ones are data: an address may hold «дом».
    if name.chars().count() > 60 || name.chars().any(|c| c.is_ascii_digit() && c != '2') {
        return None;
    }
    let name = name.to_lowercase().replace(['‘', '’', 'ʻ', 'ʼ', '`'], "'").replace('ё', "е");
    let words: Vec<&str> = name
        .split(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '№' | '#' | '-' | '_' | '"' | '«' | '»')
        })
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let is = |rule: &str, word: &str| match rule.strip_suffix('$') {
        Some(whole) => word == whole,
        None => word.starts_with(rule),
    };
    let found = RULES.iter().find(|(_, rules)| rules.iter().any(|rule| words.iter().any(|word| is(rule, word))));
    found.map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Field::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn columns_are_recognized_in_three_languages() {
        for (written, expected) in [
            (
                &["ЖК", "Дом", "Подъезд", "Кв.", "Этаж", "Площадь, м²", "Л/с", "ФИО", "Телефон", "Роль"][..],
                &[Complex, Building, Entrance, Unit, Floor, Area, Account, Name, Phone, Role][..],
            ),
            (
                &["Адрес дома", "№ квартиры", "Номер лицевого счёта", "Площадь квартиры", "Собственник", "Моб. тел."][..],
                &[Building, Unit, Account, Area, Name, Phone][..],
            ),
            (
                &["Улица", "Номер дома", "Корпус", "Помещение", "Тип помещения", "Телефон собственника квартиры"][..],
                &[Street, Building, Block, Unit, Kind, Phone][..],
            ),
            (
                &[
                    "Majmua",
                    "Uy manzili",
                    "Yo‘lak",
                    "Xonadon raqami",
                    "Qavat",
                    "Maydoni",
                    "Hisob raqami",
                    "F.I.Sh.",
                    "Telefon raqami",
                    "Maqomi",
                ][..],
                &[Complex, Building, Entrance, Unit, Floor, Area, Account, Name, Phone, Role][..],
            ),
            (
                &[
                    "Complex",
                    "Building address",
                    "Entrance",
                    "Apartment",
                    "Floor",
                    "Area m2",
                    "Account no.",
                    "Resident name",
                    "Phone number",
                    "Role",
                ][..],
                &[Complex, Building, Entrance, Unit, Floor, Area, Account, Name, Phone, Role][..],
            ),
        ] {
            let expected: Vec<_> = expected.iter().map(|field| Some(*field)).collect();
            assert_eq!(recognize(&names(written)), expected, "{written:?}");
        }
    }

    #[test]
    fn the_head_stands_below_titles_and_above_data() {
        let rows = [
            names(&["Реестр жителей дома по состоянию на ноябрь"]),
            names(&["Дом", "Квартира", "Комментарий", "Телефон"]),
            names(&["ул. Навои, дом 5", "кв. 42", "", "+998901234567"]),
        ];
        let found = find(rows.iter().map(Vec::as_slice));
        assert_eq!(found, Some((1, vec![Some(Building), Some(Unit), None, Some(Phone)])));
        assert_eq!(find(rows[2..].iter().map(Vec::as_slice)), None, "data is no head");
        assert_eq!(recognize(&names(&["Телефон", "Телефон 1", "Доп. телефон"])), [Some(Phone), None, None]);
    }
}
