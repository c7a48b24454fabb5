//! Handing the org over, in two taps: `…/ownership_offers`, and `…/{offer_id}/accept`.

use axum::{Json, http::StatusCode};
use chrono::{DateTime, Utc};
use domain::{
    ids::{MemberId, OfferId},
    members::{self, Offer},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    Problem,
    caller::Caller,
    valid::{Body, Id},
};

/// An owner offers the org to another member.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnershipOffer)]
pub(super) struct OfferBody {
    /// Its id.
    id: Uuid,
    /// Who gives the org up.
    from: OfferParty,
    /// To whom.
    to: OfferParty,
    /// Until when it can be accepted.
    expires_at: DateTime<Utc>,
    /// Whether it is the caller to whom it is made.
    is_to_me: bool,
}

/// One of the two whom an offer is about.
#[derive(Debug, Serialize, ToSchema)]
struct OfferParty {
    /// Their membership.
    member_id: Uuid,
    /// What to call them.
    name: String,
}

/// The offers that are open.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnershipOffers)]
pub(super) struct Offers {
    /// One, or none.
    items: Vec<OfferBody>,
}

/// To whom the org is offered.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = NewOwnershipOffer)]
pub(super) struct NewOffer {
    /// Another member.
    #[garde(skip)]
    member_id: Uuid,
}

impl OfferBody {
    fn new(offer: Offer, caller: &Caller) -> Self {
        Self {
            id: offer.id.0,
            is_to_me: caller.actor.member() == Some(offer.to),
            from: OfferParty { member_id: offer.from.0, name: offer.from_name },
            to: OfferParty { member_id: offer.to.0, name: offer.to_name },
            expires_at: offer.expires_at,
        }
    }
}

/// The offer that is open, for the two whom it is about; anybody else sees none
#[utoipa::path(
    get, path = "/organizations/{org_id}/ownership_offers", tag = "members", operation_id = "list_ownership_offers",
    params(("org_id" = Uuid, Path)),
    responses((status = 200, body = Offers))
)]
pub(super) async fn list(mut caller: Caller) -> Result<Json<Offers>, Problem> {
    let open = members::open_offer(&mut caller.tx, &caller.actor).await?;
    Ok(Json(Offers { items: open.into_iter().map(|offer| OfferBody::new(offer, &caller)).collect() }))
}

/// Offer the org to another member. They own it once they accept, within a day, and the giver becomes an admin.
#[utoipa::path(
    post, path = "/organizations/{org_id}/ownership_offers", tag = "members", operation_id = "offer_ownership",
    params(("org_id" = Uuid, Path)),
    request_body = NewOffer,
    responses((status = 201, body = OfferBody))
)]
pub(super) async fn offer(
    mut caller: Caller,
    Body(body): Body<NewOffer>,
) -> Result<(StatusCode, Json<OfferBody>), Problem> {
    let offer = members::offer_ownership(&mut caller.tx, &caller.actor, MemberId(body.member_id)).await?;
    let answer = OfferBody::new(offer, &caller);
    caller.commit().await?;
    Ok((StatusCode::CREATED, Json(answer)))
}

/// Accept the org: the second tap
#[utoipa::path(
    post, path = "/organizations/{org_id}/ownership_offers/{offer_id}/accept", tag = "members",
    operation_id = "accept_ownership",
    params(("org_id" = Uuid, Path), ("offer_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn accept(mut caller: Caller, Id((_org, id)): Id<(Uuid, OfferId)>) -> Result<StatusCode, Problem> {
    members::accept_ownership(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take the offer back, or decline it
#[utoipa::path(
    delete, path = "/organizations/{org_id}/ownership_offers/{offer_id}", tag = "members",
    operation_id = "withdraw_ownership_offer",
    params(("org_id" = Uuid, Path), ("offer_id" = Uuid, Path)),
    responses((status = 204))
)]
pub(super) async fn withdraw(mut caller: Caller, Id((_org, id)): Id<(Uuid, OfferId)>) -> Result<StatusCode, Problem> {
    members::withdraw_offer(&mut caller.tx, &caller.actor, id).await?;
    caller.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
