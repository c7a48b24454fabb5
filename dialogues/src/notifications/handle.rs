//! Taps about notifications. They keep no state: each reads what is chosen now.

use chrono::NaiveTime;
use domain::{
    Result,
    notifications::{self, Level, Quiet},
};
use i18n::t;

use super::view;
use crate::{Ctx, Show, State, Step, action::NotifyTap, handle::old_button};

/// The quiet hours that are offered: from and to, in hours.
pub(super) const OFFERED: [(u32, u32); 3] = [(22, 8), (23, 7), (21, 9)];

/// A tap about notifications.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: NotifyTap) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let toast = match tap {
        NotifyTap::Show => None,
        NotifyTap::Level(subject) => {
            let preferences = notifications::preferences(tx, &actor).await?;
            let Some(was) = preferences.subjects.iter().find(|has| has.subject == subject) else {
                return Ok(old_button(ctx, state)); // an admin has chosen somebody else meanwhile
            };
            let next = match was.level {
                Level::All => Level::Important,
                Level::Important => Level::None,
                Level::None => Level::All,
            };
            notifications::choose_level(tx, &actor, subject, next).await?;
            Some(view::level(ctx.lang, next))
        }
        NotifyTap::Quiet => {
            let quiet = notifications::preferences(tx, &actor).await?.quiet;
            notifications::choose_quiet(tx, &actor, Quiet { on: !quiet.on, ..quiet }, None).await?;
            Some(t::notifications::saved(ctx.lang))
        }
        NotifyTap::Hours(place) => {
            let Some((from, to)) = OFFERED.get(usize::from(place)) else { return Ok(old_button(ctx, state)) };
            let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
            let quiet = Quiet { on: true, from: hour(*from), to: hour(*to) };
            notifications::choose_quiet(tx, &actor, quiet, None).await?;
            Some(t::notifications::saved(ctx.lang))
        }
    };
    let step = settings(ctx, state).await?;
    Ok(match toast {
        Some(toast) => step.toast(toast),
        None => step,
    })
}

/// `/settings`: language, quiet hours, and how much of what.
pub(crate) async fn settings(ctx: &mut Ctx<'_>, state: State) -> Result<Step> {
    let (tx, actor) = ctx.act().await?;
    let preferences = notifications::preferences(tx, &actor).await?;
    Ok(Step::to(state).showing(Show::Other(view::settings(ctx.lang, &preferences))))
}
