//! `PATCH /categories/{id}`

use domain::{
    categories::{self, Edit, PlaceKind, Priority},
    ids::CategoryId,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{body::CategoryBody, show};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    routes::requests::NamesBody,
    valid::{Body, Id, said},
};

/// What is to be changed; what is left out stays. Of what can be without a value, null takes it away: it is then as the
/// kind has it.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "as in Category")]
pub(super) struct CategoryEdit {
    #[serde(default)]
    #[garde(length(chars, min = 1, max = 16))]
    #[schema(min_length = 1, max_length = 16)]
    icon: Option<String>,
    #[serde(default)]
    #[garde(dive)]
    names: Option<NamesBody>,
    #[serde(default)]
    #[garde(length(min = 1, max = 3))]
    #[schema(value_type = Option<Vec<String>>, min_items = 1, max_items = 3, example = json!(["unit"]))]
    places: Option<Vec<PlaceKind>>,
    #[serde(default)]
    #[garde(skip)]
    shared: Option<bool>,
    #[serde(default)]
    #[garde(skip)]
    #[schema(value_type = Option<String>, example = "high")]
    priority: Option<Priority>,
    #[serde(default, deserialize_with = "said")]
    #[garde(skip)]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 525_600)]
    respond_minutes: Option<Option<i32>>,
    #[serde(default, deserialize_with = "said")]
    #[garde(skip)]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 525_600)]
    resolve_minutes: Option<Option<i32>>,
    #[serde(default, deserialize_with = "said")]
    #[garde(skip)]
    #[schema(value_type = Option<String>, max_length = 60)]
    skill: Option<Option<String>>,
    #[serde(default)]
    #[garde(skip)]
    photo_before: Option<bool>,
    #[serde(default)]
    #[garde(skip)]
    photo_after: Option<bool>,
    #[serde(default)]
    #[garde(length(max = 20))]
    #[schema(max_items = 20)]
    checklist: Option<Vec<String>>,
    #[serde(default)]
    #[garde(length(max = 100))]
    #[schema(max_items = 100)]
    keywords: Option<Vec<String>>,
    #[serde(default)]
    #[garde(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    position: Option<i32>,
    #[serde(default)]
    #[garde(skip)]
    archived: Option<bool>,
}

/// Change a category
#[utoipa::path(
    patch, path = "/categories/{id}", tag = "categories", operation_id = "edit_category",
    params(("id" = Uuid, Path), IfMatchHeader),
    request_body = CategoryEdit,
    responses((status = 200, body = CategoryBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    IfMatch(seen): IfMatch,
    Body(body): Body<CategoryEdit>,
) -> Result<Tagged<CategoryBody>, Problem> {
    let id = CategoryId(id);
    let edit = Edit {
        icon: body.icon,
        names: body.names.map(Into::into),
        places: body.places,
        shared: body.shared,
        priority: body.priority,
        respond_minutes: body.respond_minutes,
        resolve_minutes: body.resolve_minutes,
        skill: body.skill,
        photo_before: body.photo_before,
        photo_after: body.photo_after,
        checklist: body.checklist,
        keywords: body.keywords,
        position: body.position,
        archived: body.archived,
    };
    let done = categories::edit(&mut caller.tx, &caller.actor, id, seen, &edit).await;
    let category = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(category.into())
}
