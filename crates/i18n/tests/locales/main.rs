//! What must hold for the product's texts and the compiler cannot say: the same
//! keys and variables in every language, scripts and apostrophes, plurals. These
//! tests read `locales/` themselves and share nothing with the build script.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod alphabets;
mod keys;
mod plurals;

use std::{fs, path::Path};

use fluent_syntax::{ast, parser};
use i18n::Lang;

/// Every file of a language as `(file name, content)`.
fn files(lang: Lang) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(lang.code());
    let files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            (format!("{lang}/{name}"), fs::read_to_string(&path).unwrap())
        })
        .collect();
    assert!(!files.is_empty(), "no texts in {lang}");
    files
}

/// The patterns of all messages and terms, values and attributes, with their ids.
fn patterns(text: &str) -> Vec<(String, ast::Pattern<String>)> {
    let resource = parser::parse(text.to_owned()).unwrap();
    let mut found = Vec::new();
    for entry in resource.body {
        let (id, value, attributes) = match entry {
            ast::Entry::Message(m) => (m.id.name, m.value, m.attributes),
            ast::Entry::Term(t) => (t.id.name, Some(t.value), t.attributes),
            _ => continue,
        };
        let values = value.into_iter().chain(attributes.into_iter().map(|a| a.value));
        found.extend(values.map(|pattern| (id.clone(), pattern)));
    }
    found
}
