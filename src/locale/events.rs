//! Events in the reader's words.

use crate::domain::complaint::Complaint;
use crate::domain::event::Event;

use super::Locale;

impl Locale {
    /// Returns what happened in an event of a complaint; where it took another one back, also what that was:
    /// `Taken back: Acknowledged`.
    pub fn event(&self, event: &Event, complaint: &Complaint) -> String {
        let kind = |event: &Event| self.label("kind", event.kind.as_str());
        match complaint.taken_back_by(event) {
            Some(undone) => format!("{}: {}", kind(event), kind(undone)),
            None => kind(event),
        }
    }
}
