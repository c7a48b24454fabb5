//! Alerts: what an owner is told, and the buttons that answer it.

use domain::{
    Result,
    alerts::{self, Alert, Kind},
    events::AlertAnswer,
    ids::{AlertId, PersonId},
};
use i18n::{Lang, t};

use crate::{Action, Button, Ctx, Screen, Show, State, Step, Text, members::role_name, requests::local_time};

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

/// What an alert says, without the buttons.
pub fn words(lang: Lang, time_zone: &str, alert: &Alert) -> Text {
    let name = alert.person_name.as_deref().unwrap_or("—");
    let facts = &alert.facts;
    let count = facts.count.unwrap_or_default();
    let minutes = facts.minutes.map(i64::from); // what was raised before limits could be set has none
    let title = match alert.kind {
        Kind::NewDevice => t::alerts::new_device(lang, name),
        Kind::ManyFailures => t::alerts::many_failures(lang, count, minutes.unwrap_or(10), name),
        Kind::MassExport => t::alerts::mass_export(lang, count, minutes.unwrap_or(60), name),
        Kind::RoleRaised => {
            let role = facts.role.map_or_else(|| "—".to_owned(), |role| role_name(lang, role));
            t::alerts::role_raised(lang, name, &role)
        }
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
    text
}

/// What `reader` is shown of an alert.
pub fn notice(lang: Lang, time_zone: &str, reader: Option<PersonId>, alert: &Alert) -> Screen {
    let text = words(lang, time_zone, alert);
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
