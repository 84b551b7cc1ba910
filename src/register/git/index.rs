//! The index: git's list of what the next commit holds. Always a copy that becomes the real one by renaming.

use std::path::Path;

use crate::register::fault::Fault;
use crate::register::files;
use crate::register::git::{Entry, ObjectId, Store};

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

/// A copy of an index file.
pub(in crate::register) struct Index {
    index: git2::Index,
}

/// Bytes of an index file up to the number of its entries, which ends the header.
const HEADER: usize = 12;
/// Set in the flags of an entry whose path git was told to leave out of the work tree (sparse checkout).
const SKIP_WORK_TREE: u16 = 1 << 14;
/// Set in the flags of an entry made by `git add --intent-to-add`.
const INTENT_TO_ADD: u16 = 1 << 13;

impl Index {
    /// Opens an index file; one that is not there is empty.
    ///
    /// To the library, an index that it cannot look at is one that is not there; written back, it would stage the deletion of
    /// everything. So the entries are counted against the file's own header.
    pub(in crate::register) fn open(file: &Path) -> Result<Self, Fault> {
        let index = git2::Index::open(file).map_err(Fault::git("read the index"))?;
        let expected = match files::first_bytes::<HEADER>(file)? {
            None => 0,
            Some([.., a, b, c, d]) => u32::from_be_bytes([a, b, c, d]),
        };
        if u32::try_from(index.len()) == Ok(expected) {
            Ok(Self { index })
        } else {
            Err(Fault::Damaged { path: file.to_owned() })
        }
    }

    /// Returns what the index says of a path.
    pub(in crate::register) fn staged(&self, path: &str) -> Staged {
        let at = |stage| self.index.get_path(Path::new(path), stage);
        match at(0) {
            // A path that clashed in a merge has up to three versions, but not this one.
            None if (1..=3).any(|stage| at(stage).is_some()) => Staged::Unmerged,
            None => Staged::Absent,
            Some(entry) if entry.flags_extended & INTENT_TO_ADD != 0 => Staged::Intended,
            Some(entry) => Staged::Content(Entry { id: ObjectId(entry.id), mode: entry.mode }),
        }
    }

    /// Returns whether git was told to leave a path out of the work tree.
    pub(in crate::register) fn is_left_out(&self, path: &str) -> bool {
        self.index.get_path(Path::new(path), 0).is_some_and(|entry| entry.flags_extended & SKIP_WORK_TREE != 0)
    }

    /// Says of a path what a commit says of it. Times and sizes stay zero: git then compares the bytes once.
    pub(in crate::register) fn set(&mut self, path: &str, entry: Option<Entry>) -> Result<(), Fault> {
        let fault = || Fault::git("change the index");
        let before = self.index.get_path(Path::new(path), 0);
        let Some(entry) = entry else {
            // Removing what is not there is an error to the library.
            return if before.is_some() { self.index.remove(Path::new(path), 0).map_err(fault()) } else { Ok(()) };
        };
        let mut staged = bare_entry(path, entry);
        staged.flags_extended = before.map_or(0, |before| before.flags_extended & SKIP_WORK_TREE);
        self.index.add(&staged).map_err(fault())
    }

    /// Writes the copy to its own file.
    pub(in crate::register) fn write(&mut self) -> Result<(), Fault> {
        self.index.write().map_err(Fault::git("write the index"))
    }
}

/// Returns what an index says of a file that was never looked at on disk.
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
