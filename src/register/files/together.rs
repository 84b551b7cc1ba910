//! Many files at once: written, synced side by side, named. A disk that has much to do for others takes what is synced together
//! in one go; one after another, each would wait for its turn.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the one home of the disk")]

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// So many files are open at once: more would need too many descriptors.
const AT_ONCE: usize = 16;
/// So many are synced at the same moment: more gain little, and each costs the beginning and the end of a thread, measured
/// as 35 µs.
const SIDE_BY_SIDE: usize = 4;

/// Brings in files that are never changed again. None has its name before its bytes are on the disk; the names are not synced.
pub(in crate::register) fn bring_in(incoming: &[Incoming], care: Care) -> Result<(), Fault> {
    let give_name = |file: &Incoming| {
        care.sharing.apply(&file.temporary)?;
        fs::rename(&file.temporary, &file.target).map_err(Fault::disk("replace", &file.target))
    };
    let all = in_handfuls(incoming, care.durability, |file| write_for_good(&file.temporary, &file.bytes), give_name);
    all.inspect_err(|_| incoming.iter().for_each(|file| drop(remove(&file.temporary))))
}

/// Puts files where others may be, and their names on the disk. A file that was there keeps its mode.
pub(in crate::register) fn replace(incoming: &[Incoming], durability: Durability) -> Result<(), Fault> {
    let folders: BTreeSet<PathBuf> =
        incoming.iter().filter_map(|file| file.target.parent()).map(Path::to_owned).collect();
    for folder in &folders {
        create_folder(folder, Care { durability, sharing: Sharing::Umask })?;
    }
    let give_name = |file: &Incoming| match fs::rename(&file.temporary, &file.target) {
        // A work tree may lie on another disk than its repository. A killed command then leaves a hidden file behind.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            remove(&file.temporary)?;
            let beside = file.target.with_file_name(".complaints-incoming");
            replace(&[Incoming { temporary: beside, ..file.clone() }], durability)
        }
        named => named.map_err(Fault::disk("replace", &file.target)),
    };
    in_handfuls(incoming, durability, write_as_before, give_name)?;
    sync_folders(&folders, durability)
}

/// Writes some files, syncs them together, gives them their names, and goes on with the next.
fn in_handfuls(
    incoming: &[Incoming],
    durability: Durability,
    write: impl Fn(&Incoming) -> Result<File, Fault>,
    give_name: impl Fn(&Incoming) -> Result<(), Fault>,
) -> Result<(), Fault> {
    for some in incoming.chunks(AT_ONCE) {
        let written =
            some.iter().map(|file| Ok((&*file.temporary, write(file)?))).collect::<Result<Vec<_>, Fault>>()?;
        sync_together(&written, durability)?;
        some.iter().try_for_each(&give_name)?;
    }
    Ok(())
}

/// Writes a file with the mode of the one that it will replace.
fn write_as_before(file: &Incoming) -> Result<File, Fault> {
    let Incoming { temporary, target, bytes } = file;
    // What was left by a killed command may be unwritable or carry a foreign mode.
    remove(temporary)?;
    let fault = || Fault::disk("write", temporary);
    let mut written = File::create(temporary).map_err(fault())?;
    written.write_all(bytes).map_err(fault())?;
    if let Some(metadata) = present(fs::metadata(target)).map_err(Fault::disk("look at", target))? {
        fs::set_permissions(temporary, metadata.permissions()).map_err(Fault::disk("change the mode of", temporary))?;
    }
    Ok(written)
}

/// Writes a file that nobody may write any more, over whatever was there.
fn write_for_good(path: &Path, bytes: &[u8]) -> Result<File, Fault> {
    remove(path)?;
    let fault = || Fault::disk("write", path);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o444);
    let mut file = options.open(path).map_err(fault())?;
    file.write_all(bytes).map_err(fault())?;
    Ok(file)
}

/// Syncs the names in folders.
pub(in crate::register) fn sync_folders(folders: &BTreeSet<PathBuf>, durability: Durability) -> Result<(), Fault> {
    // On Windows a folder cannot be opened, and the file system journals names by itself.
    if durability != Durability::Full || cfg!(not(unix)) {
        return Ok(());
    }
    let open = |folder: &'_ PathBuf| File::open(folder).map_err(Fault::disk("sync", folder));
    let opened = folders.iter().map(|folder| Ok((&**folder, open(folder)?))).collect::<Result<Vec<_>, Fault>>()?;
    opened.chunks(AT_ONCE).try_for_each(|some| sync_together(some, durability))
}

/// Syncs files side by side. A computer that has no thread to spare syncs them one after another.
fn sync_together(files: &[(&Path, File)], durability: Durability) -> Result<(), Fault> {
    if durability != Durability::Full {
        return Ok(());
    }
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((path, file)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            file.sync_all().map_err(Fault::disk("sync", path))?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let begin = |_| std::thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (1..SIDE_BY_SIDE.min(files.len())).filter_map(begin).collect();
        let own = work();
        let theirs = helpers.into_iter().map(|helper| helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        theirs.fold(own, Result::and)
    })
}
