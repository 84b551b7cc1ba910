//! What the program takes from outside: arguments, environment, directory, time, chance, streams, terminal.
//!
//! This is the only file that asks the system. Everything else is handed a [`World`], so that a test can make one.

#![expect(clippy::disallowed_methods, reason = "the one home of environment, clock and standard streams")]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};
use std::path::PathBuf;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use chrono::{DateTime, Utc};

use crate::register::change::Durability;

/// Everything the program knows of the outside.
pub struct World {
    /// The command line, the program's name first.
    pub arguments: Vec<OsString>,
    /// The environment, as it was at the start; names and values that are not UTF-8 are left out.
    pub environment: BTreeMap<String, String>,
    /// The directory the command was typed in.
    pub directory: PathBuf,
    /// The time at which the command was typed.
    pub now: DateTime<Utc>,
    /// Asks the system for the IANA name of its time zone.
    pub local_zone: fn() -> Option<String>,
    /// Where random bytes come from.
    pub random: Chance,
    /// Standard input.
    pub input: Box<dyn Read>,
    /// Standard output: the thing asked for.
    pub output: Box<dyn Write>,
    /// Standard error: everything about doing it.
    pub errors: Box<dyn Write>,
    /// What is known about the terminal.
    pub terminal: Terminal,
    /// How much must have reached the disk when a command is done: nothing on one that lasts no longer than its test.
    pub durability: Durability,
}

/// Fills bytes with chance.
pub type Chance = Box<dyn FnMut(&mut [u8])>;

/// Which streams lead to a person, and how wide their window is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminal {
    /// Somebody types.
    pub input: bool,
    /// Where the output goes.
    pub output: Screen,
    /// Where the messages go.
    pub errors: Screen,
    /// Columns of the window, when there is one.
    pub width: Option<u16>,
}

/// Where a stream leads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Screen {
    /// Whether somebody reads it.
    pub is_read: bool,
    /// Whether it may have colours (`NO_COLOR`, `CLICOLOR_FORCE`, `TERM` and the terminal decide).
    pub has_colors: bool,
}

impl World {
    /// Returns the real world.
    pub fn real() -> Self {
        let text = |(name, value): (OsString, OsString)| Some((name.into_string().ok()?, value.into_string().ok()?));
        Self {
            arguments: std::env::args_os().collect(),
            environment: std::env::vars_os().filter_map(text).collect(),
            directory: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            now: std::time::SystemTime::now().into(),
            local_zone: || iana_time_zone::get_timezone().ok(),
            random: Box::new(system_random),
            input: Box::new(std::io::stdin()),
            output: Box::new(std::io::stdout()),
            errors: Box::new(std::io::stderr()),
            terminal: Terminal {
                input: std::io::stdin().is_terminal(),
                output: screen(&std::io::stdout()),
                errors: screen(&std::io::stderr()),
                width: terminal_size::terminal_size().map(|(width, _)| width.0),
            },
            durability: Durability::Full,
        }
    }

    /// Returns a world in which a question about the register can be answered, and nobody types, reads or hears anything.
    pub fn unheard(environment: BTreeMap<String, String>, directory: PathBuf, now: DateTime<Utc>) -> Self {
        Self {
            arguments: Vec::new(),
            environment,
            directory,
            now,
            local_zone: || None,
            random: Box::new(system_random),
            input: Box::new(std::io::empty()),
            output: Box::new(std::io::sink()),
            errors: Box::new(std::io::sink()),
            terminal: Terminal::default(),
            durability: Durability::Full,
        }
    }

    /// Returns `N` random bytes.
    pub fn random_bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }

    /// Returns a variable of the environment that is set and not empty.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.environment.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Returns whether questions can be asked: a person types, and reads the messages.
    pub fn may_ask(&self) -> bool {
        self.terminal.input && self.terminal.errors.is_read
    }
}

fn screen(stream: &impl RawStream) -> Screen {
    Screen { is_read: stream.is_terminal(), has_colors: AutoStream::choice(stream) != ColorChoice::Never }
}

/// Fills `bytes` from the system's source of randomness.
///
/// # Panics
/// When the system has none: an id that is not random would break the merging of two stories.
fn system_random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system has a source of randomness");
}
