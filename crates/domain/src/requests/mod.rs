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
    ATTACHMENTS_MAX, About, Attachment, AttachmentKind, Closing, Comment, EDIT_WITHIN, EQUAL_MAX, Evidence, FILED_MAX,
    FileOf, Filter, Happening, Incident, IncidentStage, Job, Material, Missing, NewComment, NewRequest, Origin, Part,
    Pause, PauseReason, Phone, Place, REOPEN, Request, Reworded, Side, Slot, Stage, Summary, TAKE_BACK_WITHIN, Turnout,
    WORDS_MAX, Whose, WorkStep, Worker,
};
pub use service::{
    Edit, Filed, RATING_TAGS, accept, add_material, add_photos, add_usual_material, addressed, alike, answer_price,
    arrive, assign, attachments, cancel, close, comment, comment_by_id, comment_of, complete, decline, delete_comment,
    depart, edit, edit_comment, evidence, extend, file, files, followers, get, has_album, help, history, job, jobs,
    join, list, list_own, list_waiting, merge, mergeable, number_of, offer, offer_price, open_file, pause, phone,
    photos, rate, release, remark, remove_material, reopen, resume, return_to_work, seen_because, take, toggle_step,
    turnout, usual_materials, worked_on, workers,
};
pub(crate) use service::{free, free_returned, holders};
pub use status::{Status, Verb};
pub use visible::Because;
