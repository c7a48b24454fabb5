//! Warnings about a request, and the buttons that end what they warn of. A warning says by itself when its cause is gone.

pub(crate) mod action;
mod view;

use chrono::{DateTime, TimeDelta, TimeZone as _, Timelike as _, Utc};
use domain::{Error, Result, notifications as out, requests as desk};
use i18n::t;

pub use crate::action::{WarnAct, WarnTap};
pub use view::card;

use crate::{
    Ctx, Screen, Show, State, Step, lang_of,
    requests::zone,
    staff::{StaffShow, StaffStep},
};

/// By how much something late is put off.
const LATER: TimeDelta = TimeDelta::hours(1);

/// A tap under a warning, in the staff's group or in one's own chat. The warning changes by itself.
pub(crate) async fn tap_at_desk(ctx: &mut Ctx<'_>, tap: WarnTap) -> Result<StaffStep> {
    let (lang, org, is_group) = (ctx.lang, ctx.org, ctx.chat_id < 0);
    let WarnTap { act, rule, request } = tap;
    let (tx, actor) = ctx.act().await?;
    let mut show = None;
    let toast = match act {
        WarnAct::Give(member) => {
            let given = desk::assign(tx, &actor, request, member).await?;
            t::requests::assigned(lang, given.number, given.assignee_name.as_deref().unwrap_or("—"))
        }
        WarnAct::Extend => {
            let number = desk::get(tx, &actor, request).await?.number;
            let sorry = |language| t::warnings::sorry_late(lang_of(language), number);
            out::extend(tx, &actor, request, LATER, sorry).await?;
            t::warnings::extended(lang, number)
        }
        WarnAct::Hush => {
            let until = quiet_until(&org.time_zone, tx.source().now());
            out::hush(tx, &actor, request, rule, until).await?;
            t::warnings::hushed(lang, &clock(&org.time_zone, until))
        }
        WarnAct::Sorry => {
            let number = desk::get(tx, &actor, request).await?.number;
            out::apologize(tx, &actor, request, rule, |language| t::warnings::sorry_bad(lang_of(language), number))
                .await?;
            t::warnings::apologized(lang)
        }
        WarnAct::Settled => {
            out::settle(tx, &actor, request, rule).await?;
            t::warnings::settled_toast(lang)
        }
        WarnAct::Call => {
            let callee = out::phone(tx, &actor, request, rule).await?;
            let phone = callee.phone.ok_or(Error::NotFound("phone"))?;
            let words = format!("📞 {}: {phone}", callee.name);
            // A group need not read a number: only whoever tapped does.
            if !is_group {
                show = Some(StaffShow::Post(Screen::says(words.clone())));
            }
            words
        }
    };
    Ok(StaffStep { toast: Some(toast), show, receipt: None })
}

/// The same in one's own chat.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, tap: WarnTap) -> Result<Step> {
    let done = tap_at_desk(ctx, tap).await?;
    let step = Step::to(state).showing(match done.show {
        None => Show::Nothing,
        Some(StaffShow::Post(screen) | StaffShow::Edit(screen)) => Show::OtherFresh(screen),
    });
    Ok(match done.toast {
        Some(toast) => step.toast(toast),
        None => step,
    })
}

/// The full hour that begins in two hours or a little less than three.
fn quiet_until(time_zone: &str, now: DateTime<Utc>) -> DateTime<Utc> {
    let zone = zone(time_zone);
    let then = (now + TimeDelta::hours(3)).with_timezone(&zone).naive_local();
    let hour = then.date().and_hms_opt(then.hour(), 0, 0).unwrap_or(then);
    let until = zone.from_local_datetime(&hour).earliest().map(|at| at.with_timezone(&Utc));
    until.filter(|until| *until > now).unwrap_or(now + TimeDelta::hours(2))
}

/// «15:00» in the org's time zone.
fn clock(time_zone: &str, at: DateTime<Utc>) -> String {
    at.with_timezone(&zone(time_zone)).format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_ends_at_a_full_hour_that_is_not_near() {
        for (now, until) in [("12:00", "15:00"), ("12:01", "15:00"), ("12:59", "15:00"), ("23:30", "02:00")] {
            let now: DateTime<Utc> = format!("2026-11-20T{now}:00+05:00").parse().unwrap();
            let ends = quiet_until("Asia/Tashkent", now);
            assert_eq!(clock("Asia/Tashkent", ends), until);
            assert!(ends - now >= TimeDelta::hours(2) && ends - now <= TimeDelta::hours(3));
        }
    }
}
