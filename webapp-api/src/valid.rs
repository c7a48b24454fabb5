//! Input that has been checked before a handler sees it.

use axum::{
    Json,
    extract::{FromRequest, FromRequestParts, Query, Request},
    http::request::Parts,
};
use garde::{Report, Validate};
use serde::de::DeserializeOwned;

use crate::problem::{Field, Problem};

/// A JSON body that holds what it should.
#[derive(Clone, Copy, Debug)]
pub struct Body<T>(pub T);

/// A query string that holds what it should.
#[derive(Clone, Copy, Debug)]
pub struct Params<T>(pub T);

impl<T, S> FromRequest<S> for Body<T>
where
    T: DeserializeOwned + Validate<Context = ()>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let Json(value) = Json::<T>::from_request(request, state).await?;
        value.validate().map_err(|report| fields(&report))?;
        Ok(Self(value))
    }
}

impl<T, S> FromRequestParts<S> for Params<T>
where
    T: DeserializeOwned + Validate<Context = ()>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(value) = Query::<T>::from_request_parts(parts, state).await?;
        value.validate().map_err(|report| fields(&report))?;
        Ok(Self(value))
    }
}

fn fields(report: &Report) -> Problem {
    let errors = report.iter().map(|(path, error)| Field {
        field: path.to_string(),
        code: "invalid".to_owned(),
        message: Some(error.message().to_owned()),
    });
    Problem::fields(errors.collect())
}
