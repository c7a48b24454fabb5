//! `GET /buildings/{id}/posters.pdf`

use ::posters::{Poster, PosterWords};
use axum::{extract::State, response::Response};
use domain::{
    ids::BuildingId,
    orgs,
    property::{self, STICKER_PREFIX},
};
use i18n::{Lang, t};

use super::PDF;
use crate::{
    Api, Problem,
    caller::{Caller, lang_of},
    download,
    valid::Id,
};

/// Posters to hang up, a page for each entrance: what to do when something is broken, in three languages
#[utoipa::path(
    get, path = "/buildings/{id}/posters.pdf", tag = "property", operation_id = "print_posters",
    params(("id" = Uuid, Path)),
    responses((status = 200, content((String = "application/pdf"))))
)]
pub(super) async fn posters(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<BuildingId>,
) -> Result<Response, Problem> {
    let building = property::building(&mut caller.tx, &caller.actor, id).await?;
    let entrances = property::list_entrances(&mut caller.tx, &caller.actor, id).await?;
    let org = orgs::current(&mut caller.tx).await?;
    let bot = super::bot(&mut caller).await?;
    drop(caller); // setting pages takes a while, and no transaction waits for it
    let main = lang_of(org.language);
    let words = PosterWords {
        languages: std::iter::once(main)
            .chain(Lang::ALL.into_iter().filter(|lang| *lang != main))
            .map(|lang| (t::posters::headline(lang), t::posters::hint(lang)))
            .collect(),
        org: org.name,
        foot: format!("Telegram: @{bot}"),
    };
    let pages: Vec<Poster> = entrances
        .into_iter()
        .filter(|entrance| entrance.archived_at.is_none())
        .map(|entrance| Poster {
            place: building.facts.address.clone(),
            entrance: t::posters::entrance(main, entrance.facts.number.into()),
            link: api.web.deep_link(&bot, &format!("{STICKER_PREFIX}{}", entrance.sticker)),
        })
        .collect();
    let pdf = super::set(move || ::posters::posters(&words, &pages)).await?;
    Ok(download::file("posters.pdf", PDF, pdf))
}
