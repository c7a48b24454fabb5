//! Input that has been checked before a handler sees it: bodies, query strings, ids in paths.
//!
//! What a route does not know it refuses: a field (`#[serde(deny_unknown_fields)]` on every body), a parameter of the
//! query (those that the type documents are known). A path that holds no id names nothing: 404.

use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{StatusCode, header, request::Parts},
};
use garde::{Report, Validate};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use utoipa::{IntoParams, openapi::path::ParameterIn};

use crate::{
    page::PageParams,
    problem::{Field, Problem},
    rules,
};

/// A JSON body that holds what it should.
#[derive(Clone, Copy, Debug)]
pub struct Body<T>(pub T);

/// A query string that holds what it should, and nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Params<T>(pub T);

/// The query of a list: which page, and the filters and the order that its route declares.
#[derive(Clone, Debug)]
pub struct Listing<F> {
    /// Which page.
    pub page: PageParams,
    /// What the route lets one ask for.
    pub filter: F,
}

/// An id in the path, or several as a tuple: `Id(member): Id<MemberId>`.
#[derive(Clone, Copy, Debug)]
pub struct Id<T>(pub T);

/// Reads a field that is there, even as `null`: of an edit, none is what was left out.
pub(crate) fn said<'de, T: Deserialize<'de>, D: Deserializer<'de>>(field: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(field).map(Some)
}

impl<T, S> FromRequest<S> for Body<T>
where
    T: DeserializeOwned + Validate<Context = ()>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(&request) {
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "body_not_json"));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
            _ => Problem::new(StatusCode::BAD_REQUEST, "body_invalid"),
        })?;
        let mut json = serde_json::Deserializer::from_slice(&bytes);
        let value: T = serde_path_to_error::deserialize(&mut json).map_err(|error| unread(&error))?;
        json.end().map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "body_invalid"))?;
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(Problem::fields(vec![Field::new(".", "wrong_kind")])); // serde takes a list for its fields in order
        }
        rules::speaking_codes(|| value.validate()).map_err(|report| fields(&report))?;
        Ok(Self(value))
    }
}

impl<T, S> FromRequestParts<S> for Params<T>
where
    T: DeserializeOwned + Validate<Context = ()> + IntoParams + 'static,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        only(query, &names::<T>())?;
        Ok(Self(read(query)?))
    }
}

impl<F, S> FromRequestParts<S> for Listing<F>
where
    F: DeserializeOwned + Validate<Context = ()> + IntoParams + 'static,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        let (paging, filters) = (names::<PageParams>(), names::<F>());
        only(query, &[&paging[..], &filters[..]].concat())?;
        Ok(Self { page: read(&part(query, &paging))?, filter: read(&part(query, &filters))? })
    }
}

impl<T, S> FromRequestParts<S> for Id<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(id) = Path::<T>::from_request_parts(parts, state).await?;
        Ok(Self(id))
    }
}

/// The names of the parameters that a type documents: asked for once, since its whole documentation is made for them.
fn names<T: IntoParams + 'static>() -> Arc<[String]> {
    static KNOWN: LazyLock<RwLock<HashMap<TypeId, Arc<[String]>>>> = LazyLock::new(RwLock::default);
    let of = TypeId::of::<T>();
    if let Some(names) = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&of) {
        return Arc::clone(names);
    }
    let documented = T::into_params(|| Some(ParameterIn::Query)).into_iter();
    let names: Arc<[String]> = documented.map(|parameter| parameter.name).collect();
    KNOWN.write().unwrap_or_else(PoisonError::into_inner).insert(of, Arc::clone(&names));
    names
}

/// Refuses parameters that are none of `known`.
fn only(query: &str, known: &[String]) -> Result<(), Problem> {
    let unknown = pairs(query).filter(|(name, _)| !known.iter().any(|known| known == name));
    let errors: Vec<_> = unknown.map(|(name, _)| Field::new(shortened(&name), "parameter_unknown")).collect();
    if errors.is_empty() { Ok(()) } else { Err(bad_query(errors)) }
}

fn read<T: DeserializeOwned + Validate<Context = ()>>(query: &str) -> Result<T, Problem> {
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let read = serde_path_to_error::deserialize(serde_urlencoded::Deserializer::new(pairs));
    let value: T = read.map_err(|error| bad_query(vec![what_is_wrong(&error, &error.inner().to_string())]))?;
    rules::speaking_codes(|| value.validate()).map_err(|report| bad_query(fields(&report).errors))?;
    Ok(value)
}

/// The parameters of `query` that have one of these names.
fn part(query: &str, names: &[String]) -> String {
    let chosen = pairs(query).filter(|(name, _)| names.iter().any(|known| known == name));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(chosen).finish()
}

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    url::form_urlencoded::parse(query.as_bytes()).map(|(name, value)| (name.into_owned(), value.into_owned()))
}

fn bad_query(errors: Vec<Field>) -> Problem {
    Problem { errors, ..Problem::new(StatusCode::BAD_REQUEST, "query_invalid") }
}

fn is_json(request: &Request) -> bool {
    let Some(kind) = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// A body that is no JSON is 400; JSON of another shape names the field, 422.
fn unread(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    if error.inner().is_data() {
        return Problem::fields(vec![what_is_wrong(error, &error.inner().to_string())]);
    }
    Problem::new(StatusCode::BAD_REQUEST, "body_invalid")
}

/// The field and the code for what serde says about it.
fn what_is_wrong<E>(error: &serde_path_to_error::Error<E>, says: &str) -> Field {
    let path = error.path().to_string();
    let named = || says.split('`').nth(1).unwrap_or_default();
    let within = |name: &str| match path.as_str() {
        "." => name.to_owned(),
        path if path.ends_with(name) => path.to_owned(), // serde had entered the field already
        path => format!("{path}.{name}"),
    };
    let (field, code) = match says {
        says if says.starts_with("missing field") => (within(named()), "missing"),
        says if says.starts_with("unknown field") => (within(named()), "field_unknown"),
        says if says.starts_with("duplicate field") => (within(named()), "given_twice"),
        says if says.starts_with("unknown variant") => (path, "choice_unknown"),
        _ => (path, "wrong_kind"),
    };
    Field::new(shortened(&field), code)
}

/// A client's own words come back to it, but not a novel of them.
fn shortened(field: &str) -> String {
    field.chars().filter(|c| !c.is_control()).take(100).collect()
}

/// The fields that garde named, with our codes.
fn fields(report: &Report) -> Problem {
    let errors = report.iter().map(|(path, error)| {
        let (code, bound) = rules::code_of(error.message());
        Field { bound, ..Field::new(path.to_string(), code) }
    });
    Problem::fields(errors.collect())
}
