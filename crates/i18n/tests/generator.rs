//! The build script's rules, each with a text that breaks it: a mistake in the
//! locales must stop the build with a line that names file and message.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../build/generator/mod.rs"]
mod generator;

use generator::{LANGS, Source, generate};

/// One file per language, all of them of the capability `deals`.
fn run(ru: &str, uz: &str, en: &str) -> Result<String, Vec<String>> {
    let texts = [ru, uz, en];
    let sources: Vec<Source> = LANGS.iter().zip(texts).map(|((lang, _), text)| source(lang, "deals", text)).collect();
    generate(&sources)
}

fn source(lang: &'static str, capability: &str, text: &str) -> Source {
    Source {
        lang,
        capability: capability.to_owned(),
        path: format!("locales/{lang}/{capability}.ftl"),
        text: text.to_owned(),
    }
}

/// Exactly these problems, in any order.
#[track_caller]
fn refused(ru: &str, uz: &str, en: &str, expected: &[&str]) {
    let mut found = run(ru, uz, en).unwrap_err();
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected);
}

/// The same text in every language.
#[track_caller]
fn refused_in_all(text: &str, problem: &str) {
    let expected: Vec<String> = LANGS.iter().map(|(lang, _)| format!("locales/{lang}/deals.ftl: {problem}")).collect();
    refused(text, text, text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_correct_text_becomes_a_function_with_its_text_as_doc() {
    let code = run(
        "# $number (Number) — номер\n# $name (String) — имя\ndeals-card-title = Сделка { $number }, { $name }",
        "deals-card-title = Bitim { $number }, { $name }",
        "deals-card-title = Deal { $number }, { $name }",
    )
    .unwrap();
    assert!(code.contains("pub fn r#card_title(lang: Lang, r#number: i64, r#name: &str) -> String"), "{code}");
    assert!(code.contains("deals-card-title = Сделка { $number }, { $name }"), "{code}");
    assert!(code.contains("- `number`: номер"), "{code}");
}

#[test]
fn missing_in_a_translation() {
    refused(
        "deals-a = А\ndeals-b = Б",
        "deals-a = A\ndeals-b = B",
        "deals-b = B",
        &["locales/ru/deals.ftl: deals-a: missing in en"],
    );
}

#[test]
fn missing_in_the_source_language() {
    refused(
        "deals-a = А",
        "deals-a = A\ndeals-b = B",
        "deals-a = A",
        &["locales/uz/deals.ftl: deals-b: missing in ru"],
    );
}

#[test]
fn missing_attribute_and_missing_value() {
    refused(
        "deals-a = А\n    .hint = Х",
        "deals-a = A",
        "deals-a =\n    .hint = X",
        &["locales/ru/deals.ftl: deals-a.hint: missing in uz", "locales/ru/deals.ftl: deals-a: missing in en"],
    );
}

#[test]
fn duplicate_ids() {
    refused(
        "deals-a = 1\ndeals-a = 2",
        "deals-a = 1",
        "deals-a = 1",
        &["locales/ru/deals.ftl: deals-a: duplicate id, first in locales/ru/deals.ftl"],
    );
}

#[test]
fn duplicate_terms() {
    refused("-t = 1\n-t = 2\ndeals-a = А", "deals-a = A", "deals-a = A", &["locales/ru/deals.ftl: -t: duplicate id"]);
}

#[test]
fn ids_that_do_not_belong_to_the_file() {
    let problem = "ids in this file are `deals-` and then kebab-case [a-z][a-z0-9-]*";
    for id in ["requests-a", "deals", "deals-", "deals-2nd", "deals-camelCase", "deals-snake_case"] {
        refused_in_all(&format!("{id} = X"), &format!("{id}: {problem}"));
    }
}

#[test]
fn a_two_word_capability_has_a_kebab_case_prefix() {
    let sources = LANGS.map(|(lang, _)| source(lang, "phone_numbers", "phone-numbers-title = X"));
    let code = generate(&sources).unwrap();
    assert!(code.contains("pub mod r#phone_numbers"), "{code}");
    assert!(code.contains("pub fn r#title(lang: Lang) -> String"), "{code}");
}

#[test]
fn a_file_name_that_is_no_module_name() {
    let sources = LANGS.map(|(lang, _)| source(lang, "Phone-Numbers", ""));
    let problems = generate(&sources).unwrap_err();
    assert_eq!(problems[0], "locales/ru/Phone-Numbers.ftl: a file name is snake_case: [a-z][a-z0-9_]*.ftl");
}

#[test]
fn junk_with_its_line() {
    let problems = run("deals-a = А\n\ndeals-b { $x", "deals-a = A", "deals-a = A").unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("locales/ru/deals.ftl:3: junk: "), "{problems:?}");
}

#[test]
fn a_variable_that_is_not_declared() {
    let problem = "deals-a: $x is not declared above the message in locales/ru/deals.ftl";
    refused("deals-a = А", "deals-a = A { $x }", "deals-a = A", &[&format!("locales/uz/deals.ftl: {problem}")]);
    refused("deals-a = А { $x }", "deals-a = A", "deals-a = A", &[&format!("locales/ru/deals.ftl: {problem}")]);
    refused("deals-a = А", "deals-a = A", "deals-a = A { NUMBER($x) }", &[&format!("locales/en/deals.ftl: {problem}")]);
}

#[test]
fn a_variable_used_only_inside_a_referenced_message_counts() {
    let greeting = "# $name (String) — имя\ndeals-hi = { $name }\n";
    let undeclared = format!("{greeting}deals-a = {{ deals-hi }}");
    refused_in_all(&undeclared, "deals-a: $name is not declared above the message in locales/ru/deals.ftl");
    let declared = format!("{greeting}# $name (String) — имя\ndeals-a = {{ deals-hi }}");
    let code = run(&declared, &declared, &declared).unwrap();
    assert!(code.contains("pub fn r#a(lang: Lang, r#name: &str) -> String"), "{code}");
}

#[test]
fn a_variable_declared_and_not_used() {
    let ru = "# $x (Number) — лишняя\ndeals-a = А";
    refused(ru, "deals-a = A", "deals-a = A", &["locales/ru/deals.ftl: deals-a: $x is declared but not used"]);
}

#[test]
fn a_declaration_that_cannot_be_read() {
    for line in ["$x — how many", "$x (Count) — how many", "$x (Number"] {
        let problems = run(&format!("# {line}\ndeals-a = А"), "deals-a = A", "deals-a = A").unwrap_err();
        assert!(problems[0].starts_with(&format!("locales/ru/deals.ftl: deals-a: `{line}` is not ")), "{problems:?}");
    }
    for (declarations, problem) in [
        ("# $lang (String)", "$lang: a variable is snake_case and not `lang`"),
        ("# $fullName (String)", "$fullName: a variable is snake_case and not `lang`"),
        ("# $x (String)\n# $x (Number)", "$x is declared twice"),
    ] {
        refused(
            &format!("{declarations}\ndeals-a = А"),
            "deals-a = A",
            "deals-a = A",
            &[&format!("locales/ru/deals.ftl: deals-a: {problem}")],
        );
    }
}

#[test]
fn a_plural_of_a_string() {
    let en = "deals-a = { $x ->\n    [one] one\n   *[other] other\n}";
    refused(
        "# $x (String)\ndeals-a = { $x }",
        "deals-a = { $x }",
        en,
        &["locales/en/deals.ftl: deals-a: $x selects a plural but is declared as String"],
    );
}

#[test]
fn references_to_nothing_and_in_circles() {
    refused_in_all("deals-a = { deals-b }", "deals-a: refers to deals-b, which does not exist");
    refused_in_all("deals-a = { -brand }", "deals-a: refers to -brand, which does not exist");
    refused_in_all("deals-a = { deals-a }", "deals-a: refers to itself through deals-a");
    refused_in_all("deals-a = { DATETIME(1) }", "deals-a: DATETIME() is not available");
}

#[test]
fn two_texts_with_one_function_name() {
    let text = "deals-a-b = X\ndeals-a = X\n    .b = X";
    refused(text, text, text, &["locales/ru/deals.ftl: deals-a-b: becomes `a_b`, as deals-a.b does"]);
}

#[test]
fn without_error_texts_the_table_is_empty_and_still_there() {
    let code = run("deals-a = А", "deals-a = A", "deals-a = A").unwrap();
    assert!(code.contains("pub const ERROR_CODES: &[&str] = &[];"), "{code}");
    assert!(code.contains("pub mod r#errors {\n}"), "{code}");
}
