//! Files of an org: what is known of the bytes in the storage. Who sees one follows from the request that took it
//! (`requests::open_file`); the bytes themselves are put and fetched by whoever calls, outside of any transaction.

mod model;
mod service;
mod store;

pub use model::{AttachmentKind, Awaited, BYTES_MAX, Content, Copy, Fetch, File, FileState, UNUSED_KEPT, UNUSED_MAX};
pub use service::{
    awaited, copies, expect, forget_unused, get, keep, lose, may_upload, object, own, remember_copy, take, upload,
};
