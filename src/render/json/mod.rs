//! The contracts for programs: structs of their own for each output, so that no refactoring changes a key.
//!
//! Every output is an object with `schema`, which grows when a key goes or changes its meaning; new keys may come without.

pub mod calendar;
pub mod complaint;
pub mod due;
pub mod search;
pub mod summary;
pub mod text;

/// The version of the outputs' shape.
pub const SCHEMA: u8 = 1;
