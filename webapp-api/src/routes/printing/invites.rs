//! `GET /buildings/{id}/invites.pdf`

use ::posters::{Invite, InviteWords, MOST_INVITES};
use axum::{extract::State, response::Response};
use domain::{
    access::Permission,
    ids::{BuildingId, EntranceId},
    orgs,
    property::{self, INVITE_PREFIX, PAGE_MAX, UnitKind, UnitsWanted},
};
use i18n::{Lang, t};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::PDF;
use crate::{
    Api, Problem,
    caller::{Caller, lang_of},
    download,
    valid::{Id, Params},
};

/// Whose cards.
#[derive(Debug, Deserialize, IntoParams, garde::Validate)]
#[into_params(parameter_in = Query)]
pub(super) struct InvitesParams {
    /// Only of this entrance: a file holds 1200 cards at most.
    #[serde(default)]
    #[garde(skip)]
    entrance_id: Option<Uuid>,
}

/// Cards with the links of flats, twelve on a page, to be cut apart. Whoever has a card may say that they live there
#[utoipa::path(
    get, path = "/buildings/{id}/invites.pdf", tag = "property", operation_id = "print_invites",
    params(("id" = Uuid, Path), InvitesParams),
    responses((status = 200, content((String = "application/pdf"))))
)]
pub(super) async fn invites(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<BuildingId>,
    Params(asked): Params<InvitesParams>,
) -> Result<Response, Problem> {
    caller.actor.require(Permission::ResidentsVerify)?; // a card lets one say that one lives there
    property::building(&mut caller.tx, &caller.actor, id).await?;
    let org = orgs::current(&mut caller.tx).await?;
    let bot = super::bot(&mut caller).await?;
    let main = lang_of(org.language);
    let (mut cards, mut after) = (vec![], None);
    while cards.len() <= MOST_INVITES {
        let wanted = UnitsWanted {
            building: Some(id),
            entrance: asked.entrance_id.map(EntranceId),
            kind: Some(UnitKind::Flat),
            after,
            limit: PAGE_MAX,
            ..UnitsWanted::default()
        };
        let units = property::list_units(&mut caller.tx, &caller.actor, &wanted).await?;
        after = units.last().map(|unit| unit.id);
        cards.extend(units.into_iter().map(|unit| Invite {
            link: api.web.deep_link(&bot, &format!("{INVITE_PREFIX}{}", unit.invite)),
            place: unit.address,
            unit: t::posters::flat(main, &unit.facts.number),
        }));
        if after.is_none() {
            break;
        }
    }
    drop(caller); // setting pages takes a while, and no transaction waits for it
    let hints = std::iter::once(main).chain(Lang::ALL.into_iter().filter(|lang| *lang != main));
    let words = InviteWords { hints: hints.map(t::posters::invite_hint).collect(), org: org.name };
    let pdf = super::set(move || ::posters::invites(&words, &cards)).await?;
    Ok(download::file("invites.pdf", PDF, pdf))
}
