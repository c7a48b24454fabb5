//! Alerts: what an owner is told, and the buttons that answer it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{
    Result,
    alerts::{self, Alert, Kind},
    events::AlertAnswer,
    ids::{AlertId, PersonId},
};
use i18n::{Lang, t};

use crate::{Action, Button, Ctx, Screen, Show, State, Step, Text};

/// An owner's answer. The message, and those of the other owners, change by themselves.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, state: State, id: AlertId, answer: AlertAnswer) -> Result<Step> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    alerts::answer(tx, &actor, id, answer).await?;
    let toast = match answer {
        AlertAnswer::Fine => t::alerts::toast_fine(lang),
        AlertAnswer::EndSessions => t::alerts::toast_ended(lang),
    };
    Ok(Step::to(state).showing(Show::Nothing).toast(toast))
}

/// What `reader` is shown of an alert.
pub fn notice(lang: Lang, time_zone: &str, reader: Option<PersonId>, alert: &Alert) -> Screen {
    let name = alert.person_name.as_deref().unwrap_or("—");
    let facts = &alert.facts;
    let count = facts.count.unwrap_or_default();
    let title = match alert.kind {
        Kind::NewDevice => t::alerts::new_device(lang, name),
        Kind::ManyFailures => t::alerts::many_failures(lang, count, name),
        Kind::MassExport => t::alerts::mass_export(lang, count, name),
        Kind::RoleRaised => t::alerts::role_raised(lang, name, facts.role.map_or("—", |role| role.code())),
        Kind::BotTokenChanged => t::alerts::bot_token_changed(lang, facts.bot.as_deref().unwrap_or("—")),
        Kind::OddHours => t::alerts::odd_hours(lang, name),
    };
    let mut text = Text::new().bold(&title);
    for line in [
        facts.by.as_deref().map(|by| t::alerts::by(lang, by)),
        facts.device.as_ref().map(|device| format!("📱 {device}")),
        facts.address.as_ref().map(|address| format!("🌐 {address}")),
        Some(format!("🕒 {}", local_time(time_zone, alert.raised_at))),
    ]
    .into_iter()
    .flatten()
    {
        text = text.line().plain(&line);
    }
    let own = reader.is_some() && reader == alert.person;
    let by = alert.answered_by.as_deref().unwrap_or("—");
    match alert.answer {
        Some(AlertAnswer::Fine) => Screen::says(text.line().plain(&t::alerts::solved_fine(lang, by))),
        Some(AlertAnswer::EndSessions) => Screen::says(text.line().plain(&t::alerts::solved_ended(lang, by))),
        None => {
            let tap = |answer| Action::Alert { id: alert.id, answer };
            let fine = if own { t::alerts::it_is_me(lang) } else { t::alerts::fine(lang) };
            let mut rows = vec![vec![Button::success(fine, tap(AlertAnswer::Fine))]];
            if alert.person.is_some() {
                rows.push(vec![Button::danger(t::alerts::end_sessions(lang), tap(AlertAnswer::EndSessions))]);
            }
            Screen::says(text).rows(rows)
        }
    }
}

fn local_time(time_zone: &str, at: DateTime<Utc>) -> String {
    let zone: Tz = time_zone.parse().unwrap_or(Tz::Asia__Tashkent);
    at.with_timezone(&zone).format("%d.%m %H:%M").to_string()
}
