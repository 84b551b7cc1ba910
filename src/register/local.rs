//! What a clone keeps to itself, and files that are named on a command line: beside the register, never in a commit.

use std::path::{Path, PathBuf};

use crate::register::Register;
use crate::register::change::{Change, Durability, Stop, WriteError};
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::files::{self, Care, Destination, Incoming, Kind};
use crate::register::git::identity::{self, Part, Person};
use crate::register::git::open::OpenError;
use crate::register::hooks::Hooks;
use crate::register::layout::RegisterPath;
use crate::register::programs::Ended;
use crate::register::refusal::Refusal;
use crate::register::sharing::Sharing;
use crate::register::tip::Tip;
use crate::register::trail::Message;

/// Answers and drafts are for this user alone, and losing them in a power cut is no loss of a complaint.
const CARE: Care = Care { durability: Durability::None, sharing: Sharing::Umask };

impl Register {
    /// Returns a setting of git, as it stands in its files or in the environment.
    pub fn configured(&self, key: &str) -> Option<String> {
        let from_variables = self.environment.configured(key).map(str::to_owned);
        from_variables.or_else(|| self.store.setting(key).ok().flatten())
    }

    /// Returns who would write in a folder that may become a register.
    pub fn author_anywhere(folder: &Path, environment: &Environment) -> Result<Person, Stop> {
        match files::kind(folder)?.map(|_| Self::at(folder, environment)) {
            Some(Ok(register)) => Ok(register.store.person(Part::Author, environment)?),
            Some(Err(OpenError::NoRepository { .. } | OpenError::NoRegister { .. })) | None => {
                Ok(identity::person_anywhere(Part::Author, environment)?)
            }
            Some(Err(error)) => Err(error.into()),
        }
    }

    /// Returns this clone's station; `None` when it holds none.
    pub fn station(&self) -> Option<u8> {
        if self.known_station.get().is_none() {
            let _ = self.known_station.set(self.standing().ok()?.station().ok()?);
        }
        self.known_station.get().copied()
    }

    /// Returns whether a command could write now; nothing is written.
    pub fn ready(&self) -> Result<(), Stop> {
        let nothing = Change { files: Vec::new(), message: Message::register_created() };
        match self.rehearse(|_: &Tip| -> Result<Change, Refusal> { Ok(nothing) }) {
            // A change without files is the very last thing that is refused: all else was found in order.
            Ok(_) | Err(WriteError::Stopped(Stop::Refused(Refusal::Nothing))) => Ok(()),
            Err(WriteError::Decision(refusal)) => Err(refusal.into()),
            Err(WriteError::Stopped(stop)) => Err(stop),
        }
    }

    /// Returns whether plain git is kept from deleting complaints in this clone.
    pub fn is_guarded(&self) -> Result<bool, Stop> {
        let store = &self.store;
        Ok(Hooks::of(self, store)?.guards()?)
    }

    /// Returns a file of this clone's local state; `None` when there is none.
    pub fn local_state(&self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        files::read(&self.local_file(name))
    }

    /// Keeps a file in this clone's local state.
    pub fn keep_local_state(&self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        files::create_folder(self.state.own(), CARE)?;
        files::write_private(&self.local_file(name), bytes)
    }

    /// Removes a file of this clone's local state.
    pub fn forget_local_state(&self, name: &str) -> Result<(), Fault> {
        files::remove(&self.local_file(name))
    }

    /// Lets a person edit a text in a file of this clone's local state, and returns what they made of it. The file stays
    /// there until it is forgotten, whatever becomes of the editor.
    pub fn edited(&self, name: &str, text: &[u8], editor: &[String]) -> Result<Vec<u8>, Fault> {
        self.keep_local_state(name, text)?;
        match self.programs().edit(editor, &self.local_file(name))? {
            Ended::Well(_) => Ok(self.local_state(name)?.unwrap_or_default()),
            Ended::Badly(output) => Err(Fault::Program { program: editor.join(" "), output }),
        }
    }

    /// Returns where a file of this clone's local state lies.
    pub fn local_file(&self, name: &str) -> PathBuf {
        self.state.own().join(name)
    }

    /// Lays out a file for a person to change and commit; its folder is made when there is none.
    pub fn lay_out(&self, path: &RegisterPath, bytes: &[u8]) -> Result<(), Fault> {
        write_foreign(&path.under(self.root()), bytes).map(drop)
    }
}

/// Returns the bytes of a file that was named on a command line.
pub fn read_foreign(path: &Path) -> Result<Vec<u8>, Fault> {
    let missing = || std::io::Error::new(std::io::ErrorKind::NotFound, "there is no such file");
    files::read(path)?.ok_or_else(|| Fault::disk("read", path)(missing()))
}

/// Writes a file that was named on a command line as [`write_foreign_unless`] does; one with the same bytes is left alone.
pub fn write_foreign(path: &Path, bytes: &[u8]) -> Result<bool, Fault> {
    write_foreign_unless(path, bytes, |known| known == bytes)
}

/// Writes a file that was named on a command line, at once or not at all; one whose bytes `says_it` accepts is left alone. A
/// link stays one; a pipe or a device is given the bytes. Returns whether anything was written.
pub fn write_foreign_unless(path: &Path, bytes: &[u8], says_it: impl Fn(&[u8]) -> bool) -> Result<bool, Fault> {
    let target = match files::destination(path)? {
        Destination::File(target) => target,
        Destination::Stream => return files::pour(path, bytes).map(|()| true),
    };
    if files::read(&target)?.is_some_and(|known| says_it(&known)) {
        return Ok(false);
    }
    let mut temporary = target.as_os_str().to_owned();
    temporary.push(format!(".{}.new", std::process::id()));
    let incoming = Incoming { temporary: temporary.into(), target, bytes: bytes.to_owned() };
    files::replace(incoming, Durability::Full)?;
    Ok(true)
}

/// Returns whether a path that was named on a command line is a folder.
pub fn is_folder(path: &Path) -> Result<bool, Fault> {
    Ok(files::kind(path)? == Some(Kind::Folder))
}

/// Returns whether anything stands at a path.
pub fn is_there(path: &Path) -> Result<bool, Fault> {
    Ok(files::kind(path)?.is_some())
}
