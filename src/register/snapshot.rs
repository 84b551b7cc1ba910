//! A register as a commit holds it: what reports are made from, and what a write decides on.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};

use crate::domain::reference::Wanted;
use crate::register::fault::Fault;
use crate::register::files::Kind;
use crate::register::git::objects::FOLDER;
use crate::register::git::{Entry, ObjectId, Store};
use crate::register::is_same_text;
use crate::register::layout::{RecordPath, RegisterPath, month_named, year_folder};
use crate::register::shelf::{self, Listing, Shelf};

/// A register as a commit holds it.
#[derive(Debug)]
pub struct Snapshot {
    store: Rc<Store>,
    id: ObjectId,
    tree: Option<ObjectId>,
    committed_at: DateTime<FixedOffset>,
    folder: RefCell<Folder>,
}

/// The folder that was asked last. The library takes a tree apart anew for each name, so reading all files of a large folder
/// would take the square of its size.
#[derive(Debug, Default)]
struct Folder {
    path: String,
    asked: usize,
    entries: Option<HashMap<String, Entry>>,
}

/// So often a folder is asked for one name before all its names are taken out: whoever asks for one file pays for one.
const SINGLE_NAMES: usize = 8;

impl Snapshot {
    /// Opens the register that lies under `prefix` in a commit; a commit without a register holds nothing.
    pub(super) fn open(store: Rc<Store>, id: ObjectId, prefix: &str) -> Result<Self, Fault> {
        let committed_at = store.committed_at(id)?;
        let folder = store.entry(store.tree_of(id)?, prefix)?;
        let tree = folder.filter(|entry| entry.mode == FOLDER).map(|entry| entry.id);
        Ok(Self { store, id, tree, committed_at, folder: RefCell::default() })
    }

    /// Returns the commit.
    pub fn id(&self) -> ObjectId {
        self.id
    }

    /// Returns the time at which the commit was recorded.
    pub fn committed_at(&self) -> DateTime<FixedOffset> {
        self.committed_at
    }

    /// Returns the bytes of a file; `None` when the commit does not hold it.
    pub fn read(&self, path: &RegisterPath) -> Result<Option<Vec<u8>>, Fault> {
        match self.entry(path.as_str())? {
            Some(entry) if kind_of(entry) == Kind::File => self.store.bytes(entry.id).map(Some),
            _ => Ok(None),
        }
    }

    /// Returns whether a file on disk says what the commit does, line ends aside; `None` when the commit does not hold it.
    pub fn says(&self, path: &RegisterPath, on_disk: &[u8]) -> Result<Option<bool>, Fault> {
        Ok(self.read(path)?.map(|committed| is_same_text(&committed, on_disk)))
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

    /// Returns the months of a year in which complaints were registered, each with the name of its folder in git.
    pub(super) fn months(&self, year: u16) -> Result<Vec<(u8, ObjectId)>, Fault> {
        let Some(tree) = self.tree else { return Ok(Vec::new()) };
        let entries = self.store.entries(tree, &year_folder(year))?.into_iter();
        let folders = entries.filter(|(_, entry)| entry.mode == FOLDER);
        Ok(folders.filter_map(|(name, entry)| Some((month_named(&name)?, entry.id))).collect())
    }

    fn entry(&self, path: &str) -> Result<Option<Entry>, Fault> {
        let Some(tree) = self.tree else { return Ok(None) };
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        let mut folder = self.folder.borrow_mut();
        if folder.path != parent {
            *folder = Folder { path: parent.to_owned(), ..Folder::default() };
        }
        folder.asked += 1;
        if folder.asked <= SINGLE_NAMES {
            return self.store.entry(tree, path);
        }
        if folder.entries.is_none() {
            folder.entries = Some(self.store.entries(tree, parent)?.into_iter().collect());
        }
        Ok(folder.entries.as_ref().and_then(|entries| entries.get(name)).copied())
    }
}

impl Shelf for Snapshot {
    fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault> {
        let Some(tree) = self.tree else { return Ok(Vec::new()) };
        let entries = self.store.entries(tree, folder)?;
        Ok(entries.into_iter().map(|(name, entry)| (name, kind_of(entry))).collect())
    }

    fn kind(&self, path: &str) -> Result<Option<Kind>, Fault> {
        Ok(self.entry(path)?.map(kind_of))
    }
}

/// Returns the names of the files in a folder of a shelf.
pub(super) fn shelf_files(shelf: &dyn Shelf, folder: &RegisterPath) -> Result<Vec<String>, Fault> {
    let names = shelf.names(folder.as_str())?;
    Ok(names.into_iter().filter(|(_, kind)| *kind == Kind::File).map(|(name, _)| name).collect())
}

fn kind_of(entry: Entry) -> Kind {
    match entry.mode & 0o170_000 {
        FOLDER => Kind::Folder,
        0o100_000 => Kind::File,
        0o120_000 => Kind::Link,
        _ => Kind::Other,
    }
}
