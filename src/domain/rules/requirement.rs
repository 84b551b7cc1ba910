//! What a step may have to record, when that is met, and the option that supplies it.

use crate::domain::clock;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::pack::Pack;
use crate::domain::words::{Authority, Closure, Finding, Route, State};

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
        /// That nobody has acknowledged it yet.
        NotAcknowledged => "not-acknowledged",
        /// The way of contact.
        Method => "method",
        /// What was found.
        Finding => "finding",
        /// The reasons.
        Why => "why",
        /// What was told or agreed.
        Text => "text",
        /// What was done to solve it.
        Done => "done",
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
        /// A second person who agrees.
        SecondPerson => "second-person",
        /// That the complainant is not satisfied, or only in part.
        Dissatisfied => "dissatisfied",
        /// Where outside the complainant can go.
        OutsideRoute => "outside-route",
        /// Somebody who had no part in what is looked at again.
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
        /// A point that is told in words.
        PointText => "point-text",
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
        /// Our own answer, which is owed when nobody outside gives one.
        OurAnswer => "our-answer",
    }
}

impl Requirement {
    /// Returns the option that supplies it, as it is typed; empty where none can.
    pub fn option(self) -> &'static str {
        match self {
            Self::Statement => "--statement \"…\"",
            Self::Contact => "--phone … | --email … | --anonymous",
            Self::Product => "--product CODE",
            Self::Occurred => "--occurred DAY",
            Self::Wants => "--wants \"…\"",
            Self::Category => "--category CODE",
            Self::Severity => "--severity 1..5",
            Self::Safety => "--safety yes|no",
            Self::FullAssessment => {
                "--complexity 1..3 --impact one|several|many|systemic --safety yes|no --jurisdiction in|out|shared"
            }
            Self::Method => "--method phone|email|letter|…",
            Self::Finding => "--finding upheld|partly|not-upheld",
            Self::Why => "--why \"…\"",
            Self::Text => "--text \"…\" or -F FILE",
            Self::Done => "--done \"…\"",
            Self::Acceptance => "--accepted",
            Self::NextRoute => "--next-route internal-review|mediation|…",
            Self::NotAcknowledged
            | Self::OpenPromise
            | Self::RemedyStage
            | Self::Authority
            | Self::InTime
            | Self::OnHold
            | Self::NotOnHold => "",
            Self::PromisesSettled => "first: complaints promise REF ID --kept, complaints remedy REF ID --delivered",
            Self::PointText => "\"…\"",
            Self::Proposal => "first: complaints dispute REF propose --body \"…\" --why \"…\"",
            Self::Side => "--side complainant|organization",
            Self::BothConsents => "first: complaints dispute REF consent --side complainant|organization",
            Self::DisputeMethod => "--how facilitative|advisory|determinative",
            Self::Result => "--result settled|recommended|determined",
            Self::ResultRecorded => "first: complaints dispute REF result --result settled",
            Self::AnsweredOrOverdue => "first: complaints advance REF respond, or wait until the answer is overdue",
            Self::DisputeOpen => "first: complaints dispute REF consent --side complainant|organization",
            Self::DisputeUnderWay => "first: complaints dispute REF propose --body \"…\" --why \"…\"",
            Self::Notice => "first: complaints dispute REF notify --method … --text \"…\"",
            Self::Position => "first: complaints dispute REF position --settler MEMBER --text \"…\"",
            Self::Settler => "--settler MEMBER",
            Self::DisputeExit => "--because no-consent|not-taken|withdrawn|timed-out",
            Self::OurAnswer => "first: complaints advance REF decide --finding … --why \"…\"",
            Self::PointsAnswered => "first: complaints point REF ID --finding … --why \"…\"",
            Self::ClosureReason => "--solved yes | --no-reply N | --declined | --exhausted",
            Self::Attempts => "--no-reply N",
            Self::WindowPassed => "--declined",
            Self::ClosingNote => "--note \"…\"",
            Self::Plan => "--plan \"…\"",
            Self::OtherPerson => "--as MEMBER",
            Self::Approval | Self::NeededApproval => "first: complaints advance REF approve",
            Self::SecondPerson => "--second MEMBER",
            Self::Dissatisfied => "--solved partly|no",
            Self::OutsideRoute => "--next-route mediation|enamad|ombudsman|…",
            Self::Independent => "--reviewer NAME",
            Self::Body => "--body \"…\"",
            Self::Matter => "--matter enquiry|service-request|suggestion|compliment",
            Self::Into => "--into REF",
            Self::Until | Self::PromiseDate => "--until DAY",
            Self::Told => "--told phone|email|letter|…",
        }
    }

    /// Returns an example of the option that supplies it, ready to be typed and changed.
    pub fn example(self) -> &'static str {
        match self {
            Self::Category => "--category delivery",
            Self::Severity => "--severity 3",
            Self::Safety => "--safety no",
            Self::Method => "--method phone",
            Self::Finding => "--finding upheld",
            Self::Text => "--text \"…\"",
            Self::NextRoute => "--next-route internal-review",
            Self::ClosureReason => "--solved yes",
            Self::Attempts => "--no-reply 2",
            Self::Dissatisfied => "--solved no",
            Self::OutsideRoute => "--next-route mediation",
            Self::Matter => "--matter enquiry",
            Self::Side => "--side complainant",
            Self::DisputeMethod => "--how facilitative",
            Self::Result => "--result settled",
            Self::DisputeExit => "--because withdrawn",
            other => other.option(),
        }
    }

    /// Returns whether the complaint, as it would be with `event`, records this.
    pub(super) fn is_met(self, complaint: &Complaint, event: &Event, pack: &Pack) -> bool {
        let facts = &event.facts;
        let assessment = &complaint.assessment;
        let personal = &complaint.personal;
        match self {
            Self::Statement => !personal.statement.trim().is_empty(),
            Self::Contact => complaint.is_reachable_or_anonymous(),
            Self::Product => complaint.product.is_some(),
            Self::Occurred => complaint.occurred.is_some(),
            Self::Wants => personal.wants.is_some(),
            Self::Category => complaint.category.is_some(),
            Self::Severity => assessment.severity.is_some(),
            Self::Safety => assessment.severity.is_none_or(|severity| severity < 4) || assessment.safety.is_some(),
            Self::FullAssessment => assessment.is_full(),
            Self::NotAcknowledged => complaint
                .valid_events()
                .filter(|other| other.kind == Kind::Acknowledged)
                .all(|other| other.id == event.id),
            Self::Method | Self::Told => facts.method.is_some(),
            Self::Until => facts.until.is_some_and(|until| until > event.at),
            Self::InTime => facts.was_due.is_some_and(|was_due| event.at <= was_due),
            Self::OnHold => clock::on_hold_until(complaint, event.at).is_some(),
            Self::NotOnHold => clock::on_hold_until(complaint, event.at).is_none(),
            Self::Finding => facts.finding.is_some(),
            Self::Why | Self::Text | Self::Done | Self::Plan | Self::ClosingNote => facts.text.is_some(),
            Self::Acceptance => facts.accepted.is_some(),
            Self::NextRoute => facts.route_told.is_some() || complaint.finding() == Some(Finding::Upheld),
            Self::PromisesSettled => !complaint.has_open_promise(),
            Self::PromiseDate => complaint.promise_of(event).is_some(),
            Self::OpenPromise => complaint.names_open_promise(event),
            Self::RemedyStage => complaint.remedy_may_follow(event),
            Self::PointText => complaint.point_of(event).is_some_and(|point| !point.text.trim().is_empty()),
            Self::PointsAnswered => complaint.points.iter().all(|point| point.finding.is_some()),
            Self::ClosureReason => facts.closure.is_some(),
            Self::OtherPerson => complaint.decision().is_none_or(|decision| decision.by != event.by),
            Self::Approval => complaint.is_decision_approved(),
            Self::NeededApproval => !complaint.waits_for_approval(),
            Self::Proposal => complaint.has_proposal(),
            Self::Side => facts.side.is_some(),
            Self::BothConsents => complaint.has_both_consents(event),
            Self::AnsweredOrOverdue => complaint.is_answered_or_overdue(event),
            Self::DisputeOpen => complaint.has_both_consents(event) || complaint.state() == State::External,
            Self::DisputeUnderWay => complaint.has_proposal() || complaint.state() == State::External,
            Self::Notice => complaint.has_in_dispute(Kind::DisputeNotified),
            Self::Position => complaint.has_in_dispute(Kind::PositionTaken),
            Self::Settler => facts.settler.is_some(),
            Self::DisputeExit => facts.dispute_exit.is_some(),
            Self::OurAnswer => complaint.state() != State::External || complaint.answered_at().is_some(),
            Self::DisputeMethod => facts.dispute_method.is_some(),
            Self::Result => facts.result.is_some(),
            Self::ResultRecorded => complaint.result_outside().is_some(),
            Self::Authority => facts.authority != Some(Authority::Beyond),
            Self::SecondPerson => facts.second.as_ref().is_some_and(|second| *second != event.by),
            Self::Dissatisfied => complaint.is_dissatisfied(event),
            Self::OutsideRoute => facts.route_told.is_some_and(|route| route != Route::InternalReview),
            Self::Independent => !complaint.had_part(facts.reviewer.as_ref().unwrap_or(&event.by)),
            Self::Body => facts.body.is_some(),
            Self::Matter => facts.matter.is_some(),
            Self::Into => facts.into.is_some_and(|into| into != complaint.reference),
            Self::Attempts => {
                facts.closure != Some(Closure::ResolvedNoReply)
                    || facts.attempts.is_some_and(|attempts| attempts >= pack.attempts)
            }
            Self::WindowPassed => {
                facts.closure != Some(Closure::NotUpheldExhausted) || complaint.is_window_passed(event.at, pack)
            }
        }
    }
}

impl Complaint {
    /// Returns whether there is a way to reach the complainant, or a reason why there is none.
    fn is_reachable_or_anonymous(&self) -> bool {
        let personal = &self.personal;
        self.person.is_none()
            || !personal.phones.is_empty()
            || !personal.emails.is_empty()
            || personal.address.is_some()
    }
}
