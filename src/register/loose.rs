//! The way of new objects to the disk: as git's loose objects, all of a change at once.

use std::collections::BTreeSet;

use crate::register::change::Durability;
use crate::register::fault::Fault;
use crate::register::files::{self, Care, Incoming};
use crate::register::git::ObjectId;
use crate::register::git::batch::Batch;
use crate::register::state::State;

/// Brings new objects to the disk; when this returns, no power cut takes them away. Nobody sees them before a branch does.
///
/// An object that is there already is written again: one that a power cut had left empty would be found by its name too.
pub(super) fn store(batch: &mut Batch, state: &State, care: Care) -> Result<(), Fault> {
    let objects = state.in_common_git_folder("objects");
    let mut folders = BTreeSet::from([objects.clone()]);
    let mut incoming = Vec::new();
    for (id, bytes) in batch.take() {
        let name = id.to_string();
        let (folder, file) = name.split_at(2);
        let folder = objects.join(folder);
        // By such a name git knows what a killed command has left, and tidies it away.
        let temporary = folder.join(format!("tmp_obj_{file}"));
        incoming.push(Incoming { temporary, target: folder.join(file), bytes });
        folders.insert(folder);
    }
    if incoming.is_empty() {
        return Ok(());
    }
    for folder in &folders {
        files::create_folder(folder, Care { durability: Durability::None, ..care })?;
    }
    files::bring_in(&incoming, care)?;
    files::sync_folders(&folders, care.durability)
}

/// Brings the name of an object to the disk that git has written and synced: git leaves its folders alone.
pub(super) fn secure_name(object: ObjectId, state: &State, care: Care) -> Result<(), Fault> {
    let objects = state.in_common_git_folder("objects");
    let folder = objects.join(&object.to_string()[..2]);
    files::sync_folders(&BTreeSet::from([objects, folder]), care.durability)
}
