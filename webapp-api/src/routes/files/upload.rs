//! `POST /files`

use axum::{
    Json,
    extract::{FromRequest as _, FromRequestParts as _, Multipart, Request, State, multipart::MultipartError},
    http::StatusCode,
};
use bytes::Bytes;
use domain::{
    files::{self, AttachmentKind, BYTES_MAX, Content},
    ids::FileId,
};
use integrations::files::sniff;
use utoipa::ToSchema;

use super::{FileBody, content::is_welcome};
use crate::{Api, Problem, caller::Caller, problem::Field};

/// A file.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only said in the document")]
pub(super) struct NewFile {
    /// A photo, a film, a sound or a PDF; at most 20 MB. What it is, its content says.
    #[schema(format = Binary, content_media_type = "application/octet-stream")]
    file: String,
}

/// Upload a file, to be named in a request, a word about one, or the photos of its work within a day
#[utoipa::path(
    post, path = "/files", tag = "files", operation_id = "upload_file",
    request_body(content = inline(NewFile), content_type = "multipart/form-data"),
    responses((status = 201, body = FileBody))
)]
pub(super) async fn upload(State(api): State<Api>, request: Request) -> Result<(StatusCode, Json<FileBody>), Problem> {
    let (mut parts, body) = request.into_parts();
    let caller = Caller::from_request_parts(&mut parts, &api).await?;
    files::may_upload(&caller.actor)?;
    let org = caller.tx.org();
    caller.tx.rollback().await.map_err(domain::Error::from)?; // nothing is open while bytes come and go
    let (name, bytes) = read(&api, Request::from_parts(parts.clone(), body)).await?;
    if bytes.is_empty() {
        return Err(Problem::fields(vec![Field::new("file", "file_empty")]));
    }
    if bytes.len() as u64 > BYTES_MAX {
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"));
    }
    let sniffed = sniff(&bytes);
    if !is_welcome(sniffed.media_type) {
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_type_unsupported"));
    }
    let content =
        Content { media_type: sniffed.media_type.to_owned(), size: bytes.len() as u64, sha256: sniffed.sha256 };
    let kind = AttachmentKind::of(&content.media_type, content.size, sniffed.sides);
    let id = FileId(api.db.source().id());
    let written = api.files.put(&files::object(org, id), bytes).await;
    written.map_err(|error| domain::Error::Unavailable(error.into()))?;
    let noted = note(&api, &mut parts, id, kind, &name, &content).await;
    if noted.is_err() {
        // Nobody knows of it. When even this fails, it goes with its org.
        let _ = api.files.delete(&files::object(org, id)).await;
    }
    metrics::counter!("files_uploaded_total", "outcome" => if noted.is_ok() { "kept" } else { "refused" }).increment(1);
    noted
}

async fn note(
    api: &Api,
    parts: &mut axum::http::request::Parts,
    id: FileId,
    kind: AttachmentKind,
    name: &str,
    content: &Content,
) -> Result<(StatusCode, Json<FileBody>), Problem> {
    let mut caller = Caller::from_request_parts(parts, api).await?;
    let file = files::upload(&mut caller.tx, &caller.actor, id, kind, name, content).await?;
    let body = FileBody::of(api, caller.tx.org(), file);
    caller.commit().await?;
    Ok((StatusCode::CREATED, Json(body)))
}

/// The name and the bytes of the part `file`.
async fn read(api: &Api, request: Request) -> Result<(String, Bytes), Problem> {
    let unread = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
        _ => Problem::new(StatusCode::BAD_REQUEST, "body_invalid"),
    };
    let parts = Multipart::from_request(request, api).await;
    let mut parts = parts.map_err(|_| Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "body_not_multipart"))?;
    while let Some(part) = parts.next_field().await.map_err(unread)? {
        if part.name() == Some("file") {
            let name = part.file_name().unwrap_or_default().to_owned();
            return Ok((name, part.bytes().await.map_err(unread)?));
        }
    }
    Err(Problem::fields(vec![Field::new("file", "missing")]))
}
