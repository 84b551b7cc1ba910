//! Letters and digits. Pure.

pub mod digits;
