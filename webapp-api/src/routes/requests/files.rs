//! Files of a request: `GET /requests/{id}/files`, `POST /requests/{id}/photos`.

use axum::{Json, extract::State};
use domain::{
    ids::{FileId, RequestId},
    requests::{self, Attachment, FileOf, Stage},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{answer, body::RequestBody};
use crate::{
    Api, Problem,
    caller::Caller,
    etag::Tagged,
    routes::files::FileBody,
    valid::{Body, Id},
};

/// What was uploaded, to be taken by a request.
pub(super) fn uploaded(ids: &[Uuid]) -> Vec<Attachment> {
    ids.iter().map(|id| Attachment::uploaded(FileId(*id))).collect()
}

/// A file of a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestFile)]
pub(super) struct RequestFileBody {
    /// The file.
    #[serde(flatten)]
    file: FileBody,
    /// `before` or `after` the work; none: it came with the request or with a word about it.
    #[schema(value_type = Option<String>, example = "after")]
    stage: Option<Stage>,
    /// The word that it came with.
    comment_id: Option<Uuid>,
}

/// The files of a request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestFiles)]
pub(super) struct RequestFilesBody {
    /// In the order in which they came.
    items: Vec<RequestFileBody>,
}

/// The files of a request that the caller may see: what it was filed with, what came with words, photos of the work
#[utoipa::path(
    get, path = "/requests/{id}/files", tag = "requests", operation_id = "list_request_files",
    params(("id" = Uuid, Path)), responses((status = 200, body = RequestFilesBody))
)]
pub(super) async fn list(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<Uuid>,
) -> Result<Json<RequestFilesBody>, Problem> {
    let org = caller.tx.org();
    let files = requests::files(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    let items = files.into_iter().map(|FileOf { file, stage, comment }| RequestFileBody {
        file: FileBody::of(&api, org, file),
        stage,
        comment_id: comment.map(|comment| comment.0),
    });
    Ok(Json(RequestFilesBody { items: items.collect() }))
}

/// Photos of the work.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRequestPhotos)]
pub(super) struct NewPhotos {
    /// `before` or `after` it.
    #[garde(skip)]
    #[schema(value_type = String, example = "after")]
    stage: Stage,
    /// Files that the caller uploaded.
    #[garde(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    file_ids: Vec<Uuid>,
}

/// Add photos of before or after the work
#[utoipa::path(
    post, path = "/requests/{id}/photos", tag = "requests", operation_id = "add_request_photos",
    params(("id" = Uuid, Path)), request_body = NewPhotos, responses((status = 200, body = RequestBody))
)]
pub(super) async fn add_photos(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(NewPhotos { stage, file_ids }): Body<NewPhotos>,
) -> Result<Tagged<RequestBody>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let request = requests::add_photos(tx, actor, RequestId(id), stage, &uploaded(&file_ids)).await?;
    answer(caller, request).await
}
