//! `/units/{id}/invite` and `/entrances/{id}/sticker`: deep links with their QR codes.

use axum::{Json, extract::State};
use domain::{
    bots,
    ids::{EntranceId, UnitId},
    property::{self, INVITE_PREFIX, STICKER_PREFIX},
};
use qrcode::{EcLevel, QrCode, render::svg};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Api, Problem, caller::Caller, valid::Id};

/// A deep link into the org's bot.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeepLink {
    /// What the bot is started with.
    #[schema(example = "f_0123456789abcdef")]
    start: String,
    /// The link; none while the org has no bot.
    #[schema(example = "https://t.me/navruz_bot?start=f_0123456789abcdef")]
    link: Option<String>,
    /// Its QR code, as a picture in SVG.
    qr_svg: Option<String>,
}

async fn link(api: &Api, caller: &mut Caller, start: String) -> Result<Json<DeepLink>, Problem> {
    let link = bots::any_username(&mut caller.tx).await?.map(|bot| api.web.deep_link(&bot, &start));
    let qr_svg = link.as_deref().and_then(picture);
    Ok(Json(DeepLink { start, link, qr_svg }))
}

fn picture(link: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    Some(code.render::<svg::Color<'_>>().min_dimensions(240, 240).build())
}

/// The link of a unit: whoever opens it may say that they live there
#[utoipa::path(
    get, path = "/units/{id}/invite", tag = "property", operation_id = "show_unit_invite",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DeepLink))
)]
pub(super) async fn show_invite(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<UnitId>,
) -> Result<Json<DeepLink>, Problem> {
    let unit = property::unit(&mut caller.tx, &caller.actor, id).await?;
    link(&api, &mut caller, format!("{INVITE_PREFIX}{}", unit.invite)).await
}

/// Draw a new link for a unit; the one of before leads nowhere from now on
#[utoipa::path(
    post, path = "/units/{id}/invite", tag = "property", operation_id = "renew_unit_invite",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DeepLink))
)]
pub(super) async fn renew_invite(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<UnitId>,
) -> Result<Json<DeepLink>, Problem> {
    let unit = property::renew_invite(&mut caller.tx, &caller.actor, id).await?;
    let renewed = link(&api, &mut caller, format!("{INVITE_PREFIX}{}", unit.invite)).await?;
    caller.commit().await?;
    Ok(renewed)
}

/// The link of an entrance's sticker: a request begins there
#[utoipa::path(
    get, path = "/entrances/{id}/sticker", tag = "property", operation_id = "show_entrance_sticker",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DeepLink))
)]
pub(super) async fn show_sticker(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<EntranceId>,
) -> Result<Json<DeepLink>, Problem> {
    let entrance = property::entrance(&mut caller.tx, &caller.actor, id).await?;
    link(&api, &mut caller, format!("{STICKER_PREFIX}{}", entrance.sticker)).await
}

/// Draw a new sticker for an entrance; the one of before leads nowhere from now on
#[utoipa::path(
    post, path = "/entrances/{id}/sticker", tag = "property", operation_id = "renew_entrance_sticker",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DeepLink))
)]
pub(super) async fn renew_sticker(
    State(api): State<Api>,
    mut caller: Caller,
    Id(id): Id<EntranceId>,
) -> Result<Json<DeepLink>, Problem> {
    let entrance = property::renew_sticker(&mut caller.tx, &caller.actor, id).await?;
    let renewed = link(&api, &mut caller, format!("{STICKER_PREFIX}{}", entrance.sticker)).await?;
    caller.commit().await?;
    Ok(renewed)
}
