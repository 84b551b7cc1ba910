//! A rule pack: what a trade, an authority or a house asks of every complaint, as data.
//!
//! The pack in force when a complaint was received stays with it. Reading packs from YAML is `record::pack_file`'s work.

use super::code::{Code, words};
use super::rules::{Requirement, Step};

/// What a house has promised to do with every complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its name.
    pub id: Code,
    /// By when the complainant hears that the complaint arrived.
    pub acknowledge: Option<Limit>,
    /// By when the complainant hears the outcome.
    pub respond: Option<Limit>,
    /// For how many days a complainant may take a rejection further; until then the complaint stays open.
    pub review_window_days: u16,
    /// How often the complainant is asked in vain before a complaint may be closed without a reply.
    pub attempts: u8,
    /// What each step must record beyond what always applies.
    pub requires: Vec<(Step, Vec<Requirement>)>,
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

impl Pack {
    /// Returns what `step` must record by this pack.
    pub fn requirements(&self, step: Step) -> &[Requirement] {
        self.requires.iter().find(|(of, _)| *of == step).map_or(&[], |(_, requirements)| requirements)
    }
}
