//! A file as JSON.

use domain::{
    OrgId,
    files::{AttachmentKind, File, FileState},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::signed;
use crate::Api;

/// A file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = File)]
pub(crate) struct FileBody {
    /// Its id.
    id: Uuid,
    /// As what it is sent on: `photo`, `video`, `voice`, `video_note`, `audio`, `document`, `animation` or `sticker`.
    #[schema(value_type = String, example = "photo")]
    kind: AttachmentKind,
    /// Whether the bytes are here: `kept`; `awaited` when they are being fetched from Telegram; `too_large` or `gone` when
    /// they will not come.
    #[schema(value_type = String, example = "kept")]
    state: FileState,
    /// By its content.
    #[schema(example = "image/jpeg")]
    media_type: Option<String>,
    /// Bytes.
    size: Option<i64>,
    /// As its sender named it.
    name: Option<String>,
    /// Where it can be looked at without a token, for some minutes; none while the bytes are not here.
    #[schema(example = "/api/v1/file-contents/AbC…")]
    address: Option<String>,
}

impl FileBody {
    /// With an address that is good for whoever was just allowed to see it.
    pub(crate) fn of(api: &Api, org: OrgId, file: File) -> Self {
        let address = (file.state == FileState::Kept).then(|| signed::address(api, org, file.id)).flatten();
        let File { id, kind, state, media_type, size, name, .. } = file;
        Self { id: id.0, kind, state, media_type, size, name, address }
    }
}
