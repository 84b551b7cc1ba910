//! What one complaint did in a span of time: every figure of a summary is a count of these.

use super::span::Span;
use crate::domain::Instant;
use crate::domain::complaint::Complaint;

/// What one complaint did in a span of time, by the times that its events claim.
///
/// Facts without a time of their own, such as category and owner, are those of today.
#[derive(Clone, Debug)]
pub struct Course {
    /// The complaint as it stood at the end of the span.
    pub at_end: Complaint,
    /// Whether it was received in the span.
    pub is_received: bool,
    /// Whether it had been received before the span and was not closed at its beginning.
    pub was_open_at_start: bool,
    /// Whether it had been closed before the span and was taken up again in it: it is open at the end, or it was closed
    /// once more.
    pub is_reopened: bool,
    /// When it was closed, if it is closed at the end and its last closing event lies in the span. A closing that was
    /// followed by a reopening is none.
    pub closed_at: Option<Instant>,
}

impl Course {
    /// Returns the course of a complaint; `None` for one that was received only after the span.
    pub fn of(complaint: &Complaint, span: Span) -> Option<Self> {
        let at_end = complaint.as_of(span.to())?;
        let at_start = complaint.as_of(span.from());
        let is_received = at_start.is_none();
        let was_open_at_start = at_start.is_some_and(|then| then.state().is_open());
        // What was received in the span cannot have been closed before it, whatever a broken record claims.
        let is_news = |closed_at: &Instant| is_received || *closed_at >= span.from();
        let closed_at = at_end.closing().map(|closing| closing.at).filter(is_news);
        let was_closed_at_start = !is_received && !was_open_at_start;
        let is_reopened = was_closed_at_start && (at_end.state().is_open() || closed_at.is_some());
        Some(Self { at_end, is_received, was_open_at_start, is_reopened, closed_at })
    }

    /// Returns whether it was not closed at the end of the span.
    pub fn is_open_at_end(&self) -> bool {
        self.at_end.state().is_open()
    }

    /// Returns whether it was closed in the span.
    pub fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Returns whether it counts in any of the groups: what was closed before the span and stayed so does not.
    pub fn has_part(&self) -> bool {
        self.is_received || self.is_closed() || self.is_open_at_end()
    }
}
