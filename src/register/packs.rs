//! The way of new objects to the disk: all of a change in one pack, and many small packs gathered in a larger one.
//!
//! What is in an object is not known here, nor how a pack is built (see `git/pack`): only where packs lie and how long. As files
//! of their own, the six objects of a `new` need twelve syncs and 24 KB. See
//! docs/decisions/0020-one-pack-for-each-commit.md.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::register::change::Durability;
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
    keep: Option<PathBuf>,
    gathered: Vec<Files>,
}

/// The files of a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Files {
    pack: PathBuf,
    index: PathBuf,
    keep: PathBuf,
}

/// What the mark beside a pack holds by which git keeps it: ours is there from before its name until the branch has moved.
/// `git repack -a -d` would throw away what no branch leads to yet.
const OURS: &[u8] = b"complaints\n";
/// So many packs of about the same size are gathered in one.
const MANY: usize = 16;
/// More are left for the next time.
const AT_ONCE: usize = 4 * MANY;
/// What counts as about the same size, in bytes. Larger packs are left to git.
const SIZES: [Range<u64>; 2] = [0..64 << 10, 64 << 10..1 << 20];

impl Packed {
    /// Takes the objects out of a batch, and those of small packs when there are many.
    ///
    /// An object that is there already is written again: one that a power cut had left empty would be found by its name too.
    pub(super) fn take(batch: &mut Batch, state: &State) -> Self {
        let folder = folder(state);
        let mut objects = batch.take();
        if objects.is_empty() {
            return Self { folder, incoming: Vec::new(), keep: None, gathered: Vec::new() };
        }
        let mut gathered = Vec::new();
        for (files, others) in many_small(&folder, state) {
            for (id, object) in others {
                objects.entry(id).or_insert(object);
            }
            gathered.push(files);
        }
        let Pack { name, bytes, index } = Pack::of(objects);
        let files = Files::of(&folder, &format!("pack-{name}"));
        // Written again, a pack may hold all that is in the others and be one of them.
        gathered.retain(|gathered| *gathered != files);
        // By such names git knows what a killed command has left, and tidies it away.
        let [of_pack, of_index] = ["pack", "idx"].map(|kind| folder.join(format!("tmp_{kind}_{name}")));
        let incoming = vec![
            Incoming { temporary: of_pack, target: files.pack, bytes },
            Incoming { temporary: of_index, target: files.index, bytes: index },
        ];
        Self { folder, incoming, keep: Some(files.keep), gathered }
    }

    /// Writes the pack and other files to places that nobody looks at, and brings their bytes to the disk together.
    pub(super) fn write_with(&self, others: &[Fresh<'_>], care: Care) -> Result<(), Fault> {
        files::create_folder(&self.folder, care)?;
        let own = self.incoming.iter();
        let own = own.map(|file| Fresh { path: &file.temporary, bytes: &file.bytes, access: Access::ReadOnly });
        let fresh: Vec<_> = own.chain(others.iter().copied()).collect();
        files::write_together(&fresh, care)
    }

    /// Gives the pack its name, and a mark by which git keeps it: git finds the objects now, and no branch leads to them yet.
    /// The names are not synced.
    pub(super) fn give_name(&self, care: Care) -> Result<(), Fault> {
        let mark = |keep: &PathBuf| files::write(keep, OURS, Care { durability: Durability::None, ..care });
        let named = self.keep.as_ref().map_or(Ok(()), mark);
        let named = named.and_then(|()| self.incoming.iter().try_for_each(Incoming::give_name));
        named.inspect_err(|_| self.incoming.iter().for_each(|file| drop(files::remove(&file.temporary))))
    }

    /// Returns the folder in which the name is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes the packs whose objects are in this one too, once its name is on the disk.
    ///
    /// Whoever looks for an object in one of them looks for new packs when it is gone. One that stays is gathered again, and
    /// so is one that git has begun to care for meanwhile.
    pub(super) fn remove_gathered(&self, state: &State) {
        if self.gathered.is_empty() || is_tidying(state) {
            return;
        }
        let plain = plain_packs(&self.folder);
        for files in self.gathered.iter().filter(|files| plain.contains(files)) {
            // An index without a pack is nothing to git; a pack without an index would stay for ever.
            drop(files::remove(&files.pack).and_then(|()| files::remove(&files.index)));
        }
    }
}

impl Files {
    fn of(folder: &Path, stem: &str) -> Self {
        let [pack, index, keep] = ["pack", "idx", "keep"].map(|ending| folder.join(format!("{stem}.{ending}")));
        Self { pack, index, keep }
    }

    fn objects(&self) -> Option<Objects> {
        let index = files::read(&self.index).ok()??;
        Pack::objects(&index, || files::read(&self.pack).ok()?)
    }

    fn size(&self) -> u64 {
        files::size(&self.pack).ok().flatten().unwrap_or(u64::MAX)
    }
}

/// Returns small packs with their objects when there are many; what cannot be read is left as it is.
fn many_small(folder: &Path, state: &State) -> Vec<(Files, Objects)> {
    let packs = plain_packs(folder);
    if packs.len() < MANY || is_tidying(state) {
        return Vec::new();
    }
    let sized: Vec<(u64, Files)> = packs.into_iter().map(|files| (files.size(), files)).collect();
    let alike = |range: &Range<u64>| -> Vec<&Files> {
        sized.iter().filter(|(size, _)| range.contains(size)).map(|(_, files)| files).take(AT_ONCE).collect()
    };
    let many = SIZES.iter().map(alike).find(|alike| alike.len() >= MANY).unwrap_or_default();
    let read: Vec<_> = many.into_iter().filter_map(|files| Some((files.clone(), files.objects()?))).collect();
    if read.len() >= MANY { read } else { Vec::new() }
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

/// Lets go of what was kept until its branch had moved, and removes what a killed command has left of a pack. Returns how many
/// packs there are. The caller holds our own lock.
pub(super) fn let_go(state: &State) -> Result<usize, Fault> {
    let folder = folder(state);
    let names = files::names(&folder)?;
    let names: Vec<(&str, &str)> = names.iter().filter_map(|(name, _)| name.split_once('.')).collect();
    for (stem, _) in names.iter().filter(|(_, ending)| *ending == "keep") {
        let Files { pack, keep, .. } = Files::of(&folder, stem);
        if files::read(&keep)?.as_deref() != Some(OURS) {
            continue;
        }
        if !names.contains(&(stem, "idx")) {
            files::remove(&pack)?;
        }
        files::remove(&keep)?;
    }
    Ok(names.iter().filter(|(_, ending)| *ending == "pack").count())
}

fn folder(state: &State) -> PathBuf {
    state.in_common_git_folder("objects/pack")
}

/// Brings new objects to the disk for other programs to see; when this returns, no power cut takes them away.
pub(super) fn store(batch: &mut Batch, state: &State, care: Care) -> Result<(), Fault> {
    let packed = Packed::take(batch, state);
    packed.write_with(&[], care)?;
    packed.give_name(care)?;
    files::sync_folders(&BTreeSet::from([packed.folder.clone()]), care.durability)?;
    packed.remove_gathered(state);
    Ok(())
}

/// Brings the name of an object to the disk that git has written and synced: git leaves its folders alone.
pub(super) fn secure_name(object: ObjectId, state: &State, care: Care) -> Result<(), Fault> {
    let objects = state.in_common_git_folder("objects");
    let folder = objects.join(&object.to_string()[..2]);
    files::sync_folders(&BTreeSet::from([objects, folder]), care.durability)
}
