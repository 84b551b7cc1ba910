//! What an event changes besides the state: the promises and remedies that it settles, the point that it answers.

use super::points;
use super::remedy::stage_after;
use crate::domain::complaint::{Complaint, Promise};
use crate::domain::event::{Event, Kind};
use crate::domain::words::{PromiseState, Promised, RemedyState};

/// The level of a complaint that an independent person here looks at again.
const LEVEL_OF_REVIEW: u8 = 2;

/// The level of a complaint that is with an outside body.
const LEVEL_OUTSIDE: u8 = 3;

/// Returns whether an event settles a promise: an answer the promised answer, the fulfilment all that was agreed, a remedy
/// that is taken back the promise of it, and whatever is recorded of this promise itself.
pub fn settles(event: &Event, promise: &Promise) -> bool {
    match event.kind {
        Kind::PromiseKept | Kind::PromiseBroken | Kind::RemedyWithdrawn => {
            event.facts.promise.as_ref() == Some(&promise.id)
        }
        Kind::Responded | Kind::ResolvedNow => promise.what == Promised::Response,
        Kind::Fulfilled => promise.what == Promised::Remedy,
        _ => false,
    }
}

/// Returns whether events of this kind say that what was promised will not be done.
pub fn breaks_promise(kind: Kind) -> bool {
    matches!(kind, Kind::PromiseBroken | Kind::RemedyWithdrawn)
}

/// Returns the level that an event lifts a complaint to, when it is not there already.
fn level_reached(event: &Event) -> u8 {
    match event.kind {
        Kind::ReviewRequested => LEVEL_OF_REVIEW,
        Kind::DisputeStarted | Kind::WentOutside => LEVEL_OUTSIDE,
        _ => 0,
    }
}

/// Settles the promises that an event keeps or breaks, and moves the remedies it is about.
pub(super) fn settle(mut complaint: Complaint, event: &Event) -> Complaint {
    let is_settled = |promise: &&mut Promise| promise.state == PromiseState::Open && settles(event, promise);
    for promise in complaint.promises.iter_mut().filter(is_settled) {
        let is_kept = !breaks_promise(event.kind) && event.at <= promise.due;
        promise.state = if is_kept { PromiseState::Kept } else { PromiseState::Missed };
    }
    complaint.level = complaint.level.max(level_reached(event));
    for remedy in &mut complaint.remedies {
        remedy.state = stage_after(Some(remedy.state), &remedy.id, event).unwrap_or(remedy.state);
        if remedy.state == RemedyState::Accepted && remedy.amounts.agreed.is_none() {
            remedy.amounts.agreed = remedy.amounts.offered.clone();
        }
    }
    points::answer(&mut complaint.points, event);
    complaint
}

impl Complaint {
    /// Returns the level that the events lead to; an imported complaint may have begun on a higher one.
    pub fn level_by_events(&self) -> u8 {
        self.valid_events().map(level_reached).fold(1, u8::max)
    }

    /// Returns the promise that an event names.
    pub(super) fn promise_of(&self, event: &Event) -> Option<&Promise> {
        self.promises.iter().find(|promise| Some(&promise.id) == event.facts.promise.as_ref())
    }

    /// Returns whether an event names a promise that no event before it settled, and that no later one replaced.
    pub(super) fn names_open_promise(&self, event: &Event) -> bool {
        let is_settled = |promise: &Promise| {
            self.valid_events().any(|earlier| earlier.at >= promise.told_at && settles(earlier, promise))
        };
        let named = self.promise_of(event);
        named.is_some_and(|promise| promise.state != PromiseState::Replaced && !is_settled(promise))
    }
}
