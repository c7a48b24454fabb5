//! Every error that a verb may answer with has a text in every language, and no text is left without its error.

use std::{collections::BTreeSet, fs, path::Path};

use domain::Error;
use i18n::{ERROR_CODES, Lang, error_text};

#[test]
fn every_code_has_a_text_in_every_language() {
    for code in Error::CODES {
        for lang in Lang::ALL {
            let text = error_text(lang, code).unwrap_or_else(|| panic!("{code} has no text in {lang}"));
            assert!(!text.trim().is_empty(), "{code} in {lang}");
        }
    }
    let (codes, texts): (BTreeSet<_>, BTreeSet<_>) = (Error::CODES.iter().collect(), ERROR_CODES.iter().collect());
    assert_eq!(codes, texts, "a text without an error, or an error without a text");
}

/// The codes that the sources of `domain` answer with, so that a new one is not left out of `Error::CODES`.
#[test]
fn every_code_of_the_sources_is_listed() {
    let mut used = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/domain/src"), &mut used);
    let passing = ["not_found", "forbidden", "already_applied", "unavailable", "internal"];
    let listed: BTreeSet<_> =
        Error::CODES.iter().map(|code| (*code).to_owned()).filter(|code| !passing.contains(&code.as_str())).collect();
    assert_eq!(used, listed);
}

fn collect(path: &Path, used: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), used);
        }
        return;
    }
    let source = fs::read_to_string(path).unwrap();
    for before in ["Refused(", "code: "] {
        for (at, _) in source.match_indices(before) {
            // `Refused(if … { "one" } else { "other" })` names two.
            let rest = &source[at + before.len()..];
            let argument = rest.split([';', '\n', ')', '}']).next().unwrap();
            let argument = if argument.starts_with("if ") { rest.split(';').next().unwrap() } else { argument };
            used.extend(argument.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
}
