//! What was edited, field by field: the old and the new value.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Field → `[old, new]`, as JSON has them. Never a secret.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Changes(BTreeMap<String, (Value, Value)>);

impl Changes {
    /// Notes what a field was and is, when that differs.
    pub fn note<T: Serialize + PartialEq>(&mut self, field: &str, old: &T, new: &T) {
        if old != new {
            self.0.insert(field.to_owned(), (serde_json::json!(old), serde_json::json!(new)));
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
