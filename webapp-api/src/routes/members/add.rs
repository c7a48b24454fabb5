//! `POST /organizations/{org_id}/members`

use axum::http::StatusCode;
use domain::{
    access::{Filter, Role},
    ids::PersonId,
    members,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{FilterBody, MemberBody};
use crate::{Problem, caller::Caller, etag::Tagged, valid::Body};

/// Somebody whom the org knows already: a resident, a client, a member who was removed. Anybody else gets an invite.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct NewMember {
    /// This org's view of them.
    #[garde(skip)]
    person_id: Uuid,
    /// The role that they get; not `owner`.
    #[garde(skip)]
    #[schema(value_type = String, example = "worker")]
    role: Role,
    /// What their work is limited to.
    #[garde(dive)]
    #[serde(default)]
    filter: FilterBody,
}

/// Make somebody whom the org knows a member
#[utoipa::path(
    post, path = "/organizations/{org_id}/members", tag = "members", operation_id = "add_member",
    params(("org_id" = Uuid, Path)),
    request_body = NewMember,
    responses((status = 201, body = MemberBody))
)]
pub(super) async fn add(
    mut caller: Caller,
    Body(body): Body<NewMember>,
) -> Result<(StatusCode, Tagged<MemberBody>), Problem> {
    let (person, filter) = (PersonId(body.person_id), Filter::from(body.filter));
    let id = members::admit(&mut caller.tx, &caller.actor, person, body.role, &filter).await?;
    let member = members::get(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok((StatusCode::CREATED, member.into()))
}
