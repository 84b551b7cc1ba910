//! One file per command: its arguments (whose comments are its help) and `run`.
//!
//! A command reads: parse, ask the register, let the domain decide, write, say. It holds no rule of its own.

pub mod advance;
mod answers;
pub mod assign;
pub mod attach;
pub mod calendar;
pub mod categorize;
pub mod check;

pub mod codes;
pub mod completions;
pub mod conduct;
pub mod conflict;

pub mod demo;
pub mod desk;
pub mod dispute;
pub mod doctor;
pub mod due;
pub mod edit;
pub mod extend;
pub mod feedback;
pub mod form;
pub mod history;
pub mod hold;
pub mod init;
pub mod letter;
pub mod list;
pub mod man;
mod many;
pub mod new;
pub mod note;
pub mod paper;
pub mod permission;
pub mod point;
pub mod promise;
pub mod receipt;
pub mod recording;
pub mod remedy;
pub mod review;
pub mod schema;
pub mod search;
mod selection;
pub mod show;
pub mod standing;
pub mod step;
pub mod summary;
pub mod talk;
pub mod templates;
pub mod undo;

use std::path::Path;

use crate::calendar::typed;
use crate::calendar::typed::error::TypedError;
use crate::cli::Global;
use crate::commands::desk::{Damaged, Desk};
use crate::domain::Instant;
use crate::domain::complaint::Occurred;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::intake;
use crate::locale::Locale;
use crate::register::change::Durability;
use crate::register::local;
use crate::render::mistype;
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
    /// Whether a commit was made: after that nothing may turn the exit code.
    pub has_written: bool,
    /// How much of a write must have reached the disk when a command says that it is done.
    pub durability: Durability,
}

impl Context {
    /// Returns the register around the current directory or `-C`, open with its settings.
    pub fn desk(&self) -> Result<Desk, CommandError> {
        Desk::open(self)
    }

    /// Returns the time it is, in the register's zone, or the time that `--now` pretends or `--as-of` looks at.
    pub fn now(&self, settings: &Settings) -> Result<Instant, CommandError> {
        let zone = settings.locale.zone;
        let real = self.world.now.with_timezone(&zone).fixed_offset();
        match &self.global.now {
            None => Ok(settings.moment.unwrap_or(real)),
            Some(typed) => {
                typed::happened(typed, real, zone).map_err(|error| typed_error(&settings.locale, "--now", &error))
            }
        }
    }

    /// Returns the real time, for commits: it is never pretended.
    pub fn recorded_at(&self, settings: &Settings) -> Instant {
        self.world.now.with_timezone(&settings.locale.zone).fixed_offset()
    }

    /// Returns the bytes of a file that was named on the command line, or of standard input for `-`.
    pub fn input_bytes(&mut self, file: &str) -> Result<Vec<u8>, CommandError> {
        let failed = |error: &dyn std::error::Error| CommandError::failed(error);
        if file != "-" {
            return local::read_foreign(&self.world.directory.join(file)).map_err(|fault| failed(&fault));
        }
        let mut bytes = Vec::new();
        self.world.input.read_to_end(&mut bytes).map_err(|error| failed(&error))?;
        Ok(bytes)
    }

    /// Writes a file that was named on the command line, unless it says the same already.
    pub fn write_out(&mut self, file: &str, bytes: impl AsRef<[u8]>) -> Result<(), CommandError> {
        let bytes = bytes.as_ref();
        self.write_out_unless(file, bytes, |known| known == bytes)
    }

    /// Writes a file that was named on the command line, unless `says_it` accepts the bytes that are there.
    pub fn write_out_unless(
        &mut self,
        file: &str,
        bytes: &[u8],
        says_it: impl Fn(&[u8]) -> bool,
    ) -> Result<(), CommandError> {
        let path = self.world.directory.join(file);
        if local::write_foreign_unless(&path, bytes, says_it)? {
            self.ui.status(file);
        }
        Ok(())
    }

    /// Returns whether anything stands at a path.
    pub fn is_there(&self, path: &Path) -> bool {
        local::is_there(path).unwrap_or(true)
    }

    /// Returns whether a path that was named on the command line is a folder.
    pub fn is_folder(&self, path: &str) -> bool {
        local::is_folder(&self.world.directory.join(path)).unwrap_or(false)
    }

    /// Names the records that could not be read, and returns the exit code that says so.
    pub fn name_damaged(&mut self, damaged: Vec<Damaged>) -> Exit {
        let exit = if damaged.is_empty() { Exit::Ok } else { Exit::Findings };
        for one in damaged {
            one.error.typed_with(&self.global).print(&mut self.ui);
        }
        exit
    }

    /// Warns when a write was interrupted: its files are shown as the last commit has them.
    pub fn warn_of_pending(&mut self, desk: &Desk) {
        let paths: Vec<&str> = desk.work_tree.pending().collect();
        if !paths.is_empty() {
            let paths = paths.join(" ");
            self.ui.warning(&desk.settings.locale.tell("write-pending", &[("paths", (&paths).into())]));
        }
    }

    /// Warns of somebody who is named and is no member: the register may learn of them later.
    pub fn warn_of_stranger(&mut self, desk: &Desk, name: &str) {
        if !desk.settings.members.iter().any(|member| member.id == name) {
            self.ui.warning(&desk.settings.locale.tell("unknown-member", &[("name", name.into())]));
        }
    }

    /// Returns the text of a file that was named on the command line, or of standard input for `-`.
    pub fn input_text(&mut self, file: &str) -> Result<String, CommandError> {
        let bytes = self.input_bytes(file)?;
        String::from_utf8(bytes).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            CommandError::new(Exit::Usage, format!("`{file}` is not UTF-8: byte {offset} belongs to no character"))
                .hint(format!("iconv -f WINDOWS-1256 -t UTF-8 {file}"))
        })
    }
}

/// Returns the long text that stands in a file or comes by standard input, as it is stored.
pub fn long_text(context: &mut Context, file: &str) -> Result<String, CommandError> {
    context.input_text(file).map(|text| intake::stored_text(&text))
}

/// Returns when the matter happened, as it was typed: a day, or a time.
pub fn typed_occurrence(
    locale: &Locale,
    (option, typed): (&str, &str),
    now: Instant,
) -> Result<Occurred, CommandError> {
    match typed::day(typed, locale.day_of(now)) {
        Ok(day) => Ok(Occurred::Day(day)),
        Err(_) => typed::happened(typed, now, locale.zone)
            .map(Occurred::At)
            .map_err(|error| typed_error(locale, option, &error)),
    }
}

/// Returns a mistyped date or time as a failure of the command line.
pub fn typed_error(locale: &Locale, option: &str, error: &TypedError) -> CommandError {
    let message = format!("{option}: {}", mistype::message(locale, error));
    CommandError::new(Exit::Usage, message).hint(mistype::hint(locale, error))
}
