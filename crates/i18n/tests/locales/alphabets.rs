//! Letters that look right and are wrong: Cyrillic in Latin texts, Latin inside
//! Russian words, and the several apostrophes of Uzbek. They break search,
//! sorting and screen readers, and nobody sees them in review.

use fluent_syntax::{ast, unicode::unescape_unicode_to_string};
use i18n::Lang;

/// U+2018, the mark of oʻ and gʻ in our texts.
const TURNED: char = '‘';
/// U+2019, the apostrophe inside other Uzbek words: `ma’lumot`.
const APOSTROPHE: char = '’';

/// What is wrong with a piece of prose in `lang`.
fn problems(lang: Lang, prose: &str) -> Vec<String> {
    match lang {
        Lang::Ru => mixed_words(prose),
        Lang::Uz => cyrillic(prose).into_iter().chain(apostrophes(prose)).collect(),
        Lang::En => cyrillic(prose),
    }
}

fn is_cyrillic(c: char) -> bool {
    ('\u{0400}'..='\u{052f}').contains(&c)
}

fn cyrillic(prose: &str) -> Vec<String> {
    // A language's own name is written in its own letters everywhere.
    let rest = Lang::ALL.iter().fold(prose.to_owned(), |text, lang| text.replace(lang.native_name(), ""));
    rest.chars().filter(|c| is_cyrillic(*c)).map(|c| format!("Cyrillic {c}")).collect()
}

fn mixed_words(prose: &str) -> Vec<String> {
    prose
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.contains(is_cyrillic) && word.contains(|c: char| c.is_ascii_alphabetic()))
        .map(|word| format!("Latin letters in {word}"))
        .collect()
}

fn apostrophes(prose: &str) -> Vec<String> {
    let chars: Vec<char> = prose.chars().collect();
    let mut found = Vec::new();
    for (i, mark) in chars.iter().enumerate().filter(|(_, c)| "'`´‘’ʻʼ".contains(**c)) {
        let before = i.checked_sub(1).map(|i| chars[i]).filter(|c| c.is_alphabetic());
        let after = chars.get(i + 1).filter(|c| c.is_alphabetic());
        let expected = match (before, after) {
            (Some('o' | 'O' | 'g' | 'G'), _) => TURNED,
            (Some(_), Some(_)) => APOSTROPHE,
            _ => continue,
        };
        if *mark != expected {
            let word: String = chars[i.saturating_sub(8)..(i + 8).min(chars.len())].iter().collect();
            found.push(format!("{mark} instead of {expected} in «{word}»"));
        }
    }
    found
}

/// The parts of a pattern that a person reads, variants included.
fn prose(pattern: &ast::Pattern<String>, found: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => found.push(value.clone()),
            ast::PatternElement::Placeable { expression } => placeable(expression, found),
        }
    }
}

fn placeable(expression: &ast::Expression<String>, found: &mut Vec<String>) {
    match expression {
        ast::Expression::Select { variants, .. } => variants.iter().for_each(|v| prose(&v.value, found)),
        ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }) => {
            found.push(unescape_unicode_to_string(value).into_owned());
        }
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression }) => placeable(expression, found),
        ast::Expression::Inline(_) => {}
    }
}

fn problems_in_file(lang: Lang, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (id, pattern) in super::patterns(text) {
        let mut pieces = Vec::new();
        prose(&pattern, &mut pieces);
        found.extend(pieces.iter().flat_map(|piece| problems(lang, piece)).map(|problem| format!("{id}: {problem}")));
    }
    found
}

#[test]
fn texts_use_the_letters_of_their_language() {
    for lang in Lang::ALL {
        for (file, text) in super::files(lang) {
            let found = problems_in_file(lang, &text);
            assert!(found.is_empty(), "{file}: {found:#?}");
        }
    }
}

#[test]
fn wrong_letters_are_noticed_wherever_they_stand() {
    // The Latin «o» in each is deliberate.
    for text in [
        "x-a = Сделкa",
        "x-a = { $n ->\n    [one] зaявка\n   *[other] заявки\n}",
        "x-a = Да\n    .hint = Дa",
        "-brand = Контoра",
        "x-a = { \"Контoра\" }",
        "x-a = { $n } зaявка",
    ] {
        assert_eq!(problems_in_file(Lang::Ru, text).len(), 1, "{text}");
    }
    assert!(problems_in_file(Lang::Ru, "x-a = SMS-код, <b>да</b>, PDF").is_empty());
    assert_eq!(problems_in_file(Lang::En, "x-a = Саncel").len(), 2);
    assert_eq!(problems_in_file(Lang::Uz, "x-a = Haа").len(), 1);
    assert!(problems_in_file(Lang::En, "x-a = English, Русский or O‘zbekcha").is_empty());
}

#[test]
fn uzbek_apostrophes() {
    for wrong in ["O'zbek", "o`zbek", "to’lov", "toʻlov", "bog´", "ma'lumot", "ma‘lumot", "taʼmir", "tog'"] {
        assert_eq!(problems(Lang::Uz, wrong).len(), 1, "{wrong}");
    }
    for right in ["O‘zbek", "to‘g‘ri", "ma’lumot", "ta’mir", "‘olma’ 'x'", "<a href='x'>"] {
        assert_eq!(problems(Lang::Uz, right), [""; 0], "{right}");
    }
}
