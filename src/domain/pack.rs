//! A rule pack: what a trade, an authority or a house asks of every complaint, as data.
//!
//! The pack in force when a complaint was received stays with it. Reading packs from YAML is `record::pack_file`'s work,
//! reckoning with their clocks that of [`super::clock`].

use super::Instant;
use super::code::{Code, words};
use super::event::Kind;
use super::paper::{Clause, Paper};
use super::rules::{Requirement, Step};
use crate::text::language::Language;

/// The clock by which the complainant hears that the complaint arrived: the one that receipts and reports mean.
pub const ACKNOWLEDGE: &str = "acknowledge";

/// The clock by which the complainant hears the outcome: the one that receipts, promises and reports mean.
pub const RESPOND: &str = "respond";

/// What a house has promised to do with every complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its name.
    pub id: Code,
    /// Where its rules come from.
    pub basis: Basis,
    /// What must happen by when.
    pub clocks: Vec<ClockRule>,
    /// For how many days a complainant may take a rejection further; until then the complaint stays open.
    pub review_window_days: u16,
    /// How often the complainant is asked in vain before a complaint may be closed without a reply.
    pub attempts: u8,
    /// Over how many days at least these attempts are spread; with more than none they must be recorded contacts.
    pub attempts_days: u16,
    /// By how many ways of contact at least; with more than one they must be recorded contacts.
    pub attempts_ways: u8,
    /// How long after its receipt, or after it was reopened, a complaint may be resolved at once; `None`: at any time.
    pub resolve_now_within: Option<Limit>,
    /// What each step must record beyond what always applies.
    pub requires: Vec<(Step, Vec<Requirement>)>,
    /// What each paper must say, whatever its layout.
    pub clauses: Vec<(Paper, Vec<Clause>)>,
}

/// Where a rule comes from, in words of both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// In English.
    pub en: String,
    /// In Persian.
    pub fa: String,
}

/// One clock of a pack: what must happen by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockRule {
    /// Its name.
    pub id: Code,
    /// The kinds of event that start it; each one that happens again starts it anew.
    pub start: Vec<Kind>,
    /// The kinds of event that stop it. The end of a complaint stops every clock.
    pub stop: Vec<Kind>,
    /// How long it runs.
    pub limit: Limit,
    /// Whether it stands still while a complaint is on hold. A statutory one never does.
    pub is_pausable: bool,
    /// How it can be extended; `None` where it cannot.
    pub extension: Option<Extension>,
    /// Whether an authority sets it: then no date told to a complainant puts it off.
    pub is_statutory: bool,
    /// Where the rule comes from.
    pub basis: Basis,
}

/// How a clock can be extended: before it has run out, with a reason and a new date that the complainant is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// By how much at most, counted from the end it had.
    pub most: Limit,
    /// What an extension must record beyond reason, date and telling.
    pub requires: Vec<Requirement>,
}

/// An amount of time, counted in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
}

words! {
    /// In what a time limit is counted.
    Unit, "unit of time" {
        /// Elapsed hours, day and night.
        Hours => "hours",
        /// Hours in which somebody works.
        WorkingHours => "working-hours",
        /// Days on which somebody works; the day of the start does not count.
        WorkingDays => "working-days",
        /// All days; the day of the start does not count.
        CalendarDays => "calendar-days",
        /// Seven calendar days.
        Weeks => "weeks",
    }
}

impl ClockRule {
    /// Returns whether it runs for each paper that somebody is to look at. People may leave that, so it stays out of sight until
    /// they do it.
    pub fn is_of_papers(&self) -> bool {
        self.start.iter().all(|kind| *kind == Kind::PaperSubmitted)
    }
}

impl Basis {
    /// Returns the words of a language.
    pub fn words(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Fa => &self.fa,
        }
    }
}

impl Pack {
    /// Returns a pack that asks nothing and has no clocks.
    pub fn without_clocks(id: Code) -> Self {
        Self {
            id,
            basis: Basis::default(),
            clocks: Vec::new(),
            review_window_days: 0,
            attempts: 0,
            attempts_days: 0,
            attempts_ways: 0,
            resolve_now_within: None,
            requires: Vec::new(),
            clauses: Vec::new(),
        }
    }

    /// Returns what `step` must record by this pack.
    pub fn requirements(&self, step: Step) -> &[Requirement] {
        self.requires.iter().find(|(of, _)| *of == step).map_or(&[], |(_, requirements)| requirements)
    }

    /// Returns what a paper must say by this pack.
    pub fn clauses_of(&self, paper: Paper) -> &[Clause] {
        self.clauses.iter().find(|(of, _)| *of == paper).map_or(&[], |(_, clauses)| clauses)
    }

    /// Returns until when a route that is told at `moment` can be taken; `None` where nothing limits it.
    pub fn review_limit(&self, moment: Instant) -> Option<Instant> {
        let window = chrono::TimeDelta::days(self.review_window_days.into());
        (self.review_window_days > 0).then_some(moment + window)
    }

    /// Returns the clock of this name.
    pub fn clock(&self, id: &str) -> Option<&ClockRule> {
        self.clocks.iter().find(|clock| clock.id.as_str() == id)
    }

    /// Returns whether a clock is extended only when this is told or recorded.
    pub fn asks_to_extend(&self, clock: &str, requirement: Requirement) -> bool {
        let extension = self.clock(clock).and_then(|clock| clock.extension.as_ref());
        extension.is_some_and(|extension| extension.requires.contains(&requirement))
    }
}
