//! The only home of `std::fs`: reading, durable writing, locks.
//!
//! Only "not found" counts as absent; every other error is an error, for a disk that does not answer must never look like
//! a complaint that is not there. No function here knows what a complaint or a commit is.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the one home of the disk")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::register::change::Durability;
use crate::register::fault::Fault;
use crate::register::sharing::Sharing;

mod together;

pub(super) use together::{Access, Fresh, Incoming, give_names, replace, sync_folders, write_together};

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

/// How files are written: whether they are synced and who else may touch them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Care {
    /// Whether files are synced.
    pub(super) durability: Durability,
    /// Who else may touch what lies in git's folder.
    pub(super) sharing: Sharing,
}

/// A file lock of this process; freed by the system when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct FileLock {
    _file: File,
}

impl From<fs::FileType> for Kind {
    fn from(kind: fs::FileType) -> Self {
        if kind.is_symlink() {
            Self::Link
        } else if kind.is_dir() {
            Self::Folder
        } else if kind.is_file() {
            Self::File
        } else {
            Self::Other
        }
    }
}

/// Turns "not found" into `None` and leaves every other error one.
fn present<T>(result: std::io::Result<T>) -> std::io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns what stands at a path, without following a link; `None` when nothing does.
pub(super) fn kind(path: &Path) -> Result<Option<Kind>, Fault> {
    let metadata = present(fs::symlink_metadata(path)).map_err(Fault::disk("look at", path))?;
    Ok(metadata.map(|metadata| metadata.file_type().into()))
}

/// Where the bytes for a path go, behind its links.
pub(super) enum Destination {
    /// Into a file, which may not be there yet.
    File(PathBuf),
    /// Into a pipe or a device, which is neither read nor replaced.
    Stream,
}

/// Returns where the bytes for a path go.
pub(super) fn destination(path: &Path) -> Result<Destination, Fault> {
    let metadata = present(fs::metadata(path)).map_err(Fault::disk("look at", path))?;
    Ok(match metadata.map(|metadata| metadata.file_type().into()) {
        Some(Kind::Other) => Destination::Stream,
        Some(_) if kind(path)? == Some(Kind::Link) => {
            Destination::File(fs::canonicalize(path).map_err(Fault::disk("look at", path))?)
        }
        _ => Destination::File(path.to_owned()),
    })
}

/// Gives bytes to a pipe or a device.
pub(super) fn pour(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let stream = OpenOptions::new().write(true).open(path);
    stream.and_then(|mut stream| stream.write_all(bytes)).map_err(Fault::disk("write", path))
}

/// Returns the bytes of a file; `None` when there is none.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    present(fs::read(path)).map_err(Fault::disk("read", path))
}

/// Returns the names in a folder with what stands there, sorted; none when there is no folder. Names that are no UTF-8 are
/// shown with replacement characters, so that they can be named in a finding.
pub(super) fn names(folder: &Path) -> Result<Vec<(String, Kind)>, Fault> {
    let fault = || Fault::disk("list", folder);
    let Some(entries) = present(fs::read_dir(folder)).map_err(fault())? else { return Ok(Vec::new()) };
    let mut names: Vec<(String, Kind)> = Vec::new();
    for entry in entries {
        let entry = entry.map_err(fault())?;
        let kind = entry.file_type().map_err(fault())?;
        names.push((entry.file_name().to_string_lossy().into_owned(), kind.into()));
    }
    names.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Ok(names)
}

/// Returns how many bytes a file has; `None` when there is none.
pub(super) fn size(path: &Path) -> Result<Option<u64>, Fault> {
    let metadata = present(fs::symlink_metadata(path)).map_err(Fault::disk("look at", path))?;
    Ok(metadata.map(|metadata| metadata.len()))
}

/// Returns the real place of a folder, links resolved.
pub(super) fn real_path(path: &Path) -> Result<PathBuf, Fault> {
    fs::canonicalize(path).map_err(Fault::disk("find", path))
}

/// Writes a file that only this user may read, over whatever was there.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let fault = || Fault::disk("write", path);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).and_then(|mut file| file.write_all(bytes)).map_err(fault())
}

/// Writes a file of our own, over whatever was there.
pub(super) fn write(path: &Path, bytes: &[u8], care: Care) -> Result<(), Fault> {
    let fault = || Fault::disk("write", path);
    let mut file = File::create(path).map_err(fault())?;
    file.write_all(bytes).map_err(fault())?;
    sync(&file, care.durability).map_err(fault())?;
    drop(file);
    care.sharing.apply(path)
}

/// Syncs all that lies below a folder, and its own name.
pub(super) fn sync_below(folder: &Path, durability: Durability) -> Result<(), Fault> {
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|error| Fault::disk("list", folder)(error.into()))?;
        if entry.file_type().is_file() || cfg!(unix) && entry.file_type().is_dir() {
            sync_file(entry.path(), durability)?;
        }
    }
    sync_folder_of(folder, durability)
}

/// Writes over the beginning of a file of our own; what stood behind stays. For a memory that may be lost: some file systems
/// bring a new file to the disk at once when it is renamed over another.
pub(super) fn write_over(path: &Path, bytes: &[u8], care: Care) -> Result<(), Fault> {
    write_with(OpenOptions::new().write(true).truncate(false), path, bytes, care)
}

/// Adds bytes at the end of a file.
pub(super) fn append(path: &Path, bytes: &[u8], care: Care) -> Result<(), Fault> {
    write_with(OpenOptions::new().append(true), path, bytes, care)
}

/// Writes in one call, not synced, to a file that is begun with its folders when there is none.
fn write_with(how: &mut OpenOptions, path: &Path, bytes: &[u8], care: Care) -> Result<(), Fault> {
    if let Some(folder) = path.parent() {
        create_folder(folder, Care { durability: Durability::None, ..care })?;
    }
    let opened = how.create(true).open(path);
    opened.and_then(|mut file| file.write_all(bytes)).map_err(Fault::disk("write", path))?;
    care.sharing.apply(path)
}

/// Lets everybody execute a file who may read it.
pub(super) fn make_executable(path: &Path) -> Result<(), Fault> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(Fault::disk("look at", path))?.permissions().mode();
        let permissions = fs::Permissions::from_mode(mode | ((mode & 0o444) >> 2));
        fs::set_permissions(path, permissions).map_err(Fault::disk("change the mode of", path))?;
    }
    Ok(())
}

/// Moves a file over another in one step, and syncs the folder.
pub(super) fn rename(from: &Path, to: &Path, durability: Durability) -> Result<(), Fault> {
    fs::rename(from, to).map_err(Fault::disk("replace", to))?;
    sync_folder_of(to, durability)
}

/// Gives a file a second name; tells `false` when that name is taken.
pub(super) fn link(from: &Path, to: &Path) -> Result<bool, Fault> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Fault::disk("create", to)(error)),
    }
}

/// Removes a file; that there was none is fine.
pub(super) fn remove(path: &Path) -> Result<(), Fault> {
    present(fs::remove_file(path)).map(drop).map_err(Fault::disk("remove", path))
}

/// Creates a folder with all folders above it.
pub(super) fn create_folder(folder: &Path, care: Care) -> Result<(), Fault> {
    if kind(folder)? == Some(Kind::Folder) {
        return Ok(());
    }
    let created = match (fs::create_dir(folder), folder.parent()) {
        (Err(error), Some(above)) if error.kind() == ErrorKind::NotFound => {
            create_folder(above, care)?;
            fs::create_dir(folder)
        }
        (created, _) => created,
    };
    match created {
        Ok(()) => {
            care.sharing.apply(folder)?;
            sync_folder_of(folder, care.durability)
        }
        // Another process was faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(Fault::disk("create", folder)(error)),
    }
}

/// Syncs a file or folder that somebody else wrote.
pub(super) fn sync_file(path: &Path, durability: Durability) -> Result<(), Fault> {
    let fault = || Fault::disk("sync", path);
    sync(&File::open(path).map_err(fault())?, durability).map_err(fault())
}

/// Syncs the names in the folder of a file.
pub(super) fn sync_folder_of(path: &Path, durability: Durability) -> Result<(), Fault> {
    // On Windows a folder cannot be opened, and the file system journals names by itself.
    match path.parent() {
        Some(folder) if cfg!(unix) && durability == Durability::Full => sync_file(folder, durability),
        _ => Ok(()),
    }
}

fn sync(file: &File, durability: Durability) -> std::io::Result<()> {
    match durability {
        Durability::Full => file.sync_all(),
        Durability::AtTheEnd | Durability::None => Ok(()),
    }
}

/// Takes a lock file for this process; `None` when another process or thread holds it.
pub(super) fn try_lock(path: &Path, sharing: Sharing) -> Result<Option<FileLock>, Fault> {
    let fault = || Fault::disk("lock", path);
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(fault())?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(fault()(error)),
    }
    sharing.apply(path)?;
    // Only for the message to those who wait; the lock itself is the system's. As wide as any other that may stand there: to
    // cut a file short costs more than to write it.
    file.write_all(format!("process {:<12}\n", std::process::id()).as_bytes()).map_err(fault())?;
    Ok(Some(FileLock { _file: file }))
}

/// Returns whether a program stands at a path that may be run.
pub(super) fn is_executable(path: &Path) -> Result<bool, Fault> {
    let metadata = match fs::metadata(path) {
        // `core.hooksPath` may be `/dev/null`, below which nothing is.
        Err(error) if error.kind() == ErrorKind::NotADirectory => None,
        other => present(other).map_err(Fault::disk("look at", path))?,
    };
    #[cfg(unix)]
    let may_run =
        |metadata: fs::Metadata| std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let may_run = |metadata: fs::Metadata| metadata.is_file();
    Ok(metadata.is_some_and(may_run))
}

/// Returns what tells a folder from its copy: its number in the file system and its time of birth.
///
/// The device is left out on purpose: on network, layered and some local file systems it changes when the machine restarts.
pub(super) fn identity(folder: &Path) -> Result<String, Fault> {
    let metadata = fs::metadata(folder).map_err(Fault::disk("look at", folder))?;
    let born = metadata.created().ok().and_then(|born| born.duration_since(std::time::UNIX_EPOCH).ok());
    let born =
        born.map_or_else(|| "unknown".to_owned(), |born| format!("{}.{:09}", born.as_secs(), born.subsec_nanos()));
    Ok(format!("{}-{born}", number_of(&metadata)))
}

#[cfg(unix)]
fn number_of(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number_of(_metadata: &fs::Metadata) -> u64 {
    0
}

#[cfg(unix)]
/// Returns the permission bits of a file and whether it is a folder.
pub(super) fn mode(path: &Path) -> Result<(u32, Kind), Fault> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = fs::symlink_metadata(path).map_err(Fault::disk("look at", path))?;
    Ok((metadata.permissions().mode() & 0o7777, metadata.file_type().into()))
}

#[cfg(unix)]
/// Sets the permission bits of a file.
pub(super) fn set_mode(path: &Path, mode: u32) -> Result<(), Fault> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(Fault::disk("change the mode of", path))
}
