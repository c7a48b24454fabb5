//! `GET /skills`

use axum::Json;
use domain::skills;

use super::body::{SkillBody, Skills};
use crate::{Problem, caller::Caller};

/// The skills, and who has them
#[utoipa::path(
    get, path = "/skills", tag = "skills", operation_id = "list_skills",
    responses((status = 200, body = Skills))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Skills>, Problem> {
    let found = skills::list(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Skills { items: found.into_iter().map(SkillBody::from).collect() }))
}
