//! The fast suite: one program, so that no test waits for the last one of another file, and nothing is linked eight times.

mod cases;
mod chart;
mod commands;
mod documents;
mod errors;
mod format;
mod git;
mod house;
mod proof;
mod sample;
mod support;
