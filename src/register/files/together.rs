//! Many files at once: written, synced together, named. One after another, each would wait for the disk by itself.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the one home of the disk")]

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

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

/// Writes files over whatever is there, with the folders that they need, and brings their bytes to the disk together. On an
/// error no file remains. The names of files and folders are not synced.
pub(in crate::register) fn write_together<'a>(fresh: &[Fresh<'a>], care: Care) -> Result<(), Fault> {
    let write = |file: &Fresh<'a>| Ok((file.path, write_fresh(file, care)?));
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

/// Syncs the names in folders. A folder that is not there has no names to lose.
pub(in crate::register) fn sync_folders(folders: &BTreeSet<PathBuf>, durability: Durability) -> Result<(), Fault> {
    // On Windows a folder cannot be opened, and the file system journals names by itself.
    if durability != Durability::Full || cfg!(not(unix)) {
        return Ok(());
    }
    folders.iter().try_for_each(|folder| {
        let synced = present(File::open(folder)).and_then(|file| file.map_or(Ok(()), |file| file.sync_all()));
        synced.map_err(Fault::disk("sync", folder))
    })
}

/// Syncs files: the disk is given all their bytes before it is waited for, so that it can take them in one go.
fn sync_together(files: &[(&Path, File)], durability: Durability) -> Result<(), Fault> {
    if durability != Durability::Full {
        return Ok(());
    }
    for (_, file) in files {
        begin_writing(file);
    }
    files.iter().try_for_each(|(path, file)| file.sync_all().map_err(Fault::disk("sync", path)))
}

/// Begins to bring a file's bytes to the disk. A system that cannot be asked begins when the file is synced.
#[cfg(target_os = "linux")]
fn begin_writing(file: &File) {
    // Who will not need a file any more has its bytes written first; what is being written stays in memory.
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn begin_writing(_file: &File) {}
