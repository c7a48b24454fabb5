//! Parsed sources, indexed by language. A text is a message's value or one of
//! its attributes; texts and terms are the nodes that references point at.
//! Rules about ids (prefix, spelling, duplicates) are applied while indexing.

use std::collections::BTreeMap;

use fluent_syntax::{ast, parser};

use super::{LANGS, Source};

pub type Message = ast::Message<String>;
pub type Pattern = ast::Pattern<String>;

/// `(id, attribute)`; a term's id keeps its leading `-`.
pub type Key = (String, Option<String>);

/// A message with the file that holds it.
pub struct Entry<'a> {
    pub source: &'a Source,
    pub message: Message,
}

/// Everything in one language.
#[derive(Default)]
pub struct Locale<'a> {
    /// Messages by id.
    pub messages: BTreeMap<String, Entry<'a>>,
    /// Values and attributes of messages and terms.
    pub patterns: BTreeMap<Key, Pattern>,
}

/// All languages, in the order of [`LANGS`].
pub struct Catalog<'a> {
    pub locales: Vec<Locale<'a>>,
}

impl<'a> Catalog<'a> {
    /// Parses and indexes; the second part is what was wrong.
    pub fn parse(sources: &'a [Source]) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let locales = LANGS
            .iter()
            .map(|(lang, _)| {
                let mut locale = Locale::default();
                for source in sources.iter().filter(|s| s.lang == *lang) {
                    locale.add(source, &mut problems);
                }
                locale
            })
            .collect();
        (Self { locales }, problems)
    }

    /// Messages of the source language.
    pub fn source_messages(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.locales.iter().take(1).flat_map(|l| l.messages.values())
    }
}

impl<'a> Locale<'a> {
    fn add(&mut self, source: &'a Source, problems: &mut Vec<String>) {
        let path = &source.path;
        if !is_snake(&source.capability) {
            problems.push(format!("{path}: a file name is snake_case: [a-z][a-z0-9_]*.ftl"));
        }
        let resource = parser::parse(source.text.clone()).unwrap_or_else(|(resource, errors)| {
            problems.extend(errors.iter().map(|e| {
                let upto = source.text.get(..e.pos.start).unwrap_or(&source.text);
                format!("{path}:{}: junk: {}", upto.matches('\n').count() + 1, e.kind)
            }));
            resource
        });
        for entry in resource.body {
            match entry {
                ast::Entry::Message(message) => self.add_message(source, message, problems),
                ast::Entry::Term(term) => {
                    let id = format!("-{}", term.id.name);
                    if self.patterns.contains_key(&(id.clone(), None)) {
                        problems.push(format!("{path}: {id}: duplicate id"));
                    }
                    self.add_patterns(&id, Some(term.value), term.attributes);
                }
                _ => {}
            }
        }
    }

    fn add_message(&mut self, source: &'a Source, message: Message, problems: &mut Vec<String>) {
        let path = &source.path;
        let id = message.id.name.clone();
        let prefix = format!("{}-", source.capability.replace('_', "-"));
        if id.strip_prefix(&prefix).is_none_or(|rest| !is_kebab(rest)) {
            problems.push(format!("{path}: {id}: ids in this file are `{prefix}` and then kebab-case [a-z][a-z0-9-]*"));
        }
        for attribute in &message.attributes {
            if !is_kebab(&attribute.id.name) {
                problems.push(format!("{path}: {id}.{}: an attribute is kebab-case", attribute.id.name));
            }
        }
        if let Some(first) = self.messages.get(&id) {
            problems.push(format!("{path}: {id}: duplicate id, first in {}", first.source.path));
            return;
        }
        self.add_patterns(&id, message.value.clone(), message.attributes.clone());
        self.messages.insert(id, Entry { source, message });
    }

    fn add_patterns(&mut self, id: &str, value: Option<Pattern>, attributes: Vec<ast::Attribute<String>>) {
        if let Some(value) = value {
            self.patterns.insert((id.to_owned(), None), value);
        }
        for attribute in attributes {
            self.patterns.insert((id.to_owned(), Some(attribute.id.name)), attribute.value);
        }
    }
}

/// The keys of one message: its value, if any, then its attributes.
pub fn keys(message: &Message) -> Vec<Key> {
    let id = &message.id.name;
    let value = message.value.iter().map(|_| (id.clone(), None));
    let attributes = message.attributes.iter().map(|a| (id.clone(), Some(a.id.name.clone())));
    value.chain(attributes).collect()
}

/// `requests-open.hint`, as written in a reference.
pub fn shown((id, attribute): &Key) -> String {
    match attribute {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.clone(),
    }
}

/// Whether `name` is `[a-z][a-z0-9_]*`.
pub fn is_snake(name: &str) -> bool {
    is_lower(name, '_')
}

fn is_kebab(name: &str) -> bool {
    is_lower(name, '-')
}

fn is_lower(name: &str, joint: char) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}
