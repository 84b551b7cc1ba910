//! What a complaint is and which moves are right. Pure: no clock, disk, git, terminal, serde or clap.
//!
//! Reading order: [`code`] and [`words`] (the vocabulary), `reference`, [`event`], [`complaint`], `priority`, [`pack`], [`clock`]
//! and [`extension`] (what a rule pack asks and by when), [`rules`] (the one table of allowed steps), [`refusal`] (why a rule says no),
//! [`team`] (who may do what alone) and [`paper`] (what leaves the house).
//!
//! Invariants:
//! 1. Events are only ever appended; `undone` marks one as taken back, nothing removes it.
//! 2. The state of a complaint is the `to` of its last event that was not taken back ([`complaint::Complaint::state`]).
//! 3. A complaint changes through [`rules::admit`] only, so that no command can skip a guard.

pub mod clock;
pub mod code;
pub mod complaint;
pub mod event;
pub mod extension;
pub mod money;
pub mod pack;
pub mod paper;
mod priority;
pub mod reference;
pub mod refusal;
pub mod rules;
#[cfg(test)]
pub(crate) mod specimen;
pub mod team;
pub mod words;

/// A point in time with the offset that was in force where it was written down.
pub type Instant = chrono::DateTime<chrono::FixedOffset>;
