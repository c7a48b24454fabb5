//! `POST /categories`

use axum::http::StatusCode;
use domain::{
    categories::{self, NewCategory, PlaceKind, Priority, Terms},
    ids::CategoryId,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::CategoryBody;
use crate::{Problem, caller::Caller, etag::Tagged, routes::requests::NamesBody, valid::Body};

/// A category to be made.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCategory)]
pub(super) struct NewCategoryBody {
    /// Its kind; a new kind when it is not said.
    #[serde(default)]
    #[garde(skip)]
    parent_id: Option<Uuid>,
    /// A picture: one emoji.
    #[garde(length(chars, min = 1, max = 16))]
    #[schema(min_length = 1, max_length = 16, example = "🐝")]
    icon: String,
    /// What it is called.
    #[garde(dive)]
    names: NamesBody,
    /// Where it can be: `unit`, `entrance`, `yard`.
    #[garde(length(min = 1, max = 3))]
    #[schema(value_type = Vec<String>, min_items = 1, max_items = 3, example = json!(["entrance", "yard"]))]
    places: Vec<PlaceKind>,
    /// A whole house may have it.
    #[serde(default)]
    #[garde(skip)]
    shared: bool,
    /// `low`, `normal`, `high` or `emergency`.
    #[serde(default)]
    #[garde(skip)]
    #[schema(value_type = String, example = "normal")]
    priority: Priority,
    /// Minutes of working time until somebody should have taken it; as the kind when it is not said.
    #[serde(default)]
    #[garde(range(min = 1, max = 525_600))]
    #[schema(minimum = 1, maximum = 525_600)]
    respond_minutes: Option<i32>,
    /// Minutes of working time until it should be done; as the kind when it is not said.
    #[serde(default)]
    #[garde(range(min = 1, max = 525_600))]
    #[schema(minimum = 1, maximum = 525_600)]
    resolve_minutes: Option<i32>,
    /// What whoever does it should be able to do.
    #[serde(default)]
    #[garde(length(chars, max = 60))]
    #[schema(max_length = 60)]
    skill: Option<String>,
    /// «Готово» takes a photo from before the work.
    #[serde(default)]
    #[garde(skip)]
    photo_before: bool,
    /// «Готово» takes a photo from after the work.
    #[serde(default)]
    #[garde(skip)]
    photo_after: bool,
    /// The steps of the work.
    #[serde(default)]
    #[garde(length(max = 20), inner(length(chars, max = 200)))]
    #[schema(max_items = 20)]
    checklist: Vec<String>,
    /// By which words it is guessed.
    #[serde(default)]
    #[garde(length(max = 100), inner(length(chars, max = 60)))]
    #[schema(max_items = 100)]
    keywords: Vec<String>,
    /// Where it stands among the others.
    #[serde(default)]
    #[garde(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    position: i32,
}

/// Make a category
#[utoipa::path(
    post, path = "/categories", tag = "categories", operation_id = "create_category",
    request_body = NewCategoryBody,
    responses((status = 201, body = CategoryBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewCategoryBody>,
) -> Result<(StatusCode, Tagged<CategoryBody>), Problem> {
    let new = NewCategory {
        parent: body.parent_id.map(CategoryId),
        icon: body.icon,
        names: body.names.into(),
        places: body.places,
        shared: body.shared,
        terms: Terms {
            priority: body.priority,
            respond_minutes: body.respond_minutes,
            resolve_minutes: body.resolve_minutes,
            skill: body.skill,
            photo_before: body.photo_before,
            photo_after: body.photo_after,
            checklist: body.checklist,
        },
        keywords: body.keywords,
        position: body.position,
    };
    let category = categories::create(&mut caller.tx, &caller.actor, new).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, category.into()))
}
