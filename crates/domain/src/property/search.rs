//! What somebody types to find a flat: words that all have to be found somewhere.

/// The longest search that is looked at, in characters.
const MAX: usize = 100;

/// The words of a search, as the queries compare them: lower case, at most eight; a phone number, however it is spaced,
/// is one word of digits. Empty: no search.
pub(super) fn words(query: Option<&str>) -> Vec<String> {
    let query: String = query.unwrap_or_default().chars().take(MAX).collect::<String>().to_lowercase();
    let digits: String = query.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 7 && query.chars().all(|c| c.is_ascii_digit() || " +-()\u{a0}".contains(c)) {
        return vec![digits];
    }
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '«' | '»' | '№' | '#');
    let words = query.split(apart).map(|word| word.trim_matches(['.', '+'])).filter(|word| !word.is_empty());
    words.take(8).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_read_as_people_type_it() {
        assert_eq!(words(Some("Навои, 5  кв. 42")), ["навои", "5", "кв", "42"]);
        assert_eq!(words(Some("+998 (90) 123-45-67")), ["998901234567"]);
        assert_eq!(words(Some("№12А")), ["12а"]);
        assert!(words(None).is_empty() && words(Some(" , ")).is_empty());
    }
}
