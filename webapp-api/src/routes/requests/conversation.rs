//! What was said and done about a request: `GET /requests/{id}/history`, `POST /requests/{id}/comments`, and `PATCH` and
//! `DELETE` of one's own word while it can be taken back.

use axum::Json;
use chrono::{DateTime, Utc};
use domain::{
    Error,
    ids::{CommentId, RequestId},
    requests::{self, Happening, NewComment, Reworded, Side},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{answer, body::RequestBody, files::uploaded};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// Something that happened to a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestHappening)]
pub(in crate::routes) struct HappeningBody {
    /// Its id.
    id: Uuid,
    /// When.
    at: DateTime<Utc>,
    /// What: as in the audit log.
    #[schema(example = "request_taken")]
    kind: String,
    /// Who did it; none: the time, or a program.
    by_name: Option<String>,
    /// To whom it was given.
    to_name: Option<String>,
    /// What was said; a reason, the step of a checklist, a material.
    words: Option<String>,
    /// Stars, or a price in minor units.
    number: Option<i64>,
    /// Whether a step is done, or a price is agreed to.
    yes: Option<bool>,
    /// Who said it: `resident` or `staff`.
    #[schema(value_type = Option<String>, example = "staff")]
    side: Option<Side>,
    /// Whether only the staff read it.
    internal: bool,
    /// Whether staff wait for an answer.
    question: bool,
    /// How many files came with the words.
    files: i64,
    /// Those of them that are in the storage, or will be: `/requests/{id}/files` says what they are.
    file_ids: Vec<Uuid>,
    /// The comment that was said, changed or taken back. Of a change, `words` are those before it.
    comment_id: Option<Uuid>,
    /// Whether the comment was changed since.
    edited: bool,
    /// Whether it was taken back since: the resident no longer reads it.
    deleted: bool,
    /// Whether it is one's own, and can still be changed or taken back here.
    can_change: bool,
}

impl From<Happening> for HappeningBody {
    fn from(row: Happening) -> Self {
        Self {
            id: row.id,
            at: row.at,
            kind: row.kind,
            by_name: row.by,
            to_name: row.to,
            words: row.words,
            number: row.number,
            yes: row.is_yes,
            side: row.side,
            internal: row.is_internal,
            question: row.is_question,
            files: row.files,
            file_ids: row.file_ids.into_iter().map(|id| id.0).collect(),
            comment_id: row.comment.map(|comment| comment.0),
            edited: row.is_edited,
            deleted: row.is_deleted,
            can_change: row.is_open,
        }
    }
}

/// What happened to a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestHistory)]
pub(super) struct HistoryBody {
    /// Oldest first; at most the latest 300.
    items: Vec<HappeningBody>,
}

/// What happened to a request, and what was said about it
#[utoipa::path(
    get, path = "/requests/{id}/history", tag = "requests", operation_id = "list_request_history",
    params(("id" = Uuid, Path)), responses((status = 200, body = HistoryBody))
)]
pub(super) async fn history(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Json<HistoryBody>, Problem> {
    let rows = requests::history(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    Ok(Json(HistoryBody { items: rows.into_iter().map(HappeningBody::from).collect() }))
}

/// A word to the other side, or among the staff.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRequestComment)]
pub(super) struct CommentBody {
    /// The words; they may be left out when there are files.
    #[serde(default)]
    #[garde(length(chars, max = 4000))]
    #[schema(max_length = 4000, example = "Буду в половине седьмого")]
    words: String,
    /// Files that the caller uploaded.
    #[serde(default)]
    #[garde(length(max = 20))]
    #[schema(max_items = 20)]
    file_ids: Vec<Uuid>,
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
        attachments: &uploaded(&body.file_ids),
        album: None,
        point: None,
        origin: None,
    };
    requests::comment(tx, actor, &new).await?;
    let request = requests::get(tx, actor, id).await?;
    answer(caller, request).await
}

/// What a comment says instead.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestCommentEdit)]
pub(super) struct EditBody {
    /// The words.
    #[garde(length(chars, min = 1, max = 4000))]
    #[schema(min_length = 1, max_length = 4000, example = "Буду в семь")]
    words: String,
}

/// Say one's own comment otherwise, within 10 minutes: its copies in Telegram follow
#[utoipa::path(
    patch, path = "/requests/{id}/comments/{comment_id}", tag = "requests", operation_id = "edit_request_comment",
    params(("id" = Uuid, Path), ("comment_id" = Uuid, Path)), request_body = EditBody,
    responses((status = 200, body = RequestBody))
)]
pub(super) async fn edit(
    mut caller: Caller,
    Id((id, comment)): Id<(Uuid, Uuid)>,
    Body(body): Body<EditBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let id = of_request(&mut caller, id, comment).await?;
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    requests::edit_comment(tx, actor, CommentId(comment), &Reworded::Words(&body.words)).await?;
    let request = requests::get(tx, actor, id).await?;
    answer(caller, request).await
}

/// Take one's own comment back, within 10 minutes: its copies in Telegram disappear
#[utoipa::path(
    delete, path = "/requests/{id}/comments/{comment_id}", tag = "requests", operation_id = "delete_request_comment",
    params(("id" = Uuid, Path), ("comment_id" = Uuid, Path)), responses((status = 200, body = RequestBody))
)]
pub(super) async fn delete(
    mut caller: Caller,
    Id((id, comment)): Id<(Uuid, Uuid)>,
) -> Result<Tagged<RequestBody>, Problem> {
    let id = of_request(&mut caller, id, comment).await?;
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    requests::delete_comment(tx, actor, CommentId(comment)).await?;
    let request = requests::get(tx, actor, id).await?;
    answer(caller, request).await
}

/// The request, when the caller sees it and the comment is about it.
async fn of_request(caller: &mut Caller, id: Uuid, comment: Uuid) -> Result<RequestId, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let request = requests::get(tx, actor, RequestId(id)).await?;
    if requests::comment_by_id(tx, CommentId(comment)).await?.request != request.id {
        return Err(Error::NotFound("comment").into());
    }
    Ok(request.id)
}
