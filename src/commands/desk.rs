//! An open register with its settings, as the commands use it: finding, reading and changing complaints.

use std::path::PathBuf;

use crate::commands::Context;
use crate::domain::complaint::Complaint;
use crate::domain::pack::Pack;
use crate::domain::reference::{Reference, Wanted};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::record::{self, Loaded, RecordFault};
use crate::record::register_file::{HolidaysFile, RegisterFile};
use crate::record::yaml;
use crate::register::layout::{MARKER, RecordPath, RegisterPath};
use crate::register::{Environment, Register};
use crate::settings::{Origin, Settings, Wishes};

/// An open register with its settings.
pub struct Desk {
    /// The files and their history.
    pub register: Register,
    /// The settings in force.
    pub settings: Settings,
}

/// A record that was read: where it stands, and what it says.
pub struct Found {
    /// Its place.
    pub path: RecordPath,
    /// Its content.
    pub loaded: Loaded,
}

/// A record that could not be read; it is named wherever it would have been listed.
pub struct Damaged {
    /// Its place, from the register's root.
    pub path: RegisterPath,
    /// Why it cannot be read.
    pub error: CommandError,
}

impl Desk {
    /// Opens the register around the current directory or `-C`.
    pub fn open(context: &Context) -> Result<Self, CommandError> {
        let start = start_directory(context);
        let register = Register::find(&start, environment(context))?;
        let settings = settings(&register, context)?;
        Ok(Self { register, settings })
    }

    /// Returns the rule pack of a complaint.
    pub fn pack(&self, complaint: &Complaint) -> Result<&Pack, CommandError> {
        self.settings.pack(&complaint.pack).map_err(|error| {
            CommandError::of(Exit::Failed, &error).hint(format!("complaints edit {} pack=standard --why \"…\"", complaint.reference))
        })
    }

    /// Returns the place of the one complaint that `typed` means.
    pub fn find(&self, typed: &str) -> Result<RecordPath, CommandError> {
        let wanted: Wanted = typed.parse()?;
        let found = self.register.find_records(wanted)?;
        match found[..] {
            [path] => Ok(path),
            [] => Err(CommandError::new(Exit::NotFound, format!("there is no complaint `{typed}`"))
                .hint("complaints list")),
            _ => {
                let year = found.iter().map(|path| path.reference().year()).max();
                let newest: Vec<_> = found.iter().filter(|path| Some(path.reference().year()) == year).collect();
                match (wanted.year, &newest[..]) {
                    (None, [path]) => Ok(**path),
                    _ => Err(ambiguous(typed, &found)),
                }
            }
        }
    }

    /// Reads the one complaint that `typed` means from the work tree.
    pub fn load(&self, typed: &str) -> Result<Found, CommandError> {
        self.load_at(self.find(typed)?)
    }

    /// Reads the complaint at a place from the work tree.
    pub fn load_at(&self, path: RecordPath) -> Result<Found, CommandError> {
        let bytes = self.register.read_record(path)?;
        let loaded = read_record(&path.file(), &bytes)?;
        Ok(Found { path, loaded })
    }
}

/// Reads a record's bytes; a fault names file, line and column.
pub fn read_record(path: &RegisterPath, bytes: &[u8]) -> Result<Loaded, CommandError> {
    record::read(bytes).map_err(|fault| record_error(path, &fault))
}

/// Returns a record's fault as a failure: `FILE:LINE:COL: what`, the lines around it, and how to mend it.
pub fn record_error(path: &RegisterPath, fault: &RecordFault) -> CommandError {
    let place = fault.place;
    CommandError::new(Exit::Failed, format!("{path}:{}:{}: {}", place.line, place.column, fault.message))
        .detail(fault.excerpt.clone())
        .hint(format!("mend the file, or take the last committed version: git checkout HEAD -- {path}"))
}

fn ambiguous(typed: &str, found: &[RecordPath]) -> CommandError {
    let references: Vec<Reference> = found.iter().map(|path| path.reference()).collect();
    let failure = CommandError::new(Exit::NotFound, format!("`{typed}` means more than one complaint"));
    references
        .iter()
        .take(10)
        .fold(failure, |failure, reference| failure.detail(format!("  {reference}")))
        .hint("type more of the number")
}

/// Returns the directory from which a register is looked for.
pub fn start_directory(context: &Context) -> PathBuf {
    match &context.global.directory {
        Some(directory) => context.world.directory.join(directory),
        None => context.world.directory.clone(),
    }
}

/// Returns the environment as git may see it.
pub fn environment(context: &Context) -> Environment {
    context.world.environment.iter().collect()
}

fn settings(register: &Register, context: &Context) -> Result<Settings, CommandError> {
    let marker = path(MARKER)?;
    let file: RegisterFile = read_yaml(register, &marker)?.ok_or_else(|| {
        CommandError::new(Exit::Failed, format!("`{MARKER}` is not there")).hint("complaints init")
    })?;
    let holidays = read_yaml(register, &path("complaints/holidays.yaml")?)?.unwrap_or_default();
    Settings::resolve(&file, &holidays, &wishes(register, context))
        .map_err(|error| CommandError::of(Exit::Failed, &error).hint(format!("edit {MARKER}, then: complaints doctor")))
}

/// Returns a path inside the register.
pub fn path(text: &str) -> Result<RegisterPath, CommandError> {
    text.parse().map_err(|error: crate::register::layout::PathError| CommandError::of(Exit::Usage, &error))
}

fn read_yaml<T: serde::de::DeserializeOwned>(
    register: &Register,
    path: &RegisterPath,
) -> Result<Option<T>, CommandError> {
    let Some(bytes) = register.read_file(path)? else { return Ok(None) };
    let fault = |fault: yaml::Fault, excerpt: String| {
        let message = format!("{path}:{}:{}: {}", fault.place.line, fault.place.column, fault.kind);
        CommandError::new(Exit::Failed, message).detail(excerpt).hint(format!("edit {path}, then: complaints doctor"))
    };
    let source = yaml::Source::decode(&bytes).map_err(|error| fault(error, String::new()))?;
    yaml::Document::parse(&source).map_err(|error| fault(error.clone(), source.excerpt(error.place)))?;
    yaml::read(&source).map(Some).map_err(|error| fault(error.clone(), source.excerpt(error.place)))
}

fn wishes(register: &Register, context: &Context) -> Wishes {
    let wish = |option: &Option<String>, name: &str| {
        let typed = option.clone().map(|value| (value, Origin::Option));
        typed.or_else(|| register.configured(&format!("complaints.{name}")).map(|value| (value, Origin::GitConfig)))
    };
    let global = &context.global;
    Wishes {
        language: wish(&global.lang, "lang"),
        calendar: wish(&global.calendar, "calendar"),
        digits: wish(&global.digits, "digits"),
    }
}
