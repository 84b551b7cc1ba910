//! Due dates: one pure function of the events, the pack and the working calendar, which can say how it came to its answer.
//!
//! Only dates told to a complainant are stored; every other due date is derived here, so that it can be explained and never
//! goes stale. Each clock is reckoned by itself:
//! - It runs from the last event that starts it to the first after that which stops it.
//! - A hold puts off the end of a pausable clock by as much time as it covers, counted as the clock counts: working time for
//!   working hours and working days, elapsed time for the others. Nothing pauses a statutory clock.
//! - An extension sets a new end.
//! - A day off that was entered after the clock had run out without it makes no late answer punctual.

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Days, TimeDelta};

use super::Instant;
use super::complaint::{Complaint, Promise};
use super::event::{Event, Kind};
use super::pack::{ACKNOWLEDGE, ClockRule, Limit, Pack, RESPOND, Unit};
use super::paper::Paper;
use super::words::State;
use crate::calendar::tally::Tallied;
use crate::calendar::worktime::WorkCalendar;
use crate::calendar::zone;

/// Where a response date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueBy {
    /// The complainant was told this date.
    Told,
    /// The rule pack says so.
    Pack,
}

/// How one clock of a complaint stands.
#[derive(Clone, Debug)]
pub struct ClockState<'a> {
    /// What the pack says about it.
    pub rule: &'a ClockRule,
    /// The paper that it waits for, where each has the clock for itself.
    pub paper: Option<Paper>,
    /// When it was last started.
    pub started_at: Instant,
    /// When it was stopped after that.
    pub stopped_at: Option<Instant>,
    /// How its end came about, step by step; none where the calendar has no working day for ten years.
    pub legs: Vec<Leg>,
    /// The date that the complainant was told for what the clock asks.
    pub told: Option<&'a Promise>,
    /// The calendar by which it is judged.
    calendar: Cow<'a, WorkCalendar>,
}

/// A step on the way to the end of a clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// Why the end is where it is.
    pub cause: Cause,
    /// From when was counted: the start, or the end before this step.
    pub from: Instant,
    /// When the clock ends after this step.
    pub end: Instant,
}

/// Why the end of a clock is where it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// The pack says how long it runs.
    Limit(Limit),
    /// The complaint was on hold.
    Pause {
        /// From when to when.
        span: Range<Instant>,
        /// How much time of the clock's kind that covers.
        covers: TimeDelta,
    },
    /// It was extended.
    Extension {
        /// When.
        at: Instant,
    },
}

impl<'a> ClockState<'a> {
    /// Returns how a clock of a complaint stands; `None` when nothing has started it.
    pub fn of(complaint: &'a Complaint, rule: &'a ClockRule, calendar: &'a WorkCalendar) -> Option<Self> {
        Self::of_paper(complaint, rule, None, calendar)
    }

    /// Returns how a clock stands by what happened to one paper, or to whatever started it last.
    fn of_paper(
        complaint: &'a Complaint,
        rule: &'a ClockRule,
        paper: Option<Paper>,
        calendar: &'a WorkCalendar,
    ) -> Option<Self> {
        let run = Run::of(complaint, rule, paper)?;
        let calendar = run.judging(calendar);
        let is_answer = rule.id.as_str() == RESPOND;
        Some(Self {
            rule,
            paper,
            started_at: run.started_at,
            stopped_at: run.stopped_at,
            legs: run.legs(&calendar).unwrap_or_default(),
            told: is_answer.then(|| complaint.told_response()).flatten(),
            calendar,
        })
    }

    /// Returns when it runs out by its pack, with pauses and extensions.
    pub fn due(&self) -> Option<Instant> {
        self.legs.last().map(|leg| leg.end)
    }

    /// Returns when it would run out had it never been extended.
    pub fn due_unextended(&self) -> Option<Instant> {
        self.legs.iter().take_while(|leg| !matches!(leg.cause, Cause::Extension { .. })).last().map(|leg| leg.end)
    }

    /// Returns the date that counts: what the complainant was told, but never later than an authority allows.
    pub fn binding(&self) -> Option<(Instant, DueBy)> {
        match (self.told, self.due()) {
            (Some(told), Some(due)) if self.rule.is_statutory && due < told.due => Some((due, DueBy::Pack)),
            (Some(told), _) => Some((told.due, DueBy::Told)),
            (None, due) => due.map(|due| (due, DueBy::Pack)),
        }
    }

    /// Returns the date that the complainant was told, where it is another one than the clock's own.
    pub fn told_otherwise(&self) -> Option<Instant> {
        self.told.map(|promise| promise.due).filter(|told| self.due() != Some(*told))
    }

    /// Returns whether it still runs, on hold or not.
    pub fn is_running(&self) -> bool {
        self.stopped_at.is_none()
    }

    /// Returns whether it stands still at `now`.
    pub fn is_paused(&self, now: Instant) -> bool {
        let pauses = |leg: &Leg| matches!(&leg.cause, Cause::Pause { span, .. } if span.contains(&now));
        self.is_running() && self.legs.iter().any(pauses)
    }

    /// Returns whether its date had passed when it was stopped, or has by `now`.
    pub fn is_missed(&self, now: Instant) -> bool {
        self.binding().is_some_and(|(due, _)| due < self.stopped_at.unwrap_or(now))
    }

    /// Returns how a step was counted, day by day; an extension is not counted.
    pub fn tally(&self, leg: &Leg) -> Vec<Tallied> {
        let (from, end) = (leg.from, leg.end);
        match (&leg.cause, self.rule.limit.unit) {
            (Cause::Extension { .. }, _) => Vec::new(),
            (Cause::Limit(_), Unit::WorkingDays) => self.calendar.tally_working_days(from, end),
            (Cause::Limit(_), Unit::CalendarDays | Unit::Weeks) => self.calendar.tally_days(from, end),
            (_, Unit::WorkingDays | Unit::WorkingHours) => self.calendar.tally_working_time(from, end),
            (_, Unit::Hours | Unit::CalendarDays | Unit::Weeks) => self.calendar.tally_time(from, end),
        }
    }

    /// Returns the calendar by which it is judged.
    pub fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }
}

/// Returns how every clock of the pack stands that something has started, in the order of the pack. Each paper that somebody is
/// to look at has the clock for itself.
pub fn states<'a>(complaint: &'a Complaint, pack: &'a Pack, calendar: &'a WorkCalendar) -> Vec<ClockState<'a>> {
    let of_rule = |rule: &'a ClockRule| {
        let papers = if rule.is_of_papers() { submitted_papers(complaint) } else { vec![None] };
        papers.into_iter().filter_map(move |paper| ClockState::of_paper(complaint, rule, paper, calendar))
    };
    pack.clocks.iter().flat_map(of_rule).collect()
}

/// Returns the papers that were ever given to somebody else to look at, in the order of their first submission.
fn submitted_papers(complaint: &Complaint) -> Vec<Option<Paper>> {
    let mut papers = Vec::new();
    for submitted in complaint.valid_events().filter(|event| event.kind == Kind::PaperSubmitted) {
        if !papers.contains(&submitted.facts.paper) {
            papers.push(submitted.facts.paper);
        }
    }
    papers
}

/// One run of a clock: what happened while it ran.
struct Run<'a> {
    limit: Limit,
    started_at: Instant,
    stopped_at: Option<Instant>,
    interruptions: Vec<(Instant, Interruption<'a>)>,
}

enum Interruption<'a> {
    Hold(Range<Instant>),
    Extension(&'a Event),
}

impl<'a> Run<'a> {
    fn of(complaint: &'a Complaint, rule: &ClockRule, paper: Option<Paper>) -> Option<Self> {
        let events: Vec<&Event> = complaint.valid_events().collect();
        let concerns = |event: &Event| paper.is_none() || event.facts.paper.is_none() || event.facts.paper == paper;
        let start = events.iter().rposition(|event| rule.start.contains(&event.kind) && concerns(event))?;
        let started_at = if events[start].kind == Kind::Received { complaint.received_at } else { events[start].at };
        let after = &events[start + 1..];
        let stops =
            |event: &&&Event| rule.stop.contains(&event.kind) && concerns(event) || event.to == Some(State::Closed);
        let stopped_at = after.iter().find(stops).map(|event| event.at);
        let holds = if rule.is_pausable { holds(&events) } else { Vec::new() };
        let holds = holds.into_iter().filter(|hold| hold.end > started_at);
        let holds = holds.map(|hold| hold.start.max(started_at)..hold.end);
        let mut interruptions: Vec<(Instant, Interruption<'a>)> =
            holds.map(|hold| (hold.start, Interruption::Hold(hold))).collect();
        let extends = |event: &&&Event| event.kind == Kind::Extended && event.facts.clock.as_ref() == Some(&rule.id);
        let extensions = after.iter().filter(extends).map(|event| (event.at, Interruption::Extension(event)));
        interruptions.extend(extensions);
        interruptions.sort_by_key(|(at, _)| *at);
        Some(Self { limit: rule.limit, started_at, stopped_at, interruptions })
    }

    /// Returns the calendar without the days off that were entered after the clock had run out without them.
    fn judging<'c>(&self, calendar: &'c WorkCalendar) -> Cow<'c, WorkCalendar> {
        let mut known_at = self.started_at;
        for added_at in calendar.additions_after(self.started_at) {
            let then = calendar.as_known_at(known_at);
            let end = self.legs(&then).and_then(|legs| legs.last().map(|leg| leg.end));
            if end.is_some_and(|end| end < *added_at) {
                return Cow::Owned(then);
            }
            known_at = *added_at;
        }
        Cow::Borrowed(calendar)
    }

    fn legs(&self, calendar: &WorkCalendar) -> Option<Vec<Leg>> {
        let end = end_of(self.limit, self.started_at, calendar)?;
        let mut legs = vec![Leg { cause: Cause::Limit(self.limit), from: self.started_at, end }];
        for (at, interruption) in &self.interruptions {
            let from = legs.last()?.end;
            match interruption {
                Interruption::Hold(span) if span.start < from => {
                    let (covers, end) = self.put_off(from, span, calendar)?;
                    legs.push(Leg { cause: Cause::Pause { span: span.clone(), covers }, from, end });
                }
                Interruption::Hold(_) => {}
                Interruption::Extension(event) => {
                    let end = event.facts.until.unwrap_or(from);
                    legs.push(Leg { cause: Cause::Extension { at: *at }, from, end });
                }
            }
        }
        Some(legs)
    }

    /// Returns how much of the clock's time a hold covers, and the end that is put off by as much.
    fn put_off(&self, end: Instant, hold: &Range<Instant>, calendar: &WorkCalendar) -> Option<(TimeDelta, Instant)> {
        match self.limit.unit {
            Unit::WorkingHours | Unit::WorkingDays => {
                let covers = calendar.working_time_between(hold.start, hold.end);
                Some((covers, calendar.add_working_time(end, covers)?))
            }
            Unit::Hours | Unit::CalendarDays | Unit::Weeks => {
                let covers = hold.end.signed_duration_since(hold.start);
                Some((covers, end.checked_add_signed(covers)?))
            }
        }
    }
}

/// Returns when a complaint was on hold: each hold ends when it was to end, or with the resumption before that.
fn holds(events: &[&Event]) -> Vec<Range<Instant>> {
    let mut holds: Vec<Range<Instant>> = Vec::new();
    for event in events {
        let is_end = matches!(event.kind, Kind::Held | Kind::Resumed);
        if let Some(last) = holds.last_mut().filter(|last| is_end && last.end > event.at) {
            last.end = event.at;
        }
        if event.kind == Kind::Held
            && let Some(until) = event.facts.until
        {
            holds.push(event.at..until);
        }
    }
    holds
}

/// Returns until when the complaint is on hold at a moment; `None` when it is not.
pub fn on_hold_until(complaint: &Complaint, moment: Instant) -> Option<Instant> {
    let events: Vec<&Event> = complaint.valid_events().collect();
    holds(&events).into_iter().find(|hold| hold.contains(&moment)).map(|hold| hold.end)
}

/// Returns the end of `limit` counted from `start`; `None` when the calendar has no working day for ten years.
pub fn end_of(limit: Limit, start: Instant, calendar: &WorkCalendar) -> Option<Instant> {
    let amount = limit.amount;
    match limit.unit {
        Unit::Hours => start.checked_add_signed(TimeDelta::hours(amount.into())),
        Unit::WorkingHours => calendar.add_working_time(start, TimeDelta::hours(amount.into())),
        Unit::WorkingDays => calendar.add_working_days(start, limit.amount),
        Unit::CalendarDays => add_days(start, amount, calendar),
        Unit::Weeks => add_days(start, amount.checked_mul(7)?, calendar),
    }
}

/// Returns the same clock time some calendar days later; where clocks skip that time, the moment of their change.
fn add_days(start: Instant, days: u16, calendar: &WorkCalendar) -> Option<Instant> {
    let later = start.with_timezone(&calendar.zone).naive_local().checked_add_days(Days::new(days.into()))?;
    zone::instant_or_after(later, calendar.zone).map(|due| due.fixed_offset())
}

/// Returns when the complaint must be acknowledged by its pack; `None` where the pack has no such clock.
pub fn acknowledgement_due(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar) -> Option<Instant> {
    ClockState::of(complaint, pack.clock(ACKNOWLEDGE)?, calendar)?.due()
}

/// Returns when the outcome must be told: the date the complainant was told, else the pack's; `None` without either.
pub fn response_due(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar) -> Option<(Instant, DueBy)> {
    let state = pack.clock(RESPOND).and_then(|rule| ClockState::of(complaint, rule, calendar));
    match state {
        Some(state) => state.binding(),
        None => complaint.told_response().map(|promise| (promise.due, DueBy::Told)),
    }
}

/// Returns when the outcome must be told by the pack of a complaint that is acknowledged at a moment: some packs count
/// from there.
pub fn response_due_if_acknowledged(
    complaint: &Complaint,
    pack: &Pack,
    calendar: &WorkCalendar,
    at: Instant,
) -> Option<Instant> {
    let rule = pack.clock(RESPOND)?;
    if rule.start.contains(&Kind::Acknowledged) {
        return end_of(rule.limit, at, calendar);
    }
    ClockState::of(complaint, rule, calendar)?.due()
}

/// Returns until when the complaint may be resolved at once; `None` where its pack sets no limit.
pub fn resolve_now_until(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar) -> Option<Instant> {
    end_of(pack.resolve_now_within?, complaint.answer_awaited_since(), calendar)
}

/// Returns whether the outcome is still owed although it was due before `now`; without a clock never.
///
/// `complaint` must be as it stood at `now`: see [`Complaint::as_of`].
pub fn is_overdue(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar, now: Instant) -> bool {
    let owed = complaint.awaits_answer();
    owed && response_due(complaint, pack, calendar).is_some_and(|(due, _)| due < now)
}

#[cfg(test)]
mod tests;
