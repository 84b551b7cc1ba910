//! The one table of allowed steps, and the one gate that every change of a complaint passes.
//!
//! The table is used three times: by the commands before they write, by `advance REF` to say what is possible and what is
//! missing, and by `check` on every stored event. What a stricter pack asks comes on top of what the table always asks.

use super::Instant;
use super::code::words;
use super::complaint::Complaint;
use super::event::{Event, Kind};
use super::pack::Pack;
use super::refusal::Refusal;
use super::words::{Closure, Finding, PromiseState, Promised, State};

words! {
    /// Something a person does with a complaint.
    Step, "step" {
        /// Record it.
        New => "new",
        /// Tell the complainant that it arrived.
        Acknowledge => "acknowledge",
        /// Assess what kind of matter it is and how bad.
        Categorize => "categorize",
        /// Begin the examination.
        Investigate => "investigate",
        /// Record a finding with reasons.
        Decide => "decide",
        /// Tell the complainant the outcome.
        Respond => "respond",
        /// Solve it within the first contact.
        ResolveNow => "resolve-now",
        /// Record that the complainant agrees to what was offered.
        Accept => "accept",
        /// Record that what was agreed is done.
        Fulfil => "fulfil",
        /// Finish it.
        Close => "close",
        /// Take up a finished complaint again.
        Reopen => "reopen",
        /// Record that the complainant takes it back.
        Withdraw => "withdraw",
        /// Mark it as recorded by mistake.
        Void => "void",
        /// Make somebody its owner.
        Assign => "assign",
        /// Write something down.
        Note => "note",
        /// Record a contact with the complainant.
        Talk => "talk",
        /// Add evidence.
        Attach => "attach",
        /// Record what the complainant thinks of the handling and the outcome.
        Feedback => "feedback",
        /// Correct a field.
        Edit => "edit",
        /// Take back the last event.
        Undo => "undo",
    }
}

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
    }
}

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
        ]),
        &[R::Category, R::Severity, R::Safety],
        "7.5; S41-S52",
    ),
    rule(
        Step::Investigate,
        Kind::InvestigationStarted,
        Between(&[(S::Assessed, S::Investigating)]),
        &[],
        "7.6; S60, S76",
    ),
    rule(
        Step::Decide,
        Kind::Decided,
        Between(&[(S::Investigating, S::Decided), (S::Assessed, S::Decided)]),
        &[R::Finding, R::Why],
        "7.6, 7.7; S79, S95",
    ),
    rule(
        Step::Respond,
        Kind::Responded,
        Between(&[(S::Decided, S::Responded)]),
        &[R::Method, R::Text, R::NextRoute],
        "7.7, 7.8; S93-S95, S123, S151",
    ),
    rule(
        Step::ResolveNow,
        Kind::ResolvedNow,
        Between(&[(S::Received, S::Responded), (S::Acknowledged, S::Responded), (S::Assessed, S::Responded)]),
        &[R::Done, R::Acceptance],
        "7.7; S50, S68",
    ),
    rule(Step::Accept, Kind::Accepted, Between(&[(S::Responded, S::Implementing)]), &[R::Text], "7.9; S96, S100"),
    rule(Step::Fulfil, Kind::Fulfilled, Between(&[(S::Implementing, S::FollowUp)]), &[], "7.9; S97, S117"),
    rule(
        Step::Close,
        Kind::Closed,
        Between(&[(S::FollowUp, S::Closed), (S::Responded, S::Closed)]),
        &[R::PromisesSettled, R::ClosureReason, R::Attempts, R::WindowPassed],
        "7.9; S131, S132",
    ),
    rule(Step::Reopen, Kind::Reopened, Between(&[(S::Closed, S::Assessed)]), &[R::Why], "7.9; S127"),
    rule(Step::Withdraw, Kind::Withdrawn, OpenTo(S::Closed), &[R::Why], "7.9"),
    rule(Step::Void, Kind::Voided, AnyTo(S::Closed), &[R::Why], "S32: a number is never lost"),
    rule(Step::Assign, Kind::Assigned, OpenStays, &[], "5.3; S60-S67"),
    rule(Step::Note, Kind::Noted, AnyStays, &[R::Text], "7.3; S33"),
    rule(Step::Talk, Kind::Talked, AnyStays, &[R::Method, R::Text], "7.3; S31, S121"),
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
        self.requirements(pack).filter(|requirement| !requirement.is_met(complaint, event, pack)).collect()
    }
}

impl Step {
    /// Returns the steps that lead through the process, in its order.
    pub fn of_process() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|step| *step > Self::New && *step <= Self::Void)
    }

    /// Returns the steps that `advance` takes, in the order of the process.
    pub fn of_advance() -> impl Iterator<Item = Self> {
        Self::of_process().filter(|step| *step != Self::Categorize)
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
            Self::NotAcknowledged | Self::PromisesSettled => "",
            Self::ClosureReason => "--solved yes | --no-reply N | --declined | --exhausted",
            Self::Attempts => "--no-reply N",
            Self::WindowPassed => "--declined",
            Self::ClosingNote => "--note \"…\"",
            Self::Plan => "--plan \"…\"",
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
            other => other.option(),
        }
    }

    /// Returns whether the complaint, as it would be with `event`, records this.
    fn is_met(self, complaint: &Complaint, event: &Event, pack: &Pack) -> bool {
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
            Self::FullAssessment => {
                assessment.complexity.is_some()
                    && assessment.impact.is_some()
                    && assessment.safety.is_some()
                    && assessment.jurisdiction.is_some()
            }
            Self::NotAcknowledged => complaint
                .valid_events()
                .filter(|other| other.kind == Kind::Acknowledged)
                .all(|other| other.id == event.id),
            Self::Method => facts.method.is_some(),
            Self::Finding => facts.finding.is_some(),
            Self::Why | Self::Text | Self::Done | Self::Plan | Self::ClosingNote => facts.text.is_some(),
            Self::Acceptance => facts.accepted.is_some(),
            Self::NextRoute => facts.route_told.is_some() || complaint.finding() == Some(Finding::Upheld),
            Self::PromisesSettled => !complaint.has_open_promise(),
            Self::ClosureReason => facts.closure.is_some(),
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

    /// Returns whether the time for the route told with the answer has passed at `moment`.
    fn is_window_passed(&self, moment: Instant, pack: &Pack) -> bool {
        let window = chrono::TimeDelta::days(pack.review_window_days.into());
        let told = self.valid_events().rfind(|event| event.facts.route_told.is_some());
        told.is_some_and(|told| told.at + window <= moment)
    }

    /// Returns why the complaint may be closed now, by what is recorded and what the complainant last said.
    ///
    /// A rejection is never closed for want of a reply alone: it waits until its next route has had its time (ISO 10002:2018,
    /// 7.9).
    pub fn closure_by(&self, said: ClosingWord) -> Option<Closure> {
        let is_rejected = self.finding() == Some(Finding::NotUpheld);
        let is_first_contact = self.last(Kind::ResolvedNow).is_some() && self.last(Kind::Responded).is_none();
        let is_accepted = said == ClosingWord::Solved || said == ClosingWord::Nothing && self.recorded_acceptance();
        match said {
            ClosingWord::Declined => Some(Closure::NotUpheldAccepted),
            ClosingWord::Exhausted => Some(Closure::NotUpheldExhausted),
            ClosingWord::NoReply if is_rejected => Some(Closure::NotUpheldExhausted),
            ClosingWord::NoReply => Some(Closure::ResolvedNoReply),
            ClosingWord::Solved | ClosingWord::Nothing if !is_accepted => None,
            ClosingWord::Solved | ClosingWord::Nothing if is_rejected => Some(Closure::NotUpheldAccepted),
            ClosingWord::Solved | ClosingWord::Nothing if is_first_contact => Some(Closure::ResolvedFirstContact),
            ClosingWord::Solved | ClosingWord::Nothing => Some(Closure::ResolvedAccepted),
            ClosingWord::Unsolved => None,
        }
    }

    /// Returns whether the complainant's agreement stands in the record since the answer was last waited for.
    fn recorded_acceptance(&self) -> bool {
        let since = self.answer_awaited_since();
        let solved = Some(super::words::Solved::Yes);
        let last_feedback = self.last(Kind::FeedbackReceived).filter(|event| event.at >= since);
        match last_feedback {
            Some(feedback) => feedback.facts.solved == solved,
            None => self
                .valid_events()
                .filter(|event| event.at >= since)
                .any(|event| event.kind == Kind::Accepted || event.facts.accepted.is_some()),
        }
    }
}

words! {
    /// What the complainant said, or did not say, before a complaint is closed.
    ClosingWord, "closing word" {
        /// It is solved.
        Solved => "solved",
        /// Nobody replied.
        NoReply => "no-reply",
        /// No further route is wanted after a rejection.
        Declined => "declined",
        /// All routes were told and their time has passed.
        Exhausted => "exhausted",
        /// It is not solved, or only in part.
        Unsolved => "unsolved",
        /// Nothing new: what is recorded must be enough.
        Nothing => "nothing",
    }
}

/// Returns the complaint with `event` added, if the rules allow it: the only gate for every change.
///
/// `proposed` is the complaint with its facts already changed as the event says, `now` the time at which it is recorded.
/// The event's `to` is set here, promises it settles are settled here.
pub fn admit(proposed: Complaint, mut event: Event, pack: &Pack, now: Instant) -> Result<Complaint, Refusal> {
    let rule = Rule::of_kind(event.kind).ok_or(Refusal::NoSuchStep { kind: event.kind })?;
    let before = proposed.state();
    let Some(target) = rule.target(before) else {
        let possible = Step::of_process().filter(|step| Rule::of(*step).target(before).is_some()).collect();
        return Err(Refusal::WrongState { step: rule.step, state: before, closure: proposed.closure(), possible });
    };
    if proposed.is_void() && rule.step != Step::Undo {
        return Err(Refusal::WrongState {
            step: rule.step,
            state: before,
            closure: proposed.closure(),
            possible: vec![],
        });
    }
    if event.at > now {
        return Err(Refusal::InTheFuture { at: event.at, now });
    }
    if event.at < proposed.last_event_at() {
        return Err(Refusal::BeforeLastEvent { at: event.at, last: proposed.last_event_at() });
    }
    event.to = (target != before).then_some(target);
    let settled = settle(proposed, &event);
    let missing = rule.missing(&settled, &event, pack);
    if !missing.is_empty() {
        return Err(Refusal::Missing { step: rule.step, missing });
    }
    let mut after = settled;
    after.events.push(event);
    Ok(after)
}

/// Returns the complaint as it is born: with its `received` event, if that records what the pack asks.
pub fn receive(proposed: Complaint, mut event: Event, pack: &Pack, now: Instant) -> Result<Complaint, Refusal> {
    if event.at > now {
        return Err(Refusal::InTheFuture { at: event.at, now });
    }
    event.to = Some(State::Received);
    let missing = Rule::of(Step::New).missing(&proposed, &event, pack);
    if !missing.is_empty() {
        return Err(Refusal::Missing { step: Step::New, missing });
    }
    let mut born = proposed;
    born.events.push(event);
    Ok(born)
}

/// Settles the promises that an event keeps: an answer the promised answer, the fulfilment all that was agreed.
fn settle(mut complaint: Complaint, event: &Event) -> Complaint {
    let settles = |what: Promised| match event.kind {
        Kind::Responded | Kind::ResolvedNow => what == Promised::Response,
        Kind::Fulfilled => what == Promised::Remedy,
        _ => false,
    };
    let open = |promise: &&mut super::complaint::Promise| promise.state == PromiseState::Open && settles(promise.what);
    for promise in complaint.promises.iter_mut().filter(open) {
        promise.state = if event.at <= promise.due { PromiseState::Kept } else { PromiseState::Missed };
    }
    if event.kind == Kind::Fulfilled
        && let Ok(delivered) = "delivered".parse::<super::code::Code>()
    {
        for remedy in &mut complaint.remedies {
            remedy.state = delivered.clone();
        }
    }
    complaint
}

#[cfg(test)]
mod tests;
