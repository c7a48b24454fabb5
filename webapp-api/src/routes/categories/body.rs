//! A category as it is sent.

use domain::categories::{Category, PlaceKind, Priority};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{etag::Tagged, routes::requests::NamesBody};

/// What a request can be about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Category)]
pub(super) struct CategoryBody {
    /// Its id.
    id: Uuid,
    /// Its kind; none when it is one.
    parent_id: Option<Uuid>,
    /// The preset that it began as.
    #[schema(example = "leak")]
    code: Option<String>,
    /// A picture: one emoji.
    #[schema(example = "💧")]
    icon: String,
    /// What it is called.
    names: NamesBody,
    /// Where it can be: `unit`, `entrance`, `yard`.
    #[schema(value_type = Vec<String>)]
    places: Vec<PlaceKind>,
    /// A whole house may have it, so that a neighbour's request may be the same.
    shared: bool,
    /// `low`, `normal`, `high` or `emergency`.
    #[schema(value_type = String, example = "high")]
    priority: Priority,
    /// Minutes of working time until somebody should have taken it; none: as the kind.
    respond_minutes: Option<i32>,
    /// Minutes of working time until it should be done; none: as the kind.
    resolve_minutes: Option<i32>,
    /// What whoever does it should be able to do; none: as the kind.
    skill: Option<String>,
    /// «Готово» takes a photo from before the work.
    photo_before: bool,
    /// «Готово» takes a photo from after the work.
    photo_after: bool,
    /// The steps of the work.
    checklist: Vec<String>,
    /// By which words it is guessed: beginnings of words, `_` for a space.
    keywords: Vec<String>,
    /// Where it stands among the others.
    position: i32,
    /// Whether it is no longer offered.
    archived: bool,
    /// Grows with each change.
    version: i32,
}

impl From<Category> for CategoryBody {
    fn from(category: Category) -> Self {
        Self {
            id: category.id.0,
            parent_id: category.parent.map(|parent| parent.0),
            code: category.code,
            icon: category.icon,
            names: category.names.into(),
            places: category.places,
            shared: category.shared,
            priority: category.terms.priority,
            respond_minutes: category.terms.respond_minutes,
            resolve_minutes: category.terms.resolve_minutes,
            skill: category.terms.skill,
            photo_before: category.terms.photo_before,
            photo_after: category.terms.photo_after,
            checklist: category.terms.checklist,
            keywords: category.keywords,
            position: category.position,
            archived: category.archived,
            version: category.version,
        }
    }
}

impl From<Category> for Tagged<CategoryBody> {
    fn from(category: Category) -> Self {
        Self(category.version, category.into())
    }
}
