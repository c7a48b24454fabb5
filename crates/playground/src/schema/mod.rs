//! The Bot API as data: every method's parameters and every type's fields, with limits. It is
//! parsed once and is the only source of what a call may contain; nothing here is written by hand
//! except how a union's member is recognized.

mod check;
mod limit;
mod union;

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

pub use check::{Fault, check_call};
pub use limit::utf16;

/// The Bot API that the playground speaks.
static DATA: &str = include_str!("../../botapi-10.3.json");

static SCHEMA: LazyLock<Result<Schema, serde_json::Error>> = LazyLock::new(|| serde_json::from_str(DATA));

/// The parsed Bot API.
#[derive(Debug, Deserialize)]
pub struct Schema {
    methods: HashMap<String, Shape>,
    types: HashMap<String, Shape>,
    #[serde(skip)]
    by_lower: std::sync::OnceLock<HashMap<String, String>>,
}

/// A method's parameters or a type's fields.
#[derive(Debug, Deserialize)]
pub struct Shape {
    /// Parameters or fields, in the order of the documentation.
    pub fields: Vec<Field>,
    /// The members of a union; empty for an object.
    #[serde(default)]
    pub subtypes: Vec<String>,
}

/// A parameter or a field.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// What it may be: `String`, `Integer`, `Float`, `Boolean`, a type, or `Array of …`.
    pub types: Vec<String>,
    /// Whether it must be given.
    pub required: bool,
    /// Its size or range.
    pub limit: Option<Limit>,
}

/// A size or a range, both ends included.
#[derive(Debug, Deserialize)]
pub struct Limit {
    /// The least.
    pub min: Option<f64>,
    /// The most.
    pub max: Option<f64>,
    /// What is counted.
    pub unit: Unit,
}

/// What a [`Limit`] counts.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// UTF-16 code units of a text.
    Characters,
    /// Bytes of a text in UTF-8.
    Bytes,
    /// Items of an array.
    Items,
    /// The number itself; of a text its characters.
    Value,
}

impl Schema {
    /// The embedded Bot API; an error means that the embedded file is damaged.
    pub fn get() -> Result<&'static Self, &'static serde_json::Error> {
        SCHEMA.as_ref()
    }

    /// A method by its name in any case, with its proper name: `sendmessage` → `sendMessage`.
    pub fn method(&self, name: &str) -> Option<(&str, &Shape)> {
        let by_lower =
            self.by_lower.get_or_init(|| self.methods.keys().map(|name| (name.to_lowercase(), name.clone())).collect());
        let proper = by_lower.get(&name.to_lowercase())?;
        self.methods.get_key_value(proper).map(|(name, shape)| (name.as_str(), shape))
    }

    /// A type by its exact name.
    pub fn shape(&self, name: &str) -> Option<&Shape> {
        self.types.get(name)
    }
}

impl Shape {
    /// A parameter or field by its name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
