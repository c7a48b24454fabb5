//! What the work has to show: the checklist, photos of before and after, materials, and a price that the resident agreed to.

use super::{files::hold, keep, lock_own, lock_work};
use crate::{
    Error, Result, TenantTx,
    access::{Actor, Permission},
    events::{self, Event},
    ids::{MaterialId, RequestId},
    requests::{
        model::{ATTACHMENTS_MAX, Attachment, AttachmentKind, Evidence, Material, Request, Stage},
        store,
    },
};

/// The most that a price or a material costs, in minor units.
const MONEY_MAX: i64 = 1_000_000_000_000;
/// The most materials of one request.
const MATERIALS_MAX: usize = 50;
/// The longest name of a material, in characters.
const NAME_MAX: usize = 100;
/// How many are offered for a quick choice.
const USUAL_MAX: i64 = 5;
/// The most of one material, in thousandths.
const QUANTITY_MAX: i64 = 1_000_000_000;

/// What there is so far, for whoever may see the request.
pub async fn evidence(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Evidence> {
    super::get(tx, actor, id).await?;
    store::evidence::get(tx, id).await
}

/// The photos of a stage, for whoever may see the request.
pub async fn photos(tx: &mut TenantTx, actor: &Actor, id: RequestId, stage: Stage) -> Result<Vec<Attachment>> {
    super::get(tx, actor, id).await?;
    store::evidence::photos(tx, id, stage).await
}

/// Turns a step of the checklist over.
pub async fn toggle_step(tx: &mut TenantTx, actor: &Actor, id: RequestId, position: i16) -> Result<Request> {
    let mut request = at_work(tx, actor, id).await?;
    let (step, is_done) = store::evidence::toggle_step(tx, id, position).await?.ok_or(Error::NotFound("step"))?;
    store::save(tx, &mut request).await?;
    events::record(tx, actor, &Event::WorkStepToggled { request: id, step, is_done }).await?;
    Ok(request)
}

/// Keeps photos and films of the work; the same one twice is one.
pub async fn add_photos(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    stage: Stage,
    photos: &[Attachment],
) -> Result<Request> {
    let mut request = at_work(tx, actor, id).await?;
    let there = store::evidence::photos(tx, id, stage).await?;
    if there.len() + photos.len() > ATTACHMENTS_MAX {
        return Err(Error::Invalid { field: "photos", code: "too_many_attachments" });
    }
    let is_there = |photo: &Attachment| there.iter().any(|one| one.file_unique_id == photo.file_unique_id);
    let is_new = |photo: &&Attachment| photo.stored.is_some() || !is_there(photo);
    let new: Vec<Attachment> = photos.iter().filter(is_new).cloned().collect();
    let new = hold(tx, actor, Some(id), &new).await?;
    let shows = |kind| {
        use AttachmentKind::{Document, Photo, Video, VideoNote};
        matches!(kind, Photo | Video | VideoNote | Document)
    };
    if photos.is_empty() || !new.iter().all(|photo| shows(photo.kind)) {
        return Err(Error::Invalid { field: "photos", code: "photo_expected" });
    }
    let new = store::evidence::insert_photos(tx, id, stage, &new).await?;
    if new > 0 {
        store::save(tx, &mut request).await?;
        events::record(tx, actor, &Event::WorkPhotosAdded { request: id, stage, count: new }).await?;
    }
    Ok(request)
}

/// Notes a material: what, how much in thousandths, and what all of it cost in minor units.
pub async fn add_material(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    name: &str,
    quantity: i64,
    cost: i64,
) -> Result<Request> {
    let mut request = at_work(tx, actor, id).await?;
    let name = name.trim();
    if !(1..=NAME_MAX).contains(&name.chars().count()) || name.chars().any(char::is_control) {
        return Err(Error::Invalid { field: "name", code: "material_invalid" });
    }
    if !(1..=QUANTITY_MAX).contains(&quantity) {
        return Err(Error::Invalid { field: "quantity", code: "material_invalid" });
    }
    if !(0..=MONEY_MAX).contains(&cost) {
        return Err(Error::Invalid { field: "cost", code: "money_invalid" });
    }
    if store::evidence::get(tx, id).await?.materials.len() >= MATERIALS_MAX {
        return Err(Error::Refused("materials_too_many"));
    }
    store::evidence::insert_material(tx, id, name, quantity, cost).await?;
    store::save(tx, &mut request).await?;
    events::record(tx, actor, &Event::MaterialAdded { request: id, name: name.to_owned(), quantity, cost }).await?;
    Ok(request)
}

/// What such work took most often, with what it cost the last time: for a quick choice.
pub async fn usual_materials(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Vec<Material>> {
    lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    store::evidence::usual_materials(tx, id, USUAL_MAX).await
}

/// Notes a material once more that some work took, as much of it and at the same cost.
pub async fn add_usual_material(tx: &mut TenantTx, actor: &Actor, id: RequestId, like: MaterialId) -> Result<Request> {
    lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    let Material { name, quantity, cost, .. } =
        store::evidence::material(tx, like).await?.ok_or(Error::NotFound("material"))?;
    add_material(tx, actor, id, &name, quantity, cost).await
}

/// Takes a material off.
pub async fn remove_material(tx: &mut TenantTx, actor: &Actor, id: RequestId, material: MaterialId) -> Result<Request> {
    let mut request = at_work(tx, actor, id).await?;
    let name = store::evidence::delete_material(tx, id, material).await?.ok_or(Error::NotFound("material"))?;
    store::save(tx, &mut request).await?;
    events::record(tx, actor, &Event::MaterialRemoved { request: id, name }).await?;
    Ok(request)
}

/// Says what the work will cost, in minor units of the org's currency: the resident is asked.
pub async fn offer_price(tx: &mut TenantTx, actor: &Actor, id: RequestId, price: i64) -> Result<Request> {
    let request = at_work(tx, actor, id).await?;
    if !(1..=MONEY_MAX).contains(&price) {
        return Err(Error::Invalid { field: "price", code: "money_invalid" });
    }
    if request.price == Some(price) && request.price_agreed != Some(false) {
        return Ok(request);
    }
    let next = Request { price: Some(price), price_agreed: None, ..request };
    keep(tx, actor, next, &Event::PriceOffered { request: id, price }).await
}

/// The resident agrees to the price, or does not. `price` is the one that they read: another one asks again.
pub async fn answer_price(
    tx: &mut TenantTx,
    actor: &Actor,
    id: RequestId,
    price: i64,
    agrees: bool,
) -> Result<Request> {
    let request = lock_own(tx, actor, id).await?;
    if !request.status.is_at_work() || request.price.is_none() {
        return Err(Error::Refused("not_in_this_status"));
    }
    if request.price != Some(price) {
        return Err(Error::Refused("changed_meanwhile"));
    }
    if request.price_agreed == Some(agrees) {
        return Ok(request);
    }
    // Who does not agree takes nothing for it: the work goes on without, or ends.
    let next = Request { price_agreed: Some(agrees), price: Some(price).filter(|_| agrees), ..request };
    let next = if agrees { next } else { Request { price_agreed: None, ..next } };
    keep(tx, actor, next, &Event::PriceAnswered { request: id, price, agrees }).await
}

/// Locks a request that somebody works on, for whoever may say that it is done.
async fn at_work(tx: &mut TenantTx, actor: &Actor, id: RequestId) -> Result<Request> {
    let request = lock_work(tx, actor, id, Permission::RequestsComplete).await?;
    if request.status.is_at_work() { Ok(request) } else { Err(Error::Refused("not_in_this_status")) }
}
