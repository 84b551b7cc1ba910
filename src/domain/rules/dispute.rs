//! What is resolved outside (ISO 10003:2018): never without the informed consent of both sides.
//!
//! Questions to the story alone; which step asks them is the table's to know.

use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::{Closure, DisputeResult, Side, State};

impl Complaint {
    /// Returns the proposal of an outside body, while nobody began there since and it was not given up.
    pub fn proposal_outside(&self) -> Option<&Event> {
        self.valid_events()
            .rfind(|event| is_proposal(event) || is_past_proposal(event))
            .filter(|last| is_proposal(last))
    }

    /// Returns the event that last named a body outside: its proposal, or that the complainant went there.
    pub fn named_outside(&self) -> Option<&Event> {
        self.valid_events().rfind(|event| is_proposal(event) || event.kind == Kind::WentOutside)
    }

    /// Returns whether an outside body was proposed, and nobody began there since.
    pub fn has_proposal(&self) -> bool {
        self.proposal_outside().is_some()
    }

    /// Returns whether both sides agreed to the body that was proposed last, which is the one that `event` names if it
    /// names any.
    pub(super) fn has_both_consents(&self, event: &Event) -> bool {
        let Some(proposal) = self.proposal_outside() else { return false };
        let is_same_body = event.facts.body.is_none() || event.facts.body == proposal.facts.body;
        is_same_body && self.side_asked().is_none()
    }

    /// Returns the first side that has not agreed to the body that was proposed last; `None` where nobody is asked.
    pub fn side_asked(&self) -> Option<Side> {
        let proposal = self.proposal_outside()?;
        let since: Vec<&Event> = self.valid_events().skip_while(|event| event.id != proposal.id).collect();
        Side::ALL.iter().copied().find(|side| since.iter().all(|event| event.facts.side != Some(*side)))
    }

    /// Returns whether something of this kind happened since the body was proposed, or since the complainant went there.
    pub fn has_in_dispute(&self, kind: Kind) -> bool {
        let is_beginning = |event: &Event| is_proposal(event) || event.kind == Kind::WentOutside;
        self.valid_events().rev().take_while(|event| !is_beginning(event)).any(|event| event.kind == kind)
    }

    /// Returns whether the outcome was told before `event`, or was due before it by what the event says.
    pub(super) fn is_answered_or_overdue(&self, event: &Event) -> bool {
        let is_overdue = event.facts.was_due.is_some_and(|was_due| was_due < event.at);
        is_overdue || self.answered_at().is_some() || self.state() == State::Closed
    }

    /// Returns how it ended outside, since it went there last; `None` while its decision is looked at again there.
    pub(super) fn result_outside(&self) -> Option<DisputeResult> {
        self.last_word_outside().and_then(|word| word.facts.result)
    }

    /// Returns whether the outside body looks at its decision again.
    pub(super) fn is_contested_outside(&self) -> bool {
        let is_contest = |word: &Event| word.kind == Kind::DeterminationContested;
        self.state() == State::External && self.last_word_outside().is_some_and(is_contest)
    }

    /// Returns the last result since it went outside, or that it was contested.
    fn last_word_outside(&self) -> Option<&Event> {
        let mut since = self.valid_events().rev().take_while(|event| !has_begun(event));
        since.find(|event| matches!(event.kind, Kind::DisputeEnded | Kind::DeterminationContested))
    }

    /// Returns whether what is recommended outside, if anything is, was accepted by both sides: it binds nobody else.
    pub(super) fn no_side_holds_back(&self) -> bool {
        let is_recommended =
            self.state() == State::External && self.result_outside() == Some(DisputeResult::Recommended);
        !is_recommended || Side::ALL.iter().all(|side| self.accepts_recommendation(*side))
    }

    fn accepts_recommendation(&self, side: Side) -> bool {
        let mut since = self.valid_events().rev().take_while(|event| event.kind != Kind::DisputeEnded);
        let last = since.find(|event| is_answer_to_recommendation(event) && event.facts.side == Some(side));
        last.is_some_and(|answer| answer.kind == Kind::RecommendationAccepted)
    }

    /// Returns why a complaint is closed with the file outside; `None` where something follows from the result here, and the
    /// file is closed for itself.
    pub fn closure_outside(&self) -> Option<Closure> {
        let is_over = self.state() == State::External;
        self.result_outside().filter(|_| is_over).map(|result| match result {
            DisputeResult::Settled => Closure::SettledExternal,
            DisputeResult::Recommended | DisputeResult::Determined => Closure::DeterminedExternal,
        })
    }
}

fn is_proposal(event: &Event) -> bool {
    event.kind == Kind::DisputeProposed
}

/// Returns whether one side says with it what it thinks of a recommendation.
pub fn is_answer_to_recommendation(event: &Event) -> bool {
    matches!(event.kind, Kind::RecommendationAccepted | Kind::RecommendationRejected)
}

fn has_begun(event: &Event) -> bool {
    matches!(event.kind, Kind::DisputeStarted | Kind::WentOutside)
}

/// After these a proposal says nothing more.
fn is_past_proposal(event: &Event) -> bool {
    has_begun(event) || event.kind == Kind::DisputeDropped
}
