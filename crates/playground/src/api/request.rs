//! A checked call: its parameters with their types, and the files that came with it. Missing
//! parameters have been refused before, so the accessors of required ones fall back to nothing.

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::{Map, Value};

/// A file part of a multipart call.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub name: String,
    pub mime: Option<String>,
    pub bytes: Bytes,
}

/// A checked call.
pub(crate) struct Request<'a> {
    pub bot: i64,
    /// The method's proper name.
    pub method: &'a str,
    pub params: Map<String, Value>,
    pub uploads: HashMap<String, Upload>,
}

impl Request<'_> {
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.params.get(name)
    }

    pub fn int(&self, name: &str) -> Option<i64> {
        self.get(name)?.as_i64()
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    pub fn list(&self, name: &str) -> &[Value] {
        self.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}
