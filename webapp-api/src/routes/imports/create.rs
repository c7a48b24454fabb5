//! `POST /imports`

use axum::{
    extract::{Multipart, multipart::MultipartRejection},
    http::StatusCode,
};
use domain::imports::{self, NewImport, Unread};
use utoipa::ToSchema;

use super::body::ImportBody;
use crate::{Problem, caller::Caller, etag::Tagged, tables};

/// A file.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only said in the document")]
pub(super) struct ImportFile {
    /// XLSX, or CSV with `;`, `,` or tabs, in UTF-8 or windows-1251; at most 20 MB and 200,000 rows.
    #[schema(format = Binary, content_media_type = "application/octet-stream")]
    file: String,
}

/// Send a file of buildings, units and residents. It is read and looked at; nothing is loaded yet
#[utoipa::path(
    post, path = "/imports", tag = "imports", operation_id = "create_import",
    request_body(content = inline(ImportFile), content_type = "multipart/form-data"),
    responses((status = 201, body = ImportBody))
)]
pub(super) async fn create(
    mut caller: Caller,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<(StatusCode, Tagged<ImportBody>), Problem> {
    imports::may(&caller.actor)?;
    let unread = |_| Problem::new(StatusCode::BAD_REQUEST, "body_invalid");
    let mut parts = parts.map_err(|_| Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "body_not_multipart"))?;
    while let Some(part) = parts.next_field().await.map_err(unread)? {
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().unwrap_or_default().to_owned();
        let file = part.bytes().await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large"),
            _ => Problem::new(StatusCode::BAD_REQUEST, "body_invalid"),
        })?;
        let new = NewImport { file_name: &name, source: None, chat: None };
        let import = tables::take_in(&mut caller.tx, &caller.actor, &new, file).await?;
        caller.commit().await?;
        return Ok((StatusCode::CREATED, import.into()));
    }
    Err(domain::Error::from(Unread::Empty).into())
}
