//! A register as its files lie on disk: what `list` and `show` read. Reading never writes and never repairs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::domain::reference::Wanted;
use crate::register::fault::Fault;
use crate::register::files::{self, Kind};
use crate::register::layout::{RecordPath, RegisterPath};
use crate::register::shelf::{self, Listing, Shelf};
use crate::register::snapshot::shelf_files;

/// A register as its files lie on disk.
///
/// While a write is pending (its command was killed), its files are taken from the commit: `pending` names them, so that
/// the reader can be warned. The value holds no handle and may be shared among threads.
#[derive(Clone, Debug)]
pub struct WorkTree {
    root: PathBuf,
    pending: BTreeMap<String, Option<Vec<u8>>>,
}

impl WorkTree {
    /// Returns the files under a root, with those of a pending write as the commit holds them.
    pub(super) fn new(root: &Path, pending: BTreeMap<String, Option<Vec<u8>>>) -> Self {
        Self { root: root.to_owned(), pending }
    }

    /// Returns the paths of a write that has begun and not finished; none in ordinary life.
    pub fn pending(&self) -> impl Iterator<Item = &str> {
        self.pending.keys().map(String::as_str)
    }

    /// Returns the bytes of a file; `None` when there is none.
    pub fn read(&self, path: &RegisterPath) -> Result<Option<Vec<u8>>, Fault> {
        match self.pending.get(path.as_str()) {
            Some(bytes) => Ok(bytes.clone()),
            None => files::read(&path.under(&self.root)),
        }
    }

    /// Returns whether something stands at a path that is no file: a link, which is not followed, or a folder.
    pub fn is_blocked(&self, path: &RegisterPath) -> Result<bool, Fault> {
        Ok(self.kind(path.as_str())?.is_some_and(|kind| kind != Kind::File))
    }

    /// Returns the names of the files in a folder, without those in folders below it; none when there is no such folder.
    pub fn files_in(&self, folder: &RegisterPath) -> Result<Vec<String>, Fault> {
        shelf_files(self, folder)
    }

    /// Returns the places of all complaints, sorted by reference, and what else stands among them.
    pub fn records(&self) -> Result<Listing, Fault> {
        shelf::list(self)
    }

    /// Returns the complaints that were meant; what a part of a reference leaves open is this station and the newest year.
    pub fn find_records(&self, wanted: Wanted, station: Option<u8>) -> Result<Vec<RecordPath>, Fault> {
        shelf::find(self, wanted, station)
    }
}

impl Shelf for WorkTree {
    fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault> {
        let place = folder.split('/').fold(self.root.clone(), |path, part| path.join(part));
        let on_disk = files::names(&place)?;
        if self.pending.is_empty() {
            return Ok(on_disk);
        }
        let mut names: BTreeMap<String, Kind> = on_disk.into_iter().collect();
        for (path, bytes) in &self.pending {
            let Some(rest) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) else { continue };
            match (rest.split_once('/'), bytes) {
                (Some((name, _)), Some(_)) => drop(names.insert(name.to_owned(), Kind::Folder)),
                (None, Some(_)) => drop(names.insert(rest.to_owned(), Kind::File)),
                (None, None) => drop(names.remove(rest)),
                (Some(_), None) => {}
            }
        }
        Ok(names.into_iter().collect())
    }

    fn kind(&self, path: &str) -> Result<Option<Kind>, Fault> {
        match self.pending.get(path) {
            Some(bytes) => Ok(bytes.as_ref().map(|_| Kind::File)),
            None => files::kind(&path.split('/').fold(self.root.clone(), |place, part| place.join(part))),
        }
    }
}
