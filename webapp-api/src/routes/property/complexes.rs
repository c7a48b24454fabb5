//! `/complexes`

use axum::{Json, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    access::Permission,
    ids::ComplexId,
    property::{self, Complex, ComplexFacts},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::said;
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// A complex: buildings that are run together.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Complex)]
pub(super) struct ComplexBody {
    /// Its id.
    id: Uuid,
    /// What it is called; unique in the org.
    #[schema(example = "ЖК «Навруз»")]
    name: String,
    /// Where it is.
    address: Option<String>,
    /// For those who work there.
    note: Option<String>,
    /// How many buildings it has.
    buildings_count: i64,
    /// Grows with each change.
    version: i32,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Since when it is no longer there.
    archived_at: Option<DateTime<Utc>>,
}

/// The complexes of the org.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Complexes {
    /// By name.
    items: Vec<ComplexBody>,
}

/// A complex to be added.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct NewComplex {
    /// What it is called.
    #[garde(length(chars, min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "ЖК «Навруз»")]
    name: String,
    /// Where it is.
    #[serde(default)]
    #[garde(length(chars, max = 200))]
    #[schema(max_length = 200)]
    address: Option<String>,
    /// For those who work there.
    #[serde(default)]
    #[garde(length(chars, max = 1000))]
    #[schema(max_length = 1000)]
    note: Option<String>,
}

/// What is to be changed; what is left out stays, `null` takes away.
#[derive(Debug, Default, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields, default)]
#[garde(allow_unvalidated)] // the business knows its own bounds
pub(super) struct ComplexEdit {
    /// Another name.
    #[schema(min_length = 1, max_length = 120)]
    name: Option<String>,
    /// Another address.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 200)]
    address: Option<Option<String>>,
    /// Another note.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 1000)]
    note: Option<Option<String>>,
}

impl From<Complex> for ComplexBody {
    fn from(complex: Complex) -> Self {
        let ComplexFacts { name, address, note } = complex.facts;
        Self {
            id: complex.id.0,
            name,
            address,
            note,
            buildings_count: complex.buildings,
            version: complex.version,
            created_at: complex.created_at,
            updated_at: complex.updated_at,
            archived_at: complex.archived_at,
        }
    }
}

fn tagged(complex: Complex) -> Tagged<ComplexBody> {
    Tagged(complex.version, complex.into())
}

async fn read(caller: &mut Caller, id: ComplexId) -> Result<Tagged<ComplexBody>, Problem> {
    Ok(tagged(property::complex(&mut caller.tx, &caller.actor, id).await?))
}

/// The complexes
#[utoipa::path(
    get, path = "/complexes", tag = "property", operation_id = "list_complexes",
    responses((status = 200, body = Complexes))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Complexes>, Problem> {
    let complexes = property::list_complexes(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Complexes { items: complexes.into_iter().map(ComplexBody::from).collect() }))
}

/// A complex
#[utoipa::path(
    get, path = "/complexes/{id}", tag = "property", operation_id = "show_complex",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = ComplexBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<ComplexId>) -> Result<Tagged<ComplexBody>, Problem> {
    read(&mut caller, id).await
}

/// Add a complex
#[utoipa::path(
    post, path = "/complexes", tag = "property", operation_id = "create_complex",
    request_body = NewComplex,
    responses((status = 201, body = ComplexBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewComplex>,
) -> Result<(StatusCode, Tagged<ComplexBody>), Problem> {
    let facts = ComplexFacts { name: body.name, address: body.address, note: body.note };
    let complex = property::add_complex(&mut caller.tx, &caller.actor, &facts).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, tagged(complex)))
}

/// Change a complex
#[utoipa::path(
    patch, path = "/complexes/{id}", tag = "property", operation_id = "edit_complex",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = ComplexEdit,
    responses((status = 200, body = ComplexBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<ComplexId>,
    IfMatch(seen): IfMatch,
    Body(body): Body<ComplexEdit>,
) -> Result<Tagged<ComplexBody>, Problem> {
    caller.actor.require(Permission::PropertyManage)?;
    let old = property::complex(&mut caller.tx, &caller.actor, id).await?;
    let facts = ComplexFacts {
        name: body.name.unwrap_or(old.facts.name),
        address: body.address.unwrap_or(old.facts.address),
        note: body.note.unwrap_or(old.facts.note),
    };
    let seen = seen.or(Some(old.version));
    let done = property::edit_complex(&mut caller.tx, &caller.actor, id, seen, &facts).await;
    let complex = etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(tagged(complex))
}

/// Archive a complex that has no buildings any more
#[utoipa::path(
    delete, path = "/complexes/{id}", tag = "property", operation_id = "archive_complex",
    params(("id" = Uuid, Path), IfMatchHeader),
    responses((status = 204))
)]
pub(super) async fn archive(
    mut caller: Caller,
    Id(id): Id<ComplexId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    let done = property::archive_complex(&mut caller.tx, &caller.actor, id, seen).await;
    etag::or_current(&mut caller, done, async |caller| read(caller, id).await).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
