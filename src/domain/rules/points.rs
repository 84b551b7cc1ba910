//! The points of a complaint: each is answered on its own before there is a decision about the whole (S79, S87).
//!
//! Questions to the story alone; which step asks them is the table's to know.

use crate::domain::complaint::{Complaint, Point};
use crate::domain::event::{Event, Kind};
use crate::domain::words::Finding;

/// Writes the finding and the reasons into the point that `event` answers.
pub(super) fn answer(points: &mut [Point], event: &Event) {
    let is_answered = |point: &&mut Point| event.facts.point.as_ref() == Some(&point.id);
    if event.kind == Kind::PointDecided
        && let Some(point) = points.iter_mut().find(is_answered)
    {
        point.finding = event.facts.finding;
        point.reasons.clone_from(&event.facts.text);
    }
}

impl Complaint {
    /// Returns the finding that those about the points add up to; `None` where a point has none, or there is no point.
    pub fn finding_of_points(&self) -> Option<Finding> {
        let findings: Vec<Finding> = self.points.iter().map(|point| point.finding).collect::<Option<_>>()?;
        let first = *findings.first()?;
        Some(if findings.iter().all(|finding| *finding == first) { first } else { Finding::Partly })
    }

    /// Returns the points that have no finding yet.
    pub fn unanswered_points(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| point.finding.is_none())
    }

    /// Returns the last answer to a point.
    pub fn answer_to(&self, point: &Point) -> Option<&Event> {
        let is_answer =
            |event: &&Event| event.kind == Kind::PointDecided && event.facts.point.as_ref() == Some(&point.id);
        self.valid_events().rfind(is_answer)
    }

    /// Returns the points whose answer rests on a piece of evidence.
    pub fn points_resting_on<'a>(&'a self, file: &'a str) -> impl Iterator<Item = &'a Point> {
        let rests = move |point: &&Point| {
            self.answer_to(point).is_some_and(|answer| answer.facts.evidence.iter().any(|name| name == file))
        };
        self.points.iter().filter(rests)
    }

    /// Returns whether the complainant confirmed the points, with `event` or before it and since the last point was written
    /// down, or was asked to in vain.
    pub(super) fn are_points_confirmed(&self, event: &Event) -> bool {
        let earlier = self.valid_events().filter(|earlier| earlier.id != event.id).rev();
        let since_last_point = earlier.take_while(|earlier| earlier.kind != Kind::PointAdded);
        let says_so = |event: &Event| {
            let asked = event.facts.attempts.is_some_and(|attempts| attempts > 0);
            event.kind == Kind::InvestigationStarted && (event.facts.confirmed.is_some() || asked)
        };
        std::iter::once(event).chain(since_last_point).any(says_so)
    }

    /// Returns whether a piece of evidence was attached to the complaint.
    pub(super) fn has_attached(&self, file: &str) -> bool {
        self.valid_events().any(|event| event.kind == Kind::Attached && event.facts.file.as_deref() == Some(file))
    }

    /// Returns the point that an event names.
    pub(super) fn point_of(&self, event: &Event) -> Option<&Point> {
        self.points.iter().find(|point| Some(&point.id) == event.facts.point.as_ref())
    }
}
