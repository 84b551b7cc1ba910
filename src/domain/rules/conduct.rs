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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Event, EventId, Facts};
    use crate::domain::specimen;

    fn at(day: u32) -> Instant {
        format!("2026-11-{day:02}T10:00:00+03:30").parse().expect("it is a time")
    }

    /// Returns how contact is restricted after events on the 1st, 2nd, … of the month, with their days of review.
    fn after(story: &[(Kind, Option<Restriction>, Option<u32>)]) -> Option<(Restriction, Instant)> {
        let mut complaint = specimen::complaint(at(1));
        for (number, (kind, restriction, review)) in (1..).zip(story) {
            let facts = Facts { restriction: *restriction, until: review.map(at), ..Facts::default() };
            let id = EventId::from_random([number; 12]);
            let (by, kind) = ("sara".to_owned(), *kind);
            complaint.events.push(Event { id, at: at(number.into()), by, kind, to: None, facts });
        }
        complaint.restriction()
    }

    #[test]
    fn a_restriction_stands_until_it_ends_and_a_review_moves_its_day() {
        let recorded = (Kind::ConductRecorded, Some(Restriction::WrittenOnly), Some(20));
        assert_eq!(after(&[recorded]), Some((Restriction::WrittenOnly, at(20))));
        assert_eq!(
            after(&[recorded, (Kind::ConductReviewed, None, Some(28))]),
            Some((Restriction::WrittenOnly, at(28)))
        );
        assert_eq!(after(&[recorded, (Kind::ConductEnded, None, None)]), None);
    }

    #[test]
    fn conduct_without_a_restriction_restricts_nothing_and_lifts_nothing() {
        let recorded = (Kind::ConductRecorded, Some(Restriction::NoVisits), Some(20));
        let plain = (Kind::ConductRecorded, None, None);
        assert_eq!(after(&[plain]), None);
        assert_eq!(after(&[recorded, plain]), Some((Restriction::NoVisits, at(20))));
        assert_eq!(after(&[(Kind::ConductReviewed, None, Some(28))]), None);
    }
}
