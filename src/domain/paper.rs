//! The papers about a complaint, and what a rule pack can lock into them.
//!
//! What a paper looks like and in which words it speaks is not known here.

use std::fmt;
use std::iter;
use std::str::FromStr;

use super::code::{UnknownWord, words};
use super::complaint::Complaint;
use super::event::Kind;
use super::words::{Closure, Jurisdiction, RemedyState, State};

/// A paper about one complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// It has arrived, and this is its number.
    Receipt,
    /// Everything else.
    Letter(LetterKind),
}

words! {
    /// What a letter about one complaint is for.
    LetterKind, "letter" {
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

words! {
    /// What must hold in the record, or a letter tells the complainant what did not happen.
    Ground, "ground of a letter" {
        /// It is still handled.
        Open => "open",
        /// Something was decided, or it was solved at once.
        Decided => "decided",
        /// Something was agreed.
        Agreed => "agreed",
        /// We answered, or it is closed.
        Answered => "answered",
        /// A review was asked for.
        ReviewRequested => "review-requested",
        /// It was sent on.
        Referred => "referred",
        /// A body outside was named.
        Outside => "outside",
        /// It is closed.
        Closed => "closed",
        /// The complainant took it back.
        Withdrawn => "withdrawn",
        /// Unreasonable conduct was recorded.
        Conduct => "conduct",
    }
}

impl LetterKind {
    /// Returns what must hold before the complainant gets such a letter; `None` of papers for colleagues.
    ///
    /// A letter takes what it tells from the record, so the step comes first and the letter after it.
    pub fn ground(self) -> Option<Ground> {
        match self {
            Self::Progress | Self::Delay => Some(Ground::Open),
            Self::FinalResponse => Some(Ground::Decided),
            Self::ResolutionSummary => Some(Ground::Agreed),
            Self::FollowUp | Self::ReviewRequest => Some(Ground::Answered),
            Self::ReviewAcknowledgement => Some(Ground::ReviewRequested),
            Self::Referral => Some(Ground::Referred),
            Self::DisputeNotice => Some(Ground::Outside),
            Self::ClosingNote => Some(Ground::Closed),
            Self::WithdrawalConfirmation => Some(Ground::Withdrawn),
            Self::Conduct => Some(Ground::Conduct),
            Self::InvestigationReport | Self::CallScript | Self::Dossier => None,
        }
    }
}

impl Ground {
    /// Returns whether it holds in the record.
    pub fn holds(self, complaint: &Complaint) -> bool {
        let happened = |kind| complaint.last(kind).is_some();
        let is_closed = complaint.closing().is_some();
        match self {
            Self::Open => !is_closed,
            Self::Decided => complaint.decision().is_some() || happened(Kind::ResolvedNow),
            Self::Agreed => {
                let stands = |state: RemedyState| matches!(state, RemedyState::Accepted | RemedyState::Delivered);
                let has_remedy = complaint.remedies.iter().any(|remedy| stands(remedy.state));
                has_remedy || happened(Kind::ResolvedNow) || happened(Kind::Accepted)
            }
            Self::Answered => is_closed || happened(Kind::Responded) || happened(Kind::ResolvedNow),
            Self::ReviewRequested => happened(Kind::ReviewRequested),
            // What is ours in part is sent on in part, and stays with us.
            Self::Referred => {
                happened(Kind::Referred) || complaint.assessment.jurisdiction == Some(Jurisdiction::Shared)
            }
            Self::Outside => complaint.named_outside().is_some(),
            Self::Closed => is_closed,
            Self::Withdrawn => complaint.closure() == Some(Closure::Withdrawn),
            Self::Conduct => happened(Kind::ConductRecorded),
        }
    }
}

impl Paper {
    /// Returns all papers, the receipt first.
    pub fn all() -> impl Iterator<Item = Self> {
        iter::once(Self::Receipt).chain(LetterKind::ALL.iter().copied().map(Self::Letter))
    }

    /// Returns the word as it stands in files, JSON and options.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Letter(kind) => kind.as_str(),
        }
    }

    /// Returns what it means that the complainant got this paper: the first receipt acknowledges the complaint, the final
    /// response to a decision answers it, and everything else is a contact.
    pub fn sent_as(self, complaint: &Complaint) -> Kind {
        match self {
            Self::Receipt if complaint.last(Kind::Acknowledged).is_none() => Kind::Acknowledged,
            Self::Letter(LetterKind::FinalResponse) if complaint.state() == State::Decided => Kind::Responded,
            _ => Kind::Talked,
        }
    }
}

impl From<LetterKind> for Paper {
    fn from(kind: LetterKind) -> Self {
        Self::Letter(kind)
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl FromStr for Paper {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::all().find(|paper| paper.as_str() == text).ok_or_else(|| UnknownWord {
            what: "paper",
            found: text.to_owned(),
            allowed: Self::all().map(Self::as_str).collect(),
        })
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
    fn a_letter_tells_what_the_record_bears_out() {
        let received = specimen::complaint("2026-11-01T10:00:00+03:30".parse().expect("a time"));
        let then = |kind: Kind, to: Option<State>| {
            let mut complaint = received.clone();
            let first = complaint.events[0].clone();
            complaint.events.push(Event { id: EventId::from_random([1; 12]), kind, to, ..first });
            complaint
        };
        let true_of = |complaint: &Complaint| -> Vec<&str> {
            let to_complainant = LetterKind::ALL.iter().filter(|kind| kind.ground().is_some());
            let bears_out = |kind: &&LetterKind| kind.ground().is_some_and(|ground| ground.holds(complaint));
            to_complainant.filter(bears_out).map(|kind| kind.as_str()).collect()
        };
        assert_eq!(true_of(&received), ["progress", "delay"]);
        let decided = then(Kind::Decided, Some(State::Decided));
        assert_eq!(true_of(&decided), ["progress", "delay", "final-response"]);
        let responded = then(Kind::Responded, Some(State::Responded));
        assert_eq!(true_of(&responded), ["progress", "delay", "follow-up", "review-request"]);
        let solved = then(Kind::ResolvedNow, Some(State::Closed));
        let after_solution = ["final-response", "resolution-summary", "follow-up", "review-request", "closing-note"];
        assert_eq!(true_of(&solved), after_solution);
        let mut withdrawn = then(Kind::Withdrawn, Some(State::Closed));
        withdrawn.events[1].facts.closure = Some(Closure::Withdrawn);
        let after_withdrawal = ["follow-up", "review-request", "closing-note", "withdrawal-confirmation"];
        assert_eq!(true_of(&withdrawn), after_withdrawal);
        for (kind, letter) in [
            (Kind::Accepted, "resolution-summary"),
            (Kind::ReviewRequested, "review-acknowledgement"),
            (Kind::Referred, "referral"),
            (Kind::WentOutside, "dispute-notice"),
            (Kind::ConductRecorded, "conduct"),
        ] {
            assert_eq!(true_of(&then(kind, None)), ["progress", "delay", letter], "{kind}");
        }
    }

    #[test]
    fn the_first_receipt_acknowledges_and_a_response_to_a_decision_answers() {
        let mut complaint = specimen::complaint("2026-11-01T10:00:00+03:30".parse().expect("a time"));
        assert_eq!(Paper::Receipt.sent_as(&complaint), Kind::Acknowledged);
        assert_eq!(Paper::from(LetterKind::FinalResponse).sent_as(&complaint), Kind::Talked, "nothing is decided");
        for (number, kind, to) in [(1, Kind::Acknowledged, State::Acknowledged), (2, Kind::Decided, State::Decided)] {
            let first = complaint.events[0].clone();
            complaint.events.push(Event { id: EventId::from_random([number; 12]), kind, to: Some(to), ..first });
        }
        assert_eq!(Paper::Receipt.sent_as(&complaint), Kind::Talked);
        assert_eq!(Paper::from(LetterKind::FinalResponse).sent_as(&complaint), Kind::Responded);
        assert_eq!(Paper::from(LetterKind::Progress).sent_as(&complaint), Kind::Talked);
    }
}
