//! Hostile input through whole commands: what strangers write is kept as they wrote it, and harms nobody who reads it.
//!
//! Every text that a command prints is checked for control characters and direction overrides by the harness.

#![expect(clippy::disallowed_methods, reason = "tests write damaged files and run the real git")]

mod desk;
mod files;
mod lines;
mod papers;
mod random;
mod texts;
