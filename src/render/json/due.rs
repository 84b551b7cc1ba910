//! The JSON of `due`: what is owed, and how the end of each clock came about.

use serde::Serialize;

use crate::calendar::tally::{Counts, Tallied};
use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::clock::{self, Cause, ClockState, DueBy, Leg};
use crate::domain::complaint::Complaint;
use crate::domain::pack::{Limit, Pack};
use crate::domain::paper::Paper;
use crate::domain::words::PromiseState;
use crate::render::json::SCHEMA;
use crate::report::due::{Owed, What};

/// `due --format json`.
#[derive(Debug, Serialize)]
pub struct Output<'a> {
    schema: u8,
    now: String,
    due: Vec<Item<'a>>,
}

#[derive(Debug, Serialize)]
struct Item<'a> {
    reference: String,
    kind: &'static str,
    what: &'a str,
    paper: Option<&'static str>,
    due: String,
    by: &'static str,
    other_date: Option<String>,
    overdue: bool,
    on_hold: bool,
    statutory: bool,
    state: &'static str,
    owner: Option<&'a str>,
    urgency: i64,
    terms: Vec<TermItem>,
}

#[derive(Debug, Serialize)]
struct TermItem {
    term: &'static str,
    points: i64,
}

/// `due REF --format json`.
#[derive(Debug, Serialize)]
pub struct Explanation<'a> {
    schema: u8,
    reference: String,
    now: String,
    pack: &'a str,
    clocks: Vec<ClockItem<'a>>,
    promises: Vec<PromiseItem<'a>>,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a contract for programs tells what is so")]
struct ClockItem<'a> {
    clock: &'a str,
    paper: Option<&'static str>,
    limit: LimitItem,
    statutory: bool,
    pausable: bool,
    extendable_by: Option<LimitItem>,
    basis: BasisItem<'a>,
    started_at: String,
    stopped_at: Option<String>,
    due: Option<String>,
    told_due: Option<String>,
    binding_due: Option<String>,
    by: Option<&'static str>,
    on_hold: bool,
    missed: bool,
    steps: Vec<StepItem>,
}

#[derive(Debug, Serialize)]
struct BasisItem<'a> {
    en: &'a str,
    fa: &'a str,
}

#[derive(Debug, Serialize)]
struct LimitItem {
    amount: u16,
    unit: &'static str,
}

#[derive(Debug, Serialize)]
struct StepItem {
    cause: &'static str,
    from: String,
    end: String,
    hold_from: Option<String>,
    hold_to: Option<String>,
    hold_seconds: Option<i64>,
    days: Vec<DayItem>,
}

#[derive(Debug, Serialize)]
struct DayItem {
    day: String,
    counts: &'static str,
    number: Option<usize>,
    spans: Vec<[String; 2]>,
    seconds_so_far: Option<i64>,
    day_off: Option<String>,
}

#[derive(Debug, Serialize)]
struct PromiseItem<'a> {
    id: &'a str,
    what: &'static str,
    due: String,
    told_at: String,
}

impl<'a> Output<'a> {
    /// Returns the contract of what is owed, in the order given.
    pub fn of(owed: &'a [Owed], now: Instant) -> Self {
        Self { schema: SCHEMA, now: now.to_rfc3339(), due: owed.iter().map(Item::of).collect() }
    }
}

impl<'a> Item<'a> {
    fn of(owed: &'a Owed) -> Self {
        let (kind, what) = match &owed.what {
            What::Clock(id, _) => ("clock", id.as_str()),
            What::Promise(what) => ("promise", what.as_str()),
            What::Review(kind) => ("review", kind.as_str()),
        };
        let term = |(term, points): &(crate::report::due::Term, i64)| TermItem { term: term.as_str(), points: *points };
        Self {
            reference: owed.reference.to_string(),
            kind,
            what,
            paper: owed.what.paper().map(Paper::as_str),
            due: owed.due.to_rfc3339(),
            by: by(owed.by),
            other_date: owed.other_date.map(|other| other.to_rfc3339()),
            overdue: owed.is_overdue,
            on_hold: owed.is_paused,
            statutory: owed.is_statutory,
            state: owed.state.as_str(),
            owner: owed.owner.as_deref(),
            urgency: owed.points(),
            terms: owed.urgency.iter().map(term).collect(),
        }
    }
}

impl<'a> Explanation<'a> {
    /// Returns the contract of how the clocks of a complaint came about.
    pub fn of(complaint: &'a Complaint, pack: &'a Pack, calendar: &WorkCalendar, now: Instant) -> Self {
        let states = clock::states(complaint, pack, calendar);
        let open = complaint.promises.iter().filter(|promise| promise.state == PromiseState::Open);
        let promise = |promise: &'a crate::domain::complaint::Promise| PromiseItem {
            id: &promise.id,
            what: promise.what.as_str(),
            due: promise.due.to_rfc3339(),
            told_at: promise.told_at.to_rfc3339(),
        };
        Self {
            schema: SCHEMA,
            reference: complaint.reference.to_string(),
            now: now.to_rfc3339(),
            pack: pack.id.as_str(),
            clocks: states
                .iter()
                .zip(started(pack, &states))
                .map(|(state, rule)| clock_item(state, rule, now))
                .collect(),
            promises: open.map(promise).collect(),
        }
    }
}

/// Returns the rules of the clocks that were started, for as long as the pack lives.
fn started<'a>(pack: &'a Pack, states: &[ClockState<'_>]) -> Vec<&'a crate::domain::pack::ClockRule> {
    states.iter().filter_map(|state| pack.clock(state.rule.id.as_str())).collect()
}

fn clock_item<'a>(state: &ClockState<'_>, rule: &'a crate::domain::pack::ClockRule, now: Instant) -> ClockItem<'a> {
    let time = |instant: Instant| instant.to_rfc3339();
    let limit = |limit: Limit| LimitItem { amount: limit.amount, unit: limit.unit.as_str() };
    ClockItem {
        clock: rule.id.as_str(),
        paper: state.paper.map(Paper::as_str),
        limit: limit(rule.limit),
        statutory: rule.is_statutory,
        pausable: rule.is_pausable,
        extendable_by: rule.extension.as_ref().map(|extension| limit(extension.most)),
        basis: BasisItem { en: &rule.basis.en, fa: &rule.basis.fa },
        started_at: time(state.started_at),
        stopped_at: state.stopped_at.map(time),
        due: state.due().map(time),
        told_due: state.told.map(|promise| time(promise.due)),
        binding_due: state.binding().map(|(due, _)| time(due)),
        by: state.binding().map(|(_, said)| by(said)),
        on_hold: state.is_paused(now),
        missed: state.is_missed(now),
        steps: state.legs.iter().map(|leg| step_item(state, leg)).collect(),
    }
}

fn step_item(state: &ClockState<'_>, leg: &Leg) -> StepItem {
    let (cause, hold, seconds) = match &leg.cause {
        Cause::Limit(_) => ("limit", None, None),
        Cause::Pause { span, covers } => ("hold", Some(span), Some(covers.num_seconds())),
        Cause::Extension { .. } => ("extension", None, None),
    };
    StepItem {
        cause,
        from: leg.from.to_rfc3339(),
        end: leg.end.to_rfc3339(),
        hold_from: hold.map(|span| span.start.to_rfc3339()),
        hold_to: hold.map(|span| span.end.to_rfc3339()),
        hold_seconds: seconds,
        days: state.tally(leg).iter().map(|tallied| day_item(state, tallied)).collect(),
    }
}

fn day_item(state: &ClockState<'_>, tallied: &Tallied) -> DayItem {
    let blank = DayItem {
        day: tallied.day.to_string(),
        counts: "begins",
        number: None,
        spans: Vec::new(),
        seconds_so_far: None,
        day_off: None,
    };
    match &tallied.counts {
        Counts::Begins => blank,
        Counts::Day(number) => DayItem { counts: "day", number: Some(*number), ..blank },
        Counts::Time { spans, so_far } => DayItem {
            counts: "time",
            spans: spans.iter().map(|(from, to)| [from.to_rfc3339(), to.to_rfc3339()]).collect(),
            seconds_so_far: Some(so_far.num_seconds()),
            ..blank
        },
        Counts::Closed => {
            let off = state.calendar().day_off(tallied.day);
            DayItem { counts: "closed", day_off: off.map(|off| off.kind.as_str().to_owned()), ..blank }
        }
    }
}

fn by(by: DueBy) -> &'static str {
    match by {
        DueBy::Told => "told",
        DueBy::Pack => "pack",
    }
}
