//! What is said while something is asked about the work.

use domain::{
    Error, Result,
    ids::RequestId,
    property::Point,
    requests::{self as desk, Job, NewComment, Side},
};
use i18n::{Lang, t};

use super::{
    super::{State as Asked, slot},
    Ask, Noted, Work,
    card::material_line,
    spoken,
    tap::{arrived, finished, paused},
};
use crate::{Ctx, Said, Screen, Show, State, Step, menu};

/// The answer to what is asked about the work. Nothing else is begun by it.
pub(crate) async fn said(ctx: &mut Ctx<'_>, asked: Work, said: Said) -> Result<Step> {
    let lang = ctx.lang;
    let id = asked.request;
    let again = |asked: Work, lead: String| Ok(Step::to(State::Requests(Asked::Work(asked))).lead(lead));
    let words = said.words.trim();
    match asked.ask.clone() {
        Ask::Location | Ask::Far { .. } => {
            if let Some((latitude, longitude)) = said.location {
                return at(ctx, asked, Point { latitude, longitude }).await;
            }
            if is_key(words, t::work::key_skip) {
                return arrived(ctx, State::Requests(Asked::Work(asked)), id, None).await;
            }
            if is_key(words, t::common::cancel) {
                return Ok(menu::cancel(ctx, State::Requests(Asked::Work(asked))));
            }
            again(asked, t::work::location_by_key(lang))
        }
        Ask::Photos { stage, .. } => {
            if said.attachments.is_empty() {
                return again(asked, t::work::photo_only(lang));
            }
            let (tx, actor) = ctx.act().await?;
            match desk::add_photos(tx, &actor, id, stage, &said.attachments).await {
                Ok(_) => {}
                Err(Error::Invalid { code: "photo_expected", .. }) => return again(asked, t::work::photo_only(lang)),
                Err(error) => return Err(error),
            }
            let count = desk::photos(tx, &actor, id, stage).await?.len() as i64;
            let asked = Work { ask: Ask::Photos { stage, count }, ..asked };
            Ok(Step::to(State::Requests(Asked::Work(asked))))
        }
        Ask::Material { .. } => {
            let Some(heard) = spoken::material(words) else { return again(asked, t::work::material_unclear(lang)) };
            let org = ctx.org;
            let (tx, actor) = ctx.act().await?;
            desk::add_material(tx, &actor, id, &heard.name, heard.quantity, heard.cost).await?;
            let noted = desk::evidence(tx, &actor, id).await?.materials;
            let noted = noted.last().map(|last| Noted { id: last.id, line: material_line(lang, org, last) });
            Ok(Step::to(State::Requests(Asked::Work(Work { ask: Ask::Material { noted }, ..asked }))))
        }
        Ask::Price => {
            let Some(price) = spoken::sum(words) else { return again(asked, t::work::price_unclear(lang)) };
            let money = super::super::words::money(&ctx.org.currency, price);
            let (tx, actor) = ctx.act().await?;
            let number = desk::offer_price(tx, &actor, id, price).await?.number;
            let offered = Screen::says(t::work::price_offered(lang, number, &money));
            Ok(Step::to(State::Menu { draft: asked.draft }).showing(Show::OtherFresh(offered)))
        }
        Ask::Until { reason } => {
            let now = ctx.effect.now();
            match slot::spoken(words, &ctx.org.time_zone, now).filter(|slot| slot.from > now) {
                Some(slot) => paused(ctx, State::Requests(Asked::Work(asked)), id, reason, slot.from).await,
                None => again(asked, t::requests::slot_unclear(lang)),
            }
        }
        Ask::Result if words.is_empty() => again(asked, t::work::ask_result_hint(lang)),
        Ask::Result => finished(ctx, State::Requests(Asked::Work(asked)), id, Some(words)).await,
    }
}

/// A key outlives a change of language.
fn is_key(words: &str, key: impl Fn(Lang) -> String) -> bool {
    Lang::ALL.into_iter().any(|lang| words == key(lang))
}

/// They said where they are: there, or so far away that they are asked once more.
async fn at(ctx: &mut Ctx<'_>, asked: Work, here: Point) -> Result<Step> {
    let person = ctx.identity.person;
    let (tx, actor) = ctx.act().await?;
    let request = desk::worked_on(tx, &actor, asked.request).await?;
    let metres = desk::job(tx, asked.request, person).await?.metres(&request, here);
    match metres {
        Some(metres) if !Job::is_there(metres) => {
            Ok(Step::to(State::Requests(Asked::Work(Work { ask: Ask::Far { metres }, ..asked }))))
        }
        metres => {
            let id = asked.request;
            arrived(ctx, State::Requests(Asked::Work(asked)), id, metres).await
        }
    }
}

/// An answer to the card of whoever works on a request: a word to the resident.
pub(crate) async fn to_resident(
    ctx: &mut Ctx<'_>,
    state: &State,
    request: RequestId,
    number: i64,
    said: &Said,
) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let new = NewComment {
        request,
        side: Side::Staff,
        is_question: false,
        is_internal: false,
        words: said.words.trim(),
        attachments: &said.attachments,
        album: said.album.as_deref(),
    };
    desk::comment(tx, &actor, &new).await?;
    let passed_on = Screen::says(t::work::to_resident(ctx.lang, number));
    Ok(Step::to(state.clone()).showing(Show::OtherFresh(passed_on)))
}
