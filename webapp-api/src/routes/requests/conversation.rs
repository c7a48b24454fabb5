//! What is said about a request: `POST /requests/{id}/comments`.

use domain::{
    ids::RequestId,
    requests::{self, NewComment, Side},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{answer, body::RequestBody};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// A word to the other side, or among the staff.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRequestComment)]
pub(super) struct CommentBody {
    /// The words.
    #[garde(length(chars, min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000, example = "Буду в половине седьмого")]
    words: String,
    /// For the staff only.
    #[serde(default)]
    #[garde(skip)]
    internal: bool,
    /// The staff ask, and the clock waits for the answer.
    #[serde(default)]
    #[garde(skip)]
    question: bool,
}

/// Say something about a request: whoever filed it to the staff, the staff to them or among themselves
#[utoipa::path(
    post, path = "/requests/{id}/comments", tag = "requests", operation_id = "comment_on_request",
    params(("id" = Uuid, Path)), request_body = CommentBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn comment(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<CommentBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let id = RequestId(id);
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let is_staff = actor.member_behind().is_some();
    let side = if is_staff { Side::Staff } else { Side::Resident };
    let new = NewComment {
        request: id,
        side,
        is_question: body.question && is_staff,
        is_internal: body.internal && is_staff,
        words: &body.words,
        attachments: &[],
        album: None,
    };
    requests::comment(tx, actor, &new).await?;
    let request = requests::get(tx, actor, id).await?;
    answer(caller, request).await
}
