//! The table: every step, from where it leads where, what it must record, and where the rule comes from.

use super::requirement::Requirement;
use super::step::Step;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::pack::Pack;
use crate::domain::words::State;

/// From which states a step leads where.
#[derive(Clone, Copy, Debug)]
pub enum Moves {
    /// From these states to those; the same state twice means that it stays.
    Between(&'static [(State, State)]),
    /// From every open state to one.
    OpenTo(State),
    /// From every state to one.
    AnyTo(State),
    /// In every open state; it stays.
    OpenStays,
    /// In every state; it stays.
    AnyStays,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The step.
    pub step: Step,
    /// The event it records.
    pub kind: Kind,
    /// From where it leads where.
    pub moves: Moves,
    /// What it must always record, whatever the pack says.
    pub always: &'static [Requirement],
    /// Where the rule comes from: ISO 10002:2018 clause, S-numbers of the source articles.
    pub basis: &'static str,
}

use Moves::{AnyStays, AnyTo, Between, OpenStays, OpenTo};
use Requirement as R;
use State as S;

/// The table: every step, from where it leads where, what it must record, and why.
pub const RULES: &[Rule] = &[
    rule(Step::New, Kind::Received, Between(&[]), &[R::Statement, R::Contact], "7.2; S20-S26, S32"),
    rule(
        Step::Acknowledge,
        Kind::Acknowledged,
        Between(&[
            (S::Received, S::Acknowledged),
            (S::Assessed, S::Assessed),
            (S::Investigating, S::Investigating),
            (S::Decided, S::Decided),
        ]),
        &[R::NotAcknowledged, R::Method],
        "7.4; S35-S40",
    ),
    rule(
        Step::Categorize,
        Kind::Categorized,
        Between(&[
            (S::Received, S::Assessed),
            (S::Acknowledged, S::Assessed),
            (S::Assessed, S::Assessed),
            (S::Investigating, S::Investigating),
            (S::Decided, S::Decided),
            (S::Responded, S::Responded),
            (S::Implementing, S::Implementing),
            (S::FollowUp, S::FollowUp),
            (S::External, S::External),
        ]),
        &[R::Category, R::Severity, R::Safety],
        "7.5; S41-S52",
    ),
    rule(
        Step::Investigate,
        Kind::InvestigationStarted,
        Between(&[(S::Assessed, S::Investigating), (S::Investigating, S::Investigating)]),
        &[R::InvestigatorFree],
        "7.6; S60, S76",
    ),
    rule(
        Step::Decide,
        Kind::Decided,
        Between(&[(S::Investigating, S::Decided), (S::Assessed, S::Decided), (S::External, S::Decided)]),
        &[R::AuthorFree, R::Category, R::PointsAnswered, R::Finding, R::Why],
        "7.6, 7.7; S79, S95",
    ),
    rule(
        Step::Approve,
        Kind::Approved,
        Between(&[(S::Decided, S::Decided)]),
        &[R::AuthorFree, R::OtherPerson, R::Authority],
        "5.3, 7.7; S63, S64, S88",
    ),
    rule(Step::Return, Kind::Returned, Between(&[(S::Decided, S::Investigating)]), &[R::Why], "7.6; S71, S86"),
    rule(
        Step::Respond,
        Kind::Responded,
        Between(&[(S::Decided, S::Responded)]),
        &[R::NeededApproval, R::ReviewedPaper, R::NobodyForbidden, R::Method, R::Text, R::NextRoute],
        "7.7, 7.8; S93-S95, S123, S151",
    ),
    rule(
        Step::ResolveNow,
        Kind::ResolvedNow,
        Between(&[(S::Received, S::Responded), (S::Acknowledged, S::Responded), (S::Assessed, S::Responded)]),
        &[R::Authority, R::SoonEnough, R::Done, R::Acceptance],
        "7.7; S50, S68",
    ),
    rule(
        Step::Accept,
        Kind::Accepted,
        Between(&[(S::Responded, S::Implementing), (S::External, S::Implementing)]),
        &[R::Authority, R::BothAccept, R::NotContested, R::Text],
        "7.9; S96, S100",
    ),
    rule(Step::Fulfil, Kind::Fulfilled, Between(&[(S::Implementing, S::FollowUp)]), &[], "7.9; S97, S117"),
    rule(
        Step::FollowUp,
        Kind::FollowUpStarted,
        Between(&[(S::Responded, S::FollowUp)]),
        &[R::PromisesSettled],
        "7.9; S124",
    ),
    rule(
        Step::Explain,
        Kind::Explained,
        Between(&[(S::Responded, S::Decided), (S::FollowUp, S::Decided)]),
        &[R::Dissatisfied],
        "7.9; S127, S130",
    ),
    rule(
        Step::Revise,
        Kind::Revised,
        Between(&[(S::Responded, S::Assessed), (S::FollowUp, S::Assessed)]),
        &[R::Dissatisfied],
        "7.9; S99, S127",
    ),
    rule(
        Step::Compensate,
        Kind::Compensated,
        Between(&[(S::Responded, S::Decided), (S::FollowUp, S::Decided)]),
        &[R::Dissatisfied],
        "7.9; S127",
    ),
    rule(
        Step::Close,
        Kind::Closed,
        Between(&[(S::FollowUp, S::Closed), (S::Responded, S::Closed)]),
        &[R::PromisesSettled, R::ClosureReason, R::Attempts, R::AttemptsSpread, R::WindowPassed],
        "7.9; S131, S132",
    ),
    rule(Step::Reopen, Kind::Reopened, Between(&[(S::Closed, S::Assessed)]), &[R::Why], "7.9; S127"),
    rule(Step::Withdraw, Kind::Withdrawn, OpenTo(S::Closed), &[R::Why], "7.9"),
    rule(
        Step::RequestReview,
        Kind::ReviewRequested,
        Between(&[
            (S::Responded, S::Review),
            (S::Implementing, S::Review),
            (S::FollowUp, S::Review),
            (S::Closed, S::Review),
        ]),
        &[],
        "7.9; S142-S144",
    ),
    rule(
        Step::RefuseReview,
        Kind::ReviewRefused,
        Between(&[(S::Review, S::Responded)]),
        &[R::Why, R::OutsideRoute],
        "7.9; S95, S145, S154",
    ),
    rule(
        Step::DecideReview,
        Kind::ReviewDecided,
        Between(&[(S::Review, S::Decided)]),
        &[R::ReviewerFree, R::Independent, R::PointsAnswered, R::Finding, R::Why],
        "4.7, 7.9; S71, S144",
    ),
    rule(
        Step::ProposeDispute,
        Kind::DisputeProposed,
        Between(&BEFORE_OUTSIDE),
        &[R::AnsweredOrOverdue, R::Body, R::Why],
        "7.9; 10003:7.2; S142, S147",
    ),
    rule(
        Step::ConsentDispute,
        Kind::DisputeConsented,
        Between(&BEFORE_OUTSIDE),
        &[R::Proposal, R::Side, R::Acceptance, R::Text],
        "10003:4, 7.2; S148",
    ),
    rule(
        Step::NotifyDispute,
        Kind::DisputeNotified,
        Between(&ON_THE_WAY_OUTSIDE),
        &[R::DisputeOpen, R::NotForbidden, R::Method, R::Text],
        "10003:7.3",
    ),
    rule(
        Step::TakePosition,
        Kind::PositionTaken,
        Between(&ON_THE_WAY_OUTSIDE),
        &[R::DisputeOpen, R::NotForbidden, R::Notice, R::Settler, R::Text],
        "10003:7.4",
    ),
    rule(
        Step::StartDispute,
        Kind::DisputeStarted,
        Between(&[
            (S::Received, S::External),
            (S::Acknowledged, S::External),
            (S::Assessed, S::External),
            (S::Investigating, S::External),
            (S::Decided, S::External),
            (S::Responded, S::External),
            (S::Closed, S::External),
        ]),
        &[R::BothConsents, R::NotForbidden, R::DisputeMethod, R::Text],
        "10003:7.5; S147",
    ),
    rule(
        Step::GoOutside,
        Kind::WentOutside,
        Between(&[
            (S::Received, S::External),
            (S::Acknowledged, S::External),
            (S::Assessed, S::External),
            (S::Investigating, S::External),
            (S::Decided, S::External),
            (S::Responded, S::External),
            (S::Implementing, S::External),
            (S::FollowUp, S::External),
            (S::Review, S::External),
            (S::Closed, S::External),
        ]),
        &[R::Body, R::Why],
        "7.9; S145, S19",
    ),
    rule(
        Step::EndDispute,
        Kind::DisputeEnded,
        Between(&[(S::External, S::External)]),
        &[R::Result, R::Text],
        "10003:7.6; S152",
    ),
    rule(
        Step::AcceptRecommendation,
        Kind::RecommendationAccepted,
        Between(&[(S::External, S::External)]),
        &[R::Recommendation, R::Side],
        "10003:7.6",
    ),
    rule(
        Step::RejectRecommendation,
        Kind::RecommendationRejected,
        Between(&[(S::External, S::External)]),
        &[R::Recommendation, R::Side, R::Why],
        "10003:7.6",
    ),
    rule(
        Step::ContestDetermination,
        Kind::DeterminationContested,
        Between(&[(S::External, S::External)]),
        &[R::Determination, R::Side, R::Why],
        "10003:7.6",
    ),
    rule(
        Step::CloseDispute,
        Kind::DisputeClosed,
        Between(&[
            (S::External, S::Closed),
            (S::Implementing, S::Implementing),
            (S::FollowUp, S::FollowUp),
            (S::Closed, S::Closed),
        ]),
        &[R::ResultRecorded, R::BothAccept, R::PromisesSettled, R::Text],
        "10003:7.7; S149",
    ),
    rule(
        Step::DropDispute,
        Kind::DisputeDropped,
        Between(&[
            (S::Received, S::Received),
            (S::Acknowledged, S::Acknowledged),
            (S::Assessed, S::Assessed),
            (S::Investigating, S::Investigating),
            (S::Decided, S::Decided),
            (S::Responded, S::Responded),
            (S::Closed, S::Closed),
            (S::External, S::Responded),
        ]),
        &[R::DisputeUnderWay, R::OurAnswer, R::DisputeExit, R::Why],
        "10003:7.2, 7.6",
    ),
    rule(
        Step::Refer,
        Kind::Referred,
        Between(&[(S::Received, S::Closed), (S::Acknowledged, S::Closed), (S::Assessed, S::Closed)]),
        &[R::Body, R::Why, R::Method, R::NotForbidden],
        "7.5, 7.9; S48",
    ),
    rule(
        Step::Convert,
        Kind::Converted,
        Between(&[(S::Received, S::Closed), (S::Acknowledged, S::Closed), (S::Assessed, S::Closed)]),
        &[R::Matter, R::Why, R::Method],
        "7.2, 7.5",
    ),
    rule(Step::Merge, Kind::Merged, OpenTo(S::Closed), &[R::Into], "7.2; S32"),
    rule(
        Step::Void,
        Kind::Voided,
        AnyTo(S::Closed),
        &[R::Authority, R::OtherSecond, R::Why],
        "S32: a number is never lost",
    ),
    rule(Step::Assign, Kind::Assigned, OpenStays, &[], "5.3; S60-S67"),
    rule(Step::Note, Kind::Noted, AnyStays, &[R::Text], "7.3; S33"),
    rule(Step::Talk, Kind::Talked, AnyStays, &[R::ReviewedPaper, R::Method, R::Text], "7.3; S31, S121"),
    rule(Step::Attach, Kind::Attached, AnyStays, &[], "7.6; S77, S85"),
    rule(
        Step::Feedback,
        Kind::FeedbackReceived,
        Between(&[
            (S::Responded, S::Responded),
            (S::Implementing, S::Implementing),
            (S::FollowUp, S::FollowUp),
            (S::Closed, S::Closed),
        ]),
        &[],
        "8.3; S129, S131, S133",
    ),
    rule(Step::Edit, Kind::Edited, AnyStays, &[R::Why], "S33"),
    rule(Step::Undo, Kind::Undone, AnyStays, &[], "S33"),
    rule(Step::Hold, Kind::Held, OpenStays, &[R::Why, R::Until, R::NotOnHold], "7.3"),
    rule(Step::Resume, Kind::Resumed, OpenStays, &[R::OnHold], "7.3"),
    rule(
        Step::Extend,
        Kind::Extended,
        OpenStays,
        &[R::Why, R::Until, R::Told, R::InTime, R::ReviewedPaper],
        "7.3; told before expiry",
    ),
    rule(Step::Promise, Kind::Promised, OpenStays, &[R::PromiseDate], "7.4, 7.7; S117, S119"),
    rule(Step::KeepPromise, Kind::PromiseKept, OpenStays, &[R::OpenPromise], "7.9; S117"),
    rule(Step::BreakPromise, Kind::PromiseBroken, OpenStays, &[R::OpenPromise, R::Why], "7.9; S117"),
    rule(Step::AskRemedy, Kind::RemedyAsked, OpenStays, &[R::RemedyStage], "7.2; S98, S108"),
    rule(Step::OfferRemedy, Kind::RemedyOffered, OpenStays, &[R::RemedyStage, R::Authority], "7.7; S94, S99, S109"),
    rule(Step::AgreeRemedy, Kind::RemedyAgreed, OpenStays, &[R::RemedyStage, R::Authority], "7.7; S96, S100, S110"),
    rule(Step::DeclineRemedy, Kind::RemedyDeclined, OpenStays, &[R::RemedyStage], "7.7; S96"),
    rule(
        Step::WithdrawRemedy,
        Kind::RemedyWithdrawn,
        OpenStays,
        &[R::RemedyStage, R::Why, R::Told, R::NoPromiseLeft],
        "7.7; S96, S117",
    ),
    rule(Step::DeliverRemedy, Kind::RemedyDelivered, OpenStays, &[R::RemedyStage, R::Authority], "7.7, 7.9; S97, S111"),
    rule(Step::AddPoint, Kind::PointAdded, Between(&POINTS_OPEN), &[R::PointText], "7.5; S46, S47"),
    rule(
        Step::DecidePoint,
        Kind::PointDecided,
        Between(&POINTS_OPEN),
        &[R::PointText, R::Independent, R::KnownEvidence, R::Finding, R::Why],
        "7.6; S79, S87",
    ),
    rule(
        Step::RecordConduct,
        Kind::ConductRecorded,
        AnyStays,
        &[R::ConductKind, R::Text, R::ReviewDay],
        "4.7, 5.3; S58, S193, S194",
    ),
    rule(Step::ReviewConduct, Kind::ConductReviewed, AnyStays, &[R::Restriction, R::Text, R::Until], "5.3; S194"),
    rule(Step::EndConduct, Kind::ConductEnded, AnyStays, &[R::Restriction, R::Why], "5.3; S194"),
    rule(Step::SubmitPaper, Kind::PaperSubmitted, AnyStays, &[R::PaperText], "5.3, 7.8; S63, S71"),
    rule(
        Step::ApprovePaper,
        Kind::PaperApproved,
        AnyStays,
        &[R::AuthorFree, R::AnotherReader, R::Authority, R::PaperInReview, R::SameText],
        "5.3, 7.8; S63, S71",
    ),
    rule(Step::ReturnPaper, Kind::PaperReturned, AnyStays, &[R::PaperInReview, R::Rework, R::Why], "5.3, 7.8; S71"),
    rule(Step::DeclareConflict, Kind::ConflictDeclared, OpenStays, &[R::Declarer, R::Conflict], "4.7, 7.6; S69, S70"),
    rule(Step::AskPermission, Kind::PermissionAsked, AnyStays, &[R::Recipient, R::Method, R::Text], "4.10; S138"),
    rule(Step::GivePermission, Kind::PermissionGiven, AnyStays, &[R::Recipient, R::Method], "4.10; S138, S139"),
    rule(Step::RefusePermission, Kind::PermissionRefused, AnyStays, &[R::Recipient, R::Method], "4.10; S138, S139"),
    rule(
        Step::WithdrawPermission,
        Kind::PermissionWithdrawn,
        AnyStays,
        &[R::Recipient, R::Method, R::Permitted],
        "4.10; S138, S139",
    ),
];

/// While the matter is looked into, also once again, its points are written down and answered.
const POINTS_OPEN: [(State, State); 5] = [
    (S::Review, S::Review),
    (S::Received, S::Received),
    (S::Acknowledged, S::Acknowledged),
    (S::Assessed, S::Assessed),
    (S::Investigating, S::Investigating),
];

/// A body outside is proposed after the answer, or when the answer is overdue.
const BEFORE_OUTSIDE: [(State, State); 7] = [
    (S::Received, S::Received),
    (S::Acknowledged, S::Acknowledged),
    (S::Assessed, S::Assessed),
    (S::Investigating, S::Investigating),
    (S::Decided, S::Decided),
    (S::Responded, S::Responded),
    (S::Closed, S::Closed),
];

/// Notice and position come before the neutral begins, or when the complainant is there already.
const ON_THE_WAY_OUTSIDE: [(State, State); 8] = [
    (S::Received, S::Received),
    (S::Acknowledged, S::Acknowledged),
    (S::Assessed, S::Assessed),
    (S::Investigating, S::Investigating),
    (S::Decided, S::Decided),
    (S::Responded, S::Responded),
    (S::Closed, S::Closed),
    (S::External, S::External),
];

const fn rule(step: Step, kind: Kind, moves: Moves, always: &'static [Requirement], basis: &'static str) -> Rule {
    Rule { step, kind, moves, always, basis }
}

impl Rule {
    /// Returns the row of a step.
    pub fn of(step: Step) -> &'static Self {
        &RULES[step as usize]
    }

    /// Returns the row of the step that records an event of this kind.
    pub fn of_kind(kind: Kind) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.kind == kind)
    }

    /// Returns the state the step leads to from `state`; `None` where it is not allowed.
    pub fn target(&self, state: State) -> Option<State> {
        match self.moves {
            Between(pairs) => pairs.iter().find(|(from, _)| *from == state).map(|(_, to)| *to),
            OpenTo(to) => state.is_open().then_some(to),
            AnyTo(to) => Some(to),
            OpenStays => state.is_open().then_some(state),
            AnyStays => Some(state),
        }
    }

    /// Returns everything the step must record by the table and by `pack`, without repetition.
    pub fn requirements<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = Requirement> + 'a {
        let more = pack.requirements(self.step).iter().filter(|requirement| !self.always.contains(requirement));
        self.always.iter().chain(more).copied()
    }

    /// Returns what `event` on the complaint as it would be lacks, in the order of the table.
    pub fn missing(&self, complaint: &Complaint, event: &Event, pack: &Pack) -> Vec<Requirement> {
        let clock = event.facts.clock.as_ref().and_then(|clock| pack.clock(clock.as_str()));
        let of_clock =
            clock.and_then(|clock| clock.extension.as_ref()).map_or(&[][..], |extension| &extension.requires);
        let asked = self.requirements(pack).chain(of_clock.iter().copied());
        asked.filter(|requirement| !requirement.is_met(complaint, event, pack)).collect()
    }
}
