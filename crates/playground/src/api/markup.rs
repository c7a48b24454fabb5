//! What Telegram demands of buttons beyond their shape.

use serde_json::{Value, json};

use super::{Refusal, Request};
use crate::world::Place;

/// Buttons that one keyboard may have.
const MOST_BUTTONS: usize = 100;

/// Fields of an inline button of which it has exactly one.
const ACTIONS: [&str; 11] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
];

/// Fields of a reply button that ask for something; private chats only.
const REQUESTS: [&str; 7] = [
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
];

/// The `reply_markup` of a call, checked for the chat that it goes to.
pub(super) fn checked(request: &Request<'_>, place: Place) -> Result<Option<Value>, Refusal> {
    let Some(markup) = request.get("reply_markup") else { return Ok(None) };
    let mut markup = markup.clone();
    if let Some(rows) = markup.get("inline_keyboard").and_then(Value::as_array) {
        count(rows)?;
        for button in buttons(rows) {
            inline(button, place)?;
        }
    } else if let Some(rows) = markup.get_mut("keyboard").and_then(Value::as_array_mut) {
        count(rows)?;
        for button in rows.iter_mut().filter_map(Value::as_array_mut).flatten() {
            if let Value::String(text) = button {
                *button = json!({"text": text});
            }
            reply(button, place)?;
        }
    }
    Ok(Some(markup))
}

fn buttons(rows: &[Value]) -> impl Iterator<Item = &Value> {
    rows.iter().filter_map(Value::as_array).flatten()
}

fn count(rows: &[Value]) -> Result<(), Refusal> {
    if buttons(rows).count() > MOST_BUTTONS {
        return Err(Refusal::bad("reply markup is too long"));
    }
    Ok(())
}

fn inline(button: &Value, place: Place) -> Result<(), Refusal> {
    let text = button["text"].as_str().unwrap_or_default();
    if text.trim().is_empty() {
        return Err(Refusal::bad("inline keyboard button text must be non-empty"));
    }
    let given: Vec<&str> = ACTIONS.into_iter().filter(|name| button.get(*name).is_some_and(|v| !v.is_null())).collect();
    match given[..] {
        [] => return Err(Refusal::bad("Text buttons are unallowed in the inline keyboard")),
        ["pay" | "callback_game"] => return Err(Refusal::bad("BUTTON_TYPE_INVALID")),
        ["web_app"] if matches!(place, Place::Group(_)) => return Err(Refusal::bad("BUTTON_TYPE_INVALID")),
        [_] => {}
        _ => {
            return Err(Refusal::bad(format!(
                "inline keyboard button \"{text}\" must have one of {}",
                given.join(", ")
            )));
        }
    }
    if let Some(url) = button["url"].as_str()
        && !is_link(url)
    {
        return Err(Refusal::bad(format!("inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")));
    }
    web_app(button, "inline keyboard button")
}

fn reply(button: &Value, place: Place) -> Result<(), Refusal> {
    if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
        return Err(Refusal::bad("keyboard button text must be non-empty"));
    }
    let asks = REQUESTS.into_iter().any(|name| button.get(name).is_some_and(|v| !v.is_null() && v != false));
    if asks && matches!(place, Place::Group(_)) {
        return Err(Refusal::bad("BUTTON_TYPE_INVALID"));
    }
    web_app(button, "keyboard button")
}

/// Mini-apps need HTTPS; loopback is let through, so that a demo needs no certificate.
pub(super) fn web_app(button: &Value, what: &str) -> Result<(), Refusal> {
    let Some(url) = button["web_app"]["url"].as_str() else { return Ok(()) };
    let parsed = url::Url::parse(url).ok();
    let is_fine = parsed.is_some_and(|url| url.scheme() == "https" || is_loopback(&url));
    if is_fine {
        return Ok(());
    }
    Err(Refusal::bad(format!("{what} Web App URL '{url}' is invalid: Only HTTPS links are allowed")))
}

fn is_link(url: &str) -> bool {
    if url.starts_with("tg://") {
        return true;
    }
    let with_scheme = if url.contains("://") { url.to_owned() } else { format!("http://{url}") };
    let Ok(parsed) = url::Url::parse(&with_scheme) else { return false };
    let has_dot = parsed.host_str().is_some_and(|host| host.contains('.'));
    matches!(parsed.scheme(), "http" | "https") && (has_dot || is_loopback(&parsed))
}

/// Whether a URL leads to this machine.
pub(crate) fn is_loopback(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
