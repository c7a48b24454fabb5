//! Buttons of the worker's card, and of what it asks.

use chrono::{DateTime, Datelike as _, Days, NaiveTime, TimeZone as _, Utc, Weekday};
use domain::{
    Result,
    ids::RequestId,
    notifications,
    requests::{self as desk, Pause, PauseReason, Stage},
};
use i18n::t;

use super::{
    super::{State as Asked, lists, words::local_time, words::zone},
    Ask, Noted, Work,
    card::material_line,
    left, view,
};
use crate::{
    Ctx, Screen, Show, State, Step,
    action::{RequestTap, Surface, When},
    lang_of, menu,
};

/// The hour of an evening, and of a morning.
const EVENING: u32 = 18;
const MORNING: u32 = 9;

/// How many open jobs `/jobs` names.
const JOBS_SHOWN: i64 = 30;

/// A tap of whoever works on a request, in their own chat. What can be done is asked of the domain each time.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: RequestTap, id: RequestId, on: Surface) -> Result<Step> {
    let lang = ctx.lang;
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    match tap {
        RequestTap::Arrive => arrive(ctx, state, id).await,
        RequestTap::ArriveAnyway => {
            let metres = match &state {
                State::Requests(Asked::Work(Work { request, ask: Ask::Far { metres }, .. })) if *request == id => {
                    Some(*metres)
                }
                _ => None,
            };
            arrived(ctx, state, id, metres).await
        }
        RequestTap::Step(position) => {
            let (tx, actor) = ctx.act().await?;
            desk::toggle_step(tx, &actor, id, position).await?;
            Ok(Step::to(left(state)).showing(Show::Nothing).toast(t::work::step_saved(lang)))
        }
        RequestTap::Phone => {
            let (tx, actor) = ctx.act().await?;
            let phone = desk::phone(tx, &actor, id).await?;
            let words = t::work::phone_of(lang, &phone.name, &phone.number);
            Ok(Step::to(state).showing(Show::Nothing).alert(words))
        }
        RequestTap::Files => {
            let (tx, actor) = ctx.act().await?;
            notifications::send_files(tx, &actor, bot, chat_id, id).await?;
            Ok(Step::to(state).showing(Show::Nothing).toast(t::work::files_below(lang)))
        }
        RequestTap::AskPhotos(stage) => {
            let (tx, actor) = ctx.act().await?;
            desk::worked_on(tx, &actor, id).await?;
            let count = desk::photos(tx, &actor, id, stage).await?.len() as i64;
            let step = asks(ctx, state, id, Ask::Photos { stage, count: 0 }).await?;
            Ok(if count > 0 { step.toast(saved(ctx, stage, id, count).await?) } else { step })
        }
        RequestTap::AskMaterial => {
            let usual = usual(ctx, id).await?;
            asks(ctx, state, id, Ask::Material { noted: None, usual }).await
        }
        RequestTap::UseMaterial(material) => {
            let (tx, actor) = ctx.act().await?;
            desk::add_usual_material(tx, &actor, id, material).await?;
            let noted = noted(ctx, id).await?;
            let usual = usual(ctx, id).await?;
            let step = asks(ctx, state, id, Ask::Material { noted, usual }).await?;
            Ok(Step { show: Show::Screen, ..step })
        }
        RequestTap::RemoveMaterial(material) => {
            let (tx, actor) = ctx.act().await?;
            desk::remove_material(tx, &actor, id, material).await?;
            let usual = usual(ctx, id).await?;
            let ask = Ask::Material { noted: None, usual };
            let step = asks(ctx, state, id, ask).await?.toast(t::work::material_removed(lang));
            Ok(Step { show: Show::Screen, ..step })
        }
        RequestTap::AskPrice => asks(ctx, state, id, Ask::Price).await,
        RequestTap::AskUntil(reason) => asks(ctx, state, id, Ask::Until { reason }).await,
        RequestTap::Until(reason, when) => {
            let until = moment(when, &ctx.org.time_zone, ctx.effect.now());
            paused(ctx, state, id, reason, until).await
        }
        RequestTap::Complete => {
            let (tx, actor) = ctx.act().await?;
            let request = desk::worked_on(tx, &actor, id).await?;
            let missing = desk::evidence(tx, &actor, id).await?.missing(&request);
            if request.status.after(desk::Verb::Complete).is_some() && !missing.is_empty() {
                return Ok(Step::to(state).showing(Show::Nothing).alert(view::missing(lang, &missing)));
            }
            // Who may not, or too late, is told so before they write anything.
            if on == Surface::Message || request.status.after(desk::Verb::Complete).is_none() {
                return finished(ctx, state, id, None).await;
            }
            asks(ctx, state, id, Ask::Result).await
        }
        RequestTap::Finish(word) => {
            let common = lang_of(ctx.org.language);
            let words = word.map(|word| view::result_words(common, word));
            finished(ctx, state, id, words.as_deref()).await
        }
        _ => Ok(crate::handle::old_button(ctx, state)),
    }
}

/// `/jobs`: what they have to do; a tap brings the card down.
pub(crate) async fn jobs(ctx: &mut Ctx<'_>, state: State) -> Result<Step> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let jobs = desk::jobs(tx, &actor, JOBS_SHOWN).await?;
    if jobs.is_empty() {
        return Ok(Step::to(state).showing(Show::Other(Screen::says(t::work::jobs_none(lang)))));
    }
    let text = crate::Text::new().bold(&t::work::jobs_title(lang)).line().plain(&t::work::jobs_hint(lang));
    let rows = jobs.iter().map(|job| vec![lists::button(lang, job)]).collect();
    Ok(Step::to(state).showing(Show::Other(Screen::says(text).rows(rows))))
}

/// Asks something about the work, in a message of its own below the card.
async fn asks(ctx: &mut Ctx<'_>, state: State, id: RequestId, ask: Ask) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let number = desk::worked_on(tx, &actor, id).await?.number;
    let asked = Work { request: id, number, ask, draft: state.into_draft() };
    Ok(Step::to(State::Requests(Asked::Work(asked))).showing(Show::Fresh))
}

/// What such work took most often, for a quick choice.
pub(super) async fn usual(ctx: &mut Ctx<'_>, id: RequestId) -> Result<Vec<Noted>> {
    let (lang, org) = (ctx.lang, ctx.org);
    let (tx, actor) = ctx.act().await?;
    let usual = desk::usual_materials(tx, &actor, id).await?;
    Ok(usual.into_iter().map(|one| Noted { id: one.id, line: material_line(lang, org, &one) }).collect())
}

/// The material that was noted last.
pub(super) async fn noted(ctx: &mut Ctx<'_>, id: RequestId) -> Result<Option<Noted>> {
    let (lang, org) = (ctx.lang, ctx.org);
    let (tx, actor) = ctx.act().await?;
    let noted = desk::evidence(tx, &actor, id).await?.materials;
    Ok(noted.last().map(|last| Noted { id: last.id, line: material_line(lang, org, last) }))
}

async fn saved(ctx: &mut Ctx<'_>, stage: Stage, id: RequestId, count: i64) -> Result<String> {
    let lang = ctx.lang;
    let (tx, _) = ctx.act().await?;
    let (number, _) = desk::number_of(tx, id).await?;
    Ok(match stage {
        Stage::Before => t::work::saved_before(lang, number, count),
        Stage::After => t::work::saved_after(lang, number, count),
    })
}

/// «Я на месте»: where somebody knows where that is, they are asked where they are; once, and they need not say.
async fn arrive(ctx: &mut Ctx<'_>, state: State, id: RequestId) -> Result<Step> {
    let person = ctx.identity.person;
    let (tx, actor) = ctx.act().await?;
    let request = desk::worked_on(tx, &actor, id).await?;
    let can = request.status.after(desk::Verb::Arrive).is_some();
    if can && desk::job(tx, id, person).await?.has_point(&request) {
        return asks(ctx, state, id, Ask::Location).await;
    }
    let number = desk::arrive(tx, &actor, id, None).await?.number;
    Ok(Step::to(left(state)).showing(Show::Nothing).toast(t::requests::you_arrived(ctx.lang, number)))
}

/// They are there; the key for the location goes.
pub(super) async fn arrived(ctx: &mut Ctx<'_>, state: State, id: RequestId, metres: Option<i32>) -> Result<Step> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let number = desk::arrive(tx, &actor, id, metres).await?.number;
    let screen = Screen::says(t::requests::you_arrived(lang, number)).keyboard(menu::main_keys(lang));
    Ok(Step::to(state.laid_aside()).showing(Show::Other(screen)))
}

/// It waits until then.
pub(super) async fn paused(
    ctx: &mut Ctx<'_>,
    state: State,
    id: RequestId,
    reason: PauseReason,
    until: DateTime<Utc>,
) -> Result<Step> {
    let (lang, time) = (ctx.lang, local_time(&ctx.org.time_zone, until));
    let (tx, actor) = ctx.act().await?;
    let number = desk::pause(tx, &actor, id, Pause { reason, until }).await?.number;
    let screen = Screen::says(t::work::paused_until(lang, number, &time));
    Ok(Step::to(left(state)).showing(Show::Other(screen)))
}

/// «Готово», with a word about what was done or without.
pub(super) async fn finished(ctx: &mut Ctx<'_>, state: State, id: RequestId, words: Option<&str>) -> Result<Step> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let number = desk::complete(tx, &actor, id, words).await?.number;
    let words = t::requests::you_completed(lang, number);
    Ok(Step::to(left(state)).showing(Show::Other(Screen::says(words))))
}

/// When a button means, in the org's time zone; an evening that has begun is the next one.
fn moment(when: When, time_zone: &str, now: DateTime<Utc>) -> DateTime<Utc> {
    let zone = zone(time_zone);
    let today = now.with_timezone(&zone).date_naive();
    let at = |days: u64, hour: u32| {
        let day = today.checked_add_days(Days::new(days)).unwrap_or(today);
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        zone.from_local_datetime(&day.and_time(time)).earliest().map_or(now, |at| at.with_timezone(&Utc))
    };
    match when {
        When::Evening => Some(at(0, EVENING)).filter(|evening| *evening > now).unwrap_or_else(|| at(1, EVENING)),
        When::Morning => at(1, MORNING),
        When::Monday => at(u64::from(7 - today.weekday().days_since(Weekday::Mon)), MORNING),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_means_a_time_of_the_org() {
        let said = |when, now: &str| local_time("Asia/Tashkent", moment(when, "Asia/Tashkent", now.parse().unwrap()));
        let saturday = "2026-11-21T09:30:00Z"; // 14:30 there
        assert_eq!(said(When::Evening, saturday), "21.11 18:00");
        assert_eq!(said(When::Evening, "2026-11-21T14:00:00Z"), "22.11 18:00");
        assert_eq!(said(When::Morning, saturday), "22.11 09:00");
        assert_eq!(said(When::Monday, saturday), "23.11 09:00");
        assert_eq!(said(When::Monday, "2026-11-23T01:00:00Z"), "30.11 09:00", "on a Monday the next");
    }
}
