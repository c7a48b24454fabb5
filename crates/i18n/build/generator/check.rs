//! The rules between languages: the same texts everywhere, every variable
//! declared in the source language and used there, every reference resolvable
//! and free of cycles. What passes becomes the list of functions to emit.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::catalog::{Catalog, Entry, Key, Locale, Message, Pattern, keys, shown};
use super::declared::{Kind, Variable, variables};
use super::walk::{Use, uses};

/// One text, ready to be written as a function.
pub struct Function<'a> {
    /// The file in the source language.
    pub source: &'a Source,
    /// `card_title`
    pub name: String,
    pub key: Key,
    /// In declared order, only those that this text uses in some language.
    pub variables: Vec<Variable>,
    /// The message of the source language.
    pub message: &'a Message,
    /// The pattern in each language, in the order of `LANGS`.
    pub patterns: Vec<&'a Pattern>,
}

const PLURAL_CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// Applies the rules, appending to `problems`.
pub fn check<'a>(catalog: &'a Catalog<'_>, problems: &mut Vec<String>) -> Vec<Function<'a>> {
    check_parity(catalog, problems);
    let used: Vec<_> = catalog.locales.iter().map(|locale| used_variables(locale, problems)).collect();
    let mut functions = Vec::new();
    for entry in catalog.source_messages() {
        let declared = variables(entry.message.comment.as_ref()).unwrap_or_else(|problem| {
            problems.push(about(entry, &problem));
            Vec::new()
        });
        check_variables(catalog, entry, &declared, &used, problems);
        for key in keys(&entry.message) {
            functions.push(function(catalog, entry, key, &declared, &used));
        }
    }
    check_names(&functions, problems);
    functions
}

fn check_names(functions: &[Function<'_>], problems: &mut Vec<String>) {
    let mut names = BTreeMap::new();
    for f in functions {
        if let Some(first) = names.insert((f.source.path.as_str(), &f.name), &f.key) {
            let (path, name) = (&f.source.path, &f.name);
            let (first, second) = (shown(first), shown(&f.key));
            problems.push(format!("{path}: {second}: becomes `{name}`, as {first} does"));
        }
    }
}

fn about(entry: &Entry<'_>, problem: &str) -> String {
    format!("{}: {}: {problem}", entry.source.path, entry.message.id.name)
}

fn check_parity(catalog: &Catalog<'_>, problems: &mut Vec<String>) {
    let Some((source, others)) = catalog.locales.split_first() else {
        return;
    };
    for (other, (lang, _)) in others.iter().zip(&super::LANGS[1..]) {
        let source_lang = super::LANGS[0].0;
        missing(source, other, lang, problems);
        missing(other, source, source_lang, problems);
    }
}

/// Texts of `have` that `lack`, in language `lang`, has not.
fn missing(have: &Locale<'_>, lack: &Locale<'_>, lang: &str, problems: &mut Vec<String>) {
    for entry in have.messages.values() {
        for key in keys(&entry.message) {
            if !lack.patterns.contains_key(&key) {
                problems.push(format!("{}: {}: missing in {lang}", entry.source.path, shown(&key)));
            }
        }
    }
}

/// Variables of every text of a language, those of referenced messages included.
fn used_variables(locale: &Locale<'_>, problems: &mut Vec<String>) -> BTreeMap<Key, BTreeSet<String>> {
    let mut used = BTreeMap::new();
    for entry in locale.messages.values() {
        for key in keys(&entry.message) {
            let mut variables = BTreeSet::new();
            if let Err(problem) = collect(locale, &key, &mut Vec::new(), &mut variables) {
                problems.push(format!("{}: {}: {problem}", entry.source.path, shown(&key)));
            }
            used.insert(key, variables);
        }
    }
    used
}

fn collect(locale: &Locale<'_>, key: &Key, trail: &mut Vec<Key>, into: &mut BTreeSet<String>) -> Result<(), String> {
    if trail.contains(key) {
        return Err(format!("refers to itself through {}", shown(key)));
    }
    let pattern = locale.patterns.get(key).ok_or_else(|| format!("refers to {}, which does not exist", shown(key)))?;
    trail.push(key.clone());
    for usage in uses(pattern) {
        match usage {
            // A term sees only the arguments given to it, never the message's variables.
            Use::Variable(_) if trail.iter().any(|(id, _)| id.starts_with('-')) => {}
            Use::Variable(name) => drop(into.insert(name)),
            Use::Reference(key) => collect(locale, &key, trail, into)?,
            Use::Function(name) if name != "NUMBER" => {
                return Err(format!("{name}() is not available"));
            }
            Use::Function(_) | Use::Choice(..) => {}
        }
    }
    trail.pop();
    Ok(())
}

fn check_variables(
    catalog: &Catalog<'_>,
    source: &Entry<'_>,
    declared: &[Variable],
    used: &[BTreeMap<Key, BTreeSet<String>>],
    problems: &mut Vec<String>,
) {
    let id = &source.message.id.name;
    for (index, (locale, used)) in catalog.locales.iter().zip(used).enumerate() {
        let Some(entry) = locale.messages.get(id) else {
            continue;
        };
        let names: BTreeSet<_> = keys(&entry.message).iter().filter_map(|key| used.get(key)).flatten().collect();
        for name in &names {
            if !declared.iter().any(|v| v.name == **name) {
                problems.push(about(
                    entry,
                    &format!("${name} is not declared above the message in {}", source.source.path),
                ));
            }
        }
        for variable in declared.iter().filter(|v| index == 0 && !names.contains(&v.name)) {
            problems.push(about(entry, &format!("${} is declared but not used", variable.name)));
        }
        let patterns = keys(&entry.message).into_iter().filter_map(|key| locale.patterns.get(&key));
        for usage in patterns.flat_map(uses) {
            // Only a number has a plural category: of a string every branch but the default is dead.
            if let Use::Choice(name, variants) = usage
                && declared.iter().any(|v| v.name == name && v.kind == Kind::String)
                && variants.iter().any(|key| PLURAL_CATEGORIES.contains(&key.as_str()))
            {
                problems.push(about(entry, &format!("${name} selects a plural but is declared as String")));
            }
        }
    }
}

fn function<'a>(
    catalog: &'a Catalog<'_>,
    entry: &'a Entry<'_>,
    key: Key,
    declared: &[Variable],
    used: &[BTreeMap<Key, BTreeSet<String>>],
) -> Function<'a> {
    let capability = entry.source.capability.as_str();
    let name = shown(&key).replace(['-', '.'], "_");
    let name = name.strip_prefix(&format!("{capability}_")).unwrap_or(&name).to_owned();
    let is_used = |v: &&Variable| used.iter().any(|u| u.get(&key).is_some_and(|names| names.contains(&v.name)));
    Function {
        source: entry.source,
        name,
        variables: declared.iter().filter(is_used).cloned().collect(),
        message: &entry.message,
        patterns: catalog.locales.iter().filter_map(|l| l.patterns.get(&key)).collect(),
        key,
    }
}
