//! The pages of a report: a chart, a few lines under it, and the buttons that lead to the other pages.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};
use domain::reports::{Attention, Day, House, Overview, Performance, Totals, Why};
use i18n::{Lang, t};

use super::{Page, Reader, ReportTap, Span};
use crate::{
    Action, Chart, Screen, Text,
    action::{RequestTap, Surface},
    chart::{Bar, Column, Tone},
    language_of,
    requests::local_day,
    screen::Button,
    text::shorten,
};

/// As much as a phone shows of a button that has a row for itself, in UTF-16 code units.
const LABEL_MAX: usize = 44;
/// As much as is shown of a name in a line.
const NAME_MAX: usize = 40;
/// So many days of a month share a column.
const COLUMN_DAYS: usize = 6;

/// What came, what was closed, what was late; and what is to be decided.
pub(super) fn overview(reader: Reader<'_>, span: Span, seen: &Overview, decides: bool) -> (Chart, Screen) {
    let lang = reader.lang;
    let (is, was) = (seen.totals(), seen.totals_before());
    let mut text = Text::new().bold(&heading(reader, span));
    if let Some((yesterday, before)) = seen.yesterday() {
        let change = changed(yesterday.overdue - before.overdue);
        text = text.line().plain(&t::reports::yesterday(
            lang,
            yesterday.created,
            yesterday.closed,
            yesterday.overdue,
            &change,
        ));
    }
    text = text.line().plain(&t::reports::period(
        lang,
        &span_name(lang, span),
        is.created,
        &changed(is.created - was.created),
        is.closed,
        &changed(is.closed - was.closed),
    ));
    if let Some(stars) = stars_line(lang, &is, &was) {
        text = text.line().plain(&stars);
    }
    let now = &seen.now;
    text = text.line().plain(&t::reports::now(lang, now.open, now.unassigned, now.overdue));
    let mut rows = vec![];
    if decides {
        rows.extend(seen.attention.iter().map(|one| vec![decision(reader, one)]));
    }
    rows.extend(buttons(lang, ReportTap { page: Page::Overview, span }));
    let legend = [t::reports::legend_created(lang), t::reports::legend_closed(lang), t::reports::legend_overdue(lang)];
    let chart = Chart::Days { title: title(lang, span), legend, columns: columns(lang, span, &seen.days) };
    (chart, Screen::says(text).rows(rows))
}

/// What is late, the latest first.
pub(super) fn late(reader: Reader<'_>, span: Span, late: &[Attention], total: i64, decides: bool) -> (Chart, Screen) {
    let lang = reader.lang;
    let heading = if total == 0 { t::reports::late_none(lang) } else { t::reports::late_title(lang, total) };
    let mut text = Text::new().bold(&heading);
    for one in late {
        let place = match (&one.address, &one.unit) {
            (Some(address), Some(unit)) => t::people::home(lang, address, unit),
            (address, _) => address.clone().unwrap_or_default(),
        };
        let who = one.assignee.clone().unwrap_or_else(|| t::reports::nobody(lang));
        let parts = [format!("№{}", one.number), what(lang, one), place, who, since(reader, one)];
        let parts: Vec<String> =
            parts.iter().filter(|part| !part.is_empty()).map(|part| shorten(part, NAME_MAX)).collect();
        text = text.line().plain(&shorten(&parts.join(" · "), 110));
    }
    let mut rows: Vec<Vec<Button>> = vec![];
    if decides {
        let numbers: Vec<Button> =
            late.iter().map(|one| Button::new(format!("№{}", one.number), triage(one))).collect();
        rows.extend(numbers.chunks(4).map(<[Button]>::to_vec));
    }
    rows.extend(buttons(lang, ReportTap { page: Page::Late, span }));
    let bars = late.iter().map(|one| Bar {
        label: format!("№{} {}", one.number, one.names.in_language(language_of(lang))),
        value: small((reader.now - one.since).num_minutes()),
        note: since(reader, one),
    });
    let chart = Chart::Ranking { title: t::reports::late_chart(lang), tone: Tone::Overdue, bars: bars.collect() };
    (chart, Screen::says(text).rows(rows))
}

/// Who did how much, the busiest first.
pub(super) fn people(reader: Reader<'_>, span: Span, people: &[Performance]) -> (Chart, Screen) {
    let lang = reader.lang;
    let heading = format!("{} · {}", t::reports::people(lang), span_name(lang, span));
    let mut text = Text::new().bold(&heading);
    if people.is_empty() {
        text = text.line().plain(&t::reports::nothing(lang));
    }
    for one in people {
        let mut parts = vec![t::reports::person_done(lang, one.done)];
        if one.late > 0 {
            parts.push(t::reports::person_late(lang, one.late));
        }
        if one.returns > 0 {
            parts.push(t::reports::person_returns(lang, one.returns));
        }
        parts.push(t::reports::person_open(lang, one.open));
        let line = format!("{}: {}", shorten(&one.name, NAME_MAX), parts.join(", "));
        text = text.line().plain(&shorten(&line, 110));
    }
    let bars = people.iter().map(|one| Bar {
        label: one.name.clone(),
        value: small(one.done),
        note: match one.rating {
            Some(rating) => format!("{} · ★{}", one.done, mean(lang, rating)),
            None => one.done.to_string(),
        },
    });
    let chart = Chart::Ranking { title: t::reports::people_chart(lang), tone: Tone::Closed, bars: bars.collect() };
    (chart, Screen::says(text).rows(buttons(lang, ReportTap { page: Page::People, span })))
}

/// Where there was how much.
pub(super) fn houses(reader: Reader<'_>, span: Span, houses: &[House]) -> (Chart, Screen) {
    let lang = reader.lang;
    let heading = format!("{} · {}", t::reports::houses(lang), span_name(lang, span));
    let mut text = Text::new().bold(&heading);
    if houses.is_empty() {
        text = text.line().plain(&t::reports::nothing(lang));
    }
    let name = |house: &House| house.address.clone().unwrap_or_else(|| t::reports::no_address(lang));
    for one in houses {
        let mut parts = vec![t::reports::house_created(lang, one.created), t::reports::person_open(lang, one.open)];
        if one.overdue > 0 {
            parts.push(t::reports::house_overdue(lang, one.overdue));
        }
        let line = format!("{}: {}", shorten(&name(one), NAME_MAX), parts.join(", "));
        text = text.line().plain(&shorten(&line, 110));
    }
    let bars =
        houses.iter().map(|one| Bar { label: name(one), value: small(one.created), note: one.created.to_string() });
    let chart = Chart::Ranking { title: t::reports::houses_chart(lang), tone: Tone::Created, bars: bars.collect() };
    (chart, Screen::says(text).rows(buttons(lang, ReportTap { page: Page::Houses, span })))
}

/// «📊 7 дней · 15.11–21.11».
fn heading(reader: Reader<'_>, span: Span) -> String {
    let days = i64::try_from(span.days()).unwrap_or(1) - 1;
    let (from, to) =
        (local_day(reader.time_zone, reader.now - TimeDelta::days(days)), local_day(reader.time_zone, reader.now));
    format!("📊 {} · {from}–{to}", span_name(reader.lang, span))
}

fn span_name(lang: Lang, span: Span) -> String {
    match span {
        Span::Week => t::reports::week(lang),
        Span::Month => t::reports::month(lang),
    }
}

fn title(lang: Lang, span: Span) -> String {
    match span {
        Span::Week => t::reports::chart_week(lang),
        Span::Month => t::reports::chart_month(lang),
    }
}

/// «★4,7 (27 оценок, +0,1)»; none without stars.
fn stars_line(lang: Lang, is: &Totals, was: &Totals) -> Option<String> {
    let rating = is.rating?;
    let change = was.rating.map(|was| rating - was).filter(|change| change.abs() >= 5);
    let change = change.map(|change| {
        let sign = if change > 0 { '+' } else { '−' };
        format!(", {sign}{}", mean(lang, change.abs()))
    });
    Some(t::reports::stars(lang, &mean(lang, rating), is.ratings, &change.unwrap_or_default()))
}

/// Hundredths of stars with one digit: «4,7».
fn mean(lang: Lang, hundredths: i64) -> String {
    let tenths = (hundredths + 5) / 10;
    let point = if lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// « (+3)»; nothing where nothing changed.
fn changed(by: i64) -> String {
    match by {
        0 => String::new(),
        by if by > 0 => format!(" (+{by})"),
        by => format!(" (−{})", by.abs()),
    }
}

fn columns(lang: Lang, span: Span, days: &[Day]) -> Vec<Column> {
    let at_a_time = if span == Span::Week { 1 } else { COLUMN_DAYS };
    let column = |days: &[Day]| {
        let totals = Totals::of(days);
        let label = match days {
            [one] => format!("{} {}", weekday(lang, one.day), one.day.day()),
            [first, .., last] => format!("{}–{}", first.day.day(), last.day.day()),
            [] => String::new(),
        };
        Column { label, created: small(totals.created), closed: small(totals.closed), overdue: small(totals.overdue) }
    };
    days.chunks(at_a_time).map(column).collect()
}

fn weekday(lang: Lang, day: NaiveDate) -> String {
    match day.weekday() {
        Weekday::Mon => t::reports::monday(lang),
        Weekday::Tue => t::reports::tuesday(lang),
        Weekday::Wed => t::reports::wednesday(lang),
        Weekday::Thu => t::reports::thursday(lang),
        Weekday::Fri => t::reports::friday(lang),
        Weekday::Sat => t::reports::saturday(lang),
        Weekday::Sun => t::reports::sunday(lang),
    }
}

/// «⏰ №1057 Протечка · просрочена 2 ч».
fn decision(reader: Reader<'_>, one: &Attention) -> Button {
    let lang = reader.lang;
    let ago = since(reader, one);
    let (icon, why) = match one.why {
        Why::Emergency => ("🚨", t::reports::why_unassigned(lang, &ago)),
        Why::Returned => ("↩️", t::reports::why_returned(lang)),
        Why::Overdue => ("⏰", t::reports::why_overdue(lang, &ago)),
        Why::NotAccepted => ("📨", t::reports::why_not_accepted(lang)),
        Why::Unassigned => ("🆕", t::reports::why_unassigned(lang, &ago)),
        Why::LowRating => ("★", t::reports::why_low_rating(lang)),
    };
    let label = format!("{icon} №{} {} · {why}", one.number, shorten(&what(lang, one), 18));
    Button::new(shorten(&label, LABEL_MAX), triage(one))
}

/// What the desk can do with it, in a message of its own.
fn triage(one: &Attention) -> Action {
    let tap = if one.why == Why::LowRating { RequestTap::Show } else { RequestTap::Triage };
    Action::Request { tap, id: one.id, on: Surface::Card }
}

fn what(lang: Lang, one: &Attention) -> String {
    one.names.in_language(language_of(lang)).to_owned()
}

/// «2 ч 10 мин», «3 дн.»
fn since(reader: Reader<'_>, one: &Attention) -> String {
    length(reader.lang, reader.now - one.since)
}

/// How long something took, as one says it.
pub(crate) fn length(lang: Lang, length: TimeDelta) -> String {
    let minutes = length.num_minutes().max(0);
    match minutes {
        ..60 => t::reports::minutes(lang, minutes),
        60..2880 => t::reports::hours(lang, minutes / 60),
        _ => t::reports::days(lang, minutes / 1440),
    }
}

fn small(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}

/// The other pages, and the other time.
fn buttons(lang: Lang, on: ReportTap) -> Vec<Vec<Button>> {
    let pages = Page::ALL.into_iter().filter(|page| *page != on.page).map(|page| {
        let label = match page {
            Page::Overview => t::reports::overview(lang),
            Page::Late => t::reports::late(lang),
            Page::People => t::reports::people(lang),
            Page::Houses => t::reports::houses(lang),
        };
        Button::new(label, Action::Report(ReportTap { page, ..on }))
    });
    let mut rows = vec![pages.collect()];
    if on.page != Page::Late {
        rows.push(
            Span::ALL
                .into_iter()
                .map(|span| {
                    let name = span_name(lang, span);
                    let label = if span == on.span { format!("• {name}") } else { name };
                    Button::new(label, Action::Report(ReportTap { span, ..on }))
                })
                .collect(),
        );
    }
    rows
}
