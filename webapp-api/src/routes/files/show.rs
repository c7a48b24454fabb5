//! `GET /files/{id}`, and the same by an address that we signed.

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use domain::{files, ids::FileId, requests};

use super::{content, signed};
use crate::{Api, Problem, caller::Caller, valid::Id};

/// A file, for whoever sees the request that it belongs to. Pictures, films and sounds can be shown; the rest is to be
/// saved
#[utoipa::path(
    get, path = "/files/{id}", tag = "files", operation_id = "download_file",
    params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = String))
)]
pub(super) async fn show(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<FileId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let org = caller.tx.org();
    let file = requests::open_file(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?; // nothing is open while bytes come
    content::answer(&api, org, &file, &headers, 0).await
}

/// A file by the `address` that another answer gave, for some minutes
#[utoipa::path(
    get, path = "/file-contents/{word}", tag = "files", operation_id = "show_file_content", security(()),
    params(("word" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = String))
)]
pub(super) async fn show_signed(
    State(api): State<Api>,
    Path(word): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (org, id) = signed::open(&api, &word).ok_or(domain::Error::NotFound("file"))?;
    let mut tx = api.db.tenant(org).await.map_err(domain::Error::from)?;
    let file = files::get(&mut tx, id).await?;
    tx.commit().await.map_err(domain::Error::from)?;
    content::answer(&api, org, &file, &headers, signed::GOOD).await
}
