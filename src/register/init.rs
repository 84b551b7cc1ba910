//! A new register: repository, first commit, guards.

use std::path::Path;

use crate::register::Register;
use crate::register::change::{Change, Committed, Pen, Stop, Warning, WriteError};
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::files::{self, Care, Kind};
use crate::register::git::Store;
use crate::register::git::identity::{self, Part};
use crate::register::git::open::OpenError;
use crate::register::hooks::Hooks;
use crate::register::layout::{MARKER, RegisterPath, attributes_file};
use crate::register::protocol::Ground;
use crate::register::refusal::Refusal;
use crate::register::sharing::Sharing;
use crate::register::tip::Tip;
use crate::register::trail::{Message, Word};

/// How git is to treat the files of a register: records keep their line ends and are merged field by field, evidence is never
/// touched.
const ATTRIBUTES: [&str; 2] =
    ["complaints/**/*.yaml text eol=lf merge=complaints", "complaints/[0-9][0-9][0-9][0-9]/*/*/* -text -merge"];

/// What a new register begins with.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The settings and whatever else is there from the beginning.
    pub files: Vec<(RegisterPath, Vec<u8>)>,
    /// The member who claims the first station.
    pub member: Word,
}

impl Register {
    /// Makes a folder a register, in the repository around it or in a new one, with one commit.
    pub fn init(
        root: &Path,
        environment: &Environment,
        pen: Pen,
        founding: &Founding,
    ) -> Result<(Self, Committed), Stop> {
        files::create_folder(root, Care { durability: pen.durability, sharing: Sharing::Umask })?;
        let root = files::real_path(root)?;
        let exists = || Stop::Refused(Refusal::RegisterExists { root: root.clone() });
        if files::kind(&root.join(MARKER))? == Some(Kind::File) {
            return Err(exists());
        }
        let register = Self::around(&root, environment, pen)?;
        let marker: RegisterPath = MARKER.parse().map_err(|_| exists())?;
        let committed = register.write_on(Ground::Anything, pen, |tip| {
            if tip.read(&marker)?.is_some() { Err(exists()) } else { register.first_change(tip, pen, founding) }
        });
        let mut committed = committed.map_err(|error| match error {
            WriteError::Decision(stop) | WriteError::Stopped(stop) => stop,
        })?;
        match register.prepare_clone(pen) {
            Ok(warnings) => committed.warnings.extend(warnings),
            Err(stop) => committed.warnings.push(Warning::Afterwards(Fault::git("be prepared here")(stop))),
        }
        Ok((register, committed))
    }

    fn around(root: &Path, environment: &Environment, pen: Pen) -> Result<Self, Stop> {
        match Self::at(root, environment) {
            Err(OpenError::NoRepository { .. }) => {}
            register => return Ok(register?),
        }
        Self::lay_ground(root, environment, pen)?;
        Ok(Self::at(root, environment)?)
    }

    /// Makes a repository in a folder, also where that lies within another repository.
    pub fn lay_ground(root: &Path, environment: &Environment, pen: Pen) -> Result<(), Stop> {
        // Asked before anything is created, so that a refusal leaves nothing behind.
        identity::person_anywhere(Part::Author, environment)?;
        identity::person_anywhere(Part::Committer, environment)?;
        files::create_folder(root, Care { durability: pen.durability, sharing: Sharing::Umask })?;
        let store = Store::create(root, environment)?;
        Ok(files::sync_below(store.common_folder(), pen.durability)?)
    }

    fn first_change(&self, tip: &Tip, pen: Pen, founding: &Founding) -> Result<Change, Stop> {
        let (_, station) = self.claim(tip, pen, &founding.member)?;
        let attributes = tip.read(&attributes_file())?.unwrap_or_default();
        let mut files = founding.files.clone();
        files.extend([station, (attributes_file(), with_attributes(attributes))]);
        Ok(Change { files, message: Message::register_created() })
    }
}

/// Adds the lines that are missing to the attributes that are there.
fn with_attributes(mut bytes: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    for line in ATTRIBUTES.iter().filter(|wanted| !text.lines().any(|line| line.trim() == **wanted)) {
        if bytes.last().is_some_and(|last| *last != b'\n') {
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}

impl Register {
    /// Prepares this clone: the guards against deletions, and merging instead of rebasing where nothing else was chosen (a
    /// rebase rewrites who recorded what, and swallows a rewritten history in silence). `init` does it; a fresh clone needs it
    /// once.
    pub fn prepare_clone(&self, pen: Pen) -> Result<Vec<Warning>, Stop> {
        let store = &self.store;
        if store.setting("pull.rebase")?.is_none() {
            store.set("pull.rebase", "false")?;
            // The library syncs neither its settings nor their name.
            let settings = self.state.in_common_git_folder("config");
            files::sync_file(&settings, pen.durability)?;
            files::sync_folder_of(&settings, pen.durability)?;
        }
        Ok(Hooks::of(self, store)?.install_guard(self.care(pen)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_added_once_and_nothing_is_taken_away() {
        let before = b"*.png binary".to_vec();
        let after = with_attributes(before.clone());
        assert!(after.starts_with(b"*.png binary\ncomplaints/**/*.yaml "));
        assert_eq!(with_attributes(after.clone()), after);
    }
}
