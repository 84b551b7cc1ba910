//! The settings in force: those of the files on disk, or those of a commit whose records are looked at.

use crate::commands::Context;
use crate::commands::desk::path;
use crate::domain::pack::Pack;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::record::pack_file;
use crate::record::register_file::{HolidaysFile, RegisterFile};
use crate::record::yaml;
use crate::record::yaml::document::Document;
use crate::record::yaml::excerpt::excerpt;
use crate::record::yaml::read::read;
use crate::record::yaml::source::Source;
use crate::register::Register;
use crate::register::fault::Fault;
use crate::register::layout::{self, MARKER, RegisterPath};
use crate::register::snapshot::Snapshot;
use crate::register::work_tree::WorkTree;
use crate::settings::{Origin, Settings, Wishes};

/// Where the files of settings are read.
#[derive(Clone, Copy)]
pub(super) enum Files<'a> {
    /// As they lie on disk.
    OnDisk(&'a WorkTree),
    /// As a commit holds them.
    Committed(&'a Snapshot),
}

impl Files<'_> {
    fn read(self, path: &RegisterPath) -> Result<Option<Vec<u8>>, Fault> {
        match self {
            Self::OnDisk(work_tree) => work_tree.read(path),
            Self::Committed(commit) => commit.read(path),
        }
    }

    fn files_in(self, folder: &RegisterPath) -> Result<Vec<String>, Fault> {
        match self {
            Self::OnDisk(work_tree) => work_tree.files_in(folder),
            Self::Committed(commit) => commit.files_in(folder),
        }
    }

    /// Returns why a file cannot be used, with its commit and how it is mended.
    fn unusable(self, failure: CommandError, file: &str) -> CommandError {
        match self {
            Self::OnDisk(_) => failure.hint(format!("edit {file}, then: complaints doctor")),
            Self::Committed(commit) => failure.in_commit(&commit.id().to_string()).hint(format!(
                "mend and commit {file}, or look at a commit where it is right: git log --oneline -- {file}"
            )),
        }
    }

    fn missing(self) -> CommandError {
        let failure = CommandError::new(Exit::Failed, format!("`{MARKER}` is not there"));
        match self {
            Self::OnDisk(_) => failure.hint("complaints init"),
            Self::Committed(commit) => failure
                .in_commit(&commit.id().to_string())
                .hint(format!("look at one of these commits, or a newer one: git log --oneline -- {MARKER}")),
        }
    }
}

/// Returns the settings that files make, with the reader's wishes of language, calendar and digits.
pub(super) fn in_force(register: &Register, files: Files<'_>, context: &Context) -> Result<Settings, CommandError> {
    let file: RegisterFile = read_yaml(files, &path(MARKER)?)?.ok_or_else(|| files.missing())?;
    let holidays: HolidaysFile = read_yaml(files, &layout::holidays_file())?.unwrap_or_default();
    let own_packs = own_packs(files)?;
    Settings::resolve(&file, &holidays, own_packs, &wishes(register, context)).map_err(|error| {
        let exit = if error.is_typed() { Exit::Usage } else { Exit::Failed };
        let failure = CommandError::of(exit, &error);
        match error.file() {
            Some(file) => files.unusable(failure, file),
            None => failure.hint(error.hint()),
        }
    })
}

/// Reads the register's own rule packs.
fn own_packs(files: Files<'_>) -> Result<Vec<Pack>, CommandError> {
    let folder = layout::packs_folder();
    let mut packs = Vec::new();
    for file in files.files_in(&folder)? {
        let Some(name) = file.strip_suffix(".yaml") else { continue };
        let path = path(&format!("{folder}/{file}"))?;
        let bytes = files.read(&path)?.unwrap_or_default();
        packs.push(
            pack_file::read(name, path.as_str(), &bytes)
                .map_err(|error| files.unusable(CommandError::of(Exit::Failed, &error), path.as_str()))?,
        );
    }
    Ok(packs)
}

fn read_yaml<T: serde::de::DeserializeOwned>(files: Files<'_>, path: &RegisterPath) -> Result<Option<T>, CommandError> {
    let Some(bytes) = files.read(path)? else { return Ok(None) };
    let fault = |fault: &yaml::fault::Fault, text: &str| {
        let message = format!("{path}:{}:{}: {}", fault.place.line, fault.place.column, fault.kind);
        let failure = CommandError::new(Exit::Failed, message).detail(excerpt(text, fault.place).trim_end());
        files.unusable(failure, path.as_str())
    };
    let source = Source::decode(&bytes).map_err(|error| fault(&error, ""))?;
    let document = Document::parse(&source).map_err(|error| fault(&error, source.text()))?;
    read(&document).map(Some).map_err(|error| fault(&error, source.text()))
}

/// Returns what the reader wishes: it is of now, also where a commit of the past is looked at.
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
