//! `POST /teams`

use axum::http::StatusCode;
use domain::{access, ids::MemberId};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::TeamBody;
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// A team to be made.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTeam {
    /// Its name, unique in the org.
    #[garde(length(chars, min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Сантехники")]
    name: String,
    /// Who is in it.
    #[serde(default)]
    #[garde(length(max = 500))]
    #[schema(max_items = 500)]
    member_ids: Vec<Uuid>,
}

/// Make a team
#[utoipa::path(
    post, path = "/teams", tag = "teams", operation_id = "create_team",
    request_body = NewTeam,
    responses((status = 201, body = TeamBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    Body(body): Body<NewTeam>,
) -> Result<(StatusCode, Tagged<TeamBody>), Problem> {
    let members: Vec<MemberId> = body.member_ids.into_iter().map(MemberId).collect();
    let team = access::create_team(&mut caller.tx, &caller.actor, &body.name, &members).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, Tagged(team.version, team.into())))
}
