//! `PATCH /organizations/{org_id}/members/{member_id}`

use domain::{
    access::Role,
    ids::MemberId,
    members::{self, Change},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    body::{FilterBody, MemberBody},
    show,
};
use crate::{
    Problem,
    caller::Caller,
    etag::{self, IfMatch, Tagged},
    openapi::IfMatchHeader,
    valid::{Body, Id},
};

/// What is to be changed; what is left out stays.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberEdit {
    /// Another role. It takes a role of the org's own away; that one is given by `PUT /roles/{id}/members/{member_id}`.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "dispatcher")]
    role: Option<Role>,
    /// What their work is limited to.
    #[garde(dive)]
    #[serde(default)]
    filter: Option<FilterBody>,
}

/// Give a member another role or filter
#[utoipa::path(
    patch, path = "/organizations/{org_id}/members/{member_id}", tag = "members", operation_id = "edit_member",
    params(("org_id" = Uuid, Path), ("member_id" = Uuid, Path), IfMatchHeader),
    request_body = MemberEdit,
    responses((status = 200, body = MemberBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id((_org, id)): Id<(Uuid, MemberId)>,
    IfMatch(seen): IfMatch,
    Body(body): Body<MemberEdit>,
) -> Result<Tagged<MemberBody>, Problem> {
    let change = Change { role: body.role, filter: body.filter.map(Into::into) };
    let done = members::change(&mut caller.tx, &caller.actor, id, seen, &change).await;
    let member = etag::or_current(&mut caller, done, async |caller| show::read(caller, id).await).await?;
    caller.commit().await?;
    Ok(member.into())
}
