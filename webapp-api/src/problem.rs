//! What went wrong, as problem JSON (RFC 9457).
//!
//! `{type, title, status, code, errors: [{field, code, message}], incident?}`: `code` is stable and for programs,
//! `title` is for people and in their language. A handler returns a [`Problem`]; [`crate::language`] writes the body.

use axum::{
    extract::rejection::PathRejection,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n::{Lang, t};
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// The stable code.
    pub code: &'static str,
    /// The fields that do not hold what they should.
    pub errors: Vec<Field>,
    /// The number under which a mistake of ours was logged.
    pub incident: Option<String>,
    /// The thing as it is now, when it was not what the client took it for.
    pub current: Option<Box<serde_json::Value>>,
    /// Headers that go with it, such as `Retry-After`.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// A field that does not hold what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path, as `owner.email`.
    pub field: String,
    /// What is wrong: the stable code.
    pub code: String,
    /// The bound that was passed, for codes that have one.
    pub bound: Option<String>,
    /// The words, when they do not follow from the code.
    pub message: Option<String>,
}

impl Field {
    /// A field and what is wrong with it.
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into(), bound: None, message: None }
    }
}

/// A problem as it is sent: `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// A URI that names the kind of problem.
    #[schema(example = "urn:kontora:problem:not_found")]
    pub r#type: String,
    /// What went wrong, in the person's language.
    pub title: String,
    /// The HTTP status again.
    #[schema(example = 404)]
    pub status: u16,
    /// The kind of problem, for programs.
    #[schema(example = "not_found")]
    pub code: String,
    /// The fields that do not hold what they should.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldBody>,
    /// What to tell us when it was our mistake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<String>,
    /// With 412: the thing as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<serde_json::Value>,
}

/// A field that does not hold what it should, as it is sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemField)]
pub struct FieldBody {
    /// Its path, as `owner.email`.
    pub field: String,
    /// What is wrong, for programs.
    pub code: String,
    /// What is wrong, in the person's language.
    pub message: String,
}

impl Problem {
    /// A problem without fields.
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, errors: vec![], incident: None, current: None, headers: vec![] }
    }

    /// Nobody, or nobody any more, is signed in.
    pub fn unauthenticated() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthenticated")
    }

    /// The fields that do not hold what they should.
    pub fn fields(errors: Vec<Field>) -> Self {
        Self { errors, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "fields_invalid") }
    }

    /// As it is sent to whoever reads `lang`.
    pub fn body(&self, lang: Lang) -> ProblemBody {
        ProblemBody {
            r#type: format!("urn:kontora:problem:{}", self.code),
            title: words(lang, self.code, None),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            errors: self
                .errors
                .iter()
                .map(|error| FieldBody {
                    field: error.field.clone(),
                    code: error.code.clone(),
                    message: error.message.clone().unwrap_or_else(|| words(lang, &error.code, error.bound.as_deref())),
                })
                .collect(),
            incident: self.incident.clone(),
            current: self.current.as_deref().cloned(),
        }
    }
}

/// The words for a code: of the API's own, or of the business.
fn words(lang: Lang, code: &str, bound: Option<&str>) -> String {
    let bound = bound.unwrap_or_default();
    match code {
        "too_short" => t::api::too_short(lang, bound),
        "too_long" => t::api::too_long(lang, bound),
        "too_small" => t::api::too_small(lang, bound),
        "too_great" => t::api::too_great(lang, bound),
        "invalid" => t::api::invalid(lang),
        "missing" => t::api::missing(lang),
        "field_unknown" => t::api::field_unknown(lang),
        "parameter_unknown" => t::api::parameter_unknown(lang),
        "given_twice" => t::api::given_twice(lang),
        "choice_unknown" => t::api::choice_unknown(lang),
        "wrong_kind" => t::api::wrong_kind(lang),
        "url_invalid" => t::api::url_invalid(lang),
        "email_invalid" => t::api::email_invalid(lang),
        "cursor_invalid" => t::api::cursor_invalid(lang),
        "precondition_required" => t::api::precondition_required(lang),
        "idempotency_mismatch" => t::api::idempotency_mismatch(lang),
        "idempotency_key_invalid" => t::api::idempotency_key_invalid(lang),
        "upgrade_required" => t::api::upgrade_required(lang),
        "too_many_requests" => t::api::too_many_requests(lang),
        "headers_too_large" => t::api::headers_too_large(lang),
        "body_not_json" => t::api::body_not_json(lang),
        "file_type_unsupported" => t::api::file_type_unsupported(lang),
        "body_not_multipart" => t::api::body_not_multipart(lang),
        "nothing_to_print" => t::api::nothing_to_print(lang),
        "too_much_to_print" => t::api::too_much_to_print(lang),
        "unauthenticated" => t::api::unauthenticated(lang),
        "fields_invalid" => t::api::fields_invalid(lang),
        "body_invalid" => t::api::body_invalid(lang),
        "body_too_large" => t::api::body_too_large(lang),
        "query_invalid" => t::api::query_invalid(lang),
        "route_unknown" => t::api::route_unknown(lang),
        "method_unknown" => t::api::method_unknown(lang),
        "organization_missing" => t::api::organization_missing(lang),
        "timed_out" => t::api::timed_out(lang),
        "cross_site" => t::auth::cross_site(lang),
        "init_data_refused" => t::auth::init_data_refused(lang),
        "init_data_stale" => t::auth::init_data_stale(lang),
        "refresh_raced" => t::auth::refresh_raced(lang),
        "locked" => t::auth::locked(lang),
        "login_refused" => t::auth::login_refused(lang),
        "telegram_refused" => t::auth::telegram_refused(lang),
        "telegram_unknown" => t::auth::telegram_unknown(lang),
        "mfa_over" => t::auth::mfa_over(lang),
        "refresh_reused" => t::auth::refresh_reused(lang),
        code => i18n::error_text(lang, code).unwrap_or_else(|| code.to_owned()),
    }
}

impl From<domain::Error> for Problem {
    fn from(error: domain::Error) -> Self {
        use domain::Error as E;
        let code = error.code();
        match error {
            E::NotFound(_) => Self::new(StatusCode::NOT_FOUND, code),
            E::Forbidden(_) => Self::new(StatusCode::FORBIDDEN, code),
            E::Invalid { field, code } => Self::fields(vec![Field::new(field, code)]),
            E::Refused("changed_meanwhile") => Self::new(StatusCode::PRECONDITION_FAILED, code),
            // Rules about rights: seen, and refused.
            E::Refused("beyond_your_rights" | "own_role" | "own_membership" | "viewing_as") => {
                Self::new(StatusCode::FORBIDDEN, code)
            }
            E::Refused(_) | E::AlreadyApplied => Self::new(StatusCode::CONFLICT, code),
            E::Unavailable(source) => {
                tracing::warn!(error = %source, "a request cannot be answered now");
                let mut problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, code);
                problem.headers.push((header::RETRY_AFTER, HeaderValue::from_static("5")));
                problem
            }
            E::Internal(source) => {
                let incident: String = platform::Source::system().short_token().chars().take(6).collect();
                let incident = incident.to_uppercase();
                tracing::error!(incident, error = %source, "a request failed");
                metrics::counter!("incidents_total").increment(1);
                Self { incident: Some(incident), ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, code) }
            }
        }
    }
}

impl From<jsonwebtoken::errors::Error> for Problem {
    fn from(error: jsonwebtoken::errors::Error) -> Self {
        domain::Error::Internal(error.into()).into()
    }
}

impl From<PathRejection> for Problem {
    /// A path that holds no id names nothing.
    fn from(_: PathRejection) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found")
    }
}

impl IntoResponse for Problem {
    /// The body is written by [`crate::language::speak`], who knows the language.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.headers_mut().extend(self.headers.iter().cloned());
        response.extensions_mut().insert(self);
        response
    }
}

/// Answers a path that is none of ours.
pub(crate) async fn unknown_route() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "route_unknown")
}

/// Answers a method that a path does not have.
pub(crate) async fn unknown_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_unknown")
}
