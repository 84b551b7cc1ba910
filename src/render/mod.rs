//! What goes to a screen or a pipe. Pure: domain and report values in, text out.

pub mod json;
pub mod markdown;
pub mod refusal;
pub mod style;
pub mod summary;
pub mod table;
