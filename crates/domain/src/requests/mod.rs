//! Requests: what a resident asks for, until it is done, accepted and rated.

mod model;
mod service;
mod store;
mod visible;

pub use model::{
    ATTACHMENTS_MAX, Attachment, AttachmentKind, Category, Comment, NewComment, NewRequest, Place, Request, Side,
    Status, Summary, Verb, WORDS_MAX,
};
pub use service::{
    Filed, accept, addressed, attachments, cancel, comment, comment_by_id, complete, file, get, has_album, list,
    list_own, list_waiting, number_of, rate, return_to_work, seen_because, take,
};
pub use visible::Because;
