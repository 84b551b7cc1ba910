//! One file per command: its arguments (whose comments are its help) and `run`.
//!
//! A command reads: parse, ask the register, let the domain decide, write, say. It holds no rule of its own.

pub mod advance;
pub mod assign;
pub mod attach;
pub mod categorize;
pub mod check;
pub mod codes;
pub mod completions;
pub mod demo;
pub mod desk;
pub mod doctor;
pub mod edit;
pub mod feedback;
pub mod history;
pub mod init;
pub mod list;
pub mod man;
pub mod new;
pub mod note;
pub mod receipt;
pub mod recording;
pub mod schema;
pub mod show;
pub mod summary;
pub mod talk;
pub mod undo;

use chrono::FixedOffset;

use crate::calendar::typed;
use crate::cli::Global;
use crate::commands::desk::Desk;
use crate::domain::Instant;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::settings::Settings;
use crate::ui::Ui;
use crate::world::World;

/// What every command is handed: the world, the streams to people, the options of every command.
pub struct Context {
    /// The outside.
    pub world: World,
    /// The two streams.
    pub ui: Ui,
    /// The options of every command.
    pub global: Global,
}

impl Context {
    /// Returns the register around the current directory or `-C`, open with its settings.
    pub fn desk(&self) -> Result<Desk, CommandError> {
        Desk::open(self)
    }

    /// Returns the time it is, in the register's zone, or the time that `--now` pretends.
    pub fn now(&self, settings: &Settings) -> Result<Instant, CommandError> {
        let zone = settings.locale.zone;
        let real = self.world.now.with_timezone(&zone).fixed_offset();
        match &self.global.now {
            None => Ok(real),
            Some(typed) => typed::happened(typed, real, zone).map_err(|error| typed_error("--now", &error)),
        }
    }

    /// Returns the real time, for commits: it is never pretended.
    pub fn recorded_at(&self) -> Instant {
        let utc = FixedOffset::east_opt(0).map_or_else(|| self.world.now.fixed_offset(), |utc| self.world.now.with_timezone(&utc));
        utc
    }
}

/// Returns a mistyped date or time as a failure of the command line.
pub fn typed_error(option: &str, error: &typed::TypedError) -> CommandError {
    CommandError::new(Exit::Usage, format!("{option}: {error}")).hint(error.hint())
}
