//! By example, and for any calendar.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{
    calendars::{Exception, Interval, Preset},
    orgs::{Clock, Day},
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn interval(from: &str, to: &str) -> Interval {
    Interval { from: from.parse().unwrap(), to: to.parse().unwrap() }
}

fn five_days(zone: Tz) -> WorkTime {
    WorkTime { timetable: Preset::FiveDays.timetable(), zone }
}

fn daily(from: &str, to: &str, zone: Tz) -> WorkTime {
    let week = Day::ALL.map(|day| (day, vec![interval(from, to)])).into();
    WorkTime { timetable: Timetable::new(week, BTreeMap::new()).unwrap(), zone }
}

#[test]
fn a_deadline_of_friday_evening_falls_on_monday() {
    let time = five_days(Tz::Asia__Tashkent); // +05:00
    let friday = at("2026-11-20T12:30:00Z"); // 17:30
    assert_eq!(time.due(friday, 30), at("2026-11-20T13:00:00Z"), "18:00 is still Friday's");
    assert_eq!(time.due(friday, 31), at("2026-11-23T04:01:00Z"), "09:01 on Monday");
    assert_eq!(time.due(friday, 0), friday);
    assert_eq!(time.due(at("2026-11-21T07:00:00Z"), 60), at("2026-11-23T05:00:00Z"), "from a Saturday");
    assert_eq!(time.elapsed(friday, at("2026-11-23T04:01:30Z")), 31);
    assert_eq!(time.elapsed(at("2026-11-23T04:01:00Z"), friday), 0, "never backwards");
}

#[test]
fn it_is_open_from_the_first_minute_to_before_the_last() {
    let time = five_days(Tz::Europe__Moscow); // +03:00
    for (moment, open) in [
        ("2026-11-20T05:59:59Z", false),
        ("2026-11-20T06:00:00Z", true),
        ("2026-11-20T14:59:59Z", true),
        ("2026-11-20T15:00:00Z", false),
        ("2026-11-21T09:00:00Z", false),
    ] {
        assert_eq!(time.is_open(at(moment)), open, "{moment}");
    }
    assert_eq!(time.next_opening(at("2026-11-20T15:00:00Z")), at("2026-11-23T06:00:00Z"));
    assert_eq!(time.next_opening(at("2026-11-20T10:00:00Z")), at("2026-11-20T10:00:00Z"), "now");
}

#[test]
fn dates_that_differ_count_instead_of_their_weekday() {
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    let exceptions = BTreeMap::from([
        (date("2026-11-20"), Exception { hours: vec![interval("09:00", "17:00")], note: Some("короткий".into()) }),
        (date("2026-11-21"), Exception { hours: vec![interval("10:00", "12:00")], note: Some("рабочая".into()) }),
        (date("2026-11-23"), Exception::default()),
    ]);
    let week = Preset::FiveDays.timetable().week().clone();
    let time = WorkTime { timetable: Timetable::new(week, exceptions).unwrap(), zone: Tz::UTC };
    assert!(!time.is_open(at("2026-11-20T17:30:00Z")), "shortened");
    assert_eq!(time.due(at("2026-11-20T16:30:00Z"), 60), at("2026-11-21T10:30:00Z"), "an extra working day");
    assert_eq!(time.next_opening(at("2026-11-21T12:00:00Z")), at("2026-11-24T09:00:00Z"), "a holiday");
}

#[test]
fn the_night_before_a_holiday_is_worked_to_its_end() {
    let week = Day::ALL.map(|day| (day, vec![interval("22:00", "06:00")])).into();
    let holiday = ("2026-11-21".parse().unwrap(), Exception::default());
    let time = WorkTime { timetable: Timetable::new(week, [holiday].into()).unwrap(), zone: Tz::UTC };
    assert!(time.is_open(at("2026-11-21T05:59:00Z")), "it began on the 20th");
    assert!(!time.is_open(at("2026-11-21T23:00:00Z")));
    assert_eq!(time.elapsed(at("2026-11-20T00:00:00Z"), at("2026-11-23T00:00:00Z")), (6 + 8 + 2) * 60);
}

#[test]
fn nights_and_days_that_meet_are_counted_once() {
    let week = Day::ALL.map(|day| (day, vec![interval("20:00", "09:00")])).into();
    let open_early = Exception { hours: vec![interval("08:00", "24:00")], note: None };
    let extra = ("2026-11-21".parse().unwrap(), open_early);
    let time = WorkTime { timetable: Timetable::new(week, [extra].into()).unwrap(), zone: Tz::UTC };
    assert_eq!(time.elapsed(at("2026-11-21T00:00:00Z"), at("2026-11-22T00:00:00Z")), 24 * 60);
    assert_eq!(time.due(at("2026-11-21T00:00:00Z"), 23 * 60), at("2026-11-21T23:00:00Z"));
}

#[test]
fn a_clock_that_is_set_forward_makes_the_night_shorter() {
    let night = daily("01:00", "05:00", Tz::Europe__Berlin); // 29 March 2026: 02:00 is 03:00
    let (before, after) = (at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z"));
    assert_eq!(night.elapsed(before, after), 3 * 60);
    assert_eq!(night.due(before, 3 * 60), at("2026-03-29T03:00:00Z"), "05:00 there");
    let skipped = daily("02:15", "02:45", Tz::Europe__Berlin);
    assert_eq!(skipped.elapsed(before, after), 0, "there was no such half hour");
    let half = daily("02:30", "03:30", Tz::Europe__Berlin);
    assert_eq!(half.elapsed(before, after), 30);
    assert_eq!(half.next_opening(before), at("2026-03-29T01:00:00Z"), "the moment of the change");
    let office = daily("09:00", "18:00", Tz::Europe__Berlin);
    assert_eq!(office.next_opening(at("2026-03-28T20:00:00Z")), at("2026-03-29T07:00:00Z"), "09:00 there");
}

#[test]
fn a_clock_that_is_set_back_makes_the_night_longer() {
    let night = daily("01:00", "05:00", Tz::Europe__Berlin); // 25 October 2026: 03:00 is 02:00
    assert_eq!(night.elapsed(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")), 5 * 60);
    let (early, late) = (daily("01:00", "02:30", Tz::Europe__Berlin), daily("02:30", "05:00", Tz::Europe__Berlin));
    let whole = |time: &WorkTime| time.elapsed(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z"));
    assert_eq!(whole(&early) + whole(&late), 5 * 60, "what adjoins, adjoins on that night too");
}

#[test]
fn what_opens_for_a_minute_a_week_still_answers() {
    let week = [(Day::Mon, vec![Interval { from: Clock::at(0), to: Clock::at(1) }])].into();
    let time = WorkTime { timetable: Timetable::new(week, BTreeMap::new()).unwrap(), zone: Tz::UTC };
    let from = at("2026-11-23T00:00:30Z");
    assert_eq!(time.due(from, 2), at("2026-12-07T00:00:30Z"));
    assert_eq!(time.due(from, 1_000_000), from + HORIZON);
    assert_eq!(time.due(from, i64::MAX), from + HORIZON);
    assert_eq!(WorkTime::always().due(from, i64::MAX), from + HORIZON);
    assert_eq!(time.due(from, -5), from);
}

fn hours() -> impl Strategy<Value = Vec<Interval>> {
    proptest::collection::btree_set(0_u16..=1440, 0..=6).prop_map(|cuts| {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        let pairs = cuts.chunks_exact(2).filter(|pair| pair[0] < 1440);
        pairs.map(|pair| Interval { from: Clock::at(pair[0]), to: Clock::at(pair[1]) }).collect()
    })
}

/// Any calendar of a spring and an autumn, in a zone with and without changes of the clock.
fn work_time() -> impl Strategy<Value = WorkTime> {
    let zones = [Tz::Asia__Tashkent, Tz::Europe__Berlin, Tz::Australia__Lord_Howe, Tz::America__New_York];
    let week = proptest::collection::btree_map(proptest::sample::select(Day::ALL.to_vec()), hours(), 1..=7);
    let night = proptest::option::of((1200_u16..1440, 0_u16..480));
    let exceptions = proptest::collection::btree_map(0_u64..330, hours(), 0..8);
    (week, night, exceptions, proptest::sample::select(zones.to_vec())).prop_filter_map(
        "never open",
        |(mut week, night, exceptions, zone)| {
            if let Some((from, to)) = night {
                week.insert(Day::Sat, vec![Interval { from: Clock::at(from), to: Clock::at(to) }]);
            }
            let first = NaiveDate::from_ymd_opt(2026, 1, 20)?;
            let exceptions = exceptions
                .into_iter()
                .map(|(day, hours)| (first + Days::new(day), Exception { hours, note: None }))
                .collect();
            Some(WorkTime { timetable: Timetable::new(week, exceptions).ok()?, zone })
        },
    )
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (1_770_000_000_i64..1_793_000_000).prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_due_after_some_minutes_has_taken_them(time in work_time(), from in moment(), minutes in 0_i64..6_000) {
        let due = time.due(from, minutes);
        prop_assume!(due < from + HORIZON);
        prop_assert_eq!(time.elapsed(from, due), minutes);
        if minutes > 0 {
            prop_assert!(time.worked(from, due - TimeDelta::seconds(1)) < TimeDelta::minutes(minutes), "and not sooner");
        }
    }

    #[test]
    fn time_adds_up(time in work_time(), from in moment(), first in 0_i64..3_000_000, second in 0_i64..3_000_000) {
        let middle = from + TimeDelta::seconds(first);
        let to = middle + TimeDelta::seconds(second);
        prop_assert_eq!(time.worked(from, middle) + time.worked(middle, to), time.worked(from, to));
        prop_assert!(time.worked(from, to) <= to - from);
    }

    #[test]
    fn a_deadline_in_two_parts_is_the_same_deadline(time in work_time(), from in moment(), a in 0_i64..2_000, b in 0_i64..2_000) {
        let whole = time.due(from, a + b);
        prop_assume!(whole < from + HORIZON);
        prop_assert_eq!(time.due(time.due(from, a), b), whole);
    }

    #[test]
    fn the_next_opening_is_open_and_nothing_before_it_is(time in work_time(), at in moment()) {
        let opening = time.next_opening(at);
        prop_assert!(opening >= at && time.is_open(opening));
        prop_assert_eq!(time.worked(at, opening), TimeDelta::zero());
        prop_assert_eq!(time.is_open(at), opening == at);
    }
}
