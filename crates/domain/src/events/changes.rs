//! What was edited, field by field: the old and the new value.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Field → `[old, new]`, as JSON has them; `null` where there was nothing, or is nothing now. Never a secret.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Changes(BTreeMap<String, (Value, Value)>);

impl Changes {
    /// The change of one field; nothing when both are the same.
    pub fn of<T: Serialize + PartialEq>(field: &str, old: &T, new: &T) -> Self {
        let mut changes = Self::default();
        changes.note(field, old, new);
        changes
    }

    /// And of another.
    #[must_use]
    pub fn and<T: Serialize + PartialEq>(mut self, field: &str, old: &T, new: &T) -> Self {
        self.note(field, old, new);
        self
    }

    /// Notes what a field was and is, when that differs.
    pub fn note<T: Serialize + PartialEq>(&mut self, field: &str, old: &T, new: &T) {
        if old != new {
            self.0.insert(field.to_owned(), (serde_json::json!(old), serde_json::json!(new)));
        }
    }

    /// What differs between the fields of the two, as JSON has them.
    pub fn between<T: Serialize>(old: &T, new: &T) -> crate::Result<Self> {
        let mut changes = Self::default();
        if let (Value::Object(old), Value::Object(new)) = (serde_json::to_value(old)?, serde_json::to_value(new)?) {
            for (field, value) in &new {
                changes.note(field, old.get(field).unwrap_or(&Value::Null), value);
            }
        }
        Ok(changes)
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields, in the order of their names, each with its old and its new value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value, &Value)> {
        self.0.iter().map(|(field, (old, new))| (field.as_str(), old, new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_a_change() {
        let changes =
            Changes::of("name", &"ЖК Нур", &"ЖК Нур").and("floor", &None, &Some(3)).and("open", &true, &false);
        assert_eq!(serde_json::to_string(&changes).unwrap(), r#"{"floor":[null,3],"open":[true,false]}"#);
        assert!(Changes::of("name", &1, &1).is_empty());
        let between = Changes::between(&serde_json::json!({"a": 1, "b": null}), &serde_json::json!({"a": 1, "b": "2"}));
        assert_eq!(serde_json::to_string(&between.unwrap()).unwrap(), r#"{"b":[null,"2"]}"#);
    }
}
