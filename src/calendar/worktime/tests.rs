//! Working time against published cases, against an independent implementation, and against itself.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::calendar::days_off::OffKind;
use crate::calendar::tally::Counts;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("the test names an instant")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the test names a day")
}

fn closed(day: NaiveDate) -> (NaiveDate, DayOff) {
    (day, DayOff::entered(OffKind::Closure, "closed", None))
}

/// Saturday to Wednesday 8:30-17:00 and Thursday until 13:00, as many offices in Iran work.
fn iranian(days_off: &[&str]) -> WorkCalendar {
    let whole_days = ["Sat", "Sun", "Mon", "Tue", "Wed"].map(|name| (name, "08:30-17:00"));
    let slots = whole_days.into_iter().chain([("Thu", "08:30-13:00")]);
    let read = |(weekday, slot): (&str, &str)| Some((weekday.parse().ok()?, slot.parse().ok()?));
    let week = Week::new(slots.map(|slot| read(slot).expect("the week is well written"))).expect("no overlap");
    WorkCalendar::new(Zone::tehran(), week).with_days_off(days_off.iter().map(|text| closed(day(text))))
}

#[test]
fn half_days_and_weekends_are_passed_over() {
    let due = iranian(&[]).add_working_time(at("2026-11-19T12:00:00+03:30"), TimeDelta::hours(16));
    assert_eq!(due, Some(at("2026-11-22T15:00:00+03:30")));
}

#[test]
fn the_day_of_receipt_is_not_counted() {
    let calendar = iranian(&["2026-11-21"]);
    let received = at("2026-11-18T16:59:00+03:30");
    assert_eq!(calendar.add_working_days(received, 1), Some(at("2026-11-19T16:59:00+03:30")));
    assert_eq!(calendar.add_working_days(received, 2), Some(at("2026-11-22T16:59:00+03:30")));
    assert_eq!(calendar.add_working_days(received, 0), Some(received));
}

#[test]
fn from_a_day_off_the_next_working_day_is_day_one() {
    let friday = at("2026-11-20T10:00:00+03:30");
    assert_eq!(iranian(&[]).add_working_days(friday, 1), Some(at("2026-11-21T10:00:00+03:30")));
}

#[test]
fn a_calendar_without_working_days_gives_no_due_date() {
    let never = WorkCalendar::new(Zone::UTC, Week::default());
    let from = at("2026-11-20T10:00:00Z");
    assert_eq!(never.add_working_days(from, 1), None);
    assert_eq!(never.add_working_time(from, TimeDelta::minutes(1)), None);
    assert_eq!(never.next_working_instant(from), None);
    assert_eq!(never.working_time_between(from, at("2027-11-20T10:00:00Z")), TimeDelta::zero());
}

#[test]
fn clock_time_is_kept_when_the_offset_changes() {
    let calendar = WorkCalendar { zone: Zone::known("Europe/Berlin"), ..iranian(&[]) };
    let due = calendar.add_working_days(at("2026-10-24T10:00:00+02:00"), 1);
    assert_eq!(due, Some(at("2026-10-25T10:00:00+01:00")));
    assert_eq!(due.map(|due| due.to_rfc3339()).as_deref(), Some("2026-10-25T10:00:00+01:00"));
}

#[test]
fn a_day_on_which_midnight_is_skipped_is_an_hour_shorter() {
    let always = always(Zone::tehran());
    let (from, to) = (at("2021-03-21T12:00:00+03:30"), at("2021-03-22T12:00:00+04:30"));
    assert_eq!(always.working_time_between(from, to), TimeDelta::hours(23));
}

#[test]
fn spans_tell_hour_by_hour_how_time_was_counted() {
    let spans = iranian(&[])
        .spans_between(at("2026-11-19T12:00:00+03:30"), at("2026-11-21T09:00:00+03:30"))
        .map(|span| format!("{} {}-{}", span.start.format("%a"), span.start.format("%H:%M"), span.end.format("%H:%M")))
        .collect::<Vec<_>>();
    assert_eq!(spans, ["Thu 12:00-13:00", "Sat 08:30-09:00"]);
}

fn always(zone: Zone) -> WorkCalendar {
    let every_minute = Slot::new(0, 1440).expect("a whole day");
    let week = Week::new((0..7).filter_map(|index| Some((index.try_into().ok()?, every_minute))));
    WorkCalendar::new(zone, week.expect("no overlap"))
}

proptest! {
    #[test]
    fn adding_and_measuring_are_inverse(calendar in calendars(), from in instants(), minutes in 0_i64..30_000) {
        let amount = TimeDelta::minutes(minutes);
        let due = calendar.add_working_time(from, amount).expect("these calendars have working days");
        prop_assert_eq!(calendar.working_time_between(from, due), amount);
        prop_assert!(due >= from);
    }

    #[test]
    fn measured_time_leads_back_to_a_working_instant(calendar in calendars(), from in instants(), seconds in 1_i64..9_000_000) {
        let to = from + TimeDelta::seconds(seconds);
        let worked = calendar.working_time_between(from, to);
        let due = calendar.add_working_time(from, worked).expect("it was worked");
        prop_assert!(due <= to);
        if calendar.is_working_time(to) && worked > TimeDelta::zero() {
            prop_assert_eq!(calendar.working_time_between(due, to), TimeDelta::zero());
        }
    }

    #[test]
    fn measured_time_adds_up(calendar in calendars(), from in instants(), seconds in prop::array::uniform2(0_i64..5_000_000)) {
        let middle = from + TimeDelta::seconds(seconds[0]);
        let to = middle + TimeDelta::seconds(seconds[1]);
        let parts = calendar.working_time_between(from, middle) + calendar.working_time_between(middle, to);
        prop_assert_eq!(calendar.working_time_between(from, to), parts);
    }

    #[test]
    fn counting_days_and_adding_them_are_inverse(calendar in calendars(), from in instants(), count in 1_u8..60) {
        let received_on = from.with_timezone(&calendar.zone).date_naive();
        let due = calendar.add_working_days(from, count.into()).expect("these calendars have working days");
        let due_on = due.with_timezone(&calendar.zone).date_naive();
        prop_assert!(calendar.is_working_day(due_on));
        prop_assert_eq!(calendar.working_days_between(received_on, due_on), usize::from(count));
        let back = calendar.working_day_from(due_on, -i32::from(count)).expect("there are working days");
        prop_assert!(back <= received_on);
    }

    #[test]
    fn without_closing_hours_working_time_is_time(zone in zones(), from in instants(), seconds in 0_i64..9_000_000) {
        let to = from + TimeDelta::seconds(seconds);
        prop_assert_eq!(always(zone).working_time_between(from, to), to - from);
    }
}

proptest! {
    #[test]
    fn the_tally_of_working_time_adds_up_to_it(calendar in calendars(), from in instants(), minutes in 1_i64..30_000) {
        let amount = TimeDelta::minutes(minutes);
        let due = calendar.add_working_time(from, amount).expect("these calendars have working days");
        let tally = calendar.tally_working_time(from, due);
        let Some(Counts::Time { spans, so_far }) = tally.last().map(|last| &last.counts) else { panic!("it ends in working time") };
        prop_assert_eq!(*so_far, amount);
        prop_assert_eq!(spans.last().map(|(_, end)| *end), Some(due));
    }

    #[test]
    fn the_tally_of_working_days_ends_with_the_last_one(calendar in calendars(), from in instants(), count in 1_u16..60) {
        let due = calendar.add_working_days(from, count).expect("these calendars have working days");
        let tally = calendar.tally_working_days(from, due);
        prop_assert_eq!(&tally[0].counts, &Counts::Begins);
        prop_assert_eq!(tally.last().map(|last| &last.counts), Some(&Counts::Day(count.into())));
    }

    #[test]
    fn the_tally_of_elapsed_time_adds_up_to_it(zone in zones(), from in instants(), seconds in 1_i64..900_000) {
        let to = from + TimeDelta::seconds(seconds);
        let tally = always(zone).tally_time(from, to);
        let Some(Counts::Time { so_far, .. }) = tally.last().map(|last| &last.counts) else { panic!("time has passed") };
        prop_assert_eq!(*so_far, to - from);
    }
}

#[test]
fn a_day_off_counts_from_when_it_was_entered() {
    let entered = |at_text: &str| DayOff::entered(OffKind::Closure, "snow", Some(at(at_text)));
    let calendar = iranian(&[]).with_days_off([
        (day("2026-11-21"), entered("2026-11-20T09:00:00+03:30")),
        (day("2026-11-22"), entered("2026-11-22T09:00:00+03:30")),
        (day("2026-11-22"), entered("2026-11-21T09:00:00+03:30")),
    ]);
    let first = at("2026-11-20T09:00:00+03:30");
    assert_eq!(calendar.additions_after(first), [at("2026-11-21T09:00:00+03:30")]);
    assert!(!calendar.is_working_day(day("2026-11-22")));
    let then = calendar.as_known_at(first);
    assert!(!then.is_working_day(day("2026-11-21")));
    assert!(then.is_working_day(day("2026-11-22")));
}

fn zones() -> impl Strategy<Value = Zone> {
    prop::sample::select(vec![
        Zone::tehran(),
        Zone::known("Europe/Berlin"),
        Zone::known("America/New_York"),
        Zone::known("America/St_Johns"),
        Zone::known("Asia/Tokyo"),
    ])
}

/// From 2005, before Tehran and St. John's stopped changing clocks at midnight.
fn instants() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (1_104_537_600_i64..1_800_000_000)
        .prop_map(|second| DateTime::from_timestamp(second, 0).expect("in range").fixed_offset())
}

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    let slots = prop::collection::vec((0_u8..7, 0_u16..1200, 120_u16..1440), 1..12);
    let days_off = prop::collection::btree_set(731_946_i32..739_600, 0..40);
    (zones(), slots, days_off).prop_map(|(zone, slots, days_off)| {
        let mut week = Week::default();
        let mut kept = Vec::new();
        for (weekday, from, length) in slots {
            let weekday = chrono::Weekday::try_from(weekday).expect("0-6 are weekdays");
            let slot = Slot::new(from, (from + length).min(1440)).expect("it has a length");
            kept.push((weekday, slot));
            match Week::new(kept.iter().copied()) {
                Ok(larger) => week = larger,
                Err(_) => drop(kept.pop()),
            }
        }
        let days_off = days_off.into_iter().filter_map(NaiveDate::from_num_days_from_ce_opt).map(closed);
        WorkCalendar::new(zone, week).with_days_off(days_off)
    })
}

#[derive(Deserialize)]
struct RandomQuestion {
    tz: String,
    hours: BTreeMap<String, BTreeMap<String, String>>,
    holidays: BTreeSet<String>,
    start: String,
    add_minutes: i64,
    after: String,
    until: String,
    within_seconds: i64,
    in_hours: bool,
    add_days: u16,
    after_days: String,
}

#[test]
fn two_thousand_answers_of_an_independent_implementation_agree() {
    let text = include_str!("../../../tests/data/business_time_random.json");
    let questions: Vec<RandomQuestion> = serde_json::from_str(text).expect("the file is well formed");
    assert_eq!(questions.len(), 2000);
    for (number, question) in questions.iter().enumerate() {
        let slots = question.hours.iter().flat_map(|(weekday, slots)| {
            slots.iter().map(|(from, to)| (weekday.clone(), format!("{from}-{to}"))).collect::<Vec<_>>()
        });
        let calendar = calendar_of(&question.tz, slots, &question.holidays);
        let start = at(&question.start);
        // Between the end of a slot and the next opening no working time passes: we name the end, as most published
        // cases do; the other implementation names the opening, for minutes and for days.
        let opening = |due: Option<_>| due.and_then(|due| calendar.next_working_instant(due));
        let after = calendar.add_working_time(start, TimeDelta::minutes(question.add_minutes));
        assert_eq!(opening(after), Some(at(&question.after)), "question {number}: minutes");
        let within = calendar.working_time_between(start, at(&question.until));
        assert_eq!(within, TimeDelta::seconds(question.within_seconds), "question {number}: within");
        assert_eq!(calendar.is_working_time(start), question.in_hours, "question {number}: in hours");
        let after_days = calendar.add_working_days(start, question.add_days);
        assert_eq!(opening(after_days), Some(at(&question.after_days)), "question {number}: days");
    }
}

#[derive(Deserialize)]
struct PublishedCase {
    source: String,
    calendar: PublishedCalendar,
    checker: bool,
    #[serde(flatten)]
    question: Question,
}

#[derive(Deserialize)]
struct PublishedCalendar {
    tz: String,
    hours: BTreeMap<String, Vec<(String, String)>>,
    holidays: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Question {
    MinutesBetween { start: String, end: String, minutes: i64 },
    AddMinutes { start: String, minutes: i64, end: String },
    AddDays { start: String, days: i32, end: String },
    ClockStop { events: Vec<(String, String)>, target_minutes: i64, due: String },
}

/// The cases that follow another convention, and why ours differs.
const OTHER_CONVENTIONS: [(&str, &str); 5] = [
    ("zammad test/unit/working_time_test.rb@a299f79 diff 8", "counts to 18:02 although work ends at 18:00"),
    ("Intrepidd/working_hours computation_spec add_days tue+1 off", FIRST_TO_A_WORKING_DAY),
    ("Intrepidd/working_hours computation_spec add_days tue-1 off", FIRST_TO_A_WORKING_DAY),
    ("Intrepidd/working_hours computation_spec add_days on holiday +1", FIRST_TO_A_WORKING_DAY),
    ("Intrepidd/working_hours computation_spec add_days on holiday -1", FIRST_TO_A_WORKING_DAY),
];

const FIRST_TO_A_WORKING_DAY: &str =
    "moves a day off to a working day before it counts; we count that working day as day 1";

#[test]
fn published_cases_agree_but_for_five_of_another_convention() {
    let text = include_str!("../../../tests/data/business_time_vectors.json");
    let cases: Vec<PublishedCase> = serde_json::from_str(text).expect("the file is well formed");
    assert_eq!(cases.len(), 80);
    for case in cases {
        let reason = OTHER_CONVENTIONS.iter().find(|(source, _)| *source == case.source).map(|(_, reason)| reason);
        assert_eq!(case.checker, reason.is_none(), "{}", case.source);
        let slots = case.calendar.hours.iter().flat_map(|(weekday, slots)| {
            slots.iter().map(|(from, to)| (weekday.clone(), format!("{from}-{to}"))).collect::<Vec<_>>()
        });
        let calendar = calendar_of(&case.calendar.tz, slots, &case.calendar.holidays);
        assert_eq!(agrees(&calendar, &case.question), reason.is_none(), "{} ({reason:?})", case.source);
    }
}

fn agrees(calendar: &WorkCalendar, question: &Question) -> bool {
    match question {
        Question::MinutesBetween { start, end, minutes } => {
            // The cases round to whole minutes.
            let seconds = calendar.working_time_between(utc(start), utc(end)).num_seconds();
            (seconds + 30) / 60 == *minutes
        }
        Question::AddMinutes { start, minutes, end } => {
            calendar.add_working_time(utc(start), TimeDelta::minutes(*minutes)) == Some(utc(end))
        }
        Question::AddDays { start, days, end } => calendar.working_day_from(day(start), *days) == Some(day(end)),
        Question::ClockStop { events, target_minutes, due } => {
            let running = events.windows(2).filter(|pair| pair[0].0 == "open");
            let used: TimeDelta =
                running.map(|pair| calendar.working_time_between(utc(&pair[0].1), utc(&pair[1].1))).sum();
            let last = events.last().expect("a clock has events");
            let left = TimeDelta::minutes(*target_minutes) - used;
            calendar.add_working_time(utc(&last.1), left) == Some(utc(due))
        }
    }
}

fn utc(text: &str) -> DateTime<FixedOffset> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%SZ").expect("the file names instants");
    local.and_utc().fixed_offset()
}

fn calendar_of(zone: &str, slots: impl Iterator<Item = (String, String)>, days_off: &BTreeSet<String>) -> WorkCalendar {
    let read = |(weekday, slot): (String, String)| Some((weekday.parse().ok()?, slot.parse().ok()?));
    let week = Week::new(slots.map(|slot| read(slot).expect("the file names slots"))).expect("no overlap");
    let zone = zone.parse().expect("the file names zones");
    WorkCalendar::new(zone, week).with_days_off(days_off.iter().map(|text| closed(day(text))))
}
