//! Calls to the Bot API: plain JSON over the shared HTTP client, multipart only
//! when a file's bytes travel. The token is in the address of every call and
//! therefore cut out of every error.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use bytes::Bytes;
use metrics::{counter, histogram};
use reqwest::header::RETRY_AFTER;
use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, Response, StatusCode, Url};
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::error::{CallError, Parameters};
use super::lenient::lenient;
use super::methods::{Attaches, Method};
use super::token::Token;

/// Uploads take as long as 50 MB take on a poor line.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(120);

/// Calls one Bot API server for any number of bots. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    /// The server's address; a call changes its path, which is cheaper than reading a whole address again.
    api: Url,
    pub(super) http: reqwest::Client,
}

/// A file from outside Telegram.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name with the extension, shown to the receiver.
    pub name: String,
    /// At most 50 MB, a photo 10 MB.
    pub bytes: Bytes,
}

/// Every answer of the Bot API.
#[derive(Deserialize)]
struct Answer<'a> {
    ok: bool,
    #[serde(borrow, default)]
    result: Option<&'a RawValue>,
    #[serde(default, deserialize_with = "lenient")]
    error_code: Option<i64>,
    #[serde(default, deserialize_with = "lenient")]
    description: String,
    #[serde(default, deserialize_with = "lenient")]
    parameters: Parameters,
}

impl Client {
    /// For the server at `api_url`, `https://api.telegram.org` or one's own;
    /// `http` comes from [`http_client`](super::http_client).
    #[must_use]
    pub fn new(api_url: &Url, http: reqwest::Client) -> Self {
        Self { api: api_url.clone(), http }
    }

    /// Calls a method once. Budgets, waiting and repetition are the caller's.
    ///
    /// # Errors
    /// See [`CallError`]. After [`CallError::Unavailable`] the call may have
    /// had its effect.
    pub async fn call<M: Method>(&self, token: &Token, method: &M) -> Result<M::Output, CallError> {
        let request = self.request(token, method.name()).json(method).timeout(method.timeout());
        self.measured::<M>(method.name(), request).await
    }

    /// Calls a method with a file by its bytes; a `file_id` in it is passed over. The answer
    /// holds the id by which it can be sent again.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub async fn upload<M: Attaches>(&self, token: &Token, message: &M, file: Upload) -> Result<M::Output, CallError> {
        let form =
            form(message, file).map_err(|error| CallError::Rejected { code: 400, description: error.to_string() })?;
        let request = self.request(token, message.name()).multipart(form).timeout(UPLOAD_TIMEOUT);
        self.measured::<M>(message.name(), request).await
    }

    /// Calls a method with several files; the call names each as `attach://<part>`.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub async fn upload_all<M: Method>(
        &self,
        token: &Token,
        message: &M,
        files: Vec<(String, Upload)>,
    ) -> Result<M::Output, CallError> {
        let unwritten = |error: serde_json::Error| CallError::Rejected { code: 400, description: error.to_string() };
        let mut form = parameters(message, None).map_err(unwritten)?;
        for (part, file) in files {
            form = form.part(part, Part::stream(file.bytes).file_name(file.name));
        }
        let request = self.request(token, message.name()).multipart(form).timeout(UPLOAD_TIMEOUT);
        self.measured::<M>(message.name(), request).await
    }

    fn request(&self, token: &Token, name: &str) -> RequestBuilder {
        self.http.post(self.address(&format!("bot{}/{name}", token.expose_secret())))
    }

    /// Something on the server. The token in it is part of the path, as Telegram wants it.
    pub(super) fn address(&self, path: &str) -> Url {
        let mut address = self.api.clone();
        address.set_path(&format!("{}/{path}", self.api.path().trim_end_matches('/')));
        address
    }

    async fn measured<M: Method>(&self, name: &'static str, request: RequestBuilder) -> Result<M::Output, CallError> {
        let start = Instant::now();
        let result = answer::<M>(request).await;
        let outcome = result.as_ref().err().map_or("ok", CallError::outcome);
        histogram!("telegram_call_seconds", "method" => name).record(start.elapsed());
        counter!("telegram_calls_total", "method" => name, "outcome" => outcome).increment(1);
        if let Err(CallError::RetryAfter(seconds)) = &result {
            counter!("telegram_429_total").increment(1);
            tracing::warn!(method = name, seconds, "Telegram asks to slow down");
        }
        result
    }
}

async fn answer<M: Method>(request: RequestBuilder) -> Result<M::Output, CallError> {
    let response = request.send().await.map_err(unavailable)?;
    let (status, header) = (response.status(), retry_after(&response));
    let body = response.bytes().await.map_err(unavailable)?;
    let Ok(answer) = serde_json::from_slice::<Answer<'_>>(&body) else {
        return Err(unreadable(status, header));
    };
    if !answer.ok {
        let code = answer.error_code.and_then(|code| u16::try_from(code).ok()).unwrap_or(status.as_u16());
        let parameters = Parameters { retry_after: answer.parameters.retry_after.or(header), ..answer.parameters };
        return Err(CallError::classify(code, &answer.description, parameters));
    }
    let result = answer.result.map_or("null", RawValue::get);
    // It has worked, so this must not look like something to try again.
    serde_json::from_str(result).map_err(|error| CallError::Rejected {
        code: status.as_u16(),
        description: format!("unreadable result: {error}"),
    })
}

/// Not from Telegram, but from something before it.
pub(super) fn unreadable(status: StatusCode, retry_after: Option<i64>) -> CallError {
    let text: Cow<'_, str> = status.canonical_reason().unwrap_or("unknown status").into();
    if status.is_client_error() {
        CallError::classify(status.as_u16(), &text, Parameters { retry_after, migrate_to_chat_id: None })
    } else {
        CallError::Unavailable(format!("unreadable answer with status {}", status.as_u16()))
    }
}

pub(super) fn retry_after(response: &Response) -> Option<i64> {
    response.headers().get(RETRY_AFTER)?.to_str().ok()?.parse().ok()
}

/// reqwest's errors quote the address, and that holds the token.
pub(super) fn unavailable(error: reqwest::Error) -> CallError {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    CallError::Unavailable(text)
}

/// The parameters as a form: words as they are, anything else as JSON.
fn form<M: Attaches>(message: &M, file: Upload) -> serde_json::Result<Form> {
    let form = parameters(message, message.replaces())?;
    Ok(form.part(message.part(), Part::stream(file.bytes).file_name(file.name)))
}

/// The same without a file, and without the parameter `except`.
fn parameters<M: Method>(message: &M, except: Option<&str>) -> serde_json::Result<Form> {
    let mut form = Form::new();
    if let Value::Object(parameters) = serde_json::to_value(message)? {
        for (name, value) in parameters.into_iter().filter(|(name, _)| Some(name.as_str()) != except) {
            form = match value {
                Value::String(text) => form.text(name, text),
                other => form.text(name, other.to_string()),
            };
        }
    }
    Ok(form)
}
