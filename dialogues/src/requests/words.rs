//! The words and pictures for what a request is about, where it stands, where it is, and when.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{
    assignment::{Ranked, Reasons},
    categories::{Category, Priority},
    requests::{About, PauseReason, Place, Slot, Status},
};
use i18n::{Lang, t};

use crate::{language_of, text::shorten};

/// As much of a name as a button or a line of a card shows, in UTF-16 code units.
pub(crate) const NAME_MAX: usize = 30;

/// The picture of a status.
pub(crate) fn status_icon(status: Status) -> &'static str {
    match status {
        Status::New => "🆕",
        Status::Assigned => "📨",
        Status::Accepted => "🙋",
        Status::OnTheWay => "🚗",
        Status::InProgress => "👷",
        Status::Paused => "⏸",
        Status::Done => "✅",
        Status::Returned => "↩️",
        Status::Closed => "☑️",
        Status::Cancelled => "✖️",
        Status::Declined => "⛔",
    }
}

/// The name of a status.
pub(crate) fn status_name(lang: Lang, status: Status) -> String {
    match status {
        Status::New => t::requests::status_new(lang),
        Status::Assigned => t::requests::status_assigned(lang),
        Status::Accepted => t::requests::status_accepted(lang),
        Status::OnTheWay => t::requests::status_on_the_way(lang),
        Status::InProgress => t::requests::status_in_progress(lang),
        Status::Paused => t::requests::status_paused(lang),
        Status::Done => t::requests::status_done(lang),
        Status::Returned => t::requests::status_returned(lang),
        Status::Closed => t::requests::status_closed(lang),
        Status::Cancelled => t::requests::status_cancelled(lang),
        Status::Declined => t::requests::status_declined(lang),
    }
}

/// The way so far: filed, taken, on the way, at work, done. What waits or was returned stands where it stood.
pub(crate) fn status_bar(status: Status) -> &'static str {
    match status {
        Status::New => "●───○───○───○───○",
        Status::Assigned | Status::Accepted | Status::Returned => "●───●───○───○───○",
        Status::OnTheWay => "●───●───●───○───○",
        Status::InProgress | Status::Paused => "●───●───●───●───○",
        Status::Done | Status::Closed => "●───●───●───●───●",
        Status::Cancelled | Status::Declined => "✖───✖───✖───✖───✖",
    }
}

/// The name of how urgent something is.
pub(crate) fn priority_name(lang: Lang, priority: Priority) -> String {
    match priority {
        Priority::Low => t::requests::priority_low(lang),
        Priority::Normal => t::requests::priority_normal(lang),
        Priority::High => t::requests::priority_high(lang),
        Priority::Emergency => t::requests::priority_emergency(lang),
    }
}

/// The picture of how urgent something is; the usual has none.
pub(crate) fn priority_icon(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "🐢",
        Priority::Normal => "",
        Priority::High => "❗",
        Priority::Emergency => "🚨",
    }
}

/// Why it waits.
pub(crate) fn pause_name(lang: Lang, reason: PauseReason) -> String {
    match reason {
        PauseReason::Resident => t::requests::pause_resident(lang),
        PauseReason::Part => t::requests::pause_part(lang),
        PauseReason::Contractor => t::requests::pause_contractor(lang),
        PauseReason::Access => t::requests::pause_access(lang),
        PauseReason::Other => t::requests::pause_other(lang),
    }
}

/// As much as a phone shows of one button of two, in UTF-16 code units.
const LABEL_MAX: usize = 40;

/// «🚿 Сантехника».
pub(crate) fn category_label(lang: Lang, category: &Category) -> String {
    shorten(&format!("{} {}", category.icon, category.names.in_language(language_of(lang))), LABEL_MAX)
}

/// «Сантехника → Протечка».
pub(crate) fn about_name(lang: Lang, about: &About) -> String {
    let language = language_of(lang);
    let name = about.names.in_language(language);
    match &about.kind_names {
        Some(kind) => format!("{} → {name}", kind.in_language(language)),
        None => name.to_owned(),
    }
}

/// «Протечка».
pub(crate) fn about_short(lang: Lang, about: &About) -> String {
    about.names.in_language(language_of(lang)).to_owned()
}

/// «📍 …», with the home that it was filed from.
pub(crate) fn place_line(lang: Lang, place: Place, home: Option<&str>) -> String {
    let place = match place {
        Place::Unit(_) => return format!("📍 {}", home.unwrap_or_default()),
        Place::Entrance => t::requests::at_entrance(lang),
        Place::Yard => t::requests::at_yard(lang),
        Place::Point { latitude, longitude } => t::requests::at_point(lang, &format!("{latitude:.5}, {longitude:.5}")),
    };
    match home {
        Some(home) => format!("📍 {place} · {home}"),
        None => format!("📍 {place}"),
    }
}

/// «21.11 14:05» in the org's time zone.
pub(crate) fn local_time(time_zone: &str, at: DateTime<Utc>) -> String {
    at.with_timezone(&zone(time_zone)).format("%d.%m %H:%M").to_string()
}

/// «21.11» in the org's time zone.
pub(crate) fn local_day(time_zone: &str, at: DateTime<Utc>) -> String {
    at.with_timezone(&zone(time_zone)).format("%d.%m").to_string()
}

/// «21.11 18:00–21:00» in the org's time zone.
pub(crate) fn slot_line(time_zone: &str, slot: Slot) -> String {
    format!("{}–{}", local_time(time_zone, slot.from), slot.to.with_timezone(&zone(time_zone)).format("%H:%M"))
}

pub(crate) fn zone(time_zone: &str) -> Tz {
    time_zone.parse().unwrap_or(Tz::Asia__Tashkent)
}

/// «★★★☆☆».
pub(crate) fn stars(stars: u8) -> String {
    (1..=5).map(|star| if star <= stars { '★' } else { '☆' }).collect()
}

/// «Бобур · на смене · рядом · в работе 2 · ★4,9»: somebody who could have a request, and why.
pub(crate) fn suggestion(lang: Lang, who: &Ranked) -> String {
    let Reasons { has_skill, is_on_shift, is_near, open, rating } = who.reasons;
    let reasons = [
        (has_skill == Some(false)).then(|| t::requests::reason_unskilled(lang)),
        is_on_shift.then(|| t::requests::reason_on_shift(lang)),
        is_near.then(|| t::requests::reason_near(lang)),
        Some(t::requests::reason_open(lang, i64::from(open))),
        rating.map(|hundredths| format!("★{},{}", hundredths / 100, hundredths % 100 / 10)),
    ];
    let name = shorten(&who.name, NAME_MAX);
    std::iter::once(name).chain(reasons.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
}

/// «185 000 UZS»: minor units are hundredths.
pub(crate) fn money(currency: &str, minor: i64) -> String {
    let (whole, rest) = (minor / 100, minor % 100);
    let digits = whole.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    let rest = if rest == 0 { String::new() } else { format!(",{rest:02}") };
    format!("{grouped}{rest}\u{a0}{currency}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_in_threes() {
        assert_eq!(money("UZS", 18_500_000).replace('\u{a0}', " "), "185 000 UZS");
        assert_eq!(money("RUB", 99).replace('\u{a0}', " "), "0,99 RUB");
        assert_eq!(money("RUB", 123_456_700).replace('\u{a0}', " "), "1 234 567 RUB");
    }
}
