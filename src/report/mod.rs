//! Figures of a period from the complaints themselves. Pure: the same complaints and span give the same figures.
//!
//! Nothing here knows how figures are shown or in which words.
//!
//! [`span`] says between which instants is counted, [`course`] what one complaint did in that time, [`clocks`] what was
//! due when, [`quantile`] what a percentile is, and [`summary`] adds it up.

pub mod clocks;
pub mod course;
pub mod due;
pub mod moved;
pub mod quantile;
pub mod span;
pub mod summary;

#[cfg(test)]
pub(crate) mod sample;
