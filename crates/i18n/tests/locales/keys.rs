//! The same keys with the same variables in all languages, found by reading
//! lines: no Fluent parser, so that this does not share the build's mistakes.

use std::collections::{BTreeMap, BTreeSet};

use i18n::Lang;

type Keys = BTreeMap<String, BTreeSet<String>>;

/// Keys of messages and attributes with the variables named in their lines.
fn keys(text: &str) -> Keys {
    let mut keys = Keys::new();
    let mut message = String::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let mut rest = line;
        if let Some((name, value)) = line.split_once('=') {
            if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
                message = name.trim().to_owned();
                key.clone_from(&message);
                rest = value;
            } else if let Some(attribute) = name.trim().strip_prefix('.') {
                key = format!("{message}.{}", attribute.trim());
                rest = value;
            }
        }
        if !message.starts_with('-') {
            keys.entry(key.clone()).or_default().extend(variables(rest));
        }
    }
    keys
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).filter_map(|after| {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        let name = &after[..end.unwrap_or(after.len())];
        name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| name.to_owned())
    })
}

fn all(lang: Lang) -> Keys {
    super::files(lang).iter().flat_map(|(_, text)| keys(text)).collect()
}

#[test]
fn all_languages_have_the_same_keys_and_variables() {
    let source = all(Lang::Ru);
    for lang in [Lang::Uz, Lang::En] {
        let other = all(lang);
        let differing: BTreeSet<_> = source
            .keys()
            .chain(other.keys())
            .filter(|key| source.get(*key) != other.get(*key))
            .map(|key| format!("{key}: {:?} in ru, {:?} in {lang}", source.get(key), other.get(key)))
            .collect();
        assert!(differing.is_empty(), "{differing:#?}");
    }
}

#[test]
fn keys_and_variables_are_found_by_line() {
    let text = "\
-term = Т { $case }\n# $not (Number) — a comment\nx-a = { $a ->\n    [one] { $b }, 5 $\n   *[other] c = { $c-d }\n}\n    .hint = { $e }\n\nx-f =\n    text\n";
    let expected = [("x-a", vec!["a", "b", "c-d"]), ("x-a.hint", vec!["e"]), ("x-f", vec![])];
    let found = keys(text);
    assert_eq!(found.len(), expected.len());
    for (key, variables) in expected {
        assert!(found[key].iter().eq(&variables), "{key}: {:?}", found[key]);
    }
}
