//! The way of new objects to the disk: all of a change in one pack, and many small packs gathered in a larger one.
//!
//! As files of their own, the six objects of a `new` need twelve syncs and 24 KB. See
//! docs/decisions/0020-one-pack-for-each-commit.md.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::register::fault::Fault;
use crate::register::files::{self, Access, Care, Fresh, Incoming};
use crate::register::git::ObjectId;
use crate::register::git::batch::Batch;
use crate::register::git::pack::{Objects, Pack};
use crate::register::state::State;

/// The objects of a change on their way, with those of the small packs that they are gathered with.
#[derive(Debug)]
pub(super) struct Packed {
    folder: PathBuf,
    /// The pack before its index, by which git finds it; none where there are no objects.
    incoming: Vec<Incoming>,
    gathered: Vec<Files>,
}

/// The files of a pack.
#[derive(Clone, Debug)]
struct Files {
    pack: PathBuf,
    index: PathBuf,
}

/// So many packs of about the same size are gathered in one.
const MANY: usize = 16;
/// What counts as about the same size, in bytes. Larger packs are left to git.
const SIZES: [Range<u64>; 2] = [0..64 << 10, 64 << 10..1 << 20];

impl Packed {
    /// Takes the objects out of a batch, and those of small packs when there are many.
    ///
    /// An object that is there already is written again: one that a power cut had left empty would be found by its name too.
    pub(super) fn take(batch: &mut Batch, state: &State) -> Self {
        let folder = folder(state);
        let mut objects = batch.take();
        let mut incoming = Vec::new();
        let mut gathered = Vec::new();
        if !objects.is_empty() {
            for (files, others) in many_small(&folder, state) {
                objects.extend(others);
                gathered.push(files);
            }
            let Pack { name, bytes, index } = Pack::of(&objects);
            let Files { pack: target, index: target_of_index } = Files::of(&folder, &format!("pack-{name}"));
            // Written again, a pack may hold all that is in the others and be one of them.
            gathered.retain(|files| files.pack != target);
            // By such names git knows what a killed command has left, and tidies it away.
            incoming.push(Incoming { temporary: folder.join(format!("tmp_pack_{name}")), target, bytes });
            let temporary = folder.join(format!("tmp_idx_{name}"));
            incoming.push(Incoming { temporary, target: target_of_index, bytes: index });
        }
        Self { folder, incoming, gathered }
    }

    /// Writes the pack and other files to places that nobody looks at, and brings their bytes to the disk together.
    pub(super) fn write_with(&self, others: &[Fresh<'_>], care: Care) -> Result<(), Fault> {
        files::create_folder(&self.folder, care)?;
        let own = self.incoming.iter();
        let own = own.map(|file| Fresh { path: &file.temporary, bytes: &file.bytes, access: Access::ReadOnly });
        let fresh: Vec<_> = own.chain(others.iter().copied()).collect();
        files::write_together(&fresh, care)
    }

    /// Gives the pack its name: git finds the objects now, and no branch leads to them yet. The name is not synced.
    pub(super) fn give_name(&self) -> Result<(), Fault> {
        let named = self.incoming.iter().try_for_each(Incoming::give_name);
        named.inspect_err(|_| self.incoming.iter().for_each(|file| drop(files::remove(&file.temporary))))
    }

    /// Returns the folder in which the name is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes the packs whose objects are in this one too, once its name is on the disk.
    ///
    /// Whoever looks for an object in one of them looks for new packs when it is gone. One that stays is gathered again.
    pub(super) fn remove_gathered(&self) {
        for Files { pack, index } in &self.gathered {
            // An index without a pack is nothing to git; a pack without an index would stay for ever.
            drop(files::remove(pack).and_then(|()| files::remove(index)));
        }
    }
}

impl Files {
    fn of(folder: &Path, stem: &str) -> Self {
        let [pack, index] = ["pack", "idx"].map(|ending| folder.join(format!("{stem}.{ending}")));
        Self { pack, index }
    }

    fn objects(&self) -> Option<Objects> {
        let bytes = files::read(&self.pack).ok()??;
        let index = files::read(&self.index).ok()??;
        Pack::objects(&bytes, &index)
    }
}

/// Returns small packs with their objects when there are many; what cannot be read is left as it is.
fn many_small(folder: &Path, state: &State) -> Vec<(Files, Objects)> {
    let packs = plain_packs(folder);
    if packs.len() < MANY || is_tidying(state) {
        return Vec::new();
    }
    let sizes: Vec<u64> =
        packs.iter().map(|files| files::size(&files.pack).ok().flatten().unwrap_or(u64::MAX)).collect();
    let alike = |range: &Range<u64>| -> Vec<&Files> {
        packs.iter().zip(&sizes).filter(|(_, size)| range.contains(size)).map(|(files, _)| files).collect()
    };
    let many = SIZES.iter().map(alike).find(|alike| alike.len() >= MANY).unwrap_or_default();
    many.into_iter().filter_map(|files| Some((files.clone(), files.objects()?))).collect()
}

/// Whether git tidies up: the packs that it has seen must not vanish.
fn is_tidying(state: &State) -> bool {
    let is_there = |name| files::kind(&state.in_common_git_folder(name)).map_or(true, |kind| kind.is_some());
    is_there("gc.pid") || is_there("objects/maintenance.lock")
}

/// Returns the packs that are nothing but a pack and its index: one with a further file is git's own, or kept for a reason,
/// and where git has an index over several packs, all are.
fn plain_packs(folder: &Path) -> Vec<Files> {
    let names = files::names(folder).unwrap_or_default();
    if names.iter().any(|(name, _)| name.starts_with("multi-pack-index")) {
        return Vec::new();
    }
    let names: Vec<(&str, &str)> = names.iter().filter_map(|(name, _)| name.split_once('.')).collect();
    let packs = names.chunk_by(|(one, _), (other, _)| one == other).filter_map(|names| match names {
        [(stem, "idx"), (_, "pack")] => Some(Files::of(folder, stem)),
        _ => None,
    });
    packs.collect()
}

/// The folder of packs.
pub(super) fn folder(state: &State) -> PathBuf {
    state.in_common_git_folder("objects/pack")
}

/// Brings new objects to the disk for other programs to see; when this returns, no power cut takes them away.
pub(super) fn store(batch: &mut Batch, state: &State, care: Care) -> Result<(), Fault> {
    let packed = Packed::take(batch, state);
    packed.write_with(&[], care)?;
    packed.give_name()?;
    files::sync_folders(&BTreeSet::from([packed.folder.clone()]), care.durability)?;
    packed.remove_gathered();
    Ok(())
}

/// Brings the name of an object to the disk that git has written and synced: git leaves its folders alone.
pub(super) fn secure_name(object: ObjectId, state: &State, care: Care) -> Result<(), Fault> {
    let objects = state.in_common_git_folder("objects");
    let folder = objects.join(&object.to_string()[..2]);
    files::sync_folders(&BTreeSet::from([objects, folder]), care.durability)
}
