//! What the work has to show, and what it costs: `GET /requests/{id}/evidence`, and what changes it.

use axum::Json;
use domain::{
    ids::{MaterialId, RequestId},
    requests::{self, Evidence, Material, WorkStep},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{answer, body::RequestBody};
use crate::{
    Problem,
    caller::Caller,
    etag::Tagged,
    valid::{Body, Id},
};

/// A step of the checklist.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestStep)]
pub(super) struct StepBody {
    /// Its place in the list, from 0.
    position: i16,
    /// What to do.
    words: String,
    /// Whether it is done.
    done: bool,
}

impl From<WorkStep> for StepBody {
    fn from(WorkStep { position, words, is_done }: WorkStep) -> Self {
        Self { position, words, done: is_done }
    }
}

/// Something that the work took.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestMaterial)]
pub(super) struct MaterialBody {
    /// Its id.
    id: Uuid,
    /// What it is.
    name: String,
    /// How much of it, in thousandths.
    quantity: i64,
    /// What all of it cost, in minor units of the org's currency.
    cost: i64,
}

impl From<Material> for MaterialBody {
    fn from(Material { id, name, quantity, cost }: Material) -> Self {
        Self { id: id.0, name, quantity, cost }
    }
}

/// What the work has to show so far.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestEvidence)]
pub(super) struct EvidenceBody {
    /// The checklist.
    steps: Vec<StepBody>,
    /// What the work took.
    materials: Vec<MaterialBody>,
    /// How many photos there are from before.
    photos_before: i64,
    /// How many photos there are from after.
    photos_after: i64,
}

impl From<Evidence> for EvidenceBody {
    fn from(evidence: Evidence) -> Self {
        Self {
            steps: evidence.steps.into_iter().map(StepBody::from).collect(),
            materials: evidence.materials.into_iter().map(MaterialBody::from).collect(),
            photos_before: evidence.photos_before,
            photos_after: evidence.photos_after,
        }
    }
}

/// What the work has to show: the checklist, materials, photos
#[utoipa::path(
    get, path = "/requests/{id}/evidence", tag = "requests", operation_id = "show_request_evidence",
    params(("id" = Uuid, Path)), responses((status = 200, body = EvidenceBody))
)]
pub(super) async fn show(mut caller: Caller, Id(id): Id<Uuid>) -> Result<Json<EvidenceBody>, Problem> {
    let evidence = requests::evidence(&mut caller.tx, &caller.actor, RequestId(id)).await?;
    Ok(Json(evidence.into()))
}

/// Which step.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestStepChoice)]
pub(super) struct StepChoice {
    /// Its place in the list, from 0.
    #[garde(range(min = 0))]
    #[schema(minimum = 0)]
    position: i16,
}

/// Turn a step of the checklist over
#[utoipa::path(
    post, path = "/requests/{id}/toggle-step", tag = "requests", operation_id = "toggle_request_step",
    params(("id" = Uuid, Path)), request_body = StepChoice, responses((status = 200, body = RequestBody))
)]
pub(super) async fn toggle_step(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<StepChoice>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::toggle_step(&mut caller.tx, &caller.actor, RequestId(id), body.position).await?;
    answer(caller, request).await
}

/// Something that the work took.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRequestMaterial)]
pub(super) struct NewMaterial {
    /// What it is.
    #[garde(length(chars, min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100, example = "Сифон")]
    name: String,
    /// How much of it, in thousandths.
    #[garde(range(min = 1, max = 1_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 1000)]
    quantity: i64,
    /// What all of it cost, in minor units of the org's currency.
    #[garde(range(min = 0, max = 1_000_000_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000_000_000i64, example = 8_500_000)]
    cost: i64,
}

/// Note a material that the work took
#[utoipa::path(
    post, path = "/requests/{id}/materials", tag = "requests", operation_id = "add_request_material",
    params(("id" = Uuid, Path)), request_body = NewMaterial, responses((status = 200, body = RequestBody))
)]
pub(super) async fn add_material(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(NewMaterial { name, quantity, cost }): Body<NewMaterial>,
) -> Result<Tagged<RequestBody>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let request = requests::add_material(tx, actor, RequestId(id), &name, quantity, cost).await?;
    answer(caller, request).await
}

/// Which material.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestMaterialChoice)]
pub(super) struct MaterialChoice {
    /// Its id.
    #[garde(skip)]
    material_id: Uuid,
}

/// Take a material off again
#[utoipa::path(
    post, path = "/requests/{id}/remove-material", tag = "requests", operation_id = "remove_request_material",
    params(("id" = Uuid, Path)), request_body = MaterialChoice, responses((status = 200, body = RequestBody))
)]
pub(super) async fn remove_material(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<MaterialChoice>,
) -> Result<Tagged<RequestBody>, Problem> {
    let material = MaterialId(body.material_id);
    let request = requests::remove_material(&mut caller.tx, &caller.actor, RequestId(id), material).await?;
    answer(caller, request).await
}

/// What the work will cost.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestPrice)]
pub(super) struct PriceBody {
    /// In minor units of the org's currency.
    #[garde(range(min = 1, max = 1_000_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000_000i64, example = 18_500_000)]
    price: i64,
}

/// Say what the work will cost: the resident is asked
#[utoipa::path(
    post, path = "/requests/{id}/offer-price", tag = "requests", operation_id = "offer_request_price",
    params(("id" = Uuid, Path)), request_body = PriceBody, responses((status = 200, body = RequestBody))
)]
pub(super) async fn offer_price(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(body): Body<PriceBody>,
) -> Result<Tagged<RequestBody>, Problem> {
    let request = requests::offer_price(&mut caller.tx, &caller.actor, RequestId(id), body.price).await?;
    answer(caller, request).await
}

/// What the resident says to a price.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestPriceAnswer)]
pub(super) struct PriceAnswer {
    /// The one that they read, in minor units: another one asks again.
    #[garde(range(min = 1, max = 1_000_000_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000_000_000i64, example = 18_500_000)]
    price: i64,
    /// Whether they agree.
    #[garde(skip)]
    agrees: bool,
}

/// Agree to the price of a request of one's own, or not
#[utoipa::path(
    post, path = "/requests/{id}/answer-price", tag = "requests", operation_id = "answer_request_price",
    params(("id" = Uuid, Path)), request_body = PriceAnswer, responses((status = 200, body = RequestBody))
)]
pub(super) async fn answer_price(
    mut caller: Caller,
    Id(id): Id<Uuid>,
    Body(PriceAnswer { price, agrees }): Body<PriceAnswer>,
) -> Result<Tagged<RequestBody>, Problem> {
    let (tx, actor) = (&mut caller.tx, &caller.actor);
    let request = requests::answer_price(tx, actor, RequestId(id), price, agrees).await?;
    answer(caller, request).await
}
