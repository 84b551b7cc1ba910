//! What goes to a screen or a pipe. Pure: domain and report values in, text out.

pub mod calendar;
pub mod detail;
pub mod due;
pub mod explanation;
pub mod findings;
pub mod json;
pub mod listing;
pub mod markdown;
pub mod mistype;
pub mod reader;
pub mod refusal;
pub mod sarif;
pub mod say;
pub mod standing;
mod story;
pub mod style;
pub mod summary;
pub mod table;
pub mod timeline;

#[cfg(test)]
mod specimen;
