//! A body that a schema allows, made from the document alone.

use serde_json::{Map, Value, json};

/// A value of `schema`, in which every reference leads into `document`. Only what is required is filled in.
pub fn of(document: &Value, schema: &Value) -> Value {
    if let Some(path) = schema["$ref"].as_str() {
        return of(document, document.pointer(&path[1..]).unwrap_or(&Value::Null));
    }
    for key in ["example", "default", "const"] {
        if !schema[key].is_null() {
            return schema[key].clone();
        }
    }
    if let Some(first) = ["examples", "enum"].iter().find_map(|key| schema[*key].get(0)) {
        return first.clone();
    }
    if let Some(all) = schema["allOf"].as_array() {
        let mut whole = Map::new();
        for part in all {
            if let Value::Object(fields) = of(document, part) {
                whole.extend(fields);
            }
        }
        return Value::Object(whole);
    }
    if let Some(choices) = ["oneOf", "anyOf"].iter().find_map(|key| schema[*key].as_array()) {
        let some = choices.iter().find(|choice| choice["type"] != "null");
        return some.map_or(Value::Null, |choice| of(document, choice));
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        kind => kind.as_str(),
    };
    match kind {
        Some("string") => text(schema),
        Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or(json!(1)),
        Some("boolean") => json!(true),
        Some("array") => {
            let few = schema["minItems"].as_u64().unwrap_or(0);
            (0..few).map(|_| of(document, &schema["items"])).collect()
        }
        _ => {
            let needed = schema["required"].as_array().cloned().unwrap_or_default();
            let named = needed.iter().filter_map(Value::as_str);
            named.map(|name| (name.to_owned(), of(document, &schema["properties"][name]))).collect()
        }
    }
}

fn text(schema: &Value) -> Value {
    let long = usize::try_from(schema["minLength"].as_u64().unwrap_or(1)).unwrap();
    match schema["format"].as_str() {
        Some("uuid") => json!("0197a000-0000-7000-8000-000000000001"),
        Some("date-time") => json!("2030-01-01T00:00:00Z"),
        Some("date") => json!("2030-01-01"),
        Some("email") => json!("someone@example.com"),
        Some("uri") => json!("https://example.com/"),
        _ => json!("a".repeat(long.max(1))),
    }
}
