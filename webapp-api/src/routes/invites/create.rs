//! `POST /organizations/{org_id}/invites`

use axum::{Json, extract::State, http::StatusCode};
use chrono::TimeDelta;
use domain::{
    access::Role,
    bots,
    invites::{self, LINK_PREFIX, NewInvite},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::InviteBody;
use crate::{Api, Problem, caller::Caller, routes::members::FilterBody, valid::Body};

/// An invite to be written.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewInvite)]
pub(super) struct NewInviteBody {
    /// The role that it gives; not `owner`.
    #[garde(skip)]
    #[schema(value_type = String, example = "worker")]
    role: Role,
    /// What the work will be limited to.
    #[garde(dive)]
    #[serde(default)]
    filter: FilterBody,
    /// For whom it is.
    #[garde(length(chars, max = 128))]
    #[serde(default)]
    #[schema(max_length = 128)]
    name: Option<String>,
    /// How many hours it can be accepted: 168, a week, when it is not said; at most 720.
    #[garde(range(min = 1, max = 720))]
    #[serde(default)]
    #[schema(minimum = 1, maximum = 720, default = 168)]
    lasts_hours: Option<u16>,
}

/// An invite just written: the only moment at which its token is known.
#[derive(Serialize, ToSchema)]
pub(super) struct WrittenInvite {
    /// The invite.
    #[serde(flatten)]
    invite: InviteBody,
    /// What accepts it, once.
    token: String,
    /// Its deep link, to be sent or shown as a QR code; none while the org has no bot.
    #[schema(example = "https://t.me/navruz_bot?start=i_…")]
    link: Option<String>,
}

/// Write an invite. Its token is in this answer and nowhere else.
#[utoipa::path(
    post, path = "/organizations/{org_id}/invites", tag = "invites", operation_id = "create_invite",
    params(("org_id" = Uuid, Path)),
    request_body = NewInviteBody,
    responses((status = 201, body = WrittenInvite))
)]
pub(super) async fn create(
    State(api): State<Api>,
    mut caller: Caller,
    Body(body): Body<NewInviteBody>,
) -> Result<(StatusCode, Json<WrittenInvite>), Problem> {
    let lasts = body.lasts_hours.map_or(invites::LASTS, |hours| TimeDelta::hours(hours.into()));
    let new = NewInvite { role: body.role, filter: body.filter.into(), name: body.name.as_deref(), lasts };
    let written = invites::create(&mut caller.tx, &caller.actor, &new).await?;
    let bot = bots::any_username(&mut caller.tx).await?;
    caller.commit().await?;
    let link = bot.map(|bot| api.web.deep_link(&bot, &written.start));
    let token = written.start.strip_prefix(LINK_PREFIX).unwrap_or_default().to_owned();
    Ok((StatusCode::CREATED, Json(WrittenInvite { invite: written.invite.into(), token, link })))
}
