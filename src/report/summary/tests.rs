//! Counting, rule by rule; then by random histories, and against figures that another program computed.
//!
//! The month of the examples is Aban 1405: 2026-10-23 to 2026-11-21.

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::event::Kind;
use crate::domain::words::{Closure, Finding};
use crate::report::sample::{at, complaint, summary_in, summary_of};

const ABAN: &str = "1405-08";

/// Returns open at start, received, reopened, closed, open at end.
fn balance(summary: &Summary) -> [usize; 5] {
    [summary.open_at_start, summary.received, summary.reopened, summary.closed, summary.open_at_end]
}

fn balance_of(complaint: Complaint) -> [usize; 5] {
    balance(&summary_of(&[complaint], ABAN))
}

#[test]
fn received_is_what_arrived_in_the_period() {
    assert_eq!(balance_of(complaint(1, at("10-23 00:00"))), [0, 1, 0, 0, 1]);
    assert_eq!(balance_of(complaint(1, at("11-21 23:59"))), [0, 1, 0, 0, 1]);
    assert_eq!(balance_of(complaint(1, at("10-22 23:59"))), [1, 0, 0, 0, 1]);
    assert_eq!(balance_of(complaint(1, at("11-22 00:00"))), [0, 0, 0, 0, 0]);
}

#[test]
fn closed_is_what_has_its_last_closing_in_the_period() {
    let early = complaint(1, at("10-01 10:00"));
    assert_eq!(balance_of(early.clone().then(Kind::Closed, at("10-23 00:00"))), [1, 0, 0, 1, 0]);
    assert_eq!(balance_of(early.clone().then(Kind::Closed, at("10-22 23:59"))), [0, 0, 0, 0, 0]);
    assert_eq!(balance_of(early.clone().then(Kind::Closed, at("11-22 00:00"))), [1, 0, 0, 0, 1]);
    assert_eq!(balance_of(early.then(Kind::Withdrawn, at("11-01 10:00"))), [1, 0, 0, 1, 0]);
    let same_month = complaint(1, at("11-01 10:00")).then(Kind::Closed, at("11-02 10:00"));
    assert_eq!(balance_of(same_month), [0, 1, 0, 1, 0]);
}

#[test]
fn reopened_is_not_received_again() {
    let closed = complaint(1, at("10-01 10:00")).then(Kind::Closed, at("10-05 10:00"));
    let reopened = closed.then(Kind::Reopened, at("11-01 10:00"));
    assert_eq!(balance_of(reopened.clone()), [0, 0, 1, 0, 1]);
    assert_eq!(balance_of(reopened.then(Kind::Closed, at("11-09 10:00"))), [0, 0, 1, 1, 0]);
}

#[test]
fn a_closing_that_was_followed_by_a_reopening_is_none() {
    let closed = complaint(1, at("10-01 10:00")).then(Kind::Closed, at("10-25 10:00"));
    let reopened = closed.then(Kind::Reopened, at("11-01 10:00"));
    assert_eq!(balance_of(reopened.clone()), [1, 0, 0, 0, 1]);
    assert_eq!(balance_of(reopened.then(Kind::Closed, at("11-09 10:00"))), [1, 0, 0, 1, 0], "and it counts once");
}

#[test]
fn void_counts_nowhere_and_is_shown_apart() {
    let void = |received_at| complaint(1, received_at).then(Kind::Voided, at("12-20 10:00"));
    let summary = summary_of(&[void(at("11-01 10:00")), void(at("10-01 10:00"))], ABAN);
    assert_eq!(balance(&summary), [0; 5]);
    assert_eq!(summary.void, 1);
    assert!(summary.by_channel.is_empty() && summary.oldest_open.is_empty());
}

#[test]
fn a_duplicate_and_what_is_no_complaint_count_nowhere_and_are_shown_apart() {
    let received = |counter| complaint(counter, at("11-01 10:00"));
    let complaints = [
        received(1).closed(Closure::Duplicate, at("11-02 10:00")),
        received(2).closed(Closure::NotAComplaint, at("12-20 10:00")),
        complaint(3, at("10-01 10:00")).closed(Closure::Duplicate, at("11-02 10:00")),
        received(4),
    ];
    let summary = summary_of(&complaints, ABAN);
    assert_eq!(balance(&summary), [0, 1, 0, 0, 1]);
    assert_eq!((summary.void, summary.duplicates, summary.not_complaints), (0, 1, 1));
    assert_eq!(summary.acknowledged, Acknowledged { on_time: 0, late: 0, not_yet: 1 });
    assert!(summary.closures.is_empty(), "{:?}", summary.closures);
}

#[test]
fn a_duplicate_that_is_taken_up_again_counts_again() {
    let merged = complaint(1, at("10-01 10:00")).closed(Closure::Duplicate, at("10-02 10:00"));
    let summary = summary_of(&[merged.clone().then(Kind::Reopened, at("11-01 10:00"))], ABAN);
    assert_eq!((balance(&summary), summary.duplicates), ([0, 0, 1, 0, 1], 0));
    assert_eq!(balance_of(merged.taken_back(at("11-01 10:00"))), [1, 0, 0, 0, 1]);
}

#[test]
fn what_was_taken_back_did_not_happen() {
    let closed = complaint(1, at("10-01 10:00")).then(Kind::Closed, at("11-01 10:00"));
    assert_eq!(balance_of(closed.taken_back(at("12-01 10:00"))), [1, 0, 0, 0, 1]);
}

#[test]
fn days_to_close_are_elapsed_days_with_four_decimals() {
    let taking = |counter, hours| {
        let received_at = at("10-25 10:00");
        complaint(counter, received_at).then(Kind::Closed, received_at + TimeDelta::hours(hours))
    };
    let days = summary_of(&[taking(1, 24), taking(2, 48), taking(3, 100)], ABAN).days_to_close;
    assert_eq!(days, Some(DaysToClose { median: 2.0, p90: 3.7333 }));
    assert_eq!(summary_of(&[], ABAN).days_to_close, None, "nothing closed is no zero");
}

#[test]
fn overdue_is_what_is_unanswered_past_its_date_told_or_packed() {
    let overdue = |complaint: Complaint| summary_of(&[complaint], ABAN).overdue_at_end;
    let received = |day: &str| complaint(1, at(day));
    assert_eq!(overdue(received("11-18 23:59")), 1, "the pack wants an answer within 72 hours");
    assert_eq!(overdue(received("11-19 00:00")), 0, "due at the end is not yet late");
    assert_eq!(overdue(received("11-01 10:00").promised(at("12-01 10:00"), at("11-01 10:05"))), 0, "told a later date");
    assert_eq!(
        overdue(received("11-20 10:00").promised(at("11-21 10:00"), at("11-20 10:05"))),
        1,
        "told an earlier one"
    );
    assert_eq!(overdue(received("11-01 10:00").then(Kind::Responded, at("11-20 10:00"))), 0, "late, but answered");
    assert_eq!(overdue(received("11-01 10:00").under("unknown")), 0, "without a clock never");
    assert_eq!(overdue(received("11-01 10:00").then(Kind::Closed, at("11-20 10:00"))), 0, "closed");
}

#[test]
fn acknowledged_is_counted_of_those_received_with_a_clock_for_it() {
    let received = |counter| complaint(counter, at("11-01 10:00"));
    let summary = summary_of(
        &[
            received(1).then(Kind::Acknowledged, at("11-02 10:00")),
            received(2).then(Kind::Acknowledged, at("11-02 10:01")),
            received(3).then(Kind::ResolvedNow, at("11-01 10:10")),
            received(4),
            received(5).then(Kind::Acknowledged, at("11-22 00:00")),
            received(6).under("unknown"),
            complaint(7, at("10-22 23:00")).then(Kind::Acknowledged, at("10-23 10:00")),
        ],
        ABAN,
    );
    assert_eq!(summary.acknowledged, Acknowledged { on_time: 2, late: 1, not_yet: 2 });
    assert_eq!(summary.acknowledged.due(), 5);
}

#[test]
fn answered_is_counted_of_the_answers_in_the_period() {
    let received = |counter| complaint(counter, at("10-22 10:00"));
    let summary = summary_of(
        &[
            received(1).then(Kind::Responded, at("10-25 10:00")),
            received(2).then(Kind::Responded, at("10-25 10:01")),
            received(3).then(Kind::Responded, at("11-05 10:00")).promised(at("11-05 10:00"), at("10-22 10:05")),
            received(4).then(Kind::Responded, at("11-05 10:00")).under("unknown"),
            received(5).then(Kind::Responded, at("10-22 11:00")),
            received(6).then(Kind::Responded, at("11-22 00:00")),
        ],
        ABAN,
    );
    assert_eq!(summary.answered, Answered { on_time: 2, late: 1, without_clock: 1 });
    assert_eq!(summary.answered.with_clock(), 3);
}

#[test]
fn closed_on_time_is_no_later_than_the_answer_was_due_or_without_a_date() {
    let closed = |counter, day: &str| complaint(counter, at("11-01 10:00")).then(Kind::Closed, at(day));
    let complaints = [closed(1, "11-04 10:00"), closed(2, "11-04 10:01"), closed(3, "11-20 10:00").under("unknown")];
    let summary = summary_of(&complaints, ABAN);
    assert_eq!((summary.closed, summary.closed_on_time), (3, 2));
}

#[test]
fn groups_stand_with_most_received_first_then_by_code() {
    let received = |counter| complaint(counter, at("11-01 10:00"));
    let summary = summary_of(
        &[
            received(1).of("quality", "sara"),
            received(2).of("delivery", "sara"),
            received(3).of("quality", "omid").then(Kind::Closed, at("11-02 10:00")),
            received(4),
            complaint(5, at("10-01 10:00")).of("billing", "omid"),
            complaint(6, at("10-01 10:00")).of("old", "omid").then(Kind::Closed, at("10-02 10:00")),
        ],
        ABAN,
    );
    let group =
        |code: &str, received, closed, open_at_end| Group { code: code.to_owned(), received, closed, open_at_end };
    let categories =
        [group("quality", 2, 1, 1), group("delivery", 1, 0, 1), group("none", 1, 0, 1), group("billing", 0, 0, 1)];
    assert_eq!(summary.by_category, categories);
    assert_eq!(summary.by_owner, [group("sara", 2, 0, 2), group("none", 1, 0, 1), group("omid", 1, 1, 1)]);
    assert_eq!(summary.by_channel, [group("phone", 4, 1, 4)]);
    assert_eq!(summary.by_state, [group("received", 3, 0, 4), group("closed", 1, 1, 0)]);
}

#[test]
fn reasons_and_findings_are_those_of_what_was_closed() {
    let received = |counter| complaint(counter, at("11-01 10:00"));
    let later = at("11-05 10:00");
    let summary = summary_of(
        &[
            received(1).found(Finding::Upheld, later).closed(Closure::ResolvedAccepted, later),
            received(2)
                .found(Finding::NotUpheld, later)
                .found(Finding::Upheld, later)
                .closed(Closure::Withdrawn, later),
            received(3).closed(Closure::Withdrawn, later),
            received(4).found(Finding::Partly, later),
        ],
        ABAN,
    );
    let count = |code: &str, count| Count { code: code.to_owned(), count };
    assert_eq!(summary.closures, [count("withdrawn", 2), count("resolved-accepted", 1)]);
    assert_eq!(summary.findings, [count("upheld", 2), count("none", 1)]);
}

#[test]
fn the_five_oldest_open_complaints_are_named() {
    let complaints: Vec<Complaint> =
        (1..=9).rev().map(|number| complaint(number, at(&format!("10-0{number} 12:00")))).collect();
    let oldest = summary_of(&complaints, ABAN).oldest_open;
    let numbers: Vec<u32> = oldest.iter().map(|waiting| waiting.reference.counter()).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
    assert_eq!(oldest[0].days_open.to_string(), "51.5");
    assert_eq!(oldest[0].state, State::Received);
}

/// Histories as no rule would allow them: any kinds in any order, at times out of order.
fn any_complaint() -> impl Strategy<Value = Complaint> {
    let kinds = proptest::sample::select(vec![
        Kind::Closed,
        Kind::Closed,
        Kind::Reopened,
        Kind::Responded,
        Kind::Noted,
        Kind::Withdrawn,
        Kind::Voided,
        Kind::Undone,
    ]);
    let hours = || 0_i64..100 * 24;
    let events = proptest::collection::vec((kinds, hours()), 0..8);
    (1_u32..999, hours(), events, "[abc]").prop_map(|(counter, received, events, category)| {
        let start = at("10-01 00:00");
        let first = complaint(counter, start + TimeDelta::hours(received)).of(&category, "sara");
        events.into_iter().fold(first, |told, (kind, hours)| {
            let at = start + TimeDelta::hours(hours);
            if kind == Kind::Undone { told.taken_back(at) } else { told.then(kind, at) }
        })
    })
}

proptest! {
    #[test]
    fn the_figures_account_for_every_complaint(complaints in proptest::collection::vec(any_complaint(), 0..20)) {
        let summary = summary_of(&complaints, ABAN);
        prop_assert!(summary.is_balanced(), "{summary:?}");
        for groups in [&summary.by_category, &summary.by_channel, &summary.by_owner, &summary.by_state] {
            prop_assert_eq!(groups.iter().map(|group| group.received).sum::<usize>(), summary.received);
            prop_assert_eq!(groups.iter().map(|group| group.closed).sum::<usize>(), summary.closed);
            prop_assert_eq!(groups.iter().map(|group| group.open_at_end).sum::<usize>(), summary.open_at_end);
        }
        for counts in [&summary.closures, &summary.findings] {
            prop_assert_eq!(counts.iter().map(|count| count.count).sum::<usize>(), summary.closed);
        }
        prop_assert!(summary.overdue_at_end <= summary.open_at_end && summary.closed_on_time <= summary.closed);
    }

    #[test]
    fn the_end_of_a_month_is_the_start_of_the_next(complaints in proptest::collection::vec(any_complaint(), 0..20)) {
        let end = summary_of(&complaints, ABAN).open_at_end;
        prop_assert_eq!(end, summary_of(&complaints, "1405-09").open_at_start);
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(complaints in proptest::collection::vec(any_complaint(), 0..9)) {
        let mut reversed = complaints.clone();
        reversed.reverse();
        let (one, other) = (summary_of(&complaints, ABAN), summary_of(&reversed, ABAN));
        prop_assert_eq!(one.by_category, other.by_category);
        prop_assert_eq!(one.days_to_close, other.days_to_close);
    }
}

/// Six months of one city: see tests/data/README.md. The times have no zone, so they are taken as they stand.
fn boston() -> Vec<Complaint> {
    let lines = include_str!("../../../tests/data/boston_984.jsonl").lines();
    (1..)
        .zip(lines)
        .map(|(number, line)| {
            let case: serde_json::Value = serde_json::from_str(line).expect("a case on every line");
            let text = |key: &str| case[key].as_str();
            let instant = |key: &str| DateTime::parse_from_rfc3339(&format!("{}Z", text(key)?)).ok();
            let received_at = instant("received").expect("every case has it");
            let category = text("category").expect("every case has it").to_lowercase().replace(" & ", "-");
            let told = complaint(number, received_at).of(&category.replace(' ', "-"), "city").under("unknown");
            let told = instant("due").into_iter().fold(told, |told, due| told.promised(due, received_at));
            instant("closed").into_iter().fold(told, |told, at| told.closed(Closure::ResolvedNoReply, at))
        })
        .collect()
}

#[test]
fn the_figures_of_a_city_agree_with_those_that_another_program_computed() {
    let complaints = boston();
    // Open at start, received, closed, open at end; median, 90th percentile; closed on time.
    let expected = [
        ("2011-07", [0, 171, 122, 49], (0.0895, 4.8302), 117),
        ("2011-08", [49, 183, 149, 83], (0.4337, 7.8258), 130),
        ("2011-09", [83, 184, 140, 127], (0.3353, 9.9722), 125),
        ("2011-10", [127, 171, 147, 151], (0.5896, 17.4394), 129),
        ("2011-11", [151, 128, 107, 172], (1.6789, 46.5267), 92),
        ("2011-12", [172, 147, 157, 162], (3.4419, 71.7142), 142),
        ("1390-04", [0, 126, 83, 43], (0.0998, 3.2171), 79),
        ("1390-05", [43, 160, 139, 64], (0.0548, 11.3778), 131),
        ("1390-06", [64, 193, 149, 108], (0.6116, 8.4807), 123),
        ("1390-07", [108, 184, 149, 143], (0.4408, 9.9754), 139),
        ("1390-08", [143, 142, 117, 168], (0.8298, 26.0315), 99),
        ("1390-09", [168, 145, 142, 171], (3.7104, 71.4636), 127),
        ("1390-10", [171, 34, 70, 135], (9.7177, 118.0603), 58),
    ];
    for (label, [open_at_start, received, closed, open_at_end], (median, p90), closed_on_time) in expected {
        let summary = summary_in(crate::calendar::Zone::UTC, &complaints, label);
        assert_eq!(balance(&summary), [open_at_start, received, 0, closed, open_at_end], "{label}");
        assert_eq!(summary.days_to_close, Some(DaysToClose { median, p90 }), "{label}");
        assert_eq!(summary.closed_on_time, closed_on_time, "{label}");
    }
}

#[test]
fn the_overdue_and_the_groups_of_a_city_agree_as_well() {
    let complaints = boston();
    let months = ["2011-07", "2011-08", "2011-09", "2011-10", "2011-11", "2011-12"];
    let overdue = months.map(|label| summary_in(crate::calendar::Zone::UTC, &complaints, label).overdue_at_end);
    assert_eq!(overdue, [9, 13, 33, 48, 66, 71]);
    let july = summary_in(crate::calendar::Zone::UTC, &complaints, "2011-07");
    let first =
        |code: &str, received, closed, open_at_end| Group { code: code.to_owned(), received, closed, open_at_end };
    assert_eq!(july.by_category[0], first("sanitation", 49, 49, 0));
    assert_eq!(july.by_category[1], first("highway-maintenance", 36, 31, 5));
}
