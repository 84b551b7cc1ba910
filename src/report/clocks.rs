//! Where the clocks of complaints come from, for all reports.

use std::borrow::Cow;

use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::clock;
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::pack::Pack;

/// The rule packs and the calendar that due dates follow from.
#[derive(Clone, Copy)]
pub struct Clocks<'a> {
    /// Returns the pack of a name. One that nobody knows has no clocks; what a complainant was told counts all the same.
    pub pack_of: &'a dyn Fn(&Code) -> Option<&'a Pack>,
    /// When people work.
    pub calendar: &'a WorkCalendar,
}

impl<'a> Clocks<'a> {
    /// Returns when the complaint must be acknowledged, if it must.
    pub fn acknowledgement_due(self, complaint: &Complaint) -> Option<Instant> {
        clock::acknowledgement_due(complaint, &self.pack(complaint), self.calendar)
    }

    /// Returns when the outcome must be told, if there is a date for it.
    pub fn response_due(self, complaint: &Complaint) -> Option<Instant> {
        clock::response_due(complaint, &self.pack(complaint), self.calendar).map(|(due, _)| due)
    }

    /// Returns whether the outcome was owed although it was due before `now`, of a complaint as it stood at `now`.
    pub fn is_overdue(self, complaint: &Complaint, now: Instant) -> bool {
        clock::is_overdue(complaint, &self.pack(complaint), self.calendar, now)
    }

    fn pack(self, complaint: &Complaint) -> Cow<'a, Pack> {
        (self.pack_of)(&complaint.pack)
            .map_or_else(|| Cow::Owned(Pack::without_clocks(complaint.pack.clone())), Cow::Borrowed)
    }
}
