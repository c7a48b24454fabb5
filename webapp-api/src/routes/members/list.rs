//! `GET /organizations/{org_id}/members`

use axum::{Json, extract::State};
use domain::{
    access::Role,
    ids::MemberId,
    members::{self, Wanted},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::body::MemberBody;
use crate::{
    Api, Problem,
    caller::Caller,
    page::{Page, PageParams},
    valid::Listing,
};

/// What this list is called in its cursors.
const LIST: &str = "members";

/// Which members.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct MembersFilter {
    /// Only those with this role.
    #[garde(skip)]
    #[param(value_type = Option<String>, example = "dispatcher")]
    role: Option<Role>,
    /// Only those whose name or username holds this.
    #[garde(length(chars, max = 100))]
    #[param(max_length = 100)]
    name: Option<String>,
}

/// Who works for the org, in the order in which they came
#[utoipa::path(
    get, path = "/organizations/{org_id}/members", tag = "members", operation_id = "list_members",
    params(("org_id" = Uuid, Path), PageParams, MembersFilter),
    responses((status = 200, body = Page<MemberBody>))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Listing { page, filter }: Listing<MembersFilter>,
) -> Result<Json<Page<MemberBody>>, Problem> {
    let wanted = Wanted {
        role: filter.role,
        name: filter.name.as_deref(),
        after: page.key(&api, LIST)?.map(MemberId),
        limit: page.reads(),
    };
    let found = members::list(&mut caller.tx, &caller.actor, &wanted).await?;
    Ok(Json(Page::cut(&api, LIST, &page, found, |member| member.id.0, MemberBody::from)))
}
