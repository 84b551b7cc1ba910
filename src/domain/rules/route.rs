//! Where a complainant who disagrees can go next: never nowhere (ISO 10002:2018, 7.9; S151, S154).
//!
//! Questions to the story alone; which step asks them is the table's to know.

use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::pack::Pack;
use crate::domain::words::Route;

impl Complaint {
    /// Returns the route that an answer at `moment` can tell: the one that was told, else the review here that everybody
    /// has once. After a review the next one must be named.
    pub fn next_route(&self) -> Option<Route> {
        let told = self.told_route().and_then(Event::route_told);
        told.or_else(|| self.last(Kind::ReviewRequested).is_none().then_some(Route::InternalReview))
    }

    /// Returns until when the route that is open can be taken, when it is told at `moment` unless it was told before;
    /// `None` where the pack sets no limit.
    pub fn route_limit(&self, pack: &Pack, moment: Instant) -> Option<Instant> {
        pack.review_limit(self.told_route().map_or(moment, |event| event.at))
    }

    /// Returns the event that told a route last, since a review was asked for: that one has taken the route before it.
    fn told_route(&self) -> Option<&Event> {
        let since = self.valid_events().rev().take_while(|event| event.kind != Kind::ReviewRequested);
        since.into_iter().find(|event| event.route_told().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{EventId, Facts};
    use crate::domain::pack::Unit;
    use crate::domain::specimen;

    fn at(text: &str) -> Instant {
        Instant::parse_from_rfc3339(text).expect("a time")
    }

    fn event(number: u8, kind: Kind, day: &str, route_told: Option<Route>) -> Event {
        let facts = Facts { route_told, ..Facts::default() };
        let at = at(&format!("2026-11-{day}T10:00:00+03:30"));
        Event { id: EventId::from_random([number; 12]), at, by: "sara".to_owned(), kind, to: None, facts }
    }

    #[test]
    fn everybody_can_ask_for_a_review_once_and_what_was_told_counts_from_then() {
        let mut complaint = specimen::complaint(at("2026-11-01T10:00:00+03:30"));
        let mut pack = specimen::standard(Unit::Hours, 1, 2);
        pack.review_window_days = 30;
        let now = at("2026-11-10T10:00:00+03:30");
        assert_eq!(complaint.next_route(), Some(Route::InternalReview));
        assert_eq!(complaint.route_limit(&pack, now), Some(at("2026-12-10T10:00:00+03:30")));
        complaint.events.push(event(1, Kind::Responded, "03", Some(Route::Enamad)));
        assert_eq!(complaint.next_route(), Some(Route::Enamad));
        assert_eq!(complaint.route_limit(&pack, now), Some(at("2026-12-03T10:00:00+03:30")));
        complaint.events.push(event(2, Kind::ReviewRequested, "05", None));
        assert_eq!(complaint.next_route(), None, "nobody is sent in a circle");
        pack.review_window_days = 0;
        assert_eq!(complaint.route_limit(&pack, now), None);
    }
}
