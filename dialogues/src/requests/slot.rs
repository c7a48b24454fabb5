//! When a resident can be found: by a button, or in words.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone as _, Utc};
use domain::requests::Slot;

use super::words::zone;
use crate::action::SlotChoice;

/// What a button means now, in the org's time zone; none for «в любое время», and for an evening that has passed.
pub(crate) fn chosen(choice: SlotChoice, time_zone: &str, now: DateTime<Utc>) -> Option<Slot> {
    let today = now.with_timezone(&zone(time_zone)).date_naive();
    let (day, from, to) = match choice {
        SlotChoice::Any => return None,
        SlotChoice::TodayEvening => (today, 18, 21),
        SlotChoice::TomorrowMorning => (today.checked_add_days(Days::new(1))?, 9, 12),
        SlotChoice::TomorrowEvening => (today.checked_add_days(Days::new(1))?, 18, 21),
    };
    ahead(between(time_zone, day, from, to)?, now)
}

/// What words such as «завтра 9–12», «сегодня после 18», «ertaga 14» or «25.11 до 12» mean; none when they say nothing
/// of the kind, or speak of the past.
pub(crate) fn spoken(words: &str, time_zone: &str, now: DateTime<Utc>) -> Option<Slot> {
    let words = words.trim().to_lowercase();
    if words.chars().count() > 60 {
        return None;
    }
    let today = now.with_timezone(&zone(time_zone)).date_naive();
    let mut parts = words.split_whitespace().peekable();
    let day = match parts.peek().copied()? {
        "сегодня" | "bugun" | "today" => Some(today),
        "завтра" | "ertaga" | "tomorrow" => today.checked_add_days(Days::new(1)),
        "послезавтра" | "indin" => today.checked_add_days(Days::new(2)),
        date => dated(date, today),
    };
    let day = match day {
        Some(day) => {
            parts.next();
            day
        }
        None => today,
    };
    let rest: Vec<&str> = parts.filter(|part| !matches!(*part, "в" | "с" | "at" | "from" | "soat")).collect();
    let (from, to) = hours(&rest)?;
    ahead(between(time_zone, day, from, to)?, now)
}

/// «25.11», this year or the next.
fn dated(date: &str, today: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike as _;
    let (day, month) = date.split_once('.')?;
    let (day, month) = (day.parse().ok()?, month.trim_end_matches('.').parse().ok()?);
    let this = NaiveDate::from_ymd_opt(today.year(), month, day)?;
    if this < today { NaiveDate::from_ymd_opt(today.year() + 1, month, day) } else { Some(this) }
}

/// The hours of «9–12», «9 до 12», «после 18», «до 12», «14», «14:00».
fn hours(parts: &[&str]) -> Option<(u32, u32)> {
    let hour = |text: &str| {
        let hour: u32 = text.trim_end_matches(":00").parse().ok()?;
        (hour < 24).then_some(hour)
    };
    match parts {
        [] => Some((9, 21)),
        ["после" | "after" | "keyin", from] | [from, "keyin" | "dan"] => Some((hour(from)?, 22)),
        ["до" | "before" | "until", to] | [to, "gacha"] => Some((8, hour(to)?)),
        [from, "до" | "-" | "–" | "to", to] => Some((hour(from)?, hour(to)?)),
        [one] => match one.split_once(['-', '–', '—']) {
            Some((from, to)) => Some((hour(from)?, hour(to)?)),
            None => Some((hour(one)?, hour(one)? + 2)),
        },
        _ => None,
    }
}

fn between(time_zone: &str, day: NaiveDate, from: u32, to: u32) -> Option<Slot> {
    let zone = zone(time_zone);
    let at = |hour: u32| {
        let time = NaiveTime::from_hms_opt(hour.min(23), if hour > 23 { 59 } else { 0 }, 0)?;
        Some(zone.from_local_datetime(&day.and_time(time)).earliest()?.with_timezone(&Utc))
    };
    let slot = Slot { from: at(from)?, to: at(to)? };
    (slot.from < slot.to).then_some(slot)
}

/// What is over is no answer; what has begun is the rest of it.
fn ahead(slot: Slot, now: DateTime<Utc>) -> Option<Slot> {
    (slot.to > now).then_some(slot)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: &str = "Asia/Tashkent"; // UTC+5

    fn said(words: &str) -> Option<String> {
        let now = Utc.with_ymd_and_hms(2026, 11, 21, 9, 30, 0).unwrap(); // 14:30 there
        spoken(words, ZONE, now).map(|slot| super::super::words::slot_line(ZONE, slot))
    }

    #[test]
    fn words_become_hours() {
        for (words, slot) in [
            ("завтра 9–12", Some("22.11 09:00–12:00")),
            ("Завтра с 9 до 12", Some("22.11 09:00–12:00")),
            ("сегодня после 18", Some("21.11 18:00–22:00")),
            ("ertaga 14", Some("22.11 14:00–16:00")),
            ("ertaga 18 keyin", Some("22.11 18:00–22:00")),
            ("25.11 до 12", Some("25.11 08:00–12:00")),
            ("01.02 10:00", Some("01.02 10:00–12:00")),
            ("послезавтра", Some("23.11 09:00–21:00")),
            ("tomorrow after 18", Some("22.11 18:00–22:00")),
            ("19-21", Some("21.11 19:00–21:00")),
            ("завтра в 23", Some("22.11 23:00–23:59")),
            ("сегодня 9-12", None),
            ("завтра 12-9", None),
            ("завтра в 25", None),
            ("31.02 10", None),
            ("когда-нибудь", None),
            ("", None),
        ] {
            assert_eq!(said(words).as_deref(), slot, "{words}");
        }
    }

    #[test]
    fn an_evening_that_has_passed_is_no_choice() {
        let late = Utc.with_ymd_and_hms(2026, 11, 21, 17, 0, 0).unwrap(); // 22:00 there
        assert_eq!(chosen(SlotChoice::TodayEvening, ZONE, late), None);
        assert!(chosen(SlotChoice::TomorrowMorning, ZONE, late).is_some());
    }
}
