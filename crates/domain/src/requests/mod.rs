//! Requests: what a resident asks for, until it is done, accepted and rated.

mod clock;
pub mod incidents;
mod model;
mod service;
mod status;
mod store;
mod visible;

pub use crate::categories::Priority;
pub use model::{
    ATTACHMENTS_MAX, About, Attachment, AttachmentKind, Closing, Comment, EQUAL_MAX, Evidence, FILED_MAX, FileOf,
    Filter, Happening, Incident, IncidentStage, Job, Material, Missing, NewComment, NewRequest, Part, Pause,
    PauseReason, Phone, Place, REOPEN, Request, Side, Slot, Stage, Summary, Turnout, WORDS_MAX, Whose, WorkStep,
    Worker,
};
pub use service::{
    Edit, Filed, RATING_TAGS, accept, add_material, add_photos, addressed, alike, answer_price, arrive, assign,
    attachments, cancel, close, comment, comment_by_id, complete, decline, depart, edit, evidence, extend, file, files,
    followers, get, has_album, help, history, job, jobs, join, list, list_own, list_waiting, merge, mergeable,
    number_of, offer, offer_price, open_file, pause, phone, photos, rate, release, remark, remove_material, reopen,
    resume, return_to_work, seen_because, take, toggle_step, turnout, worked_on, workers,
};
pub use status::{Status, Verb};
pub use visible::Because;
