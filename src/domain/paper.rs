//! The papers about a complaint, and what a rule pack can lock into them.
//!
//! What a paper looks like and in which words it speaks is not known here.

use super::code::words;

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
