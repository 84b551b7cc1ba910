//! Whether a requirement is met. Each family of requirements is judged by a function of its own, which leaves the others alone.

use super::requirement::Requirement;
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::pack::Pack;
use crate::domain::words::{Authority, Closure, DisputeResult, Finding, Route, State, YesNo};

/// Returns whether there are words that are not blank.
fn is_said(words: Option<&String>) -> bool {
    words.is_some_and(|words| !words.trim().is_empty())
}

impl Requirement {
    /// Returns whether the complaint, as it would be with `event`, records this.
    pub(super) fn is_met(self, complaint: &Complaint, event: &Event, pack: &Pack) -> bool {
        self.judged(complaint, event, pack).unwrap_or(false)
    }

    /// Returns the judgement of the family that the requirement belongs to; a test makes sure that each belongs to one.
    fn judged(self, complaint: &Complaint, event: &Event, pack: &Pack) -> Option<bool> {
        self.in_facts(&event.facts)
            .or_else(|| self.in_record(complaint, event))
            .or_else(|| self.by_people(complaint, event))
            .or_else(|| self.outside(complaint, event))
            .or_else(|| self.at_that_time(complaint, event, pack))
    }

    /// What the event itself says.
    fn in_facts(self, facts: &Facts) -> Option<bool> {
        Some(match self {
            Self::Method | Self::Told => facts.method.is_some(),
            Self::Finding => facts.finding.is_some(),
            Self::Why | Self::Text | Self::Done | Self::Plan | Self::ClosingNote => is_said(facts.text.as_ref()),
            Self::PriorityReason => facts.priority.is_none() || is_said(facts.text.as_ref()),
            Self::Cause => is_said(facts.cause.as_ref()),
            Self::Action => is_said(facts.action.as_ref()),
            Self::Acceptance => facts.accepted.is_some(),
            Self::ClosureReason => facts.closure.is_some(),
            Self::Side => facts.side.is_some(),
            Self::Powers => is_said(facts.powers.as_ref()),
            Self::ConductKind => facts.conduct.is_some(),
            Self::Declarer => facts.declarer.is_some(),
            Self::Conflict => facts.conflict == Some(YesNo::No) || is_said(facts.text.as_ref()),
            Self::Settler => facts.settler.is_some(),
            Self::DisputeExit => facts.dispute_exit.is_some(),
            Self::DisputeMethod => facts.dispute_method.is_some(),
            Self::Result => facts.result.is_some(),
            Self::Body => facts.body.is_some(),
            Self::Matter => facts.matter.is_some(),
            Self::Recipient => facts.recipient.is_some(),
            Self::PaperText => facts.paper.is_some() && facts.sha256.is_some(),
            Self::Rework => facts.rework.is_some(),
            _ => return None,
        })
    }

    /// What the record says.
    fn in_record(self, complaint: &Complaint, event: &Event) -> Option<bool> {
        let (facts, assessment, personal) = (&event.facts, &complaint.assessment, &complaint.personal);
        Some(match self {
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
            Self::NextRoute => facts.route_told.is_some() || complaint.finding() == Some(Finding::Upheld),
            Self::PromisesSettled => !complaint.has_open_promise(),
            Self::PromiseDate => complaint.promise_of(event).is_some(),
            Self::OpenPromise => complaint.names_open_promise(event),
            Self::RemedyStage => complaint.remedy_may_follow(event),
            Self::NoPromiseLeft => complaint.promises_left_by(event).next().is_none(),
            Self::PointText => complaint.point_of(event).is_some_and(|point| !point.text.trim().is_empty()),
            Self::KnownEvidence => facts.evidence.iter().all(|file| complaint.has_attached(file)),
            Self::PointsConfirmed => complaint.points.is_empty() || complaint.are_points_confirmed(event),
            Self::PointsAnswered => complaint.unanswered_points().next().is_none(),
            Self::PaperInReview => complaint.is_in_review(event),
            Self::SameText => complaint.is_text_submitted(event),
            Self::ReviewedPaper => event.sent_paper().is_none() || complaint.may_go_out(event),
            Self::ApprovedPaper => complaint.is_text_approved(event),
            Self::Into => facts.into.is_some_and(|into| into != complaint.reference),
            _ => return None,
        })
    }

    /// Who says it, and who has said something before.
    fn by_people(self, complaint: &Complaint, event: &Event) -> Option<bool> {
        let facts = &event.facts;
        Some(match self {
            Self::OtherPerson => complaint.decision().is_none_or(|decision| decision.by != event.by),
            Self::AnotherReader => complaint.submission(event).is_none_or(|submitted| submitted.by != event.by),
            Self::Approval => complaint.is_decision_approved(),
            Self::NeededApproval => !complaint.waits_for_approval(),
            Self::InvestigatorFree => !complaint.has_conflict(facts.investigator.as_ref().unwrap_or(&event.by)),
            Self::AuthorFree => !complaint.has_conflict(&event.by),
            Self::ReviewerFree => !complaint.has_conflict(facts.reviewer.as_ref().unwrap_or(&event.by)),
            Self::Declaration => complaint.declaration_of(facts.investigator.as_ref().unwrap_or(&event.by)).is_some(),
            Self::Investigated => complaint.was_investigated() || is_said(facts.skipped.as_ref()),
            Self::Permitted => complaint.is_permitted(event),
            Self::NotForbidden => !complaint.is_forbidden(event),
            Self::NobodyForbidden => !complaint.tells_forbidden(event),
            Self::OthersTold => complaint.tells_all_permitted(event),
            Self::Restriction => complaint.restriction().is_some(),
            Self::Authority => facts.authority != Some(Authority::Beyond),
            Self::OtherSecond => facts.second.as_ref() != Some(&event.by),
            Self::SecondPerson => facts.second.is_some(),
            Self::Dissatisfied => complaint.is_dissatisfied(event),
            Self::Independent => {
                complaint.state() != State::Review || !complaint.had_part(facts.reviewer.as_ref().unwrap_or(&event.by))
            }
            _ => return None,
        })
    }

    /// What is resolved outside.
    fn outside(self, complaint: &Complaint, event: &Event) -> Option<bool> {
        let facts = &event.facts;
        Some(match self {
            Self::Proposal => complaint.has_proposal(),
            Self::BothConsents => complaint.has_both_consents(event),
            Self::AnsweredOrOverdue => complaint.is_answered_or_overdue(event),
            Self::DisputeOpen => complaint.has_both_consents(event) || complaint.state() == State::External,
            Self::DisputeUnderWay => complaint.has_proposal() || complaint.state() == State::External,
            Self::Notice => complaint.has_in_dispute(Kind::DisputeNotified),
            Self::Position => complaint.has_in_dispute(Kind::PositionTaken),
            Self::OurAnswer => complaint.state() != State::External || complaint.answered_at().is_some(),
            Self::ResultRecorded => {
                complaint.result_outside().is_some() && !complaint.has_in_dispute(Kind::DisputeClosed)
            }
            Self::Recommendation => complaint.result_outside() == Some(DisputeResult::Recommended),
            Self::BothAccept => complaint.no_side_holds_back(),
            Self::Determination => complaint.result_outside() == Some(DisputeResult::Determined),
            Self::NotContested => !complaint.is_contested_outside(),
            Self::OutsideRoute => facts.route_told.is_some_and(|route| route != Route::InternalReview),
            _ => return None,
        })
    }

    /// What hangs on time.
    fn at_that_time(self, complaint: &Complaint, event: &Event, pack: &Pack) -> Option<bool> {
        let facts = &event.facts;
        Some(match self {
            Self::Until => facts.until.is_some_and(|until| until > event.at),
            Self::InTime => facts.was_due.is_some_and(|was_due| event.at <= was_due),
            Self::SoonEnough => {
                pack.resolve_now_within.is_none() || facts.was_due.is_some_and(|was_due| event.at <= was_due)
            }
            Self::OnHold => clock::on_hold_until(complaint, event.at).is_some(),
            Self::NotOnHold => clock::on_hold_until(complaint, event.at).is_none(),
            Self::ReviewDay => facts.restriction.is_none() || facts.until.is_some_and(|until| until > event.at),
            Self::Attempts => is_answered(facts) || complaint.has_enough_attempts(event, pack),
            Self::AttemptsSpread => is_answered(facts) || complaint.are_attempts_spread(pack),
            Self::ReopenTold => is_answered(facts) || facts.method.is_some(),
            Self::WindowPassed => {
                facts.closure != Some(Closure::NotUpheldExhausted) || complaint.is_window_passed(event.at, pack)
            }
            _ => return None,
        })
    }
}

/// Returns whether what is said does not close a complaint for want of a reply.
fn is_answered(facts: &Facts) -> bool {
    facts.closure != Some(Closure::ResolvedNoReply)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::pack::Unit;
    use crate::domain::specimen;

    #[test]
    fn every_requirement_belongs_to_a_family_that_judges_it() {
        let start = "2026-10-28T10:05:00+03:30".parse().expect("a time");
        let (complaint, pack) = (specimen::complaint(start), specimen::standard(Unit::WorkingDays, 1, 3));
        let is_judged =
            |requirement: &&Requirement| requirement.judged(&complaint, &complaint.events[0], &pack).is_some();
        assert!(Requirement::ALL.iter().all(|requirement| is_judged(&requirement)));
    }
}
