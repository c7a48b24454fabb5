//! Errors as the Bot API answers them, with Telegram's own words where they are known.

use serde_json::{Value, json};

use crate::schema::Fault;

/// An error answer of the Bot API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status and `error_code`.
    pub code: u16,
    /// `description`, with its prefix.
    pub description: String,
    /// `parameters.retry_after`, in seconds.
    pub retry_after: Option<u32>,
}

/// What a method answers: the value of `result`, or a refusal.
pub(crate) type Answer = Result<Value, Refusal>;

impl Refusal {
    fn new(code: u16, description: String) -> Self {
        Self { code, description, retry_after: None }
    }

    pub(crate) fn bad(words: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", words.as_ref()))
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized".to_owned())
    }

    pub(crate) fn forbidden(words: impl AsRef<str>) -> Self {
        Self::new(403, format!("Forbidden: {}", words.as_ref()))
    }

    pub(crate) fn not_found() -> Self {
        Self::new(404, "Not Found".to_owned())
    }

    pub(crate) fn conflict(words: &str) -> Self {
        Self::new(409, format!("Conflict: {words}"))
    }

    pub(crate) fn too_large() -> Self {
        Self::new(413, "Request Entity Too Large".to_owned())
    }

    pub(crate) fn too_many(retry_after: u32) -> Self {
        let description = format!("Too Many Requests: retry after {retry_after}");
        Self { code: 429, description, retry_after: Some(retry_after) }
    }

    pub(crate) fn internal() -> Self {
        Self::new(500, "Internal Server Error".to_owned())
    }

    /// Something real that only the playground lacks; never an answer of Telegram.
    pub(crate) fn not_implemented(what: &str) -> Self {
        Self::new(501, format!("Not Implemented: the playground does not have {what}"))
    }

    /// The body of the answer.
    pub(crate) fn body(&self) -> Value {
        let mut body = json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({"retry_after": seconds});
        }
        body
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::bad(fault.0)
    }
}
