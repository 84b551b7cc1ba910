//! The table of steps, tried row by row: what is allowed, what is refused, and what is missing.

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::complaint::{Assessment, Personal, Promise, Restricted};
use crate::domain::event::{EventId, Facts, Kind};
use crate::domain::pack::Unit;
use crate::domain::reference::Reference;
use crate::domain::specimen;
use crate::domain::words::{Acceptance, Channel, Closure, Finding, Priority, PromiseState, Promised, Route, Solved};

mod each;

fn start() -> Instant {
    DateTime::parse_from_rfc3339("2026-10-28T10:05:00+03:30").expect("a time")
}

fn pack() -> Pack {
    specimen::standard(Unit::WorkingDays, 1, 3)
}

fn received() -> Complaint {
    let code = |text: &str| text.parse().expect("a code");
    let blank = Complaint {
        reference: Reference::new(1405, 1, 147).expect("a reference"),
        received_at: start(),
        occurred: None,
        level: 1,
        channel: Channel::Phone,
        language: code("fa"),
        person: Some("p-7q2mk3v9".to_owned()),
        role: None,
        needs: Vec::new(),
        profile: crate::domain::complaint::Profile::default(),
        product: None,
        category: None,
        pack: code("standard"),
        priority: Priority::Normal,
        assessment: Assessment::default(),
        owner: None,
        points: Vec::new(),
        remedies: Vec::new(),
        promises: Vec::new(),
        source: None,
        personal: Personal {
            phones: vec!["09120000000".to_owned()],
            statement: "It came late".to_owned(),
            ..Personal::default()
        },
        restricted: Restricted::default(),
        events: Vec::new(),
    };
    receive(blank, event(0, Kind::Received, Facts::default()), &pack(), start()).expect("it is complete")
}

fn event(hours: u8, kind: Kind, facts: Facts) -> Event {
    let id = EventId::from_random([hours, kind as u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    Event { id, at: start() + TimeDelta::hours(hours.into()), by: "sara".to_owned(), kind, to: None, facts }
}

/// Takes a step some hours after receipt with these facts.
fn step(complaint: Complaint, hours: u8, step: Step, facts: Facts) -> Result<Complaint, Refusal> {
    let now = start() + TimeDelta::days(365);
    admit(complaint, event(hours, Rule::of(step).kind, facts), &pack(), now)
}

fn text(said: &str) -> Facts {
    Facts { text: Some(said.to_owned()), ..Facts::default() }
}

fn assessed() -> Complaint {
    let mut complaint = received();
    complaint.category = Some("delivery".parse().expect("a code"));
    complaint.assessment.severity = Some(3);
    step(complaint, 1, Step::Categorize, Facts::default()).expect("category and severity are there")
}

fn decided(finding: Finding) -> Complaint {
    step(assessed(), 2, Step::Decide, Facts { finding: Some(finding), ..text("the log shows it") }).expect("decided")
}

fn responded(finding: Finding) -> Complaint {
    let facts = Facts { method: Some(Channel::Phone), route_told: Some(Route::InternalReview), ..text("sorry") };
    step(decided(finding), 3, Step::Respond, facts).expect("responded")
}

fn closing(complaint: &Complaint, said: ClosingWord) -> Facts {
    Facts { closure: complaint.closure_by(said), ..Facts::default() }
}

fn lacks(outcome: Result<Complaint, Refusal>) -> Vec<Requirement> {
    match outcome {
        Err(Refusal::Missing { missing, .. }) => missing,
        other => panic!("nothing is missing in {other:?}"),
    }
}

#[test]
fn every_step_has_its_row_at_its_place() {
    for step in Step::ALL {
        assert_eq!(Rule::of(*step).step, *step);
    }
    assert_eq!(RULES.len(), Step::ALL.len());
}

#[test]
fn every_kind_of_event_is_recorded_by_exactly_one_step() {
    for kind in Kind::ALL {
        assert_eq!(RULES.iter().filter(|rule| rule.kind == *kind).count(), 1, "{kind}");
    }
}

#[test]
fn an_acknowledgement_moves_a_received_complaint_and_no_other() {
    let facts = Facts { method: Some(Channel::Phone), ..Facts::default() };
    let early = step(received(), 1, Step::Acknowledge, facts.clone()).expect("possible");
    assert_eq!(early.state(), State::Acknowledged);
    let late = step(assessed(), 2, Step::Acknowledge, facts.clone()).expect("possible");
    assert_eq!((late.state(), late.events.last().and_then(|event| event.to)), (State::Assessed, None));
    assert!(step(responded(Finding::Upheld), 4, Step::Acknowledge, facts.clone()).is_err());
    assert!(matches!(step(early, 2, Step::Acknowledge, facts.clone()), Err(Refusal::WrongState { .. })));
    assert_eq!(lacks(step(late, 3, Step::Acknowledge, facts)), [Requirement::NotAcknowledged]);
}

#[test]
fn an_assessment_needs_category_and_severity_and_safety_when_it_is_bad() {
    assert_eq!(
        lacks(step(received(), 1, Step::Categorize, Facts::default())),
        [Requirement::Category, Requirement::Severity]
    );
    let mut bad = assessed();
    bad.assessment.severity = Some(4);
    assert_eq!(lacks(step(bad, 2, Step::Categorize, Facts::default())), [Requirement::Safety]);
}

#[test]
fn a_decision_needs_a_finding_and_reasons_and_may_do_without_an_investigation() {
    assert_eq!(lacks(step(assessed(), 2, Step::Decide, Facts::default())), [Requirement::Finding, Requirement::Why]);
    let investigated = step(assessed(), 2, Step::Investigate, Facts::default()).expect("possible");
    assert_eq!(investigated.state(), State::Investigating);
    assert_eq!(decided(Finding::Upheld).state(), State::Decided);
    assert!(step(received(), 1, Step::Decide, text("no")).is_err());
}

#[test]
fn a_response_tells_the_next_route_unless_the_complaint_is_upheld() {
    let facts = Facts { method: Some(Channel::Phone), ..text("sorry") };
    assert!(step(decided(Finding::Upheld), 3, Step::Respond, facts.clone()).is_ok());
    for finding in [Finding::Partly, Finding::NotUpheld] {
        assert_eq!(lacks(step(decided(finding), 3, Step::Respond, facts.clone())), [Requirement::NextRoute]);
    }
    assert_eq!(
        lacks(step(decided(Finding::NotUpheld), 3, Step::Respond, Facts::default())),
        [Requirement::Method, Requirement::Text, Requirement::NextRoute]
    );
}

#[test]
fn three_commands_are_enough_for_what_is_solved_in_the_first_contact() {
    let facts = Facts { accepted: Some(Acceptance::Oral), ..text("sent a new one") };
    let solved = step(received(), 1, Step::ResolveNow, facts).expect("possible");
    assert_eq!(solved.state(), State::Responded);
    let facts = closing(&solved, ClosingWord::Nothing);
    let closed = step(solved, 2, Step::Close, facts).expect("agreement is recorded");
    assert_eq!(closed.closure(), Some(Closure::ResolvedFirstContact));
    assert_eq!(
        lacks(step(received(), 1, Step::ResolveNow, Facts::default())),
        [Requirement::Done, Requirement::Acceptance]
    );
}

#[test]
fn what_was_agreed_is_done_before_a_complaint_is_closed() {
    let mut agreed = step(responded(Finding::Upheld), 4, Step::Accept, text("a refund")).expect("possible");
    let due = start() + TimeDelta::hours(20);
    let promise = |id: &str, due| Promise {
        id: id.to_owned(),
        what: Promised::Remedy,
        due,
        told_at: start(),
        state: PromiseState::Open,
    };
    agreed.promises = vec![promise("m1", due), promise("m2", start() + TimeDelta::hours(5))];
    assert_eq!(agreed.state(), State::Implementing);
    assert!(step(agreed.clone(), 5, Step::Close, Facts::default()).is_err());
    let done = step(agreed, 6, Step::Fulfil, Facts::default()).expect("possible");
    let states: Vec<PromiseState> = done.promises.iter().map(|promise| promise.state).collect();
    assert_eq!(states, [PromiseState::Kept, PromiseState::Missed]);
    let facts = closing(&done, ClosingWord::Nothing);
    let closed = step(done, 7, Step::Close, facts).expect("possible");
    assert_eq!(closed.closure(), Some(Closure::ResolvedAccepted));
}

#[test]
fn a_complaint_is_not_closed_for_no_reason() {
    let open = responded(Finding::Upheld);
    for said in [ClosingWord::Nothing, ClosingWord::Unsolved] {
        let facts = closing(&open, said);
        assert_eq!(lacks(step(open.clone(), 4, Step::Close, facts)), [Requirement::ClosureReason], "{said}");
    }
    let once = Facts { attempts: Some(1), ..closing(&open, ClosingWord::NoReply) };
    assert_eq!(lacks(step(open.clone(), 4, Step::Close, once)), [Requirement::Attempts]);
    let twice = Facts { attempts: Some(2), ..closing(&open, ClosingWord::NoReply) };
    assert_eq!(step(open, 4, Step::Close, twice).expect("possible").closure(), Some(Closure::ResolvedNoReply));
}

#[test]
fn a_stricter_pack_wants_attempts_on_record_over_days_and_ways_of_contact() {
    let strict = Pack { attempts_days: 7, attempts_ways: 2, ..pack() };
    let asked = |days: i64, second: Channel| {
        let mut complaint = responded(Finding::Upheld);
        for (number, after, method) in [(4, 0, Channel::Phone), (5, days, second)] {
            let facts = Facts { method: Some(method), ..text("are you content?") };
            let talked = event(number, Kind::Talked, facts);
            complaint.events.push(Event { at: talked.at + TimeDelta::days(after), ..talked });
        }
        let facts = closing(&complaint, ClosingWord::NoReply);
        let at = start() + TimeDelta::days(20);
        admit(complaint, Event { at, ..event(6, Kind::Closed, facts) }, &strict, at)
    };
    assert_eq!(lacks(asked(6, Channel::Email)), [Requirement::AttemptsSpread]);
    assert_eq!(lacks(asked(8, Channel::Phone)), [Requirement::AttemptsSpread]);
    assert_eq!(asked(8, Channel::Email).expect("enough").closure(), Some(Closure::ResolvedNoReply));
}

#[test]
fn a_rejection_waits_until_its_next_route_has_had_its_time() {
    let rejected = responded(Finding::NotUpheld);
    for said in [ClosingWord::Exhausted, ClosingWord::NoReply] {
        let facts = Facts { attempts: Some(5), ..closing(&rejected, said) };
        assert_eq!(lacks(step(rejected.clone(), 4, Step::Close, facts)), [Requirement::WindowPassed], "{said}");
    }
    let facts = closing(&rejected, ClosingWord::Exhausted);
    let later = Event { at: start() + TimeDelta::days(31), ..event(5, Kind::Closed, facts) };
    let closed = admit(rejected.clone(), later, &pack(), start() + TimeDelta::days(40)).expect("the time has passed");
    assert_eq!(closed.closure(), Some(Closure::NotUpheldExhausted));
    for said in [ClosingWord::Declined, ClosingWord::Solved] {
        let facts = closing(&rejected, said);
        let closed = step(rejected.clone(), 4, Step::Close, facts).expect("the complainant said so");
        assert_eq!(closed.closure(), Some(Closure::NotUpheldAccepted), "{said}");
    }
}

#[test]
fn the_complainants_last_word_counts() {
    let agreed = step(responded(Finding::Upheld), 4, Step::Accept, text("a refund")).expect("possible");
    let done = step(agreed, 5, Step::Fulfil, Facts::default()).expect("possible");
    let unhappy = Facts { solved: Some(Solved::No), ..Facts::default() };
    let unhappy = step(done, 6, Step::Feedback, unhappy).expect("possible");
    assert_eq!(unhappy.closure_by(ClosingWord::Nothing), None);
    let happy = Facts { solved: Some(Solved::Yes), ..Facts::default() };
    let happy = step(unhappy, 7, Step::Feedback, happy).expect("possible");
    assert_eq!(happy.closure_by(ClosingWord::Nothing), Some(Closure::ResolvedAccepted));
}

#[test]
fn an_agreement_after_a_word_of_discontent_is_the_last_word() {
    let unhappy = Facts { solved: Some(Solved::No), ..Facts::default() };
    let unhappy = step(responded(Finding::Upheld), 4, Step::Feedback, unhappy).expect("possible");
    let agreed = step(unhappy, 5, Step::Accept, text("a refund")).expect("possible");
    let done = step(agreed, 6, Step::Fulfil, Facts::default()).expect("possible");
    assert_eq!(done.closure_by(ClosingWord::Nothing), Some(Closure::ResolvedAccepted));
    let handling = Facts { handling: Some(4), ..Facts::default() };
    let judged = step(done, 7, Step::Feedback, handling).expect("possible");
    assert_eq!(judged.closure_by(ClosingWord::Nothing), Some(Closure::ResolvedAccepted));
}

#[test]
fn a_refusal_names_only_steps_that_are_possible() {
    let possible = |refused: Result<Complaint, Refusal>| match refused {
        Err(Refusal::WrongState { possible, .. }) => possible,
        other => panic!("the state does not forbid {other:?}"),
    };
    assert!(possible(step(assessed(), 2, Step::Close, Facts::default())).contains(&Step::Acknowledge));
    let told = Facts { method: Some(Channel::Phone), ..Facts::default() };
    let told = step(assessed(), 2, Step::Acknowledge, told).expect("possible");
    assert!(!possible(step(told, 3, Step::Close, Facts::default())).contains(&Step::Acknowledge));
    let void = Facts { closure: Some(Closure::Void), ..text("typed twice") };
    let void = step(assessed(), 2, Step::Void, void).expect("possible");
    assert_eq!(possible(step(void, 3, Step::Withdraw, text("but"))), []);
}

#[test]
fn a_closed_complaint_may_be_reopened_and_a_void_one_may_not() {
    let withdrawn = Facts { closure: Some(Closure::Withdrawn), ..text("found the parcel") };
    let withdrawn = step(assessed(), 2, Step::Withdraw, withdrawn).expect("possible");
    assert_eq!(withdrawn.state(), State::Closed);
    let reopened = step(withdrawn, 3, Step::Reopen, text("it was another parcel")).expect("possible");
    assert_eq!((reopened.state(), reopened.answered_at()), (State::Assessed, None));
    let void = Facts { closure: Some(Closure::Void), ..text("typed twice") };
    let void = step(reopened, 4, Step::Void, void).expect("possible");
    assert!(void.is_void());
    for other in [Step::Reopen, Step::Note, Step::Edit, Step::Void] {
        assert!(step(void.clone(), 5, other, text("but")).is_err(), "{other}");
    }
    assert!(step(void, 5, Step::Undo, Facts::default()).is_ok());
}

#[test]
fn nothing_happens_before_what_happened_last_or_later_than_now() {
    let early = step(assessed(), 0, Step::Note, text("hello"));
    assert!(matches!(early, Err(Refusal::BeforeLastEvent { .. })));
    let future = admit(assessed(), event(5, Kind::Noted, text("hello")), &pack(), start());
    assert!(matches!(future, Err(Refusal::InTheFuture { .. })));
}

#[test]
fn a_pack_may_ask_for_more() {
    let strict = Pack { requires: vec![(Step::Investigate, vec![Requirement::Plan])], ..pack() };
    let now = start() + TimeDelta::days(1);
    let refused = admit(assessed(), event(2, Kind::InvestigationStarted, Facts::default()), &strict, now);
    assert_eq!(lacks(refused), [Requirement::Plan]);
    assert!(admit(assessed(), event(2, Kind::InvestigationStarted, text("ask the courier")), &strict, now).is_ok());
}

#[test]
fn an_event_that_was_taken_back_counts_no_more() {
    let acknowledged = Facts { method: Some(Channel::Phone), ..Facts::default() };
    let acknowledged = step(received(), 1, Step::Acknowledge, acknowledged).expect("possible");
    let id = acknowledged.events.last().map(|event| event.id.clone());
    let undone = step(acknowledged, 2, Step::Undo, Facts { undoes: id, ..Facts::default() }).expect("possible");
    assert_eq!(undone.state(), State::Received);
    assert_eq!(undone.events.len(), 3);
    assert!(undone.last(Kind::Acknowledged).is_none());
}

proptest! {
    /// Whatever is tried in whatever order: the state is always the replay of the events, and every state change is a row
    /// of the table.
    #[test]
    fn no_sequence_of_steps_leads_outside_of_the_table(tried in prop::collection::vec((0..Step::ALL.len(), 0_u8..7), 1..40)) {
        let mut complaint = assessed();
        for (hours, (choice, said)) in (2_u8..).zip(tried) {
            let wanted = Step::ALL[choice];
            let word = [ClosingWord::Solved, ClosingWord::NoReply, ClosingWord::Declined, ClosingWord::Nothing]
                [usize::from(said) % 4];
            let facts = Facts {
                method: Some(Channel::Email),
                finding: Some(Finding::ALL[usize::from(said) % 3]),
                route_told: Some(Route::InternalReview),
                accepted: Some(Acceptance::Oral),
                closure: complaint.closure_by(word),
                attempts: Some(said),
                ..text("so")
            };
            let before = complaint.state();
            if let Ok(after) = step(complaint.clone(), hours, wanted, facts) {
                prop_assert_eq!(after.events.len(), complaint.events.len() + 1);
                prop_assert_eq!(Rule::of(wanted).target(before), Some(after.state()));
                let replay = after.events.iter().filter_map(|event| event.to).next_back();
                prop_assert_eq!(Some(after.state()), replay);
                complaint = after;
            }
        }
    }
}
