//! What is said while something is asked about the work.

use domain::{
    Error, Result,
    notifications::LinkedMessage,
    property::Point,
    requests::{self as desk, AttachmentKind, Job, Side},
};
use i18n::{Lang, t};

use super::{
    super::{
        State as Asked,
        mirror::{self, Word},
        slot,
    },
    Ask, Work, spoken,
    tap::{arrived, finished, noted, paused, usual},
};
use crate::{Ctx, Said, Screen, Show, State, Step, lang_of, menu};

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
            let (tx, actor) = ctx.act().await?;
            desk::add_material(tx, &actor, id, &heard.name, heard.quantity, heard.cost).await?;
            let noted = noted(ctx, id).await?;
            let usual = usual(ctx, id).await?;
            Ok(Step::to(State::Requests(Asked::Work(Work { ask: Ask::Material { noted, usual }, ..asked }))))
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
        Ask::Result if words.is_empty() && said.attachments.iter().any(|file| is_spoken(file.kind)) => {
            by_voice(ctx, asked, &said).await
        }
        Ask::Result if words.is_empty() => again(asked, t::work::ask_result_hint(lang)),
        Ask::Result => finished(ctx, State::Requests(Asked::Work(asked)), id, Some(words)).await,
    }
}

fn is_spoken(kind: AttachmentKind) -> bool {
    matches!(kind, AttachmentKind::Voice | AttachmentKind::VideoNote | AttachmentKind::Audio)
}

/// «Готово», by voice: nobody writes it out, so it is passed on to the resident as a word of the staff's, and the result
/// says that.
async fn by_voice(ctx: &mut Ctx<'_>, asked: Work, said: &Said) -> Result<Step> {
    let id = asked.request;
    let words = t::work::result_by_voice(lang_of(ctx.org.language));
    let word =
        Word { request: id, side: Side::Staff, is_question: false, is_internal: false, words: "", answers: None };
    mirror::say(ctx, said, &word).await?;
    finished(ctx, State::Requests(Asked::Work(asked)), id, Some(&words)).await
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
    link: &LinkedMessage,
    number: i64,
    said: &Said,
) -> Result<Step> {
    let word = Word {
        request: link.request,
        side: Side::Staff,
        is_question: false,
        is_internal: false,
        words: said.words.trim(),
        answers: link.comment,
    };
    mirror::say(ctx, said, &word).await?;
    let passed_on = Screen::says(t::work::to_resident(ctx.lang, number));
    Ok(Step::to(state.clone()).showing(Show::OtherFresh(passed_on)))
}
