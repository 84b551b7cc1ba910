//! An open register with its settings, as the commands use it: finding, reading and changing complaints.

mod past;
mod places;
mod settings;

use std::path::PathBuf;

use rayon::prelude::*;

use crate::commands::Context;
use crate::commands::standing::pack_of;
use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::pack::Pack;
use crate::domain::reference::{Reference, ReferenceError, Wanted};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::record::{self, Cause, Loaded, RecordFault};
use crate::register::Register;
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::git::ObjectId;
use crate::register::layout::{self, RecordPath, RegisterPath};
use crate::register::snapshot::Snapshot;
use crate::register::work_tree::WorkTree;
use crate::settings::{Settings, year_and_month};

use past::{Past, head, past};
use places::Places;
use settings::{Files, in_force};

/// An open register with its settings.
pub struct Desk {
    /// The files and their history.
    pub register: Register,
    /// The files as they lie on disk.
    pub work_tree: WorkTree,
    /// The commit that is looked at instead of the work tree: where `--as-of` was typed, and for what is published.
    pub commit: Option<Snapshot>,
    /// The settings in force, from where the records are read.
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
    pub error: Box<CommandError>,
}

impl Desk {
    /// Opens the register around the current directory or `-C`.
    pub fn open(context: &Context) -> Result<Self, CommandError> {
        Self::for_environment(context, &environment(context))
    }

    /// Opens the register for somebody whose environment is not that of the person at the keyboard.
    pub fn for_environment(context: &Context, environment: &Environment) -> Result<Self, CommandError> {
        let register = Register::find(&start_directory(context), environment)?;
        if let Some(past) = past(&register, context)? {
            return Self::of_past(register, past, context);
        }
        let work_tree = register.work_tree()?;
        let settings = in_force(&register, Files::OnDisk(&work_tree), context)?;
        Ok(Self { register, work_tree, commit: None, settings })
    }

    /// Opens the register for what is published: as the last commit holds it, or that of `--as-of`, settings and records alike.
    /// Then the same commit gives the same figures, whatever somebody edits meanwhile.
    pub fn published(context: &Context) -> Result<Self, CommandError> {
        let register = Register::find(&start_directory(context), &environment(context))?;
        if let Some(past) = past(&register, context)? {
            return Self::of_past(register, past, context);
        }
        let head = head(&register)?;
        Self::of_commit(register, head, context)
    }

    /// Opens the register as it was: the moment that is looked at is now.
    fn of_past(register: Register, past: Past, context: &Context) -> Result<Self, CommandError> {
        let mut desk = Self::of_commit(register, past.commit, context)?;
        let zone = desk.settings.locale.zone;
        desk.settings.moment = Some(past.moment.with_timezone(&zone).fixed_offset());
        Ok(desk)
    }

    fn of_commit(register: Register, commit: Snapshot, context: &Context) -> Result<Self, CommandError> {
        let settings = in_force(&register, Files::Committed(&commit), context)?;
        let work_tree = register.work_tree()?;
        Ok(Self { register, work_tree, commit: Some(commit), settings })
    }

    /// Refuses to look at the past where only the files as they lie on disk can be looked at.
    pub fn must_be_of_now(&self, command: &str) -> Result<(), CommandError> {
        let locale = &self.settings.locale;
        let refusal =
            || CommandError::new(Exit::Usage, locale.tell("refused-not-of-now", &[("command", command.into())]));
        if self.commit.is_some() { Err(refusal().hint(locale.say("hint-without-as-of"))) } else { Ok(()) }
    }

    /// Returns the rule pack of a complaint.
    pub fn pack(&self, complaint: &Complaint) -> Result<&Pack, CommandError> {
        pack_of(&self.settings, complaint)
    }

    /// Returns the place of the one complaint that `typed` means.
    pub fn find(&self, typed: &str) -> Result<RecordPath, CommandError> {
        let locale = &self.settings.locale;
        let wanted: Wanted = typed.parse().map_err(|error| no_reference(locale, typed, &error))?;
        let station = self.register.station();
        let found = match &self.commit {
            Some(commit) => commit.find_records(wanted, station)?,
            None => self.work_tree.find_records(wanted, station)?,
        };
        match found[..] {
            [path] => self.file_at(path),
            [] => {
                let message = locale.tell("not-found", &[("typed", typed.into())]);
                Err(CommandError::new(Exit::NotFound, message).hint("complaints list"))
            }
            _ => Err(ambiguous(locale, typed, &found)),
        }
    }

    /// Returns the place of a complaint, if a file stands there.
    fn file_at(&self, path: RecordPath) -> Result<RecordPath, CommandError> {
        let file = path.file();
        let is_blocked = match &self.commit {
            Some(commit) => commit.is_blocked(&file)?,
            None => self.work_tree.is_blocked(&file)?,
        };
        if is_blocked { Err(places::blocked(&file, &self.settings.locale)) } else { Ok(path) }
    }

    /// Returns how a complaint is best typed at `now`: by its counter where that means it and no other, else in full.
    ///
    /// The counter alone means this clone's station and the newest year, which is that of `now` or an earlier one.
    pub fn short(&self, reference: Reference, now: Instant) -> String {
        let day = now.with_timezone(&self.settings.locale.zone).date_naive();
        let year = year_and_month(self.settings.register_calendar, day).map(|(year, _)| year);
        let is_meant = year == Some(reference.year()) && self.register.station() == Some(reference.station());
        if is_meant { reference.counter().to_string() } else { reference.to_string() }
    }

    /// Reads the one complaint that `typed` means from the work tree.
    pub fn load(&self, typed: &str) -> Result<Found, CommandError> {
        self.load_at(self.find(typed)?)
    }

    /// Reads the complaint at a place from the work tree.
    pub fn load_at(&self, path: RecordPath) -> Result<Found, CommandError> {
        let file = path.file();
        let bytes = match &self.commit {
            Some(commit) => commit.read(&file)?,
            None => self.work_tree.read(&file)?,
        };
        let bytes = bytes.ok_or_else(|| gone(&file))?;
        Ok(Found { path, loaded: read_record(&file, &bytes)? })
    }

    /// Returns the bytes of a file in a commit; `None` where it is not there, or the history was cut off.
    pub fn bytes_at(&self, commit: ObjectId, file: &RegisterPath) -> Result<Option<Vec<u8>>, CommandError> {
        let snapshot = self.register.snapshot(&commit.to_string())?;
        Ok(snapshot.map(|snapshot| snapshot.read(file)).transpose()?.flatten())
    }

    /// Returns the complaint as a commit tells it.
    pub fn version(&self, commit: ObjectId, file: &RegisterPath) -> Result<Option<Complaint>, CommandError> {
        let bytes = self.bytes_at(commit, file)?;
        Ok(bytes.map(|bytes| read_record(file, &bytes)).transpose()?.map(|loaded| loaded.complaint))
    }

    /// Reads every complaint on all cores and keeps what `keep` makes of it, by reference.
    pub fn each<T: Send>(
        &self,
        keep: impl Fn(Loaded) -> Result<Option<T>, CommandError> + Sync,
    ) -> Result<Kept<T>, CommandError> {
        if let Some(commit) = &self.commit {
            return self.each_of(commit, &keep);
        }
        let work_tree = &self.work_tree;
        let places = Places::of(&work_tree.records()?, &self.settings, |file| work_tree.read(file));
        let read = |path: &RecordPath| keep_one(path.file(), work_tree.read(&path.file()), &keep);
        let results: Vec<_> = places.records.par_iter().map(read).collect();
        Ok(places.damaged.into_iter().map(Err).chain(results).collect())
    }

    /// Reads every complaint of a commit on all cores and keeps what `keep` makes of it, by reference.
    pub(super) fn each_of<T: Send>(
        &self,
        commit: &Snapshot,
        keep: &(impl Fn(Loaded) -> Result<Option<T>, CommandError> + Sync),
    ) -> Result<Kept<T>, CommandError> {
        let places = Places::of(&commit.records()?, &self.settings, |file| commit.read(file));
        let mut results: Vec<_> = places.damaged.into_iter().map(Err).collect();
        for handful in places.records.chunks(HANDFUL) {
            let taken: Vec<_> = handful.iter().map(|path| (path.file(), commit.read(&path.file()))).collect();
            let read = taken.into_par_iter().map(|(file, bytes)| keep_one(file, bytes, keep));
            results.extend(read.collect::<Vec<_>>());
        }
        Ok(results.into_iter().collect())
    }
}

/// What was kept of many records, and the records that could not be read.
pub struct Kept<T> {
    /// What was kept, by reference.
    pub items: Vec<T>,
    /// The records that could not be read.
    pub damaged: Vec<Damaged>,
}

impl<T> FromIterator<Result<Option<T>, Damaged>> for Kept<T> {
    fn from_iter<I: IntoIterator<Item = Result<Option<T>, Damaged>>>(results: I) -> Self {
        let mut kept = Self { items: Vec::new(), damaged: Vec::new() };
        for result in results {
            match result {
                Ok(item) => kept.items.extend(item),
                Err(damaged) => kept.damaged.push(damaged),
            }
        }
        kept
    }
}

/// Records are taken out of git one after another, and read on all cores, so many at a time.
const HANDFUL: usize = 4096;

fn keep_one<T>(
    file: RegisterPath,
    bytes: Result<Option<Vec<u8>>, Fault>,
    keep: &impl Fn(Loaded) -> Result<Option<T>, CommandError>,
) -> Result<Option<T>, Damaged> {
    let bytes = bytes.map_err(CommandError::from).and_then(|bytes| bytes.ok_or_else(|| gone(&file)));
    let kept = bytes.and_then(|bytes| read_record(&file, &bytes)).and_then(keep);
    kept.map_err(|error| Damaged { path: file, error: Box::new(error) })
}

fn gone(file: &RegisterPath) -> CommandError {
    CommandError::new(Exit::Failed, format!("`{file}` is gone")).hint(format!("git checkout HEAD -- {file}"))
}

/// Reads a record's bytes; a fault names file, line and column.
pub fn read_record(path: &RegisterPath, bytes: &[u8]) -> Result<Loaded, CommandError> {
    let loaded = record::read(bytes).map_err(|fault| record_error(path, &fault))?;
    let found = loaded.complaint.reference;
    match path.as_str().parse::<RecordPath>() {
        Ok(record) if record.reference() != found => Err(of_another(path, record.reference(), &loaded)),
        _ => Ok(loaded),
    }
}

/// Returns why a file is not believed that says another number than its name: what is typed for the one would be done to the
/// other.
fn of_another(path: &RegisterPath, named: Reference, loaded: &Loaded) -> CommandError {
    let said = loaded.complaint.reference;
    let line = 1 + loaded.text().lines().take_while(|line| !line.starts_with("reference:")).count();
    CommandError::new(Exit::Failed, format!("{path}:{line}: reference: `{said}`: the file is named after {named}"))
        .hint(format!("mend the file; what it said before: git log -p -- {path}"))
}

/// Returns a record's fault as a failure: `FILE:LINE:COL: what`, the lines around it, and how to mend it.
pub fn record_error(path: &RegisterPath, fault: &RecordFault) -> CommandError {
    let failure = record_fault(path.as_str(), fault);
    match fault.cause {
        Cause::NewerFormat => failure.hint(format!("update this program; who has the newer one: git log -1 -- {path}")),
        Cause::UnfinishedMerge => failure
            .hint(format!(
                "keep what both sides say and take the marker lines out, then: git add -- {path} && git commit"
            ))
            .hint("or give the merge up: git merge --abort"),
        Cause::Damage => failure.hint(format!("mend the file; what it said before: git log -p -- {path}")),
    }
}

/// Returns a fault in the text of a record as a failure: `FILE:LINE:COL: what`, and the lines around it.
pub fn record_fault(file: &str, fault: &RecordFault) -> CommandError {
    let place = fault.place;
    CommandError::new(Exit::Failed, format!("{file}:{}:{}: {}", place.line, place.column, fault.message))
        .detail(fault.excerpt.trim_end())
}

/// Returns why what was typed means no complaint: a digit that was misheard is told apart from what is no number at all.
fn no_reference(locale: &Locale, typed: &str, error: &ReferenceError) -> CommandError {
    match error {
        ReferenceError::CheckDigit { found, expected } => {
            let expected = locale.number(expected);
            let hint = locale.tell("wrong-check-digit-hint", &[("expected", (&expected).into())]);
            CommandError::new(Exit::NotFound, locale.tell("wrong-check-digit", &[("found", found.into())])).hint(hint)
        }
        ReferenceError::Shape { .. } | ReferenceError::Range { .. } => {
            CommandError::new(Exit::Usage, locale.tell("no-reference", &[("typed", typed.into())]))
                .hint(locale.say("no-reference-hint"))
                .hint("complaints list")
        }
    }
}

fn ambiguous(locale: &Locale, typed: &str, found: &[RecordPath]) -> CommandError {
    let references: Vec<Reference> = found.iter().map(|path| path.reference()).collect();
    if references.iter().all(|reference| *reference == references[0]) {
        return places::number_twice(locale, typed, found);
    }
    let failure = CommandError::new(Exit::NotFound, locale.tell("ambiguous", &[("typed", typed.into())]));
    references
        .iter()
        .take(10)
        .fold(failure, |failure, reference| failure.detail(format!("  {reference}")))
        .hint(format!("complaints show {}", references[0]))
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

/// Returns a path inside the register.
pub fn path(text: &str) -> Result<RegisterPath, CommandError> {
    text.parse().map_err(|error: layout::PathError| CommandError::of(Exit::Usage, &error))
}
