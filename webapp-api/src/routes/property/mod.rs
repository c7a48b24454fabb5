//! The register: complexes, buildings, entrances, risers, units, residents. A noun a file.

mod buildings;
mod complexes;
mod entrances;
mod links;
mod residents;
mod risers;
mod units;

use serde::{Deserialize, Deserializer};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(complexes::list, complexes::create))
        .routes(routes!(complexes::show, complexes::edit, complexes::archive))
        .routes(routes!(buildings::list, buildings::create))
        .routes(routes!(buildings::show, buildings::edit, buildings::archive))
        .routes(routes!(entrances::list, entrances::create))
        .routes(routes!(entrances::show, entrances::edit, entrances::archive))
        .routes(routes!(links::show_sticker, links::renew_sticker))
        .routes(routes!(risers::list, risers::create))
        .routes(routes!(risers::show, risers::edit, risers::archive))
        .routes(routes!(units::list, units::create))
        .routes(routes!(units::show, units::edit, units::archive))
        .routes(routes!(links::show_invite, links::renew_invite))
        .routes(routes!(residents::homes))
        .routes(routes!(residents::list, residents::create))
        .routes(routes!(residents::show, residents::edit))
        .routes(routes!(residents::verify))
        .routes(routes!(residents::decline))
        .routes(routes!(residents::move_out))
}

/// A field of an edit that is there, even as `null`: what is left out stays, `null` takes away.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(field: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(field).map(Some)
}
