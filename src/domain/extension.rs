//! More time for a clock: only before it has run out, only where its pack allows it, and only so much.
//!
//! What an extension must record is asked by [`super::rules`]; here stands what can be known with the calendar alone.

use super::Instant;
use super::clock::{self, ClockState};
use super::code::Code;
use super::complaint::{Complaint, Promise};
use super::event::Event;
use super::pack::{Pack, RESPOND, Unit};
use super::words::{PromiseState, Promised};
use crate::calendar::worktime::WorkCalendar;

/// Why a clock is not extended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoExtension {
    /// The pack has no such clock that runs.
    #[error("no clock `{clock}` runs; running: {}", running.iter().map(Code::as_str).collect::<Vec<_>>().join(" "))]
    NotRunning {
        /// The clock that was named.
        clock: Code,
        /// The clocks that run.
        running: Vec<Code>,
    },
    /// The pack does not let it be extended.
    #[error("the rule pack `{pack}` does not let the clock `{clock}` be extended")]
    NotExtendable {
        /// The clock.
        clock: Code,
        /// The pack.
        pack: Code,
    },
    /// It has run out.
    #[error("the clock `{clock}` ran out at {due}")]
    RunOut {
        /// The clock.
        clock: Code,
        /// When it ran out.
        due: Instant,
    },
    /// The new date is not later than the one it has.
    #[error("the clock `{clock}` ends at {due}, which is not before {until}")]
    NotLater {
        /// The clock.
        clock: Code,
        /// When it ends without the extension.
        due: Instant,
        /// The new date.
        until: Instant,
    },
    /// The new date is later than the pack allows.
    #[error("the clock `{clock}` can be extended to {latest} at most")]
    TooFar {
        /// The clock.
        clock: Code,
        /// The last moment that is allowed.
        latest: Instant,
    },
}

/// Returns when a clock was due that is to be extended at `at` to `until`, if it may be; without a date yet, if it may
/// be at all.
pub fn date_before(
    complaint: &Complaint,
    pack: &Pack,
    calendar: &WorkCalendar,
    (clock, at, until): (&Code, Instant, Option<Instant>),
) -> Result<Instant, NoExtension> {
    let clock = clock.clone();
    let states = clock::states(complaint, pack, calendar);
    let running = || states.iter().filter(|state| state.is_running());
    let found = running().find(|state| state.rule.id == clock).and_then(|state| Some((state, state.binding()?.0)));
    let Some((state, due)) = found else {
        let running = running().map(|state| state.rule.id.clone()).collect();
        return Err(NoExtension::NotRunning { clock, running });
    };
    let Some(latest) = latest_end(state) else {
        return Err(NoExtension::NotExtendable { clock, pack: pack.id.clone() });
    };
    if due < at {
        return Err(NoExtension::RunOut { clock, due });
    }
    let Some(until) = until else { return Ok(due) };
    if until <= due {
        return Err(NoExtension::NotLater { clock, due, until });
    }
    if until > latest && !is_last_day(state, until, latest) {
        return Err(NoExtension::TooFar { clock, latest });
    }
    Ok(due)
}

/// Returns the complaint with the promise that an extension tells, and its name: the new end of the answer takes the place
/// of the date that was told before. Other clocks make no promise.
pub fn tell(complaint: Complaint, event: &Event) -> (Complaint, Option<String>) {
    let is_answer = event.facts.clock.as_ref().is_some_and(|clock| clock.as_str() == RESPOND);
    let Some(due) = event.facts.until.filter(|_| is_answer) else { return (complaint, None) };
    let (complaint, id) = tell_response(complaint, due, event.at);
    (complaint, Some(id))
}

/// Returns the complaint with a new date for the response, told at `told_at`, and the name of that promise: it takes the
/// place of a date that was told before and has not passed. One that has passed is broken, whatever is told now.
pub fn tell_response(mut complaint: Complaint, due: Instant, told_at: Instant) -> (Complaint, String) {
    let is_replaced = |promise: &&mut Promise| {
        promise.what == Promised::Response && promise.state == PromiseState::Open && promise.due >= told_at
    };
    for promise in complaint.promises.iter_mut().filter(is_replaced) {
        promise.state = PromiseState::Replaced;
    }
    let id = format!("m{}", complaint.promises.len() + 1);
    let (what, state) = (Promised::Response, PromiseState::Open);
    complaint.promises.push(Promise { id: id.clone(), what, due, told_at, state });
    (complaint, id)
}

/// Returns the latest end that a clock may be given; `None` where it cannot be extended.
fn latest_end(state: &ClockState<'_>) -> Option<Instant> {
    clock::end_of(state.rule.extension.as_ref()?.most, state.due_unextended()?, state.calendar())
}

/// What is counted in days may last until the end of the last one.
fn is_last_day(state: &ClockState<'_>, until: Instant, latest: Instant) -> bool {
    let unit = state.rule.extension.as_ref().map(|extension| extension.most.unit);
    let day_of = |instant: Instant| instant.with_timezone(&state.calendar().zone).date_naive();
    matches!(unit, Some(Unit::WorkingDays | Unit::CalendarDays | Unit::Weeks)) && day_of(until) == day_of(latest)
}
