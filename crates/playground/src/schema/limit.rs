//! Sizes and ranges of parameters, in the units that Telegram counts in.

use serde_json::Value;

use super::{Limit, Unit};

/// The length of a text in UTF-16 code units, as Telegram counts characters and entity offsets.
pub fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Limit {
    /// Whether `value` is within the limit; `Err` holds the size that it has.
    pub(super) fn admits(&self, value: &Value) -> Result<(), f64> {
        let size = match (value, self.unit) {
            (Value::String(text), Unit::Bytes) => text.len() as f64,
            (Value::String(text), _) => utf16(text) as f64,
            (Value::Array(items), _) => items.len() as f64,
            (Value::Number(number), _) => number.as_f64().unwrap_or(f64::NAN),
            _ => return Ok(()),
        };
        let above = self.min.is_none_or(|min| size >= min);
        let below = self.max.is_none_or(|max| size <= max);
        if above && below { Ok(()) } else { Err(size) }
    }

    /// The limit in words: `1-64 bytes`.
    pub(super) fn words(&self) -> String {
        let end = |end: Option<f64>| end.map_or_else(String::new, |end| end.to_string());
        let unit = match self.unit {
            Unit::Characters => " characters",
            Unit::Bytes => " bytes",
            Unit::Items => " items",
            Unit::Value => "",
        };
        format!("{}-{}{unit}", end(self.min), end(self.max))
    }
}
