//! Clocks of one complaint: what starts, stops, pauses and extends them, and that the way to the end can be walked by hand.

use proptest::prelude::*;

use super::*;
use crate::calendar::days_off::{DayOff, OffKind};
use crate::calendar::tally::Counts;
use crate::calendar::week::Week;
use crate::domain::event::{EventId, Facts};
use crate::domain::extension::{self, NoExtension};
use crate::domain::pack::Extension;
use crate::domain::specimen;

fn at(text: &str) -> Instant {
    format!("2026-{}:00+03:30", text.replace(' ', "T")).parse().expect("the test names a time")
}

/// Saturday to Wednesday 9 to 17, Thursday until 13.
fn calendar() -> WorkCalendar {
    let slots = ["Sat", "Sun", "Mon", "Tue", "Wed"].map(|day| (day, "09:00-17:00"));
    let slots = slots.into_iter().chain([("Thu", "09:00-13:00")]);
    let slots = slots.map(|(day, slot)| (day.parse().expect("a weekday"), slot.parse().expect("a slot")));
    WorkCalendar::new(crate::calendar::Zone::tehran(), Week::new(slots).expect("no overlap"))
}

/// Returns the complaint of Saturday, 24 October, 10:00, with these events.
fn complaint(events: &[(&str, Kind, Option<&str>)]) -> Complaint {
    let mut complaint = specimen::complaint(at("10-24 10:00"));
    for (number, (time, kind, until)) in (100_u8..).zip(events) {
        let clock = (*kind == Kind::Extended).then(|| RESPOND.parse().expect("a code"));
        let facts = Facts { until: until.map(at), clock, ..Facts::default() };
        let (id, to) = (EventId::from_random([number; 12]), None);
        complaint.events.push(Event { id, at: at(time), by: "sara".to_owned(), kind: *kind, to, facts });
    }
    complaint
}

fn respond_due(complaint: &Complaint, unit: Unit, amount: u16) -> Option<Instant> {
    let pack = specimen::standard(unit, 1, amount);
    response_due(complaint, &pack, &calendar()).map(|(due, _)| due)
}

#[test]
fn a_hold_puts_off_the_end_by_as_much_working_time_as_it_covers() {
    // Sunday 15:00 to Tuesday 11:00 covers 2 + 8 + 2 working hours.
    let held = complaint(&[("10-25 15:00", Kind::Held, Some("10-27 11:00"))]);
    assert_eq!(respond_due(&held, Unit::WorkingDays, 3), Some(at("10-28 14:00")));
    assert_eq!(respond_due(&held, Unit::WorkingHours, 16), Some(at("10-27 14:00")));
    assert_eq!(respond_due(&held, Unit::CalendarDays, 3), Some(at("10-29 06:00")));
    assert_eq!(respond_due(&held, Unit::Hours, 72), Some(at("10-29 06:00")));
}

#[test]
fn a_hold_over_a_weekend_gives_no_working_time() {
    let held = complaint(&[("10-29 13:00", Kind::Held, Some("10-31 09:00"))]);
    assert_eq!(respond_due(&held, Unit::WorkingDays, 5), respond_due(&complaint(&[]), Unit::WorkingDays, 5));
}

#[test]
fn a_hold_ends_with_the_resumption_and_at_the_latest_when_it_was_to_end() {
    let resumed = complaint(&[("10-25 15:00", Kind::Held, Some("10-31 11:00")), ("10-26 09:00", Kind::Resumed, None)]);
    assert_eq!(respond_due(&resumed, Unit::WorkingDays, 3), Some(at("10-27 12:00")));
    assert_eq!(on_hold_until(&resumed, at("10-25 16:00")), Some(at("10-26 09:00")));
    assert_eq!(on_hold_until(&resumed, at("10-26 09:00")), None);
    let forgotten =
        complaint(&[("10-25 15:00", Kind::Held, Some("10-25 17:00")), ("10-30 09:00", Kind::Resumed, None)]);
    assert_eq!(respond_due(&forgotten, Unit::WorkingDays, 3), Some(at("10-27 12:00")));
}

#[test]
fn a_hold_after_the_end_saves_nothing() {
    let late = complaint(&[("10-27 10:00", Kind::Held, Some("10-31 10:00"))]);
    assert_eq!(respond_due(&late, Unit::WorkingDays, 3), Some(at("10-27 10:00")));
}

#[test]
fn nothing_pauses_a_clock_that_is_not_pausable() {
    let held = complaint(&[("10-24 11:00", Kind::Held, Some("10-31 11:00"))]);
    let pack = specimen::standard(Unit::Hours, 24, 72);
    assert_eq!(acknowledgement_due(&held, &pack, &calendar()), Some(at("10-25 10:00")));
    let calendar = calendar();
    let states = states(&held, &pack, &calendar);
    assert_eq!(states.iter().map(|state| state.is_paused(at("10-24 12:00"))).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_clock_runs_from_its_last_start_to_the_first_stop_after_it() {
    let pack = specimen::standard(Unit::Hours, 24, 72);
    let calendar = calendar();
    let run = |events: &[(&str, Kind, Option<&str>)]| {
        let complaint = complaint(events);
        let state = ClockState::of(&complaint, pack.clock(RESPOND).expect("it is there"), &calendar).expect("it runs");
        (state.started_at, state.stopped_at, state.is_missed(at("11-20 10:00")))
    };
    assert_eq!(run(&[]), (at("10-24 10:00"), None, true));
    assert_eq!(run(&[("10-25 10:00", Kind::Responded, None)]), (at("10-24 10:00"), Some(at("10-25 10:00")), false));
    let reopened = [("10-25 10:00", Kind::Responded, None), ("11-01 10:00", Kind::Reopened, None)];
    assert_eq!(run(&reopened), (at("11-01 10:00"), None, true));
}

#[test]
fn the_end_of_a_complaint_stops_every_clock() {
    let mut closed = complaint(&[("10-24 11:00", Kind::Withdrawn, None)]);
    closed.events.last_mut().expect("it was withdrawn").to = Some(State::Closed);
    let pack = specimen::standard(Unit::Hours, 24, 72);
    assert!(states(&closed, &pack, &calendar()).iter().all(|state| !state.is_running()));
}

#[test]
fn a_told_date_counts_unless_an_authority_allows_less() {
    let mut told = complaint(&[]);
    let due = at("11-15 10:00");
    let (id, state) = ("m1".to_owned(), crate::domain::words::PromiseState::Open);
    let what = crate::domain::words::Promised::Response;
    told.promises.push(Promise { id, what, due, told_at: at("10-24 10:30"), state });
    let mut pack = specimen::standard(Unit::Hours, 24, 72);
    assert_eq!(response_due(&told, &pack, &calendar()), Some((due, DueBy::Told)));
    pack.clocks[1].is_statutory = true;
    assert_eq!(response_due(&told, &pack, &calendar()), Some((at("10-27 10:00"), DueBy::Pack)));
    pack.clocks.clear();
    assert_eq!(response_due(&told, &pack, &calendar()), Some((due, DueBy::Told)));
}

#[test]
fn a_day_off_entered_after_the_end_makes_no_late_answer_punctual() {
    let closure = |day: &str, added: &str| {
        let day = day.parse().expect("the test names a day");
        calendar().with_days_off([(day, DayOff::entered(OffKind::Closure, "snow", Some(at(added))))])
    };
    let pack = specimen::standard(Unit::WorkingDays, 1, 3);
    let due = |calendar: &WorkCalendar| response_due(&complaint(&[]), &pack, calendar).map(|(due, _)| due);
    assert_eq!(due(&closure("2026-10-26", "10-26 08:00")), Some(at("10-28 10:00")));
    assert_eq!(due(&closure("2026-10-26", "10-27 09:59")), Some(at("10-28 10:00")));
    assert_eq!(due(&closure("2026-10-26", "10-27 10:01")), Some(at("10-27 10:00")));
}

fn extendable() -> Pack {
    let mut pack = specimen::standard(Unit::WorkingDays, 1, 3);
    let most = Limit { amount: 2, unit: Unit::WorkingDays };
    pack.clocks[1].extension = Some(Extension { most, requires: Vec::new() });
    pack
}

#[test]
fn a_clock_is_extended_before_its_end_and_within_what_the_pack_allows() {
    let (pack, calendar, respond) = (extendable(), calendar(), RESPOND.parse().expect("a code"));
    let asked = |complaint: &Complaint, now: &str, until: &str| {
        extension::date_before(complaint, &pack, &calendar, (&respond, at(now), Some(at(until))))
    };
    let fresh = complaint(&[]);
    let due = at("10-27 10:00");
    assert_eq!(asked(&fresh, "10-27 10:00", "10-29 23:59"), Ok(due));
    let clock = || respond.clone();
    assert_eq!(asked(&fresh, "10-27 10:01", "10-29 10:00"), Err(NoExtension::RunOut { clock: clock(), due }));
    let until = at("10-27 10:00");
    assert_eq!(asked(&fresh, "10-26 10:00", "10-27 10:00"), Err(NoExtension::NotLater { clock: clock(), due, until }));
    let latest = at("10-29 10:00");
    assert_eq!(asked(&fresh, "10-26 10:00", "10-30 00:00"), Err(NoExtension::TooFar { clock: clock(), latest }));
    let extended = complaint(&[("10-26 10:00", Kind::Extended, Some("10-28 10:00"))]);
    assert_eq!(asked(&extended, "10-28 09:00", "10-30 00:00"), Err(NoExtension::TooFar { clock: clock(), latest }));
    assert_eq!(asked(&extended, "10-28 09:00", "10-29 10:00"), Ok(at("10-28 10:00")));
    assert_eq!(response_due(&extended, &pack, &calendar).map(|(due, _)| due), Some(at("10-28 10:00")));
    let answered = complaint(&[("10-26 10:00", Kind::Responded, None)]);
    let running = vec![];
    assert_eq!(
        asked(&answered, "10-26 11:00", "10-29 10:00"),
        Err(NoExtension::NotRunning { clock: clock(), running })
    );
}

proptest! {
    #[test]
    fn every_end_can_be_counted_again_by_hand(
        unit in prop::sample::select(Unit::ALL.to_vec()),
        amount in 1_u16..30,
        holds in prop::collection::vec((0_i64..400, 1_i64..60), 0..3),
    ) {
        let mut held = complaint(&[]);
        for (number, (start, length)) in (0_u8..).zip(&holds) {
            let start = held.received_at + TimeDelta::hours(*start);
            let facts = Facts { until: Some(start + TimeDelta::hours(*length)), ..Facts::default() };
            let id = EventId::from_random([number + 200; 12]);
            held.events.push(Event { id, at: start, by: "sara".to_owned(), kind: Kind::Held, to: None, facts });
        }
        held.events.sort_by_key(|event| event.at);
        let (pack, calendar) = (specimen::standard(unit, 1, amount), calendar());
        let state = ClockState::of(&held, pack.clock(RESPOND).expect("it is there"), &calendar).expect("it runs");
        for leg in &state.legs {
            let tally = state.tally(leg);
            let counted = match tally.last().map(|last| &last.counts) {
                Some(Counts::Time { so_far, .. }) => *so_far,
                Some(Counts::Day(number)) => TimeDelta::days(i64::try_from(*number).expect("few days")),
                _ => TimeDelta::zero(),
            };
            let expected = match &leg.cause {
                Cause::Limit(limit) => match limit.unit {
                    Unit::Hours | Unit::WorkingHours => TimeDelta::hours(amount.into()),
                    Unit::WorkingDays | Unit::CalendarDays => TimeDelta::days(amount.into()),
                    Unit::Weeks => TimeDelta::weeks(amount.into()),
                },
                Cause::Pause { covers, .. } => *covers,
                Cause::Extension { .. } => TimeDelta::zero(),
            };
            prop_assert_eq!(counted, expected);
        }
    }
}
