//! `PUT /members/{member_id}/skills`

use axum::Json;
use domain::{
    ids::{MemberId, SkillId},
    skills,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{SkillBody, Skills};
use crate::{
    Problem,
    caller::Caller,
    valid::{Body, Id},
};

/// What a member can do from now on.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberSkills {
    /// These, and nothing else.
    #[garde(length(max = 200))]
    #[schema(max_items = 200)]
    skill_ids: Vec<Uuid>,
}

/// Say what a member can do
#[utoipa::path(
    put, path = "/members/{member_id}/skills", tag = "skills", operation_id = "set_member_skills",
    params(("member_id" = Uuid, Path)),
    request_body = MemberSkills,
    responses((status = 200, body = Skills))
)]
pub(super) async fn set(
    mut caller: Caller,
    Id(member): Id<Uuid>,
    Body(body): Body<MemberSkills>,
) -> Result<Json<Skills>, Problem> {
    let ids: Vec<SkillId> = body.skill_ids.into_iter().map(SkillId).collect();
    let found = skills::set(&mut caller.tx, &caller.actor, MemberId(member), &ids).await?;
    caller.commit().await?;
    Ok(Json(Skills { items: found.into_iter().map(SkillBody::from).collect() }))
}
