//! The index: git's list of what the next commit holds. Read, changed in a few places and written again.
//!
//! Our own reading and writing, because the library takes every entry apart and hashes slowly: with 100,000 complaints that
//! alone took longer than all of `git add` and `git commit` may. Entries that we do not change stay as they are, byte for
//! byte. See docs/decisions/0010-index.md.

use std::cmp::Ordering;
use std::path::Path;

use crate::register::fault::Fault;
use crate::register::git::{Entry, ObjectId, Store};

mod cache_tree;
mod layout;
#[cfg(test)]
mod tests;

use layout::Row;

/// What the index says of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::register) enum Staged {
    /// Nothing.
    Absent,
    /// This content.
    Content(Entry),
    /// It is to be added, but a person has not said with which content.
    Intended,
    /// Several versions, from a merge that clashed.
    Unmerged,
}

/// Why an index cannot be worked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::register) enum Unreadable {
    /// Part of it lies in another file.
    Split,
    /// It holds whole folders as one entry.
    Sparse,
    /// It is of a version or has a part that no git wrote when this was made.
    Unknown,
    /// It is not what git wrote.
    Damaged,
}

/// The content of an index file.
#[derive(Debug, Default)]
pub(in crate::register) struct Index {
    version: u32,
    /// Sorted by path and stage.
    rows: Vec<Row>,
    /// The paths of all rows, one after another.
    paths: Vec<u8>,
    /// The folders whose trees are known; git computes the others anew.
    cache_tree: Option<Vec<u8>>,
    /// How clashes of a merge were resolved.
    resolved: Option<Vec<u8>>,
}

/// Set in the flags of an entry whose path git was told to leave out of the work tree (sparse checkout).
const SKIP_WORK_TREE: u16 = 1 << 14;
/// Set in the flags of an entry made by `git add --intent-to-add`.
const INTENT_TO_ADD: u16 = 1 << 13;

impl Index {
    /// Returns what the index says of a path.
    pub(in crate::register) fn staged(&self, path: &str) -> Staged {
        match self.find(path, 0) {
            Ok(position) => {
                let row = &self.rows[position];
                if row.extended_flags & INTENT_TO_ADD != 0 { Staged::Intended } else { Staged::Content(row.entry()) }
            }
            // A path that clashed in a merge has up to three versions, but not this one.
            Err(position) if self.rows.get(position).is_some_and(|row| row.path(&self.paths) == path.as_bytes()) => {
                Staged::Unmerged
            }
            Err(_) => Staged::Absent,
        }
    }

    /// Returns whether git was told to leave a path out of the work tree.
    pub(in crate::register) fn is_left_out(&self, path: &str) -> bool {
        self.find(path, 0).is_ok_and(|position| self.rows[position].extended_flags & SKIP_WORK_TREE != 0)
    }

    /// Says of a path what a commit says of it. Times and sizes stay zero: git then compares the bytes once.
    pub(in crate::register) fn set(&mut self, path: &str, entry: Option<Entry>) {
        match (self.find(path, 0), entry) {
            (Ok(position), Some(entry)) => {
                let kept = self.rows[position].extended_flags & SKIP_WORK_TREE;
                self.rows[position] = Row::bare(entry, self.rows[position].place(), kept);
            }
            (Ok(position), None) => drop(self.rows.remove(position)),
            (Err(position), Some(entry)) => {
                let start = self.paths.len();
                self.paths.extend_from_slice(path.as_bytes());
                self.rows.insert(position, Row::bare(entry, start..self.paths.len(), 0));
            }
            (Err(_), None) => return,
        }
        self.cache_tree = self.cache_tree.take().and_then(|known| cache_tree::without(&known, path));
    }

    /// Returns where a path is, or where it belongs.
    fn find(&self, path: &str, stage: u8) -> Result<usize, usize> {
        let order = |row: &Row| -> Ordering {
            row.path(&self.paths).cmp(path.as_bytes()).then_with(|| row.stage().cmp(&stage))
        };
        self.rows.binary_search_by(order)
    }
}

/// Returns what an index of the library says of a file that was never looked at on disk.
pub(super) fn bare_entry(path: &str, entry: Entry) -> git2::IndexEntry {
    let time = git2::IndexTime::new(0, 0);
    git2::IndexEntry {
        ctime: time,
        mtime: time,
        dev: 0,
        ino: 0,
        mode: entry.mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id: entry.id.0,
        flags: 0,
        flags_extended: 0,
        path: path.as_bytes().to_vec(),
    }
}

impl Store {
    /// Writes an index file that holds exactly a tree, for the user's hooks.
    pub(in crate::register) fn write_index_of(&self, tree: ObjectId, file: &Path) -> Result<(), Fault> {
        let fault = || Fault::git("write an index for the hooks");
        let tree = self.repository.find_tree(tree.0).map_err(fault())?;
        let mut index = git2::Index::open(file).map_err(fault())?;
        index.read_tree(&tree).and_then(|()| index.write()).map_err(fault())
    }
}
