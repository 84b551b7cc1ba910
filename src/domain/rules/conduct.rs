//! Conduct that makes it hard to help: contact may be restricted for a while, and the complaint is judged on its merits all
//! the same (S58). Nothing here touches state, clocks or findings.

use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::domain::words::Restriction;

impl Complaint {
    /// Returns how contact is restricted now, and when that must be looked at again.
    pub fn restriction(&self) -> Option<(Restriction, Instant)> {
        self.valid_events().fold(None, |standing, event| match (event.kind, standing) {
            (Kind::ConductRecorded, _) => event.facts.restriction.zip(event.facts.until).or(standing),
            (Kind::ConductReviewed, Some((kind, until))) => Some((kind, event.facts.until.unwrap_or(until))),
            (Kind::ConductEnded, _) => None,
            _ => standing,
        })
    }
}
