//! What goes to a screen or a pipe. Pure: domain and report values in, text out.

pub mod refusal;
pub mod style;
