//! What a step may have to record.

use crate::domain::code::words;

words! {
    /// Something a step must record.
    Requirement, "requirement" {
        /// What happened, in the complainant's words.
        Statement => "statement",
        /// A way to reach the complainant, or the mark that there is none.
        Contact => "contact",
        /// The product or service concerned.
        Product => "product",
        /// When it happened.
        Occurred => "occurred",
        /// What the complainant expects.
        Wants => "wants",
        /// The main category.
        Category => "category",
        /// How bad it is, 1 to 5.
        Severity => "severity",
        /// Whether safety is at stake, where severity is 4 or 5.
        Safety => "safety",
        /// Complexity, impact, safety and jurisdiction.
        FullAssessment => "full-assessment",
        /// Why the priority is not the one that follows from the assessment.
        PriorityReason => "priority-reason",
        /// That nobody has acknowledged it yet.
        NotAcknowledged => "not-acknowledged",
        /// The way of contact.
        Method => "method",
        /// What was found.
        Finding => "finding",
        /// The cause of what went wrong, or why it could not be determined.
        Cause => "cause",
        /// What is done against it, or why nothing is.
        Action => "action",
        /// The reasons.
        Why => "why",
        /// What was told or agreed.
        Text => "text",
        /// What was done to solve it.
        Done => "done",
        /// That it is solved while the rule pack lets it be solved at once.
        SoonEnough => "soon-enough",
        /// That the complainant agreed.
        Acceptance => "acceptance",
        /// Where the complainant can go next, unless the complaint is upheld.
        NextRoute => "next-route",
        /// That every promise and remedy is settled.
        PromisesSettled => "promises-settled",
        /// Why it may be closed: solved, no reply, declined or exhausted.
        ClosureReason => "closure-reason",
        /// Enough attempts to reach the complainant, when nobody replied.
        Attempts => "attempts",
        /// That the attempts reach over days and ways of contact, when nobody replied.
        AttemptsSpread => "attempts-spread",
        /// That the complainant was told that it may be reopened, when nobody replied.
        ReopenTold => "reopen-told",
        /// The time for the next route has passed, when it is closed as exhausted.
        WindowPassed => "window-passed",
        /// A note of the final result.
        ClosingNote => "closing-note",
        /// The plan of the examination.
        Plan => "plan",
        /// Somebody else than the author of the decision.
        OtherPerson => "other-person",
        /// That another person than its author said yes to the decision.
        Approval => "approval",
        /// Whoever is named as the second person is not the first.
        OtherSecond => "other-second",
        /// A second person who agrees.
        SecondPerson => "second-person",
        /// That the complainant is not satisfied, or only in part.
        Dissatisfied => "dissatisfied",
        /// Where outside the complainant can go.
        OutsideRoute => "outside-route",
        /// Somebody who had no part in what is looked at again; nobody else answers points in a review.
        Independent => "independent",
        /// The body to which it is sent on.
        Body => "body",
        /// What it is, when it is no complaint.
        Matter => "matter",
        /// The other record of the same complaint.
        Into => "into",
        /// Until when.
        Until => "until",
        /// By which way the complainant was told.
        Told => "told",
        /// That it happens before the clock has run out.
        InTime => "in-time",
        /// That the complaint is on hold.
        OnHold => "on-hold",
        /// That the complaint is not on hold already.
        NotOnHold => "not-on-hold",
        /// The date that the complainant was told.
        PromiseDate => "promise-date",
        /// A promise that nothing has settled yet.
        OpenPromise => "open-promise",
        /// A remedy that is so far that this can follow.
        RemedyStage => "remedy-stage",
        /// That no promise waits for a remedy that is taken back.
        NoPromiseLeft => "no-promise-left",
        /// A point that is told in words.
        PointText => "point-text",
        /// Evidence that is attached to the complaint.
        KnownEvidence => "known-evidence",
        /// That every point has a finding.
        PointsAnswered => "points-answered",
        /// The authority for it, or the approval of somebody who has it.
        Authority => "authority",
        /// The approval of a decision that its author may not take alone.
        NeededApproval => "needed-approval",
        /// That an outside body was proposed.
        Proposal => "proposal",
        /// The side that agrees.
        Side => "side",
        /// The informed consent of both sides.
        BothConsents => "both-consents",
        /// What the neutral does.
        DisputeMethod => "dispute-method",
        /// How it ended outside.
        Result => "result",
        /// That the result is recorded.
        ResultRecorded => "result-recorded",
        /// A recommendation of the outside body.
        Recommendation => "recommendation",
        /// Where it recommended something: that both sides accept it.
        BothAccept => "both-accept",
        /// A decision of the outside body.
        Determination => "determination",
        /// That nobody outside looks at its decision again.
        NotContested => "not-contested",
        /// That the outcome was told, or should have been told by now.
        AnsweredOrOverdue => "answered-or-overdue",
        /// That both sides agreed to go outside, or that the complaint is there.
        DisputeOpen => "dispute-open",
        /// That an outside body was proposed, or has the complaint.
        DisputeUnderWay => "dispute-under-way",
        /// The notice of the dispute.
        Notice => "notice",
        /// What we accept and contest.
        Position => "position",
        /// Who may settle for us.
        Settler => "settler",
        /// Why it ended without a result.
        DisputeExit => "dispute-exit",
        /// An investigator without a conflict of interest.
        InvestigatorFree => "investigator-free",
        /// That the one who says so has no conflict of interest.
        AuthorFree => "author-free",
        /// A reviewer without a conflict of interest.
        ReviewerFree => "reviewer-free",
        /// What the investigator said about conflicts of interest.
        Declaration => "declaration",
        /// The powers of the investigator.
        Powers => "powers",
        /// That the complainant confirmed the points, or was asked to in vain.
        PointsConfirmed => "points-confirmed",
        /// An investigation, or why there was none.
        Investigated => "investigated",
        /// What kind of conduct it is.
        ConductKind => "conduct-kind",
        /// When a restriction of contact is looked at again.
        ReviewDay => "review-day",
        /// A restriction of contact that has not ended.
        Restriction => "restriction",
        /// Whose interests are declared.
        Declarer => "declarer",
        /// What the conflict of interest is, or that there is none.
        Conflict => "conflict",
        /// Who would be told.
        Recipient => "recipient",
        /// A permission that was given and not taken back.
        Permitted => "permitted",
        /// That the complainant did not refuse that the body is told.
        NotForbidden => "not-forbidden",
        /// That nobody else is told whom the complainant does not want told.
        NobodyForbidden => "nobody-forbidden",
        /// Everybody of whom the complainant said that they may be told.
        OthersTold => "others-told",
        /// A paper and the fingerprint of its text.
        PaperText => "paper-text",
        /// A paper of this kind that somebody is to look at.
        PaperInReview => "paper-in-review",
        /// That its text is still the one that was submitted.
        SameText => "same-text",
        /// Somebody else than the one who submitted it.
        AnotherReader => "another-reader",
        /// Why it is sent back.
        Rework => "rework",
        /// Where a paper was submitted: that its text is the one that was approved.
        ReviewedPaper => "reviewed-paper",
        /// A paper whose text somebody else approved.
        ApprovedPaper => "approved-paper",
        /// Our own answer, which is owed when nobody outside gives one.
        OurAnswer => "our-answer",
    }
}
