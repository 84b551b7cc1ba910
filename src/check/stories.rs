//! Random stories over all steps of the table, with any time between them: whatever the rules admit is a sound record.
//!
//! A story proposes one deed after the other, as the commands would; what the rules refuse is left out. Nothing here knows
//! which deed is right when: that is the table's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use proptest::prelude::*;

use super::tests::{SOUND, evidence, look_under, told, work};
use super::*;
use crate::domain::clock;
use crate::domain::complaint::{Amounts, Assessment, Occurred, Point, Promise, Remedy};
use crate::domain::event::{EventId, Facts, Kind};
use crate::domain::extension;
use crate::domain::money::Money;
use crate::domain::pack::RESPOND;
use crate::domain::paper::{LetterKind, Paper};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{self, ClosingWord, Rule, Step as Move};
use crate::domain::words::{
    Acceptance, Authority, Channel, Closure, ConductKind, DisputeExit, DisputeMethod, DisputeResult, Finding as Found,
    Impact, Jurisdiction, Matter, Priority, PromiseState, Promised, RemedyState, Restriction, Rework, Route, Side,
    Solved, State, YesNo,
};
use crate::record::pack_file;

/// So much later than the last event the next one happens, at the most hopefully chosen times.
const LATER: [TimeDelta; 7] = [
    TimeDelta::zero(),
    TimeDelta::minutes(5),
    TimeDelta::hours(3),
    TimeDelta::hours(20),
    TimeDelta::days(1),
    TimeDelta::days(11),
    TimeDelta::days(40),
];

/// The steps that end a story, or take it back; few stories meet them, so that many go far.
const RARE: [Move; 9] = [
    Move::Refer,
    Move::Convert,
    Move::Merge,
    Move::Withdraw,
    Move::Void,
    Move::Undo,
    Move::GoOutside,
    Move::Return,
    Move::DropDispute,
];

/// The steps of which every other one is, once a body outside is proposed: few stories come so far, and many ways lead back.
const ON_THE_WAY_OUTSIDE: [Move; 4] =
    [Move::ConsentDispute, Move::NotifyDispute, Move::TakePosition, Move::StartDispute];

/// Those where a complaint is outside.
const OUTSIDE: [Move; 6] = [
    Move::EndDispute,
    Move::AcceptRecommendation,
    Move::RejectRecommendation,
    Move::ContestDetermination,
    Move::KeepPromise,
    Move::CloseDispute,
];

/// The paper that stories are about.
const PAPER: Paper = Paper::Letter(LetterKind::Progress);

/// What chance says about one deed: which step, and how.
type Chance = (usize, u8);

/// A story while it is told.
struct Teller {
    complaint: Complaint,
    /// The complaint as it was when each event was recorded, for taking back.
    versions: BTreeMap<EventId, Complaint>,
    pack: &'static Pack,
    work: WorkCalendar,
    number: u16,
}

impl Teller {
    fn new(pack: usize) -> Self {
        let names: Vec<&str> = pack_file::built_in_names().collect();
        let name = names[pack % names.len()];
        let mut complaint = crate::record::read(SOUND.as_bytes()).expect("a record").complaint;
        complaint.events.truncate(1);
        complaint.promises.clear();
        complaint.remedies.clear();
        complaint.category = None;
        complaint.assessment = Assessment::default();
        complaint.pack = name.parse().expect("a code");
        complaint.occurred = Some(Occurred::At(complaint.received_at));
        complaint.personal.wants = Some("the fee back".to_owned());
        let pack = pack_file::built_in(name).expect("a built-in pack");
        Self { complaint, versions: BTreeMap::new(), pack, work: work(), number: 0 }
    }

    /// Proposes a deed to the rules, and says what came of it.
    fn try_next(&mut self, (step, chance): Chance) -> Option<Move> {
        let all = Move::ALL.len();
        let step = match Move::ALL[step % all] {
            step if RARE.contains(&step) && chance > 40 => Move::ALL[(step as usize + usize::from(chance)) % all],
            step => match self.near() {
                near if near.is_empty() || !chance.is_multiple_of(2) => step,
                near => near[step as usize % near.len()],
            },
        };
        let at = self.complaint.last_event_at() + LATER[usize::from(chance) % LATER.len()];
        let by = if chance.is_multiple_of(3) { "reza" } else { "sara" };
        let kind = Rule::of(step).kind;
        let event = Event { id: self.id(), at, by: by.to_owned(), kind, to: None, facts: Facts::default() };
        let (proposed, facts) = self.deed(step, &event, chance)?;
        let (before, id) = (&self.complaint, event.id.clone());
        let expected = Rule::of(step).target(before.state());
        let expected = match facts.undoes.as_ref().and_then(|last| self.versions.get(last)) {
            Some(version) => Some(version.state()),
            None => expected,
        };
        match rules::admit(proposed, Event { facts, ..event }, self.pack, at) {
            Ok(after) => {
                assert_eq!(Some(after.state()), expected);
                assert!(step == Move::Undo || after.level >= before.level);
                assert_eq!(after.events[..before.events.len()], before.events, "the story is only added to");
                self.versions.insert(id, std::mem::replace(&mut self.complaint, after));
                Some(step)
            }
            Err(no) => {
                let is_wrong_state = matches!(no, Refusal::WrongState { .. });
                assert_eq!(is_wrong_state, expected.is_none() || before.is_void(), "{step} from {}", before.state());
                None
            }
        }
    }

    /// Returns the steps that a story prefers where it stands now.
    fn near(&self) -> &'static [Move] {
        match self.complaint.state() {
            State::External => &OUTSIDE,
            _ if self.complaint.proposal_outside().is_some() => &ON_THE_WAY_OUTSIDE,
            _ => &[],
        }
    }

    fn id(&mut self) -> EventId {
        self.number += 1;
        let [high, low] = self.number.to_be_bytes();
        EventId::from_random([high, low / 32, low % 32, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    }

    /// Returns the complaint with what a step would change beside the story, and the facts of its event.
    fn deed(&self, step: Move, event: &Event, chance: u8) -> Option<(Complaint, Facts)> {
        let facts = Facts {
            method: Some(Channel::Phone),
            text: Some("words".to_owned()),
            attempts: Some(2),
            authority: (chance % 11 == 1).then_some(Authority::Beyond),
            second: (step == Move::Void).then(|| "mina".to_owned()),
            ..Facts::default()
        };
        let complaint = self.complaint.clone();
        Some(match step {
            Move::New => return None,
            Move::Undo => return self.taken_back(),
            Move::Hold => {
                (complaint, Facts { until: Some(event.at + TimeDelta::days(i64::from(chance % 9))), ..facts })
            }
            Move::RecordConduct | Move::ReviewConduct => {
                let facts = Facts { until: Some(event.at + TimeDelta::days(30)), ..facts };
                (complaint.clone(), said(step, &complaint, facts, chance))
            }
            Move::Extend => return self.extended(event, facts, chance),
            Move::Attach => {
                let Evidence { name, sha256, bytes } = evidence();
                (complaint, Facts { file: Some(name), sha256: Some(sha256), bytes: Some(bytes), ..facts })
            }
            Move::Promise | Move::KeepPromise | Move::BreakPromise | Move::Acknowledge | Move::Accept => {
                promised(step, complaint, facts, (event.at, chance))
            }
            Move::AskRemedy | Move::OfferRemedy | Move::AgreeRemedy | Move::DeclineRemedy | Move::DeliverRemedy => {
                remedied(complaint, facts, chance)
            }
            Move::WithdrawRemedy => {
                let (complaint, facts) = remedied(complaint, facts, chance);
                let event = Event { facts: facts.clone(), ..event.clone() };
                let promise = complaint.promises_left_by(&event).next().map(|promise| promise.id.clone());
                (complaint, Facts { promise, ..facts })
            }
            Move::AddPoint | Move::DecidePoint => pointed(step, complaint, facts, chance),
            Move::Categorize | Move::Edit | Move::Assign => assessed(step, complaint, facts, chance),
            _ => {
                let facts = said(step, &complaint, facts, chance);
                (complaint, facts)
            }
        })
    }

    /// Takes back the last event as `undo` does: the facts are those from before it, the story goes on.
    fn taken_back(&self) -> Option<(Complaint, Facts)> {
        let last = self.complaint.valid_events().next_back().filter(|event| event.kind != Kind::Received)?;
        let before = self.versions.get(&last.id)?.clone();
        let facts = Facts { undoes: Some(last.id.clone()), ..Facts::default() };
        Some((Complaint { events: self.complaint.events.clone(), ..before }, facts))
    }

    fn extended(&self, event: &Event, facts: Facts, chance: u8) -> Option<(Complaint, Facts)> {
        let clock = RESPOND.parse().ok()?;
        let until = event.at + TimeDelta::days(3 + i64::from(chance % 9));
        let was_due =
            extension::date_before(&self.complaint, self.pack, &self.work, (&clock, event.at, Some(until))).ok()?;
        let facts = Facts { clock: Some(clock), until: Some(until), was_due: Some(was_due), ..facts };
        let event = Event { facts: facts.clone(), ..event.clone() };
        let (complaint, promise) = extension::tell(self.complaint.clone(), &event);
        Some((complaint, Facts { promise, ..facts }))
    }

    /// Computes every clock of the complaint at some times: none may fail, and what is closed is owed nothing.
    fn look_at_the_clocks(&self) {
        let complaint = &self.complaint;
        for moment in
            [complaint.received_at, complaint.last_event_at(), complaint.last_event_at() + TimeDelta::days(400)]
        {
            for state in clock::states(complaint, self.pack, &self.work) {
                let (due, missed) = (state.due(), state.is_missed(moment));
                assert!(!missed || due.is_some(), "{}: missed without an end", state.rule.id);
                state.legs.iter().for_each(|leg| drop(state.tally(leg)));
            }
            let is_overdue = clock::is_overdue(complaint, self.pack, &self.work, moment);
            assert!(!is_overdue || complaint.state().is_open(), "what is closed is owed nothing");
        }
    }
}

fn promised(step: Move, mut complaint: Complaint, facts: Facts, (at, chance): (Instant, u8)) -> (Complaint, Facts) {
    if matches!(step, Move::KeepPromise | Move::BreakPromise) {
        let known = complaint.promises.get(usize::from(chance) % complaint.promises.len().max(1));
        let promise = known.map(|promise| promise.id.clone());
        return (complaint, Facts { promise, ..facts });
    }
    let what = match step {
        Move::Acknowledge => Promised::Response,
        Move::Accept => Promised::Remedy,
        _ => Promised::ALL[usize::from(chance) % 3],
    };
    let facts = if step == Move::Accept && chance.is_multiple_of(2) {
        let (with_remedy, facts) = remedied(complaint, facts, chance);
        complaint = with_remedy;
        facts
    } else {
        facts
    };
    let id = format!("m{}", complaint.promises.len() + 1);
    let due = at + TimeDelta::days(1 + i64::from(chance % 4));
    complaint.promises.push(Promise { id: id.clone(), what, due, told_at: at, state: PromiseState::Open });
    (complaint, Facts { promise: Some(id), ..facts })
}

/// Names a remedy that is there, or a new one.
fn remedied(mut complaint: Complaint, facts: Facts, chance: u8) -> (Complaint, Facts) {
    let number = usize::from(chance) % (complaint.remedies.len() + 1);
    if number == complaint.remedies.len() {
        let (id, kind) = (format!("r{}", number + 1), "refund".parse().expect("a code"));
        let offered =
            chance.is_multiple_of(2).then(|| Money::new(i64::from(chance), "IRR".parse().expect("a currency")));
        let amounts = Amounts { offered, ..Amounts::default() };
        complaint.remedies.push(Remedy { id, kind, state: RemedyState::Asked, amounts });
    }
    let remedy = Some(complaint.remedies[number].id.clone());
    (complaint, Facts { remedy, ..facts })
}

fn pointed(step: Move, mut complaint: Complaint, facts: Facts, chance: u8) -> (Complaint, Facts) {
    if step == Move::AddPoint {
        let id = format!("p{}", complaint.points.len() + 1);
        complaint.points.push(Point { id: id.clone(), text: "late".to_owned(), finding: None, reasons: None });
        return (complaint, Facts { point: Some(id), ..facts });
    }
    let point = complaint.points.get(usize::from(chance) % complaint.points.len().max(1)).map(|point| point.id.clone());
    (complaint, Facts { point, finding: Some(Found::ALL[usize::from(chance) % 3]), ..facts })
}

fn assessed(step: Move, mut complaint: Complaint, facts: Facts, chance: u8) -> (Complaint, Facts) {
    match step {
        Move::Assign => {
            complaint.owner = Some("reza".to_owned());
            (complaint, Facts { owner: Some("reza".to_owned()), ..facts })
        }
        Move::Edit => {
            let old = complaint.personal.order.replace(format!("{chance}"));
            let field = Some("order".parse().expect("a code"));
            (complaint, Facts { field, old, new: Some(format!("{chance}")), ..facts })
        }
        _ => {
            complaint.category = "delivery".parse().ok();
            complaint.assessment = Assessment {
                severity: Some(1 + chance % 5),
                complexity: Some(1),
                impact: Some(Impact::One),
                safety: (chance.is_multiple_of(2)).then_some(YesNo::No),
                jurisdiction: Some(Jurisdiction::In),
                ..Assessment::default()
            };
            complaint.priority = Priority::ALL[usize::from(chance) % Priority::ALL.len()];
            let priority = complaint.chosen_priority(Some(complaint.priority));
            (complaint, Facts { priority, ..facts })
        }
    }
}

/// Returns what is said with a step that changes nothing but the story.
fn said(step: Move, complaint: &Complaint, facts: Facts, chance: u8) -> Facts {
    let pick = usize::from(chance);
    let word = [ClosingWord::Solved, ClosingWord::NoReply, ClosingWord::Exhausted, ClosingWord::Nothing][pick % 4];
    match step {
        Move::Investigate => {
            let confirmed = Some(Acceptance::ALL[pick % 2]);
            Facts { investigator: Some("sara".to_owned()), confirmed, attempts: None, ..facts }
        }
        Move::Decide => Facts { finding: Some(Found::ALL[pick % 3]), cause: facts.text.clone(), ..facts },
        Move::Respond => {
            let told = vec![["The union", "The post"][pick % 2].to_owned()];
            Facts { route_told: Some(Route::InternalReview), told, ..facts }
        }
        Move::ResolveNow => {
            let was_due = Some(complaint.answer_awaited_since() + TimeDelta::days(3));
            Facts { accepted: Some(Acceptance::ALL[pick % 2]), was_due, ..facts }
        }
        Move::Feedback => Facts { solved: Some(Solved::ALL[pick % 3]), handling: Some(4), outcome: Some(2), ..facts },
        Move::Explain | Move::Revise | Move::Compensate => Facts { solved: Some(Solved::No), ..facts },
        Move::DecideReview => {
            let reviewer = Some(["mina", "sara"][pick % 2].to_owned());
            Facts { reviewer, finding: Some(Found::ALL[pick % 3]), ..facts }
        }
        Move::RefuseReview => Facts { route_told: Some(Route::ALL[pick % 3]), ..facts },
        Move::AskPermission | Move::GivePermission | Move::RefusePermission | Move::WithdrawPermission => {
            Facts { recipient: Some(["The union", "The post"][pick % 2].to_owned()), ..facts }
        }
        Move::SubmitPaper | Move::ApprovePaper | Move::ReturnPaper => {
            let print = Some(format!("{:02x}", chance % 2).repeat(32));
            Facts { paper: Some(PAPER), sha256: print, rework: Some(Rework::ALL[pick % Rework::ALL.len()]), ..facts }
        }
        Move::Talk if chance.is_multiple_of(2) => {
            let print = Some(format!("{:02x}", chance % 4 / 2).repeat(32));
            let reviewed = complaint.submitted(PAPER).map(|_| print.clone().unwrap_or_default());
            Facts { paper: Some(PAPER), sha256: print, reviewed, ..facts }
        }
        Move::DeclareConflict => {
            let conflict = if chance.is_multiple_of(5) { YesNo::Yes } else { YesNo::No };
            Facts { declarer: Some("mina".to_owned()), conflict: Some(conflict), ..facts }
        }
        Move::RecordConduct => {
            let conduct = Some(ConductKind::ALL[pick % ConductKind::ALL.len()]);
            let restriction = chance.is_multiple_of(2).then(|| Restriction::ALL[pick % Restriction::ALL.len()]);
            Facts { conduct, restriction, ..facts }
        }
        Move::Close => Facts { closure: complaint.closure_by(word), action: facts.text.clone(), ..facts },
        Move::Withdraw => Facts { closure: Some(Closure::Withdrawn), ..facts },
        Move::Refer => Facts { body: Some("The post".to_owned()), closure: Some(Closure::ReferredOut), ..facts },
        Move::Convert => Facts { matter: Some(Matter::Enquiry), closure: Some(Closure::NotAComplaint), ..facts },
        Move::Merge => {
            let into = Some("2026-01-0001-2".parse().expect("a reference"));
            Facts { into, closure: Some(Closure::Duplicate), ..facts }
        }
        Move::Void => Facts { closure: Some(Closure::Void), ..facts },
        _ => said_outside(step, complaint, facts, pick),
    }
}

fn said_outside(step: Move, complaint: &Complaint, facts: Facts, pick: usize) -> Facts {
    match step {
        Move::ProposeDispute | Move::GoOutside => Facts { body: Some("The union".to_owned()), ..facts },
        Move::ConsentDispute => {
            let consents = complaint.valid_events().filter(|event| event.kind == Kind::DisputeConsented).count();
            Facts { side: Some(Side::ALL[consents % 2]), accepted: Some(Acceptance::Written), ..facts }
        }
        Move::StartDispute => Facts { dispute_method: Some(DisputeMethod::ALL[pick % 3]), ..facts },
        Move::EndDispute => Facts { result: Some(DisputeResult::ALL[pick % 3]), ..facts },
        Move::AcceptRecommendation | Move::RejectRecommendation | Move::ContestDetermination => {
            Facts { side: Some(Side::ALL[pick % 2]), ..facts }
        }
        Move::CloseDispute => Facts { closure: complaint.closure_outside(), ..facts },
        Move::TakePosition => Facts { settler: Some("sara".to_owned()), ..facts },
        Move::DropDispute => Facts { dispute_exit: Some(DisputeExit::ALL[pick % DisputeExit::ALL.len()]), ..facts },
        _ => facts,
    }
}

/// Tells a story to its end and returns it with the steps that the rules admitted.
fn story(pack: usize, chances: &[Chance]) -> (Teller, BTreeSet<Move>) {
    let mut teller = Teller::new(pack);
    let steps = chances.iter().filter_map(|chance| teller.try_next(*chance)).collect();
    (teller, steps)
}

/// Asks everything that must hold of a complaint at the end of a story.
fn assert_sound(teller: &Teller) {
    teller.look_at_the_clocks();
    let complaint = &teller.complaint;
    let text = crate::record::write(complaint);
    let again = crate::record::read(text.as_bytes()).expect("what is written can be read");
    assert_eq!(again.stored_state, complaint.state().as_str());
    assert_eq!(again.complaint, *complaint, "what is stored is what was told");
    let is_attached = complaint.events.iter().any(|event| event.kind == Kind::Attached);
    let evidence: Vec<Evidence> = is_attached.then(evidence).into_iter().collect();
    let mut looked = look_under(teller.pack, "2199-01-01T00:00:00+03:30", &text, (&evidence, Committed::Same));
    looked.findings.retain(|finding| finding.check.weight() == Weight::Error);
    let kinds: Vec<_> = complaint.events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(told(&looked.findings), "", "{kinds:?}");
}

proptest! {
    #[test]
    fn whatever_the_rules_admit_is_sound(
        pack in 0_usize..20,
        chances in proptest::collection::vec((0_usize..1000, proptest::num::u8::ANY), 0..120),
    ) {
        assert_sound(&story(pack, &chances).0);
    }
}

#[test]
fn the_stories_reach_every_step_and_every_state() {
    let mut seed = 1_u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let (mut steps, mut states) = (BTreeSet::new(), BTreeSet::new());
    for pack in 0..90 {
        // Each story does without about half of the steps: so it goes further with the others than one that knows all.
        let known: Vec<usize> = (0..Move::ALL.len()).filter(|_| next() % 2 == 0).collect();
        let mut one_of = |count: usize| usize::try_from(next()).expect("a small number") % count;
        let chances: Vec<Chance> = (0..240)
            .map(|_| (known[one_of(known.len())], u8::try_from(one_of(256)).expect("a small number")))
            .collect();
        let (teller, taken) = story(pack, &chances);
        steps.extend(taken);
        states.extend(teller.complaint.events.iter().filter_map(|event| event.to));
    }
    let never: Vec<Move> =
        Move::ALL.iter().copied().filter(|step| !steps.contains(step) && *step != Move::New).collect();
    assert_eq!(never, [], "no story takes these steps: say in `deed` what they need");
    assert_eq!(states.len(), State::ALL.len());
}
