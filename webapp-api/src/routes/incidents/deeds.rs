//! What the staff do with an incident: `POST /incidents/{id}/accept`, `/tell`, `/dismiss`, `/end`.

use chrono::{DateTime, Utc};
use domain::{
    ids::RequestId,
    requests::{
        IncidentStage,
        incidents::{self, News},
    },
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{answer, body::IncidentBody};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// «Принял»: the caller sees to it, and nobody else is called
#[utoipa::path(
    post, path = "/incidents/{id}/accept", tag = "incidents", operation_id = "accept_incident",
    params(("id" = Uuid, Path)), responses((status = 200, body = IncidentBody))
)]
pub(super) async fn accept(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<IncidentBody>, Problem> {
    incidents::accept(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, RequestId(id)).await
}

/// What its people read from now on; what is not said stays as it is.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewIncidentNews)]
pub(super) struct NewsBody {
    /// How far it is: `searching`, `crew`, `repairing` or `restoring`.
    #[serde(default)]
    #[garde(skip)]
    #[schema(value_type = Option<String>, example = "crew")]
    stage: Option<IncidentStage>,
    /// In the org's words.
    #[serde(default)]
    #[garde(length(chars, max = 1000))]
    #[schema(max_length = 1000, example = "Меняем насос")]
    words: Option<String>,
    /// When it should be over: in the future, within 30 days.
    #[serde(default)]
    #[garde(skip)]
    expected_at: Option<DateTime<Utc>>,
}

/// Tell everybody who lives there how it goes: their cards say it
#[utoipa::path(
    post, path = "/incidents/{id}/tell", tag = "incidents", operation_id = "tell_of_incident",
    params(("id" = Uuid, Path)), request_body = NewsBody, responses((status = 200, body = IncidentBody))
)]
pub(super) async fn tell(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<NewsBody>,
) -> Result<Tagged<IncidentBody>, Problem> {
    let news = News { stage: body.stage, words: body.words, expected_at: body.expected_at };
    incidents::tell(&mut caller.tx, &caller.actor, RequestId(id), &news).await?;
    answer(caller, RequestId(id)).await
}

/// Say that what looked like an incident is none
#[utoipa::path(
    post, path = "/incidents/{id}/dismiss", tag = "incidents", operation_id = "dismiss_incident",
    params(("id" = Uuid, Path)), responses((status = 200, body = IncidentBody))
)]
pub(super) async fn dismiss(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<IncidentBody>, Problem> {
    incidents::dismiss(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, RequestId(id)).await
}

/// End an incident by the org's word: its people read that it is over
#[utoipa::path(
    post, path = "/incidents/{id}/end", tag = "incidents", operation_id = "end_incident",
    params(("id" = Uuid, Path)), responses((status = 200, body = IncidentBody))
)]
pub(super) async fn end(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Tagged<IncidentBody>, Problem> {
    incidents::end(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    answer(caller, RequestId(id)).await
}
