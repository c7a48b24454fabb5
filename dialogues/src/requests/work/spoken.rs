//! Sums and materials as people write them: «сифон 1 85000», «труба 2,5 м 120 000 сум», «85к».

/// The longest line that is looked at, in characters.
const LINE_MAX: usize = 200;

/// A material: what, how much in thousandths, what all of it cost in minor units.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    pub name: String,
    pub quantity: i64,
    pub cost: i64,
}

/// What a line says of a material; none when there is no name, or no sum at its end.
pub(super) fn material(line: &str) -> Option<Spoken> {
    if line.chars().count() > LINE_MAX {
        return None;
    }
    let mut words: Vec<&str> = line.split_whitespace().collect();
    drop_currency(&mut words);
    let (thousands, at) = cost(&mut words)?;
    // Of the numbers before the sum the last is how much; a unit may stand behind it, or stick to it.
    let before = words.get(..at)?;
    let (quantity, named) = match before {
        [.., number, unit] if is_unit(unit) => (quantity(number), before.len() - 2),
        [.., number] => (quantity(number), before.len() - 1),
        [] => (None, 0),
    };
    let (quantity, named) = quantity.map_or((1000, before.len()), |quantity| (quantity, named));
    let name = before.get(..named)?.join(" ");
    let name = name.trim_matches(|c: char| matches!(c, ',' | ':' | '-' | '–' | '—' | ' '));
    (name.chars().any(char::is_alphabetic)).then(|| Spoken { name: name.to_owned(), quantity, cost: thousands })
}

/// A sum alone: «185000», «185 000 сум», «185к».
pub(super) fn sum(line: &str) -> Option<i64> {
    if line.chars().count() > LINE_MAX {
        return None;
    }
    let mut words: Vec<&str> = line.split_whitespace().collect();
    drop_currency(&mut words);
    let (sum, at) = cost_of(&words, true)?;
    (at == 0).then_some(sum)
}

fn cost(words: &mut [&str]) -> Option<(i64, usize)> {
    cost_of(words, false)
}

/// The sum at the end, in minor units, and where it begins. Groups of three belong together: «120 000». Where the group
/// before could as well be how much, it is, unless nothing but the sum is `alone` on the line.
fn cost_of(words: &[&str], alone: bool) -> Option<(i64, usize)> {
    let (last, before) = words.split_last()?;
    if let Some(many) = thousand(last) {
        if let (Some(digits), true) = (before.last().and_then(|word| decimal(word)), many.is_empty()) {
            return Some((digits.checked_mul(100)?, before.len() - 1)); // «85 тыс»: thousandths of a thousand
        }
        return Some((decimal(many)?.checked_mul(100)?, before.len())); // «85к»
    }
    let is_group = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_head = |word: &str| matches!(word.len(), 1..=3) && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut at = words.len() - 1;
    let mut digits = (*last).to_owned();
    while is_group(words.get(at)?) && at > 0 && words.get(at - 1).is_some_and(|word| is_head(word)) {
        let head = words.get(at - 1)?;
        let farther = at >= 2 && words.get(at - 2).is_some_and(|word| is_head(word));
        let is_quantity = !alone && !farther && (at < words.len() - 1 || head.len() == 1 && *last != "000");
        if is_quantity {
            break;
        }
        digits.insert_str(0, head);
        at -= 1;
    }
    let digits: String = digits.replace(['_', '\u{a0}', '\''], "");
    let thousandths = decimal(&digits)?;
    // Minor units are hundredths: nothing smaller is paid.
    (thousandths % 10 == 0).then_some((thousandths / 10, at))
}

/// What stands before «к», «тыс» or «ming»; empty where the word is nothing else.
fn thousand(word: &str) -> Option<&str> {
    let word = word.trim_end_matches('.');
    ["тыс", "ming", "к", "k"].into_iter().find_map(|suffix| word.strip_suffix(suffix))
}

fn drop_currency(words: &mut Vec<&str>) {
    let is_currency = |word: &str| {
        let word = word.to_lowercase();
        let word = word.trim_end_matches('.');
        matches!(
            word,
            "сум" | "сўм" | "so‘m" | "so'm" | "som" | "uzs" | "руб" | "рублей" | "₽" | "rub" | "тенге" | "kzt"
        )
    };
    if words.last().is_some_and(|word| is_currency(word)) {
        words.pop();
    }
}

fn is_unit(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.trim_end_matches('.'),
        "шт" | "штук"
            | "штуки"
            | "штука"
            | "м"
            | "метр"
            | "метра"
            | "метров"
            | "кг"
            | "л"
            | "уп"
            | "пара"
            | "dona"
            | "ta"
            | "metr"
            | "m"
            | "kg"
            | "l"
            | "pcs"
            | "pc"
    )
}

/// «2», «2,5», «2шт», «x2», in thousandths; nothing that is not above zero.
fn quantity(word: &str) -> Option<i64> {
    let word = word.trim_start_matches(['x', 'х', '×', '*']);
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let unit = word.get(digits.len()..)?;
    (unit.is_empty() || is_unit(unit)).then(|| decimal(digits)).flatten().filter(|quantity| *quantity > 0)
}

/// A number with at most three places, in thousandths.
fn decimal(word: &str) -> Option<i64> {
    let (whole, rest) = word.split_once([',', '.']).unwrap_or((word, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || rest.len() > 3 || !digits(whole) || !digits(rest) {
        return None;
    }
    let rest: i64 = format!("{rest:0<3}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_material_is_understood_as_people_write_it() {
        for (line, said) in [
            ("сифон 1 85000", Some(("сифон", 1000, 8_500_000))),
            ("Сифон 85000", Some(("Сифон", 1000, 8_500_000))),
            ("сифон 1 85 000", Some(("сифон", 1000, 8_500_000))),
            ("сифон 1 250 000", Some(("сифон", 1000, 25_000_000))),
            ("сифон 85 000 сум", Some(("сифон", 1000, 8_500_000))),
            ("сифон 1 шт 85000", Some(("сифон", 1000, 8_500_000))),
            ("сифон 2шт 85к", Some(("сифон", 2000, 8_500_000))),
            ("сифон x2 85 тыс", Some(("сифон", 2000, 8_500_000))),
            ("труба 2,5 м 120 000", Some(("труба", 2500, 12_000_000))),
            ("винт М6 20 500", Some(("винт М6", 1000, 2_050_000))),
            ("винт 2 500", Some(("винт", 2000, 50_000))),
            ("кабель ВВГ 3x1.5 10 м 95000,50", Some(("кабель ВВГ 3x1.5", 10_000, 9_500_050))),
            ("sifon 1 dona 85000 so‘m", Some(("sifon", 1000, 8_500_000))),
            ("сифон", None),
            ("85000", None),
            ("1 85000", None),
            ("сифон даром", None),
            ("сифон 1 -5", None),
            ("сифон 1 99999999999999999999", None),
            ("", None),
        ] {
            let heard = material(line);
            let heard = heard.as_ref().map(|it| (it.name.as_str(), it.quantity, it.cost));
            assert_eq!(heard, said, "{line}");
        }
    }

    #[test]
    fn a_sum_is_understood_as_people_write_it() {
        for (line, said) in [
            ("185000", Some(18_500_000)),
            ("185 000", Some(18_500_000)),
            ("1 250 000 сум", Some(125_000_000)),
            ("185к", Some(18_500_000)),
            ("185 тыс.", Some(18_500_000)),
            ("2 500", Some(250_000)),
            ("99,50 руб", Some(9950)),
            ("сто", None),
            ("работа 185000", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(sum(line), said, "{line}");
        }
    }
}
