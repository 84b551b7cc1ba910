//! The papers about a complaint, and what a rule pack can lock into them.
//!
//! What a paper looks like and in which words it speaks is not known here.

use super::code::words;
use super::complaint::Complaint;
use super::event::Kind;
use super::words::State;

words! {
    /// A paper about one complaint.
    Paper, "paper" {
        /// It has arrived, and this is its number.
        Receipt => "receipt",
        /// News of how it stands.
        Progress => "progress",
        /// The response will be late, and when it comes.
        Delay => "delay",
        /// Facts, findings and evidence, for those who decide.
        InvestigationReport => "investigation-report",
        /// The outcome with its reasons, and where to go next.
        FinalResponse => "final-response",
        /// What was agreed when it was solved at once.
        ResolutionSummary => "resolution-summary",
        /// Whether it is really solved.
        FollowUp => "follow-up",
        /// What to say when asking that by telephone.
        CallScript => "call-script",
        /// A form with which the complainant asks for a review.
        ReviewRequest => "review-request",
        /// The review has been asked for.
        ReviewAcknowledgement => "review-acknowledgement",
        /// Somebody else has to decide it.
        Referral => "referral",
        /// An independent body looks at it.
        DisputeNotice => "dispute-notice",
        /// It is finished.
        ClosingNote => "closing-note",
        /// The complainant took it back.
        WithdrawalConfirmation => "withdrawal-confirmation",
        /// A request to keep the talk respectful.
        Conduct => "conduct",
        /// Everything about the handling, for an auditor.
        Dossier => "dossier",
    }
}

impl Paper {
    /// Returns what it means that the complainant got this paper: the first receipt acknowledges the complaint, the final
    /// response to a decision answers it, and everything else is a contact.
    pub fn sent_as(self, complaint: &Complaint) -> Kind {
        match self {
            Self::Receipt if complaint.last(Kind::Acknowledged).is_none() => Kind::Acknowledged,
            Self::FinalResponse if complaint.state() == State::Decided => Kind::Responded,
            _ => Kind::Talked,
        }
    }
}

words! {
    /// Something that a paper must say (S36-S40, S93-S95, S140, S151).
    Clause, "clause" {
        /// The number of the complaint.
        Reference => "reference",
        /// By when the response comes, and every other date that was told.
        Dates => "dates",
        /// What is done with the data.
        Privacy => "privacy",
        /// At which level it was answered.
        Stage => "stage",
        /// What the complaint was understood to be.
        Definition => "definition",
        /// What was found.
        Finding => "finding",
        /// Why.
        Reasons => "reasons",
        /// What is done to put it right, or that nothing is.
        Remedy => "remedy",
        /// What is still to be done, and by when.
        OutstandingActions => "outstanding-actions",
        /// Where the complainant can go next.
        NextRoute => "next-route",
        /// Until when.
        RouteLimit => "route-limit",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Event, EventId};
    use crate::domain::specimen;

    #[test]
    fn the_first_receipt_acknowledges_and_a_response_to_a_decision_answers() {
        let mut complaint = specimen::complaint("2026-11-01T10:00:00+03:30".parse().expect("a time"));
        assert_eq!(Paper::Receipt.sent_as(&complaint), Kind::Acknowledged);
        assert_eq!(Paper::FinalResponse.sent_as(&complaint), Kind::Talked, "nothing is decided");
        for (number, kind, to) in [(1, Kind::Acknowledged, State::Acknowledged), (2, Kind::Decided, State::Decided)] {
            let first = complaint.events[0].clone();
            complaint.events.push(Event { id: EventId::from_random([number; 12]), kind, to: Some(to), ..first });
        }
        assert_eq!(Paper::Receipt.sent_as(&complaint), Kind::Talked);
        assert_eq!(Paper::FinalResponse.sent_as(&complaint), Kind::Responded);
        assert_eq!(Paper::Progress.sent_as(&complaint), Kind::Talked);
    }
}
