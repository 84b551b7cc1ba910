//! What a change of the working calendar does to the dates of a complaint.

use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::clock::{self, ClockState};
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::pack::Pack;
use crate::domain::paper::Paper;
use crate::domain::reference::Reference;

/// A clock whose end moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The complaint.
    pub reference: Reference,
    /// The clock.
    pub clock: Code,
    /// The paper that it waits for.
    pub paper: Option<Paper>,
    /// When it ended by the calendar as it was.
    pub before: Instant,
    /// When it ends now.
    pub after: Instant,
    /// The date that the complainant was told, which stays.
    pub told: Option<Instant>,
}

/// Returns the running clocks of an open complaint that end at another time by the second calendar than by the first.
pub fn by_calendar(complaint: &Complaint, pack: &Pack, (before, after): (&WorkCalendar, &WorkCalendar)) -> Vec<Moved> {
    if !complaint.state().is_open() {
        return Vec::new();
    }
    let (before, after) = (clock::states(complaint, pack, before), clock::states(complaint, pack, after));
    let moves = |(before, after): (&ClockState<'_>, &ClockState<'_>)| {
        let (due_before, due_after) = (before.due()?, after.due()?);
        let told = after.told.map(|promise| promise.due);
        let clock = after.rule.id.clone();
        (after.is_running() && due_before != due_after).then_some(Moved {
            reference: complaint.reference,
            clock,
            paper: after.paper,
            before: due_before,
            after: due_after,
            told,
        })
    };
    before.iter().zip(&after).filter_map(moves).collect()
}
