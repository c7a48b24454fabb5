//! The verbs. Each has the same five beats: may they, load, decide, write, tell.

mod acceptance;
mod comments;
mod evidence;
mod files;
mod filing;
mod job;
mod leaving;
mod reading;
mod rewording;
mod triage;
mod work;

pub use acceptance::{RATING_TAGS, accept, cancel, rate, remark, reopen, return_to_work};
pub use comments::{addressed, attachments, comment, comment_by_id, has_album};
pub use evidence::{
    add_material, add_photos, add_usual_material, answer_price, evidence, offer_price, photos, remove_material,
    toggle_step, usual_materials,
};
pub use files::{files, open_file};
pub use filing::{Filed, alike, file, join};
pub use job::{job, jobs, phone, turnout, worked_on};
pub(crate) use leaving::{free, free_returned, holders};
pub use reading::{followers, get, history, list, list_own, list_waiting, number_of, seen_because};
pub use rewording::{comment_of, delete_comment, edit_comment};
pub use triage::{Edit, assign, close, decline, edit, extend, merge, mergeable, offer, workers};
pub use work::{arrive, complete, depart, help, pause, release, resume, take};

use super::{
    model::Request,
    status::{Status, Verb},
    store, visible,
};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::RequestId,
};

/// The longest reason, in characters.
const REASON_MAX: usize = 500;

/// Writes what became of a request, and tells.
async fn keep(tx: &mut TenantTx, actor: &Actor, mut next: Request, event: &Event) -> Result<Request> {
    store::save(tx, &mut next).await?;
    events::record(tx, actor, event).await?;
    Ok(next)
}

fn decide(request: &Request, verb: Verb) -> Result<Status> {
    request.status.after(verb).ok_or(Error::Refused("not_in_this_status"))
}

/// Locks a request that the actor works on for the org.
pub(super) async fn lock_work(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    permission: Permission,
) -> Result<Request> {
    actor.require(permission)?;
    let request = store::lock(tx, id).await?;
    visible::check_work(actor, &request, permission)?;
    Ok(request)
}

/// Locks the request when the actor filed it.
async fn lock_own(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    actor.require(Permission::RequestsAccept)?;
    let request = store::lock(tx, id).await?;
    visible::check(actor, &request, Permission::RequestsAccept)?;
    Ok(request)
}

/// A reason that somebody gives: something, and not too much.
fn reason(words: &str) -> Result<String> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Error::Invalid { field: "reason", code: "reason_missing" });
    }
    if words.chars().count() > REASON_MAX {
        return Err(Error::Invalid { field: "reason", code: "reason_too_long" });
    }
    Ok(words.to_owned())
}
