//! Every step from every state, made from the table: once with all that it must record, and once without each thing.
//!
//! [`ready`] tells a story in which everything is there, [`spoil`] takes one thing away. A requirement that is new to the table
//! fails here until it is said how it is missed.

use super::*;
use crate::domain::complaint::{Point, Remedy};
use crate::domain::event::EventId;
use crate::domain::pack::Limit;
use crate::domain::paper::{LetterKind, Paper};
use crate::domain::words::{
    Authority, ConductKind, DisputeExit, DisputeMethod, DisputeResult, Impact, Jurisdiction, Matter, RemedyState,
    Restriction, Rework, Side, YesNo,
};

/// What no step of the table asks and rule packs can, with the step it is tried with.
const OF_PACKS: [(Step, &[Requirement]); 9] = [
    (Step::New, &[Requirement::Product, Requirement::Occurred, Requirement::Wants]),
    (Step::Categorize, &[Requirement::FullAssessment, Requirement::PriorityReason]),
    (
        Step::Investigate,
        &[Requirement::Plan, Requirement::Declaration, Requirement::Powers, Requirement::PointsConfirmed],
    ),
    (Step::Decide, &[Requirement::Investigated, Requirement::Cause]),
    (Step::Respond, &[Requirement::Approval, Requirement::ApprovedPaper, Requirement::OthersTold]),
    (Step::Close, &[Requirement::ClosingNote, Requirement::ReopenTold, Requirement::Action]),
    (Step::Void, &[Requirement::SecondPerson]),
    (Step::StartDispute, &[Requirement::Notice, Requirement::Position]),
    (Step::Extend, &[Requirement::NextRoute]),
];

/// A complaint and the event that is about to happen to it.
type Case = (Complaint, Event);

fn asking() -> Pack {
    let requires = OF_PACKS.iter().map(|(step, requirements)| (*step, requirements.to_vec())).collect();
    let resolve_now_within = Some(Limit { amount: 3, unit: Unit::WorkingDays });
    Pack { resolve_now_within, requires, attempts_days: 7, attempts_ways: 2, ..pack() }
}

fn tried((complaint, event): Case) -> Result<Complaint, Refusal> {
    let now = start() + TimeDelta::days(365);
    if event.kind == Kind::Received {
        return receive(complaint, event, &asking(), now);
    }
    admit(complaint, event, &asking(), now)
}

/// Appends an event to a story, an hour after the one before.
fn tell(complaint: &mut Complaint, kind: Kind, by: &str, facts: Facts) {
    let number = u8::try_from(complaint.events.len()).expect("a short story");
    let id = EventId::from_random([number; 12]);
    let at = complaint.last_event_at() + TimeDelta::hours(1);
    complaint.events.push(Event { id, at, by: by.to_owned(), kind, to: None, facts });
}

#[expect(clippy::unnecessary_wraps, reason = "every fact of an event is optional")]
fn said(name: &str) -> Option<String> {
    Some(name.to_owned())
}

/// Returns a complaint in this state whose story has all that the step asks of it.
fn story(step: Step, state: State) -> Complaint {
    let mut complaint = assessed();
    complaint.product = said("parcel");
    complaint.occurred = Some(crate::domain::complaint::Occurred::At(start()));
    complaint.personal.wants = said("the fee back");
    complaint.assessment = Assessment {
        complexity: Some(1),
        impact: Some(Impact::One),
        safety: Some(YesNo::No),
        jurisdiction: Some(Jurisdiction::In),
        ..complaint.assessment
    };
    complaint.points.push(Point {
        id: "p1".to_owned(),
        text: "late".to_owned(),
        finding: Some(Finding::NotUpheld),
        reasons: None,
    });
    let kind = "refund".parse().expect("a code");
    let (id, amounts) = ("r1".to_owned(), crate::domain::complaint::Amounts::default());
    complaint.remedies.push(Remedy { id, kind, state: RemedyState::Asked, amounts });
    people(&mut complaint);
    outside(&mut complaint, step);
    around(&mut complaint, step);
    tell(&mut complaint, Kind::Noted, "sara", Facts::default());
    if let Some(last) = complaint.events.last_mut() {
        last.to = Some(state);
    }
    complaint
}

/// Sara examined it and has no conflict of interest, Reza decided it and answered, Mina approved.
fn people(complaint: &mut Complaint) {
    let free = Facts { declarer: said("sara"), conflict: Some(YesNo::No), ..Facts::default() };
    tell(complaint, Kind::ConflictDeclared, "sara", free);
    let examined = Facts { investigator: said("sara"), ..Facts::default() };
    tell(complaint, Kind::InvestigationStarted, "sara", examined);
    tell(complaint, Kind::Decided, "reza", Facts { finding: Some(Finding::NotUpheld), ..text("the log says so") });
    tell(complaint, Kind::Approved, "mina", Facts::default());
    tell(complaint, Kind::Responded, "reza", text("sorry"));
}

/// A body outside was proposed, both agreed, it has notice and position, and there is a result.
fn outside(complaint: &mut Complaint, step: Step) {
    tell(complaint, Kind::DisputeProposed, "sara", Facts { body: said("The post"), ..text("near") });
    for side in Side::ALL {
        tell(complaint, Kind::DisputeConsented, "sara", Facts { side: Some(*side), ..text("it costs nothing") });
    }
    tell(complaint, Kind::DisputeNotified, "sara", text("by mail"));
    tell(complaint, Kind::PositionTaken, "sara", Facts { settler: said("sara"), ..text("half") });
    let result = Some(match step {
        Step::Accept | Step::CloseDispute | Step::AcceptRecommendation | Step::RejectRecommendation => {
            DisputeResult::Recommended
        }
        Step::ContestDetermination => DisputeResult::Determined,
        _ => DisputeResult::Settled,
    });
    tell(complaint, Kind::DisputeEnded, "sara", Facts { result, ..text("half") });
    for side in Side::ALL.iter().filter(|_| result == Some(DisputeResult::Recommended)) {
        tell(complaint, Kind::RecommendationAccepted, "sara", Facts { side: Some(*side), ..Facts::default() });
    }
}

/// What runs beside: conduct, permission, a letter, a hold, a promise, a remedy.
fn around(complaint: &mut Complaint, step: Step) {
    let until = Some(start() + TimeDelta::days(60));
    let restriction = Some(Restriction::WrittenOnly);
    tell(complaint, Kind::ConductRecorded, "sara", Facts { restriction, until, ..text("shouted") });
    tell(complaint, Kind::PermissionGiven, "sara", Facts { recipient: said("The post"), ..Facts::default() });
    tell(complaint, Kind::PaperSubmitted, "reza", letter());
    if matches!(step, Step::Respond | Step::Talk | Step::Extend) {
        tell(complaint, Kind::PaperApproved, "mina", letter());
    }
    if step == Step::Resume {
        tell(complaint, Kind::Held, "sara", Facts { until, ..text("waiting") });
    }
    if matches!(step, Step::Promise | Step::KeepPromise | Step::BreakPromise) {
        let (id, due) = ("m1".to_owned(), start() + TimeDelta::days(90));
        let (what, state) = (Promised::Update, PromiseState::Open);
        complaint.promises.push(Promise { id, what, due, told_at: start(), state });
    }
    if step == Step::WithdrawRemedy {
        let (id, due) = ("m1".to_owned(), start() + TimeDelta::days(90));
        let (what, state) = (Promised::Remedy, PromiseState::Open);
        complaint.promises.push(Promise { id, what, due, told_at: start(), state });
        tell(complaint, Kind::RemedyOffered, "sara", Facts { remedy: said("r1"), ..Facts::default() });
    } else if step != Step::DeliverRemedy {
        tell(complaint, Kind::RemedyAsked, "sara", Facts { remedy: said("r1"), ..Facts::default() });
    }
}

fn letter() -> Facts {
    Facts { paper: Some(Paper::Letter(LetterKind::Progress)), sha256: said("aa"), ..Facts::default() }
}

/// Returns a complaint in this state and an event that records everything that the step can be asked for.
fn ready(step: Step, state: State) -> Case {
    let complaint = if step == Step::New { unborn() } else { story(step, state) };
    let at = complaint.events.last().map_or(start(), |last| last.at + TimeDelta::hours(1));
    let facts = Facts {
        method: Some(Channel::Phone),
        finding: Some(Finding::Partly),
        route_told: Some(Route::Enamad),
        accepted: Some(Acceptance::Written),
        investigator: said("sara"),
        powers: said("to ask the courier"),
        confirmed: Some(Acceptance::Oral),
        cause: said("the label was torn"),
        action: said("stronger labels"),
        conduct: Some(ConductKind::Demands),
        declarer: said("mina"),
        conflict: Some(YesNo::No),
        promise: said("m1"),
        reviewer: said("omid"),
        second: said("mina"),
        body: said("The post"),
        matter: Some(Matter::Enquiry),
        into: Reference::new(1405, 1, 1),
        remedy: said("r1"),
        point: said("p1"),
        authority: Some(Authority::Within),
        side: Some(Side::Complainant),
        dispute_method: Some(DisputeMethod::Facilitative),
        result: Some(DisputeResult::Settled),
        dispute_exit: Some(DisputeExit::Withdrawn),
        settler: said("sara"),
        closure: Some(Closure::ResolvedAccepted),
        solved: Some(Solved::No),
        recipient: said("The post"),
        told: vec!["The post".to_owned()],
        reviewed: said("aa"),
        rework: Some(Rework::Wording),
        until: Some(at + TimeDelta::days(1)),
        was_due: Some(at + TimeDelta::days(1)),
        ..text("words")
    };
    let facts = Facts { paper: letter().paper, sha256: letter().sha256, ..facts };
    let (kind, by) = (Rule::of(step).kind, "sara".to_owned());
    (complaint, Event { id: EventId::from_random([31; 12]), at, by, kind, to: None, facts })
}

/// Returns a complaint that is not recorded yet.
fn unborn() -> Complaint {
    let mut complaint = story(Step::New, State::Received);
    complaint.events.clear();
    complaint
}

/// Takes out of the story what happened of this kind.
fn forget(complaint: &mut Complaint, kind: Kind) {
    complaint.events.retain(|event| event.kind != kind);
}

/// Takes one thing away.
fn spoil(requirement: Requirement, (complaint, event): &mut Case) {
    let personal = &mut complaint.personal;
    match requirement {
        Requirement::Statement => personal.statement.clear(),
        Requirement::Contact => personal.phones.clear(),
        Requirement::Product => complaint.product = None,
        Requirement::Occurred => complaint.occurred = None,
        Requirement::Wants => personal.wants = None,
        Requirement::Category => complaint.category = None,
        Requirement::Severity => complaint.assessment.severity = None,
        Requirement::Safety => {
            complaint.assessment = Assessment { severity: Some(5), ..Assessment::default() };
        }
        Requirement::FullAssessment => complaint.assessment.impact = None,
        Requirement::NotAcknowledged => tell(complaint, Kind::Acknowledged, "sara", Facts::default()),
        Requirement::PromisesSettled => complaint.remedies[0].state = RemedyState::Accepted,
        Requirement::PointsAnswered => complaint.points[0].finding = None,
        Requirement::Into => event.facts.into = Some(complaint.reference),
        Requirement::Until => event.facts.until = Some(event.at),
        _ => spoil_facts(requirement, complaint, event),
    }
}

/// Takes away what the event says.
fn spoil_facts(requirement: Requirement, complaint: &mut Complaint, event: &mut Event) {
    let facts = &mut event.facts;
    match requirement {
        Requirement::Method | Requirement::Told => facts.method = None,
        Requirement::Finding => facts.finding = None,
        Requirement::Why | Requirement::Text | Requirement::Done | Requirement::Plan | Requirement::ClosingNote => {
            facts.text = None;
        }
        Requirement::PriorityReason => (facts.priority, facts.text) = (Some(Priority::Low), None),
        Requirement::Cause => facts.cause = None,
        Requirement::Action => facts.action = None,
        Requirement::Acceptance => facts.accepted = None,
        Requirement::NextRoute => facts.route_told = None,
        Requirement::OutsideRoute => facts.route_told = Some(Route::InternalReview),
        Requirement::ClosureReason => facts.closure = None,
        Requirement::Attempts | Requirement::AttemptsSpread => facts.closure = Some(Closure::ResolvedNoReply),
        Requirement::ReopenTold => (facts.closure, facts.method) = (Some(Closure::ResolvedNoReply), None),
        Requirement::WindowPassed => facts.closure = Some(Closure::NotUpheldExhausted),
        Requirement::Dissatisfied => facts.solved = None,
        Requirement::Body => facts.body = None,
        Requirement::Matter => facts.matter = None,
        Requirement::InTime => facts.was_due = Some(start()),
        Requirement::PromiseDate | Requirement::OpenPromise | Requirement::NoPromiseLeft => facts.promise = None,
        Requirement::RemedyStage => facts.remedy = None,
        Requirement::PointText => facts.point = None,
        Requirement::KnownEvidence => facts.evidence = vec!["waybill.jpg".to_owned()],
        Requirement::Side => facts.side = None,
        Requirement::DisputeMethod => facts.dispute_method = None,
        Requirement::Result => facts.result = None,
        Requirement::Settler => facts.settler = None,
        Requirement::DisputeExit => facts.dispute_exit = None,
        Requirement::Powers => facts.powers = None,
        Requirement::PointsConfirmed => facts.confirmed = None,
        Requirement::ConductKind => facts.conduct = None,
        Requirement::ReviewDay => {
            facts.restriction = Some(Restriction::OneContact);
            facts.until = None;
        }
        Requirement::Declarer => facts.declarer = None,
        Requirement::Conflict => {
            facts.conflict = Some(YesNo::Yes);
            facts.text = None;
        }
        Requirement::Recipient => facts.recipient = None,
        Requirement::OthersTold => facts.told.clear(),
        Requirement::PaperText => facts.sha256 = None,
        Requirement::SameText => facts.sha256 = said("bb"),
        Requirement::Rework => facts.rework = None,
        Requirement::ReviewedPaper => facts.reviewed = said("bb"),
        Requirement::ApprovedPaper => facts.paper = None,
        Requirement::OtherSecond => facts.second = said("sara"),
        Requirement::SecondPerson => facts.second = None,
        Requirement::Authority => facts.authority = Some(Authority::Beyond),
        _ => spoil_story(requirement, complaint, event),
    }
}

/// Takes away what the story says, and not the event.
fn spoil_story(requirement: Requirement, complaint: &mut Complaint, event: &mut Event) {
    let kind = match requirement {
        Requirement::Approval => Kind::Approved,
        Requirement::OnHold => Kind::Held,
        Requirement::Proposal | Requirement::DisputeUnderWay => Kind::DisputeProposed,
        Requirement::BothConsents | Requirement::DisputeOpen => Kind::DisputeConsented,
        Requirement::ResultRecorded | Requirement::Recommendation | Requirement::Determination => Kind::DisputeEnded,
        Requirement::BothAccept => Kind::RecommendationAccepted,
        Requirement::Notice => Kind::DisputeNotified,
        Requirement::Position => Kind::PositionTaken,
        Requirement::Declaration => Kind::ConflictDeclared,
        Requirement::Investigated => Kind::InvestigationStarted,
        Requirement::Restriction => Kind::ConductRecorded,
        Requirement::Permitted => Kind::PermissionGiven,
        Requirement::PaperInReview => Kind::PaperSubmitted,
        Requirement::AnsweredOrOverdue | Requirement::OurAnswer => Kind::Responded,
        _ => return spoil_people(requirement, complaint, event),
    };
    event.facts.was_due = None;
    forget(complaint, kind);
}

/// Lets somebody do it who may not, or adds what forbids it.
fn spoil_people(requirement: Requirement, complaint: &mut Complaint, event: &mut Event) {
    match requirement {
        Requirement::SoonEnough => event.facts.was_due = Some(start()),
        Requirement::OtherPerson | Requirement::AnotherReader => event.by = "reza".to_owned(),
        Requirement::Independent => event.facts.reviewer = said("reza"),
        Requirement::InvestigatorFree | Requirement::AuthorFree => conflict(complaint, "sara"),
        Requirement::ReviewerFree => conflict(complaint, "omid"),
        Requirement::NeededApproval => {
            forget(complaint, Kind::Approved);
            let decision = complaint.events.iter_mut().find(|event| event.kind == Kind::Decided);
            decision.expect("it is decided").facts.authority = Some(Authority::Beyond);
        }
        Requirement::NotContested => tell(complaint, Kind::DeterminationContested, "sara", text("the sum is wrong")),
        Requirement::NotOnHold => {
            let until = Some(event.at + TimeDelta::days(1));
            tell(complaint, Kind::Held, "sara", Facts { until, ..Facts::default() });
        }
        Requirement::NotForbidden | Requirement::NobodyForbidden => {
            let recipient = said("The post");
            tell(complaint, Kind::PermissionRefused, "sara", Facts { recipient, ..Facts::default() });
        }
        other => panic!("say here how `{other}` is missed"),
    }
    event.at = event.at.max(complaint.last_event_at());
}

fn conflict(complaint: &mut Complaint, member: &str) {
    let facts = Facts { declarer: said(member), conflict: Some(YesNo::Yes), ..text("a cousin") };
    tell(complaint, Kind::ConflictDeclared, member, facts);
}

/// Returns the states from which the step leads somewhere; a new complaint has none.
fn origins(step: Step) -> Vec<State> {
    if step == Step::New {
        return vec![State::Received];
    }
    State::ALL.iter().copied().filter(|state| Rule::of(step).target(*state).is_some()).collect()
}

#[test]
fn every_step_is_taken_from_every_state_of_its_row_when_all_is_there() {
    for step in Step::ALL {
        for from in origins(*step) {
            let to = Rule::of(*step).target(from).unwrap_or(State::Received);
            let after = tried(ready(*step, from)).unwrap_or_else(|no| panic!("{step} from {from}: {no}"));
            assert_eq!(after.state(), to, "{step} from {from}");
        }
    }
}

#[test]
fn every_step_is_refused_from_every_other_state() {
    for step in Step::ALL.iter().filter(|step| **step != Step::New) {
        for from in State::ALL.iter().filter(|state| !origins(*step).contains(state)) {
            let refused = tried(ready(*step, *from));
            assert!(matches!(refused, Err(Refusal::WrongState { .. })), "{step} from {from}");
        }
    }
}

#[test]
fn every_step_is_refused_without_each_thing_that_it_must_record() {
    let mut known: Vec<Requirement> = Vec::new();
    for step in Step::ALL {
        let pack = asking();
        let asked: Vec<Requirement> = Rule::of(*step).requirements(&pack).collect();
        for requirement in asked {
            let lacks = |from: &State| {
                let mut case = ready(*step, *from);
                spoil(requirement, &mut case);
                matches!(tried(case), Err(Refusal::Missing { missing, .. }) if missing.contains(&requirement))
            };
            // What the complaint's state alone can make up for is tried from the others.
            assert!(origins(*step).iter().any(lacks), "{step} is taken without {requirement}");
            known.push(requirement);
        }
    }
    let untried: Vec<&Requirement> = Requirement::ALL.iter().filter(|one| !known.contains(one)).collect();
    assert!(untried.is_empty(), "no step is tried without {untried:?}");
}
