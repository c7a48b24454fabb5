//! `POST /skills`, `PUT /skills/{id}` and `DELETE /skills/{id}`

use axum::{Json, http::StatusCode};
use domain::{ids::SkillId, skills};
use uuid::Uuid;

use super::body::{SkillBody, SkillName};
use crate::{
    Problem,
    caller::Caller,
    valid::{Body, Id},
};

/// Add a skill to the list
#[utoipa::path(
    post, path = "/skills", tag = "skills", operation_id = "add_skill",
    request_body = SkillName,
    responses((status = 201, body = SkillBody))
)]
pub(super) async fn add(
    mut caller: Caller,
    Body(body): Body<SkillName>,
) -> Result<(StatusCode, Json<SkillBody>), Problem> {
    let skill = skills::add(&mut caller.tx, &caller.actor, &body.name).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, Json(skill.into())))
}

/// Give a skill another name
#[utoipa::path(
    put, path = "/skills/{id}", tag = "skills", operation_id = "rename_skill",
    params(("id" = Uuid, Path)),
    request_body = SkillName,
    responses((status = 200, body = SkillBody))
)]
pub(super) async fn rename(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<SkillName>,
) -> Result<Json<SkillBody>, Problem> {
    let skill = skills::rename(&mut caller.tx, &caller.actor, SkillId(id), &body.name).await?;
    caller.commit().await?;
    Ok(Json(skill.into()))
}

/// Delete a skill; whoever had it has it no more
#[utoipa::path(
    delete, path = "/skills/{id}", tag = "skills", operation_id = "delete_skill",
    params(("id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn delete(mut caller: Caller, Id(id): Id<Uuid>) -> Result<StatusCode, Problem> {
    skills::delete(&mut caller.tx, &caller.actor, SkillId(id)).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
