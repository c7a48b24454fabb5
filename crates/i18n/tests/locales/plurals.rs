//! Plural variants: each language has those that its numbers need and no dead
//! ones, and Fluent picks the right one (categories of CLDR: ru one, few, many;
//! uz and en one, other; for whole numbers).

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast;
use i18n::Lang;

/// The variants of one cardinal plural selector.
struct Plural {
    id: String,
    keys: Vec<String>,
    default: String,
}

/// Every cardinal plural selector in a file.
fn plurals(text: &str) -> Vec<Plural> {
    let mut found = Vec::new();
    for (id, pattern) in super::patterns(text) {
        visit(&id, &pattern, &mut found);
    }
    found
}

fn visit(id: &str, pattern: &ast::Pattern<String>, found: &mut Vec<Plural>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression: ast::Expression::Select { selector, variants } } = element
        else {
            continue;
        };
        let name = |v: &ast::Variant<String>| match &v.key {
            ast::VariantKey::Identifier { name } => Some(name.clone()),
            ast::VariantKey::NumberLiteral { .. } => None,
        };
        let keys: Vec<String> = variants.iter().filter_map(name).collect();
        let is_plural = keys.iter().any(|k| ["zero", "one", "two", "few", "many"].contains(&k.as_str()));
        if is_plural && !is_ordinal(selector) {
            let default = variants.iter().find(|v| v.default).and_then(name).unwrap_or_default();
            found.push(Plural { id: id.to_owned(), keys, default });
        }
        variants.iter().for_each(|variant| visit(id, &variant.value, found));
    }
}

/// `NUMBER($n, type: "ordinal")`, whose categories are others.
fn is_ordinal(selector: &ast::InlineExpression<String>) -> bool {
    matches!(selector, ast::InlineExpression::FunctionReference { arguments, .. }
        if arguments.named.iter().any(|argument| argument.name.name == "type"))
}

/// What is wrong with the set of variants, if anything.
fn problem(lang: Lang, plural: &Plural) -> Option<String> {
    let has = |key: &str| plural.keys.iter().any(|k| k == key);
    let (needed, allowed): (&[&str], &[&str]) = match lang {
        Lang::Ru => (&["one", "few"], &["one", "few", "many", "other"]),
        Lang::Uz | Lang::En => (&["one", "other"], &["one", "other"]),
    };
    let missing = needed.iter().find(|key| !has(key)).map(|key| format!("no [{key}]"));
    let dead =
        plural.keys.iter().find(|key| !allowed.contains(&key.as_str())).map(|key| format!("[{key}] never matches"));
    // Whole numbers in Russian are never «other», so it stands for «many» only as the default.
    let without_many =
        || (lang == Lang::Ru && !has("many") && plural.default != "other").then(|| "no [many]".to_owned());
    missing.or(dead).or_else(without_many).map(|what| format!("{}: {what}", plural.id))
}

/// The variant that Fluent picks for `number`: the same selector, with its keys as texts.
fn picked(lang: Lang, plural: &Plural, number: i64) -> String {
    let variants: String = plural
        .keys
        .iter()
        .map(|key| format!("    {}[{key}] {key}\n", if *key == plural.default { "*" } else { "" }))
        .collect();
    let mut bundle = FluentBundle::new(vec![lang.code().parse().unwrap()]);
    bundle.add_resource(FluentResource::try_new(format!("probe = {{ $n ->\n{variants}}}\n")).unwrap()).unwrap();
    let mut args = FluentArgs::new();
    args.set("n", number);
    let mut errors = Vec::new();
    let message = bundle.get_message("probe").unwrap();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors).into_owned();
    assert!(errors.is_empty(), "{errors:?}");
    text
}

#[test]
fn plurals_are_complete_and_without_dead_variants() {
    for lang in Lang::ALL {
        for (file, text) in super::files(lang) {
            let found: Vec<_> = plurals(&text).iter().filter_map(|plural| problem(lang, plural)).collect();
            assert!(found.is_empty(), "{file}: {found:#?}");
        }
    }
}

#[test]
fn every_russian_plural_picks_the_right_variant() {
    let fixture = include_str!("../fixture/ru/orders.ftl").to_owned();
    let mut tried = 0;
    for (file, text) in super::files(Lang::Ru).into_iter().chain([("fixture".to_owned(), fixture)]) {
        // An exact default such as *[0] is not a category; `problem` reports what is missing then.
        for plural in plurals(&text).iter().filter(|plural| !plural.default.is_empty()) {
            for (number, category) in [
                (1, "one"),
                (21, "one"),
                (101, "one"),
                (2, "few"),
                (22, "few"),
                (0, "many"),
                (5, "many"),
                (11, "many"),
                (25, "many"),
            ] {
                let expected = if plural.keys.iter().any(|key| key == category) { category } else { &plural.default };
                assert_eq!(picked(Lang::Ru, plural, number), expected, "{file}: {}: {number}", plural.id);
                tried += 1;
            }
        }
    }
    assert!(tried > 0, "the fixture has a plural");
}

#[test]
fn incomplete_plurals_are_noticed() {
    let check = |lang, variants: &str| {
        let found = plurals(&format!("x-a = {{ $n ->\n{variants}\n}}\n"));
        assert_eq!(found.len(), 1, "{variants}");
        problem(lang, &found[0])
    };
    let bad = |lang, variants: &str, what: &str| assert_eq!(check(lang, variants), Some(format!("x-a: {what}")));
    bad(Lang::Ru, " [one] 1\n *[other] 2", "no [few]");
    bad(Lang::Ru, " [few] 1\n *[many] 2", "no [one]");
    bad(Lang::Ru, " [one] 1\n *[few] 2", "no [many]");
    bad(Lang::Ru, " [one] 1\n [few] 2\n [two] 2\n *[many] 3", "[two] never matches");
    bad(Lang::En, " [one] 1\n [few] 2\n *[other] 3", "[few] never matches");
    bad(Lang::Uz, " *[one] 1", "no [other]");
    assert_eq!(check(Lang::Ru, " [one] 1\n [few] 2\n *[many] 3"), None);
    assert_eq!(check(Lang::Ru, " [0] 0\n [one] 1\n [few] 2\n *[other] 3"), None);
    assert_eq!(check(Lang::En, " [one] 1\n *[other] 2"), None);
}
