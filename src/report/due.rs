//! What is owed and by when: every running clock and every open promise, and how urgent each of them is.
//!
//! Urgency is a plain sum, so that nobody has to believe it: each term has a name and its points ([`Term`]).

use chrono::TimeDelta;

use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::clock::{self, DueBy};
use crate::domain::code::{Code, words};
use crate::domain::complaint::{Complaint, Promise};
use crate::domain::pack::{Pack, RESPOND};
use crate::domain::paper::Paper;
use crate::domain::reference::Reference;
use crate::domain::words::{Priority, PromiseState, Promised, Restriction, State, YesNo};

/// More days late make nothing more urgent: what is so late needs another remedy than order.
const MOST_DAYS_LATE: i64 = 20;

/// Something that is owed by a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    /// The complaint.
    pub reference: Reference,
    /// What must happen.
    pub what: What,
    /// The date that counts.
    pub due: Instant,
    /// Where that date comes from.
    pub by: DueBy,
    /// The date that does not count, where the pack and what was told disagree.
    pub other_date: Option<Instant>,
    /// Whether its clock stands still.
    pub is_paused: bool,
    /// Whether an authority sets the date.
    pub is_statutory: bool,
    /// Whether the date has passed.
    pub is_overdue: bool,
    /// Where the complaint stands.
    pub state: State,
    /// Who answers for it.
    pub owner: Option<String>,
    /// How urgent it is, term by term.
    pub urgency: Vec<(Term, i64)>,
}

/// What is owed.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// What a clock of the pack asks, and of which paper where each has the clock for itself.
    Clock(Code, Option<Paper>),
    /// What the complainant was told.
    Promise(Promised),
    /// Another look at a restriction of contact.
    Review(Restriction),
}

words! {
    /// A term of the sum that urgency is.
    Term, "term of urgency" {
        /// The date has passed: 20.
        Overdue => "overdue",
        /// Each whole day since: 1, at most 20.
        DaysLate => "days-late",
        /// The date comes within a day: 10, within three: 5, within seven: 2.
        Soon => "soon",
        /// An authority sets the date: 4.
        Statutory => "statutory",
        /// Each degree of severity: 2.
        Severity => "severity",
        /// It touches several: 1, many: 2, everybody: 3.
        Impact => "impact",
        /// Safety is at stake: 6.
        Safety => "safety",
        /// Urgent: 6, high: 3, low: -3, where somebody chose it: what follows from severity, impact and safety counts there.
        Priority => "priority",
        /// Nobody owns it: 2.
        NoOwner => "no-owner",
        /// The clock stands still: -5.
        OnHold => "on-hold",
    }
}

impl What {
    /// Returns the paper that is waited for.
    pub fn paper(&self) -> Option<Paper> {
        match self {
            Self::Clock(_, paper) => *paper,
            Self::Promise(_) | Self::Review(_) => None,
        }
    }
}

impl Owed {
    /// Returns the sum.
    pub fn points(&self) -> i64 {
        self.urgency.iter().map(|(_, points)| points).sum()
    }
}

/// Returns everything that a complaint owes at `now`, in the order of the pack, then of the promises, then the review of a
/// restriction.
pub fn owed(complaint: &Complaint, pack: &Pack, calendar: &WorkCalendar, now: Instant) -> Vec<Owed> {
    // A restriction of contact outlives the complaint, so its review is owed whatever became of that.
    let review = complaint.restriction().map(|(kind, due)| plain(complaint, What::Review(kind), (due, DueBy::Told)));
    if !complaint.state().is_open() {
        return review.map(|owed| judged(owed, complaint, now)).into_iter().collect();
    }
    let states = clock::states(complaint, pack, calendar);
    let running = states.iter().filter(|state| state.is_running());
    let of_clocks = running.filter_map(|state| {
        let (due, by) = state.binding()?;
        let other_date = match by {
            DueBy::Told => state.due().filter(|by_pack| *by_pack != due),
            DueBy::Pack => state.told_otherwise(),
        };
        let (is_paused, is_statutory) = (state.is_paused(now), state.rule.is_statutory);
        Some(Owed {
            other_date,
            is_paused,
            is_statutory,
            ..plain(complaint, What::Clock(state.rule.id.clone(), state.paper), (due, by))
        })
    });
    let has_answer_clock = states.iter().any(|state| state.rule.id.as_str() == RESPOND);
    let is_owed = |promise: &&Promise| {
        promise.state == PromiseState::Open && !(has_answer_clock && promise.what == Promised::Response)
    };
    let of_promises = complaint.promises.iter().filter(is_owed);
    let of_promises = of_promises.map(|told| plain(complaint, What::Promise(told.what), (told.due, DueBy::Told)));
    of_clocks.chain(of_promises).chain(review).map(|owed| judged(owed, complaint, now)).collect()
}

/// Sorts what is owed: the most urgent first, then what is due first, then by reference.
pub fn sort(owed: &mut [Owed]) {
    owed.sort_by_cached_key(|one| (-one.points(), one.due, one.reference));
}

fn plain(complaint: &Complaint, what: What, (due, by): (Instant, DueBy)) -> Owed {
    Owed {
        reference: complaint.reference,
        what,
        due,
        by,
        other_date: None,
        is_paused: false,
        is_statutory: false,
        is_overdue: false,
        state: complaint.state(),
        owner: complaint.owner.clone(),
        urgency: Vec::new(),
    }
}

fn judged(mut owed: Owed, complaint: &Complaint, now: Instant) -> Owed {
    owed.is_overdue = owed.due < now;
    let left = owed.due.signed_duration_since(now);
    let (overdue, days_late) = if owed.is_overdue { (20, (-left.num_days()).min(MOST_DAYS_LATE)) } else { (0, 0) };
    let soon = match left {
        _ if owed.is_overdue => 0,
        left if left <= TimeDelta::days(1) => 10,
        left if left <= TimeDelta::days(3) => 5,
        left if left <= TimeDelta::days(7) => 2,
        _ => 0,
    };
    let assessment = &complaint.assessment;
    let is_chosen = assessment.usual_priority() != Some(complaint.priority);
    let priority = match complaint.priority {
        _ if !is_chosen => 0,
        Priority::Urgent => 6,
        Priority::High => 3,
        Priority::Normal => 0,
        Priority::Low => -3,
    };
    let if_so = |is_so: bool, points| if is_so { points } else { 0 };
    let terms = [
        (Term::Overdue, overdue),
        (Term::DaysLate, days_late),
        (Term::Soon, soon),
        (Term::Statutory, if_so(owed.is_statutory, 4)),
        (Term::Severity, assessment.severity.map_or(0, |severity| 2 * i64::from(severity))),
        (Term::Impact, assessment.impact.map_or(0, |impact| i64::from(impact.importance()) - 1)),
        (Term::Safety, if_so(assessment.safety == Some(YesNo::Yes), 6)),
        (Term::Priority, priority),
        (Term::NoOwner, if_so(complaint.owner.is_none(), 2)),
        (Term::OnHold, if_so(owed.is_paused, -5)),
    ];
    owed.urgency = terms.into_iter().filter(|(_, points)| *points != 0).collect();
    owed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::week::Week;
    use crate::domain::pack::Unit;
    use crate::domain::specimen;
    use crate::domain::words::Impact;
    use crate::report::sample::at;

    fn owed_at(complaint: &Complaint, now: &str) -> Vec<Owed> {
        let calendar = WorkCalendar::new(crate::calendar::Zone::tehran(), Week::default());
        let mut all = owed(complaint, &specimen::standard(Unit::Hours, 24, 72), &calendar, at(now));
        sort(&mut all);
        all
    }

    fn names(owed: &[Owed]) -> Vec<(String, i64)> {
        let name = |what: &What| match what {
            What::Clock(id, _) => id.to_string(),
            What::Promise(what) => format!("told {what}"),
            What::Review(kind) => format!("review {kind}"),
        };
        owed.iter().map(|one| (name(&one.what), one.points())).collect()
    }

    #[test]
    fn every_clock_and_every_open_promise_is_owed_by_itself() {
        let mut complaint = specimen::complaint(at("10-24 10:00"));
        let promise = |id: &str, what, due: &str, state| {
            complaint.promises.push(Promise { id: id.into(), what, due: at(due), told_at: at("10-24 11:00"), state });
        };
        let mut promise = promise;
        promise("m1", Promised::Response, "10-28 10:00", PromiseState::Open);
        promise("m2", Promised::Remedy, "10-30 10:00", PromiseState::Open);
        promise("m3", Promised::Remedy, "10-30 10:00", PromiseState::Kept);
        let owed = owed_at(&complaint, "10-25 09:00");
        assert_eq!(names(&owed), [("acknowledge".into(), 12), ("respond".into(), 4), ("told remedy".into(), 4)]);
        assert_eq!((owed[1].by, owed[1].other_date), (DueBy::Told, Some(at("10-27 10:00"))));
    }

    #[test]
    fn urgency_is_the_sum_of_its_terms() {
        let mut complaint = specimen::complaint(at("10-24 10:00"));
        complaint.assessment.severity = Some(4);
        complaint.priority = Priority::Urgent;
        let owed = owed_at(&complaint, "10-28 10:00");
        let terms =
            [(Term::Overdue, 20), (Term::DaysLate, 3), (Term::Severity, 8), (Term::Priority, 6), (Term::NoOwner, 2)];
        assert_eq!(owed[0].urgency, terms);
        assert_eq!((owed[0].points(), owed[0].is_overdue), (39, true));
    }

    #[test]
    fn what_a_priority_follows_from_is_not_counted_again_with_it() {
        let mut complaint = specimen::complaint(at("10-24 10:00"));
        let terms = |complaint: &Complaint| {
            let owed = owed_at(complaint, "10-24 11:00");
            owed[0].urgency.iter().map(|(term, points)| (*term, *points)).collect::<Vec<_>>()
        };
        complaint.priority = Priority::High;
        assert!(terms(&complaint).contains(&(Term::Priority, 3)), "nobody has said yet how bad it is");
        complaint.assessment.severity = Some(3);
        complaint.assessment.impact = Some(Impact::Several);
        let grave = terms(&complaint);
        assert!(grave.contains(&(Term::Severity, 6)) && grave.contains(&(Term::Impact, 1)));
        assert!(grave.iter().all(|(term, _)| *term != Term::Priority), "it follows from them: {grave:?}");
        complaint.priority = Priority::Low;
        assert!(terms(&complaint).contains(&(Term::Priority, -3)), "somebody chose it");
    }

    #[test]
    fn a_finished_complaint_owes_nothing() {
        let mut complaint = specimen::complaint(at("10-24 10:00"));
        complaint.events[0].to = Some(State::Closed);
        assert!(owed_at(&complaint, "11-28 10:00").is_empty());
    }
}
