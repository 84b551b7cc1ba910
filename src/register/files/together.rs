//! Many files at once: written, synced side by side, named. A disk that has much to do for others takes what is synced together
//! in one go; one after another, each would wait for its turn.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the one home of the disk")]

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::{Care, create_folder, present, remove};
use crate::register::change::Durability;
use crate::register::fault::Fault;
use crate::register::sharing::Sharing;

/// A file that is to appear whole or not at all.
#[derive(Clone, Debug)]
pub(in crate::register) struct Incoming {
    /// Where its bytes are written first.
    pub(in crate::register) temporary: PathBuf,
    /// Its name.
    pub(in crate::register) target: PathBuf,
    /// Its bytes.
    pub(in crate::register) bytes: Vec<u8>,
}

/// A file at a place that nobody looks at yet.
#[derive(Clone, Copy, Debug)]
pub(in crate::register) struct Fresh<'a> {
    /// Where it is written.
    pub(in crate::register) path: &'a Path,
    /// Its bytes.
    pub(in crate::register) bytes: &'a [u8],
    /// Who may change it.
    pub(in crate::register) access: Access<'a>,
}

/// Who may change a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::register) enum Access<'a> {
    /// Whom the user's mask and the sharing of the repository let.
    Usual,
    /// Nobody: its name says what is in it.
    ReadOnly,
    /// Whom the file lets that is to be replaced; the user's mask where there is none.
    As(&'a Path),
}

/// So many files are open at once: more would need too many descriptors.
const AT_ONCE: usize = 16;
/// So many are synced at the same moment: more gain little, and each costs the beginning and the end of a thread, measured
/// as 35 µs.
const SIDE_BY_SIDE: usize = 4;
/// A disk that syncs a file in less time needs no threads.
const QUICK: Duration = Duration::from_micros(50);

/// Writes files over whatever is there, with the folders that they need, and brings their bytes to the disk side by side. On
/// an error no file remains. The names of files and folders are not synced.
pub(in crate::register) fn write_together(fresh: &[Fresh<'_>], care: Care) -> Result<(), Fault> {
    let write = |file: &Fresh<'_>| Ok((file.path.to_owned(), write_fresh(file, care)?));
    let written = fresh.chunks(AT_ONCE).try_for_each(|some| {
        sync_together(&some.iter().map(write).collect::<Result<Vec<_>, Fault>>()?, care.durability)
    });
    written.inspect_err(|_| fresh.iter().for_each(|file| drop(remove(file.path))))
}

/// Gives files their names, over whatever had them, with the folders that they need. When this returns, the names are on the
/// disk, and those in the folders `along`.
pub(in crate::register) fn give_names(
    incoming: &[Incoming],
    along: &BTreeSet<PathBuf>,
    durability: Durability,
) -> Result<(), Fault> {
    let mut folders: BTreeSet<PathBuf> =
        incoming.iter().filter_map(|file| file.target.parent()).map(Path::to_owned).collect();
    for folder in &folders {
        create_folder(folder, Care { durability, sharing: Sharing::Umask })?;
    }
    incoming.iter().try_for_each(|file| give_name_across(file, durability))?;
    folders.extend(along.iter().cloned());
    sync_folders(&folders, durability)
}

/// Puts a file where another may be. Its bytes are on the disk before it has its name, and the name when this returns.
pub(in crate::register) fn replace(incoming: Incoming, durability: Durability) -> Result<(), Fault> {
    let care = Care { durability, sharing: Sharing::Umask };
    incoming.target.parent().map_or(Ok(()), |folder| create_folder(folder, care))?;
    write_together(&[incoming.fresh()], care)?;
    give_names(&[incoming], &BTreeSet::new(), durability)
}

impl Incoming {
    /// Returns the file as it is to be written, with the mode of the one that it will replace.
    pub(in crate::register) fn fresh(&self) -> Fresh<'_> {
        Fresh { path: &self.temporary, bytes: &self.bytes, access: Access::As(&self.target) }
    }

    /// Gives the file its name, over whatever had it. The name is not synced.
    pub(in crate::register) fn give_name(&self) -> Result<(), Fault> {
        fs::rename(&self.temporary, &self.target).map_err(Fault::disk("replace", &self.target))
    }
}

/// Gives a file its name, also on another disk: a work tree may lie elsewhere than its repository. A killed command then leaves
/// a hidden file behind.
fn give_name_across(file: &Incoming, durability: Durability) -> Result<(), Fault> {
    match fs::rename(&file.temporary, &file.target) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            remove(&file.temporary)?;
            let beside = file.target.with_file_name(".complaints-incoming");
            replace(Incoming { temporary: beside, ..file.clone() }, durability)
        }
        named => named.map_err(Fault::disk("replace", &file.target)),
    }
}

/// Writes a file anew.
fn write_fresh(file: &Fresh<'_>, care: Care) -> Result<File, Fault> {
    let mut opened = open_fresh(file, care)?;
    opened.write_all(file.bytes).map_err(Fault::disk("write", file.path))?;
    let Access::As(other) = file.access else {
        care.sharing.apply(file.path)?;
        return Ok(opened);
    };
    if let Some(metadata) = present(fs::metadata(other)).map_err(Fault::disk("look at", other))? {
        let changed = fs::set_permissions(file.path, metadata.permissions());
        changed.map_err(Fault::disk("change the mode of", file.path))?;
    }
    Ok(opened)
}

fn open_fresh(file: &Fresh<'_>, care: Care) -> Result<File, Fault> {
    let fault = || Fault::disk("write", file.path);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if file.access == Access::ReadOnly {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o444);
    }
    match (options.open(file.path), file.path.parent()) {
        // What was left by a killed command may be unwritable, or have a second name that is in use.
        (Err(error), _) if error.kind() == ErrorKind::AlreadyExists => remove(file.path)?,
        // Git takes empty folders of objects away when it tidies up.
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            create_folder(folder, Care { durability: Durability::None, ..care })?;
        }
        (opened, _) => return opened.map_err(fault()),
    }
    options.open(file.path).map_err(fault())
}

/// Syncs the names in folders, side by side. A folder that is not there has no names to lose.
pub(in crate::register) fn sync_folders(folders: &BTreeSet<PathBuf>, durability: Durability) -> Result<(), Fault> {
    let folders: Vec<&PathBuf> = folders.iter().collect();
    let sync = |some: &[&PathBuf]| sync_together(&open_folders(some.iter().copied(), durability)?, durability);
    folders.chunks(AT_ONCE).try_for_each(sync)
}

/// Opens the folders whose names are to be synced: none where nothing is.
fn open_folders<'f>(
    folders: impl IntoIterator<Item = &'f PathBuf>,
    durability: Durability,
) -> Result<Vec<(PathBuf, File)>, Fault> {
    // On Windows a folder cannot be opened, and the file system journals names by itself.
    if durability != Durability::Full || cfg!(not(unix)) {
        return Ok(Vec::new());
    }
    let mut opened = Vec::new();
    for folder in folders {
        let file = present(File::open(folder)).map_err(Fault::disk("sync", folder))?;
        opened.extend(file.map(|file| (folder.clone(), file)));
    }
    Ok(opened)
}

/// Syncs one file, and the others side by side where the disk takes its time. A computer that has no thread to spare syncs them
/// one after another.
fn sync_together(files: &[(PathBuf, File)], durability: Durability) -> Result<(), Fault> {
    let (Durability::Full, Some((first, others))) = (durability, files.split_first()) else { return Ok(()) };
    let sync = |(path, file): &(PathBuf, File)| file.sync_all().map_err(Fault::disk("sync", path));
    let start = Instant::now();
    sync(first)?;
    let threads = if start.elapsed() < QUICK { 1 } else { SIDE_BY_SIDE.min(others.len()) };
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = others.get(next.fetch_add(1, Ordering::Relaxed)) {
            sync(file)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let begin = |_| std::thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (1..threads).filter_map(begin).collect();
        let own = work();
        let theirs = helpers.into_iter().map(|helper| helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        theirs.fold(own, Result::and)
    })
}
