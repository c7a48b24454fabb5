//! Checks a call against the data: unknown and missing parameters, types and limits, at every
//! depth. Stricter than Telegram on purpose: a name that Telegram would silently ignore is a
//! mistake that a test should show.

use serde_json::{Map, Value};

use super::{Field, Schema, Shape, union};

/// Why a call is not what the data says; the words after `Bad Request: `.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(pub String);

/// Checks the parameters of `method`, turning text from a query or form into what the data says
/// (`"5"` → `5`, `"{…}"` → an object). `uploads` are the names of the file parts of the request.
pub fn check_call(
    schema: &Schema,
    method: &str,
    shape: &Shape,
    params: Map<String, Value>,
    uploads: &[&str],
) -> Result<Map<String, Value>, Fault> {
    let mut checked = Map::new();
    for (name, value) in params {
        if value.is_null() {
            continue;
        }
        let Some(field) = shape.field(&name) else {
            return Err(Fault(format!("unknown parameter \"{name}\" of {method}")));
        };
        let value = from_text(field, value)?;
        check_value(schema, field, &value, &name, has_parse_mode(shape))?;
        checked.insert(name, value);
    }
    for field in shape.fields.iter().filter(|field| field.required) {
        let uploaded = uploads.contains(&field.name.as_str()) && field.types.iter().any(|kind| kind == "InputFile");
        if !checked.contains_key(&field.name) && !uploaded {
            return Err(Fault(missing(&field.name)));
        }
    }
    Ok(checked)
}

/// Telegram's own words for the parameters that are most often forgotten.
fn missing(name: &str) -> String {
    match name {
        "chat_id" => "chat_id is empty".to_owned(),
        "text" => "message text is empty".to_owned(),
        "message_id" => "message identifier is not specified".to_owned(),
        "user_id" => "invalid user_id specified".to_owned(),
        name => format!("parameter \"{name}\" is required"),
    }
}

/// Values of a query or a form are text; `"true"`, `"5"` and `"{…}"` are also accepted in JSON, as
/// the real server accepts them.
fn from_text(field: &Field, value: Value) -> Result<Value, Fault> {
    let Value::String(text) = &value else { return Ok(value) };
    let is = |kind: &str| field.types.iter().any(|known| known == kind);
    if is("Integer")
        && let Ok(number) = text.parse::<i64>()
    {
        return Ok(number.into());
    }
    if is("Float")
        && let Some(number) = text.parse::<f64>().ok().and_then(serde_json::Number::from_f64)
    {
        return Ok(Value::Number(number));
    }
    if is("Boolean") {
        match text.to_lowercase().as_str() {
            "true" | "1" | "yes" => return Ok(true.into()),
            "false" | "0" | "no" => return Ok(false.into()),
            _ => {}
        }
    }
    if is("String") || is("InputFile") {
        return Ok(value);
    }
    if text.starts_with(['{', '[']) {
        return serde_json::from_str(text)
            .map_err(|error| Fault(format!("can't parse {} JSON object: {error}", field.name)));
    }
    Ok(value)
}

/// Texts with a `parse_mode` beside them are measured after parsing, by the method itself.
fn has_parse_mode(shape: &Shape) -> bool {
    shape.field("parse_mode").is_some()
}

fn check_value(schema: &Schema, field: &Field, value: &Value, path: &str, parsed_later: bool) -> Result<(), Fault> {
    let kinds: Vec<&str> = field.types.iter().map(String::as_str).collect();
    check_type(schema, &kinds, value, path)?;
    if parsed_later && (field.name == "text" || field.name == "caption") {
        return Ok(());
    }
    // An empty optional text is the same as none, except where it would be a button's meaning.
    let is_absent = !field.required && value == "" && field.name != "callback_data";
    if let Some(limit) = field.limit.as_ref().filter(|_| !is_absent)
        && let Err(size) = limit.admits(value)
    {
        return Err(Fault(match field.name.as_str() {
            "callback_data" => "BUTTON_DATA_INVALID".to_owned(),
            _ => format!("\"{path}\" must be {}, but is {size}", limit.words()),
        }));
    }
    Ok(())
}

fn check_type(schema: &Schema, kinds: &[&str], value: &Value, path: &str) -> Result<(), Fault> {
    let wanted = || Fault(format!("\"{path}\" must be {}", kinds.join(" or ")));
    match value {
        Value::String(_) if kinds.iter().any(|kind| matches!(*kind, "String" | "InputFile" | "KeyboardButton")) => {
            Ok(())
        }
        Value::Bool(_) if kinds.contains(&"Boolean") => Ok(()),
        Value::Number(number) if kinds.contains(&"Float") || (kinds.contains(&"Integer") && number.is_i64()) => Ok(()),
        Value::Array(items) => {
            let inner: Vec<&str> = kinds.iter().filter_map(|kind| kind.strip_prefix("Array of ")).collect();
            if inner.is_empty() {
                return Err(wanted());
            }
            for (index, item) in items.iter().enumerate() {
                check_type(schema, &inner, item, &format!("{path}[{index}]"))?;
            }
            Ok(())
        }
        Value::Object(object) => {
            let members = members(schema, kinds);
            if members.is_empty() {
                return Err(wanted());
            }
            let name = union::choose(schema, &members, object).ok_or_else(wanted)?;
            let shape = schema.shape(name).ok_or_else(wanted)?;
            check_fields(schema, name, shape, object, path)
        }
        _ => Err(wanted()),
    }
}

/// The object types behind `kinds`, with unions replaced by their members.
fn members<'a>(schema: &'a Schema, kinds: &[&'a str]) -> Vec<&'a str> {
    let mut out = Vec::new();
    for kind in kinds {
        match schema.shape(kind) {
            Some(shape) if !shape.subtypes.is_empty() => {
                out.extend(shape.subtypes.iter().map(String::as_str).filter(|name| schema.shape(name).is_some()));
            }
            Some(_) => out.push(kind),
            None => {}
        }
    }
    out
}

fn check_fields(
    schema: &Schema,
    type_name: &str,
    shape: &Shape,
    object: &Map<String, Value>,
    path: &str,
) -> Result<(), Fault> {
    for (name, value) in object {
        let Some(field) = shape.field(name) else {
            return Err(Fault(format!("unknown field \"{name}\" of {type_name} in \"{path}\"")));
        };
        if !value.is_null() {
            check_value(schema, field, value, &format!("{path}.{name}"), has_parse_mode(shape))?;
        }
    }
    let absent = |name: &str| object.get(name).is_none_or(Value::is_null);
    match shape.fields.iter().find(|field| field.required && absent(&field.name)) {
        Some(field) => Err(Fault(format!("field \"{}\" of {type_name} is required in \"{path}\"", field.name))),
        None => Ok(()),
    }
}
