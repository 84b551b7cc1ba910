//! The way of new objects to the disk: as git's loose objects, all of a change at once.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::register::fault::Fault;
use crate::register::files::{self, Access, Care, Fresh, Incoming};
use crate::register::git::ObjectId;
use crate::register::git::batch::Batch;
use crate::register::state::State;

/// The objects of a change on their way.
///
/// An object that is there already is written again: one that a power cut had left empty would be found by its name too.
#[derive(Debug)]
pub(super) struct Loose {
    incoming: Vec<Incoming>,
    folders: BTreeSet<PathBuf>,
}

impl Loose {
    /// Takes the objects out of a batch.
    pub(super) fn take(batch: &mut Batch, state: &State) -> Self {
        let objects = state.in_common_git_folder("objects");
        let mut folders = BTreeSet::new();
        let mut incoming = Vec::new();
        for (id, bytes) in batch.take() {
            let name = id.to_string();
            let (folder, file) = name.split_at(2);
            let folder = objects.join(folder);
            // By such a name git knows what a killed command has left, and tidies it away.
            let temporary = folder.join(format!("tmp_obj_{file}"));
            incoming.push(Incoming { temporary, target: folder.join(file), bytes });
            folders.extend([objects.clone(), folder]);
        }
        Self { incoming, folders }
    }

    /// Writes the objects and other files to places that nobody looks at, and brings their bytes to the disk together.
    pub(super) fn write_with(&self, others: &[Fresh<'_>], care: Care) -> Result<(), Fault> {
        let objects = self.incoming.iter();
        let mut fresh: Vec<_> =
            objects.map(|file| Fresh { path: &file.temporary, bytes: &file.bytes, access: Access::ReadOnly }).collect();
        fresh.extend_from_slice(others);
        files::write_together(&fresh, care)
    }

    /// Gives the objects their names: git finds them now, and no branch leads to them yet. The names are not synced.
    pub(super) fn give_names(&self) -> Result<(), Fault> {
        let named = self.incoming.iter().try_for_each(Incoming::give_name);
        named.inspect_err(|_| self.incoming.iter().for_each(|file| drop(files::remove(&file.temporary))))
    }

    /// Returns the folders in which the names are.
    pub(super) fn folders(&self) -> &BTreeSet<PathBuf> {
        &self.folders
    }
}

/// Brings new objects to the disk for other programs to see; when this returns, no power cut takes them away.
pub(super) fn store(batch: &mut Batch, state: &State, care: Care) -> Result<(), Fault> {
    let loose = Loose::take(batch, state);
    loose.write_with(&[], care)?;
    loose.give_names()?;
    files::sync_folders(&loose.folders, care.durability)
}

/// Brings the name of an object to the disk that git has written and synced: git leaves its folders alone.
pub(super) fn secure_name(object: ObjectId, state: &State, care: Care) -> Result<(), Fault> {
    let objects = state.in_common_git_folder("objects");
    let folder = objects.join(&object.to_string()[..2]);
    files::sync_folders(&BTreeSet::from([objects, folder]), care.durability)
}
