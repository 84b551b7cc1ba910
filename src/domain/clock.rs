//! Due dates: one pure function of the events, the pack and the working calendar.
//!
//! Only dates told to a complainant are stored; every other due date is derived here, so that it can be explained and never
//! goes stale.

use chrono::{Days, TimeDelta};

use super::Instant;
use super::complaint::Complaint;
use super::event::Kind;
use super::pack::{ACKNOWLEDGE, ClockRule, Limit, Pack, RESPOND, Unit};
use crate::calendar::worktime::WorkCalendar;
use crate::calendar::zone;

/// Where a response date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueBy {
    /// The complainant was told this date.
    Told,
    /// The rule pack says so.
    Pack,
}

/// Returns the end of `limit` counted from `start`; `None` when the calendar has no working day for ten years.
pub fn end_of(limit: Limit, start: Instant, calendar: &WorkCalendar) -> Option<Instant> {
    let amount = limit.amount;
    match limit.unit {
        Unit::Hours => start.checked_add_signed(TimeDelta::hours(amount.into())),
        Unit::WorkingHours => calendar.add_working_time(start, TimeDelta::hours(amount.into())),
        Unit::WorkingDays => calendar.add_working_days(start, limit.amount),
        Unit::CalendarDays => add_days(start, amount, calendar),
        Unit::Weeks => add_days(start, amount.checked_mul(7)?, calendar),
    }
}

/// Returns the same clock time some calendar days later; where clocks skip that time, the moment of their change.
fn add_days(start: Instant, days: u16, calendar: &WorkCalendar) -> Option<Instant> {
    let later = start.with_timezone(&calendar.zone).naive_local().checked_add_days(Days::new(days.into()))?;
    zone::instant_or_after(later, calendar.zone).map(|due| due.fixed_offset())
}

/// Returns when the complaint must be acknowledged by its pack; `None` where the pack has no such clock.
pub fn acknowledgement_due(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar) -> Option<Instant> {
    due_by_rule(complaint, pack.clock(ACKNOWLEDGE)?, calendar)
}

/// Returns when a clock that has started runs out; `None` for one that has not.
fn due_by_rule(complaint: &Complaint, rule: &ClockRule, calendar: &WorkCalendar) -> Option<Instant> {
    end_of(rule.limit, started_at(complaint, rule)?, calendar)
}

/// Returns when a clock was last started.
pub fn started_at(complaint: &Complaint, rule: &ClockRule) -> Option<Instant> {
    let starts = |event: &&super::event::Event| event.kind != Kind::Received && rule.start.contains(&event.kind);
    let received_at = rule.start.contains(&Kind::Received).then_some(complaint.received_at);
    complaint.valid_events().rfind(starts).map(|event| event.at).or(received_at)
}

/// Returns when the outcome must be told: the date the complainant was told, else the pack's; `None` without either.
pub fn response_due(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar) -> Option<(Instant, DueBy)> {
    if let Some(promise) = complaint.told_response() {
        return Some((promise.due, DueBy::Told));
    }
    due_by_rule(complaint, pack.clock(RESPOND)?, calendar).map(|due| (due, DueBy::Pack))
}

/// Returns whether the outcome is still owed although it was due before `now`; without a clock never.
///
/// `complaint` must be as it stood at `now`: see [`Complaint::as_of`].
pub fn is_overdue(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar, now: Instant) -> bool {
    let owed = complaint.state().is_open() && complaint.answered_at().is_none();
    owed && response_due(complaint, pack, calendar).is_some_and(|(due, _)| due < now)
}
