//! `complaints`: complaint handling by ISO 10002 and ISO 10003 over plain YAML files and git.
//!
//! The library exists for its own binary, tests, benches and fuzz targets; it promises no stable interface.
//! The modules stand in reading order, from the ground up; each may use those above it, never those below.

pub mod calendar;
pub mod text;

pub mod domain;
// pub mod record;
// pub mod register;

pub mod report;

pub mod locale;

pub mod document;
pub mod render;
