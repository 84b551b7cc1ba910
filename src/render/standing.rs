//! A complaint with the dates that follow from it: what every view of one complaint is made of.
//!
//! The dates are reckoned here once, so that no two views of the same complaint can disagree.

use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::clock::{self, DueBy};
use crate::domain::complaint::Complaint;
use crate::domain::pack::Pack;

/// A complaint and how it stands at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The complaint.
    pub complaint: &'a Complaint,
    /// When the outcome must be told, and who says so.
    pub response_due: Option<(Instant, DueBy)>,
    /// When the complainant must hear that the complaint arrived.
    pub acknowledgement_due: Option<Instant>,
    /// Whether the outcome is still owed although its date has passed.
    pub is_overdue: bool,
    /// The moment of looking.
    pub now: Instant,
}

impl<'a> Standing<'a> {
    /// Returns how a complaint stands at `now` by its pack and the working calendar.
    pub fn of(complaint: &'a Complaint, pack: &Pack, calendar: &WorkCalendar, now: Instant) -> Self {
        Self {
            complaint,
            response_due: clock::response_due(complaint, pack, calendar),
            acknowledgement_due: clock::acknowledgement_due(complaint, pack, calendar),
            is_overdue: clock::is_overdue(complaint, pack, calendar, now),
            now,
        }
    }

    /// Returns when the outcome must be told while it is still owed; `None` once it is told or the complaint is closed.
    pub fn response_owed_by(&self) -> Option<(Instant, DueBy)> {
        let is_owed = self.complaint.awaits_answer();
        self.response_due.filter(|_| is_owed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::week::Week;
    use crate::domain::pack::Unit;
    use crate::domain::words::State;
    use crate::render::specimen::{self, at};

    #[test]
    fn the_dates_are_those_of_the_clocks() {
        let calendar = WorkCalendar::new(crate::calendar::Zone::tehran(), Week::default());
        let pack = crate::domain::specimen::standard(Unit::Hours, 24, 72);
        let complaint = specimen::complaint(State::Received);
        let standing = Standing::of(&complaint, &pack, &calendar, at("2026-11-10T09:00:00+03:30"));
        assert_eq!(standing.acknowledgement_due, Some(at("2026-10-29T10:05:00+03:30")));
        assert_eq!(standing.response_owed_by(), Some((at("2026-10-31T10:05:00+03:30"), DueBy::Pack)));
        assert!(standing.is_overdue);
    }

    #[test]
    fn nothing_is_owed_once_the_outcome_is_told() {
        let complaint = specimen::complaint(State::Responded);
        let standing = specimen::standing(&complaint);
        assert!(standing.response_due.is_some());
        assert_eq!(standing.response_owed_by(), None);
    }
}
