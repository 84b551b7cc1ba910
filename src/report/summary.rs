//! The summary of a period, and the rules by which it counts; `docs/summary.md` tells them to people.
//!
//! - Times are those at which things happened, not those at which they were recorded: a late entry changes an old summary.
//! - What is void, a duplicate of another complaint or turned out to be no complaint counts nowhere, in no period; it is only
//!   shown apart. One that was reopened counts again. An event that was taken back did not happen.
//! - `open_at_start + received + reopened − closed = open_at_end`; where nothing was reopened, this is the plain
//!   `open_at_start + received − closed = open_at_end`. The end of one period is the start of the next.
//! - Whether something was in time is judged by the pack in force when the complaint was received.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::clocks::Clocks;
use super::course::Course;
use super::quantile;
use super::span::Span;
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::reference::Reference;
use crate::domain::words::{Closure, State};

/// The code of a group that has none: complaints without a category, an owner, a closure reason or a finding.
pub const NONE: &str = "none";

/// How many of the oldest open complaints are named.
const OLDEST: usize = 5;

/// The figures of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Between which instants was counted.
    pub span: Span,
    /// Received before the period and not closed at its beginning.
    pub open_at_start: usize,
    /// Received in the period. A reopened complaint is not received again.
    pub received: usize,
    /// Closed before the period and taken up again in it, whether or not they were closed once more.
    pub reopened: usize,
    /// Closed at the end of the period, by a closing event in it. A complaint counts once, with its last closing.
    pub closed: usize,
    /// Received before the end of the period and not closed then.
    pub open_at_end: usize,
    /// Received in the period and void: in none of the other figures.
    pub void: usize,
    /// Received in the period and merged into another complaint: in none of the other figures.
    pub duplicates: usize,
    /// Received in the period and converted to what is no complaint: in none of the other figures.
    pub not_complaints: usize,
    /// Open and unanswered at the end, although the answer was due before: by the date told to the complainant, else by
    /// the pack; never without either.
    pub overdue_at_end: usize,
    /// Of those received in the period.
    pub acknowledged: Acknowledged,
    /// Of those answered in the period.
    pub answered: Answered,
    /// Of those closed in the period: closed no later than their answer was due, or without a date for it.
    pub closed_on_time: usize,
    /// Of those closed in the period; `None` when there are none.
    pub days_to_close: Option<DaysToClose>,
    /// By main category.
    pub by_category: Vec<Group>,
    /// By the channel of arrival.
    pub by_channel: Vec<Group>,
    /// By owner.
    pub by_owner: Vec<Group>,
    /// By the state at the end of the period.
    pub by_state: Vec<Group>,
    /// Of those closed in the period: how many for which reason, most first, then by code.
    pub closures: Vec<Count>,
    /// Of those closed in the period: how many with which finding of their last decision, most first, then by code.
    pub findings: Vec<Count>,
    /// The open complaints that have waited longest at the end of the period, oldest first.
    pub oldest_open: Vec<Waiting>,
}

/// Of the complaints received in a period whose pack has a clock for it: when the complainant heard that it arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acknowledged {
    /// No later than it was due.
    pub on_time: usize,
    /// After it was due.
    pub late: usize,
    /// Not before the end of the period, whether or not it was due by then.
    pub not_yet: usize,
}

/// Of the complaints answered in a period: whether the answer was in time. After a reopening only a new answer counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// No later than it was due.
    pub on_time: usize,
    /// After it was due.
    pub late: usize,
    /// Neither told a date nor with a clock in their pack.
    pub without_clock: usize,
}

/// How long complaints took from receipt to closing, in days of 86,400 elapsed seconds, with 4 decimals.
///
/// The percentiles are those of [`quantile::METHOD`]. Nothing is taken off: not nights, holidays, pauses, nor the time
/// between a closing and a reopening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DaysToClose {
    /// Half of them took no longer.
    pub median: f64,
    /// Nine of ten took no longer.
    pub p90: f64,
}

/// The complaints of a period that share a code. Those that are none of the three below are in no group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they share; [`NONE`] where they have none.
    pub code: String,
    /// Received in the period.
    pub received: usize,
    /// Closed in the period.
    pub closed: usize,
    /// Open at its end.
    pub open_at_end: usize,
}

/// How many have a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The code; [`NONE`] where they have none.
    pub code: String,
    /// How many.
    pub count: usize,
}

/// A complaint that was open at the end of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its number.
    pub reference: Reference,
    /// When it was received.
    pub received_at: Instant,
    /// How long ago that was at the end of the period, in days of 86,400 seconds, with 4 decimals.
    pub days_open: f64,
    /// Where it stood at the end.
    pub state: State,
    /// Who answers for it.
    pub owner: Option<String>,
}

impl Acknowledged {
    /// Returns of how many an acknowledgement was due at all.
    pub fn due(self) -> usize {
        self.on_time + self.late + self.not_yet
    }
}

impl Answered {
    /// Returns how many of the answers had a date to keep.
    pub fn with_clock(self) -> usize {
        self.on_time + self.late
    }
}

impl Summary {
    /// Returns whether the figures account for every complaint:
    /// `open_at_start + received + reopened − closed = open_at_end`. They always do.
    pub fn is_balanced(&self) -> bool {
        self.open_at_start + self.received + self.reopened == self.open_at_end + self.closed
    }
}

/// Returns the figures of a span, by the rules told at each of them.
pub fn summarize<'c>(complaints: impl IntoIterator<Item = &'c Complaint>, span: Span, clocks: Clocks<'_>) -> Summary {
    let (counted, apart): (Vec<_>, Vec<_>) = complaints.into_iter().partition(|complaint| complaint.counts());
    let received_apart: Vec<_> = apart.into_iter().filter(|complaint| span.contains(complaint.received_at)).collect();
    let apart = |closure| received_apart.iter().filter(|complaint| complaint.closure() == Some(closure)).count();
    let courses: Vec<Course> = counted.into_iter().filter_map(|complaint| Course::of(complaint, span)).collect();
    let count = |is_counted: &dyn Fn(&Course) -> bool| courses.iter().filter(|course| is_counted(course)).count();
    let group = |code: &dyn Fn(&Complaint) -> Option<String>| groups(&courses, code);
    let closed: Vec<&Complaint> =
        courses.iter().filter(|course| course.is_closed()).map(|course| &course.at_end).collect();
    Summary {
        span,
        open_at_start: count(&|course| course.was_open_at_start),
        received: count(&|course| course.is_received),
        reopened: count(&|course| course.is_reopened),
        closed: closed.len(),
        open_at_end: count(&Course::is_open_at_end),
        void: apart(Closure::Void),
        duplicates: apart(Closure::Duplicate),
        not_complaints: apart(Closure::NotAComplaint),
        overdue_at_end: count(&|course| clocks.is_overdue(&course.at_end, span.to())),
        acknowledged: acknowledged(&courses, clocks),
        answered: answered(&courses, span, clocks),
        closed_on_time: count(&|course| is_closed_on_time(course, clocks)),
        days_to_close: days_to_close(&courses),
        by_category: group(&|complaint| complaint.category.as_ref().map(Code::to_string)),
        by_channel: group(&|complaint| Some(complaint.channel.to_string())),
        by_owner: group(&|complaint| complaint.owner.clone()),
        by_state: group(&|complaint| Some(complaint.state().to_string())),
        closures: counts(closed.iter().map(|complaint| complaint.closure().map(|closure| closure.to_string()))),
        findings: counts(closed.iter().map(|complaint| complaint.finding().map(|finding| finding.to_string()))),
        oldest_open: oldest_open(&courses, span.to()),
    }
}

fn is_closed_on_time(course: &Course, clocks: Clocks<'_>) -> bool {
    course.closed_at.is_some_and(|closed_at| clocks.response_due(&course.at_end).is_none_or(|due| closed_at <= due))
}

fn acknowledged(courses: &[Course], clocks: Clocks<'_>) -> Acknowledged {
    let mut acknowledged = Acknowledged::default();
    for complaint in courses.iter().filter(|course| course.is_received).map(|course| &course.at_end) {
        let Some(due) = clocks.acknowledgement_due(complaint) else { continue };
        match complaint.acknowledged_at() {
            Some(at) if at <= due => acknowledged.on_time += 1,
            Some(_) => acknowledged.late += 1,
            None => acknowledged.not_yet += 1,
        }
    }
    acknowledged
}

fn answered(courses: &[Course], span: Span, clocks: Clocks<'_>) -> Answered {
    let mut answered = Answered::default();
    for complaint in courses.iter().map(|course| &course.at_end) {
        let Some(at) = complaint.answered_at().filter(|at| span.contains(*at)) else { continue };
        match clocks.response_due(complaint) {
            Some(due) if at <= due => answered.on_time += 1,
            Some(_) => answered.late += 1,
            None => answered.without_clock += 1,
        }
    }
    answered
}

fn days_to_close(courses: &[Course]) -> Option<DaysToClose> {
    let taken = |course: &Course| Some(in_days(course.closed_at?.signed_duration_since(course.at_end.received_at)));
    let mut days: Vec<f64> = courses.iter().filter_map(taken).collect();
    days.sort_unstable_by(f64::total_cmp);
    let percentile = |percent| quantile::percentile(&days, percent).map(with_four_decimals);
    Some(DaysToClose { median: percentile(50)?, p90: percentile(90)? })
}

/// Returns the groups, most received first, then by code.
fn groups(courses: &[Course], code: &dyn Fn(&Complaint) -> Option<String>) -> Vec<Group> {
    let mut groups = BTreeMap::new();
    for course in courses.iter().filter(|course| course.has_part()) {
        let code = code(&course.at_end).unwrap_or_else(|| NONE.to_owned());
        let empty = Group { code: code.clone(), received: 0, closed: 0, open_at_end: 0 };
        let group: &mut Group = groups.entry(code).or_insert(empty);
        group.received += usize::from(course.is_received);
        group.closed += usize::from(course.is_closed());
        group.open_at_end += usize::from(course.is_open_at_end());
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by_key(|group| Reverse(group.received));
    groups
}

/// Returns how many there are of each code, most first, then by code.
fn counts(codes: impl Iterator<Item = Option<String>>) -> Vec<Count> {
    let mut counts = BTreeMap::new();
    for code in codes {
        *counts.entry(code.unwrap_or_else(|| NONE.to_owned())).or_insert(0) += 1;
    }
    let mut counts: Vec<Count> = counts.into_iter().map(|(code, count)| Count { code, count }).collect();
    counts.sort_by_key(|count| Reverse(count.count));
    counts
}

fn oldest_open(courses: &[Course], end: Instant) -> Vec<Waiting> {
    let mut open: Vec<&Complaint> =
        courses.iter().filter(|course| course.is_open_at_end()).map(|course| &course.at_end).collect();
    open.sort_by_key(|complaint| (complaint.received_at, complaint.reference));
    let waiting = |complaint: &Complaint| Waiting {
        reference: complaint.reference,
        received_at: complaint.received_at,
        days_open: with_four_decimals(in_days(end.signed_duration_since(complaint.received_at))),
        state: complaint.state(),
        owner: complaint.owner.clone(),
    };
    open.into_iter().take(OLDEST).map(waiting).collect()
}

fn in_days(elapsed: TimeDelta) -> f64 {
    elapsed.as_seconds_f64() / 86_400.0
}

fn with_four_decimals(days: f64) -> f64 {
    (days * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests;
