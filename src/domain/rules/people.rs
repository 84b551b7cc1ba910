//! Who may say what about a complaint: nobody judges what they did themselves (ISO 10002:2018, 4.7 and 5.3), nor decides
//! alone what is beyond their authority (S63, S88).

use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::{Authority, Solved, YesNo};

impl Complaint {
    /// Returns whether somebody said yes to the last decision.
    pub(super) fn is_decision_approved(&self) -> bool {
        let mut since_decision = self.valid_events().rev().take_while(|event| event.kind != Kind::Decided);
        since_decision.any(|event| matches!(event.kind, Kind::Approved | Kind::ReviewDecided))
    }

    /// Returns the approval of the decision that stands; what a review decides is approved anew.
    pub fn approval(&self) -> Option<&Event> {
        let is_decision = |event: &&Event| matches!(event.kind, Kind::Decided | Kind::ReviewDecided);
        let mut since_decision = self.valid_events().rev().take_while(|event| !is_decision(event));
        since_decision.find(|event| event.kind == Kind::Approved)
    }

    /// Returns whether the last decision is more than its author may decide alone, and nobody said yes to it.
    pub fn waits_for_approval(&self) -> bool {
        let is_beyond = |decision: &Event| decision.facts.authority == Some(Authority::Beyond);
        self.decision().is_some_and(is_beyond) && !self.is_decision_approved()
    }

    /// Returns whether somebody examined, decided or answered the complaint: then they do not look at it again.
    pub(super) fn had_part(&self, member: &str) -> bool {
        self.valid_events().any(|event| match event.kind {
            Kind::Decided | Kind::Responded | Kind::ResolvedNow => event.by == member,
            Kind::InvestigationStarted => event.facts.investigator.as_deref() == Some(member),
            _ => false,
        })
    }

    /// Returns what somebody last said about a conflict of interest, or what was said about them.
    pub(super) fn declaration_of(&self, member: &str) -> Option<YesNo> {
        let of_member = |event: &&Event| event.facts.declarer.as_deref() == Some(member);
        self.valid_events().rev().filter(of_member).find_map(|event| event.facts.conflict)
    }

    /// Returns whether somebody has a conflict of interest in this complaint: then they neither examine it nor decide (S69).
    pub(super) fn has_conflict(&self, member: &str) -> bool {
        self.declaration_of(member) == Some(YesNo::Yes)
    }

    /// Returns whether somebody looked into the matter before it is decided.
    pub(super) fn was_investigated(&self) -> bool {
        self.last(Kind::InvestigationStarted).is_some()
    }

    /// Returns whether the complainant said of the last answer that it solves nothing, or not all, and nobody reacted yet.
    pub fn awaits_reaction(&self) -> bool {
        let is_answer = |event: &Event| matches!(event.kind, Kind::Responded | Kind::ResolvedNow | Kind::Accepted);
        let last = self.valid_events().rfind(|event| event.facts.solved.is_some() || is_answer(event));
        last.is_some_and(|last| last.facts.solved.is_some_and(|solved| solved != Solved::Yes))
    }

    /// Returns whether the complainant said, with `event` or in the feedback before it, that it is not solved.
    pub(super) fn is_dissatisfied(&self, event: &Event) -> bool {
        let earlier = self.valid_events().take_while(|earlier| earlier.id != event.id);
        let last = earlier.filter(|earlier| earlier.kind == Kind::FeedbackReceived).last();
        let said = event.facts.solved.or_else(|| last.and_then(|feedback| feedback.facts.solved));
        said.is_some_and(|said| said != Solved::Yes)
    }
}
