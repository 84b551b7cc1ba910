//! The only home of git2: everything the rest of the register asks of a repository, in our own words.
//!
//! Objects and branches only. The library runs no hooks, applies no filters and knows no signing; what needs those goes
//! through the `git` program (see `programs`). Networks are never touched from here.

use std::cell::RefCell;
use std::fmt;
use std::path::Path;
use std::rc::Rc;

use crate::register::fault::Fault;

mod attributes;
pub(super) mod batch;
pub(super) mod global;
pub(super) mod head;
pub mod identity;
pub(super) mod index;
pub(super) mod objects;
pub mod open;
pub(super) mod pack;
pub mod patch;
pub(super) mod walk;

/// The name of a commit or another object of git.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(git2::Oid);

impl fmt::Display for ObjectId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

impl ObjectId {
    /// Reads a whole name in hexadecimal digits.
    pub(super) fn parse(hexadecimal: &str) -> Option<Self> {
        let is_whole = hexadecimal.len() == 40;
        git2::Oid::from_str(hexadecimal).ok().filter(|_| is_whole).map(Self)
    }

    fn from_bytes(bytes: [u8; 20]) -> Self {
        // Twenty bytes always are a name.
        Self(git2::Oid::from_bytes(&bytes).unwrap_or(git2::Oid::ZERO_SHA1))
    }

    pub(super) fn to_bytes(self) -> [u8; 20] {
        self.0.as_bytes().try_into().unwrap_or_default()
    }

    /// Returns the name git would give to a blob of these bytes.
    pub(super) fn of_blob(bytes: &[u8]) -> Result<Self, Fault> {
        git2::Oid::hash_object(git2::ObjectType::Blob, bytes).map(Self).map_err(Fault::git("hash bytes"))
    }
}

/// A file in a tree or in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its bytes.
    pub(super) id: ObjectId,
    /// Its mode as git knows it.
    pub(super) mode: u32,
}

/// The mode of an ordinary file.
pub(super) const PLAIN_FILE: u32 = 0o100_644;

/// An open repository. Each command opens its own.
pub(super) struct Store {
    #[expect(clippy::disallowed_types, reason = "the one home of git2")]
    repository: git2::Repository,
    /// Git's settings as they were when the first of them was asked for: reading them takes a look at three files each time.
    settings: RefCell<Option<Rc<git2::Config>>>,
}

impl fmt::Debug for Store {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Store").field(&self.repository.path()).finish()
    }
}

impl Store {
    /// Returns git's folder of this work tree: its index and HEAD.
    pub(super) fn git_folder(&self) -> &Path {
        self.repository.path()
    }

    /// Returns git's folder that all work trees of the repository share.
    pub(super) fn common_folder(&self) -> &Path {
        self.repository.commondir()
    }

    /// Returns the top of the work tree; `None` in a bare repository.
    pub(super) fn work_tree(&self) -> Option<&Path> {
        self.repository.workdir()
    }

    /// Returns whether the history was cut off when the repository was cloned.
    pub(super) fn is_shallow(&self) -> bool {
        self.repository.is_shallow()
    }

    /// Returns the value of a setting of git.
    pub(super) fn setting(&self, key: &str) -> Result<Option<String>, Fault> {
        string_of(&*self.settings()?, key)
    }

    /// Returns a setting that is a path, with `~` spelled out.
    pub(super) fn path_setting(&self, key: &str) -> Result<Option<std::path::PathBuf>, Fault> {
        match self.settings()?.get_path(key) {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
            Err(error) => Err(Fault::git("read its settings")(error)),
        }
    }

    fn settings(&self) -> Result<Rc<git2::Config>, Fault> {
        if let Some(settings) = &*self.settings.borrow() {
            return Ok(Rc::clone(settings));
        }
        let read = self.repository.config().and_then(|mut config| config.snapshot());
        let read = Rc::new(read.map_err(Fault::git("read its settings"))?);
        Ok(Rc::clone(self.settings.borrow_mut().insert(read)))
    }

    /// Sets a setting of this repository.
    pub(super) fn set(&self, key: &str, value: &str) -> Result<(), Fault> {
        let fault = || Fault::git("write its settings");
        let config = self.repository.config().map_err(fault())?;
        let mut local = config.open_level(git2::ConfigLevel::Local).map_err(fault())?;
        local.set_str(key, value).map_err(fault())?;
        self.settings.replace(None);
        Ok(())
    }

    /// Returns whether a path is ignored.
    pub(super) fn is_ignored(&self, path: &str) -> Result<bool, Fault> {
        self.repository.is_path_ignored(path).map_err(Fault::git("read ignore rules"))
    }
}

fn string_of(config: &git2::Config, key: &str) -> Result<Option<String>, Fault> {
    match config.get_string(key) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(Fault::git("read its settings")(error)),
    }
}

/// Reads a truth value as git writes it in settings.
pub(super) fn parse_bool(value: &str) -> bool {
    git2::Config::parse_bool(value).unwrap_or(false)
}
