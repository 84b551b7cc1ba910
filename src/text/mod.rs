//! Letters and digits. Pure.
//!
//! Nothing here knows what a complaint is, and nothing here decides what is shown: the callers choose.

pub mod apology;
pub mod contact;
pub mod digits;
pub mod direction;
pub mod fold;
pub mod language;
pub mod name;
pub mod plural;
pub mod sanitize;
pub mod similar;
pub mod width;
