//! A disk as a power cut leaves it: what a command did to its files is replayed, and what was not synced is lost.
//!
//! It knows files, folders, names and syncs, and nothing of what is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::register::clear;
use super::{BINARY, Ended, Ground, set_mode};

/// The calls that change files, and those by which changes reach the disk.
const WATCHED: &str = "trace=openat,write,pwrite64,lseek,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,\
                       mkdirat,rmdir,fsync,fdatasync,syncfs,writev,pwritev,copy_file_range,sendfile,fallocate,symlink,creat";

/// What a power cut takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    /// Bytes that were not synced. Names are kept in their order, as journaling file systems do.
    Bytes,
    /// Bytes that were not synced, and names in folders that were not synced: all that the rules of POSIX allow.
    BytesAndNames,
    /// Some of the bytes and some of the names that were not synced, drawn by a number: a disk writes them in any order.
    Some(u64),
}

/// Losses at each moment: the two that are whole, and some that are not.
pub(crate) const LOSSES: [Loss; 8] = [
    Loss::Bytes,
    Loss::BytesAndNames,
    Loss::Some(1),
    Loss::Some(2),
    Loss::Some(3),
    Loss::Some(4),
    Loss::Some(5),
    Loss::Some(6),
];

/// Something a command did below the register.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    Opened {
        path: PathBuf,
        is_emptied: bool,
    },
    /// Bytes from a place on, or at the end.
    Wrote {
        path: PathBuf,
        at: Option<usize>,
        bytes: Vec<u8>,
    },
    Cut {
        path: PathBuf,
        length: usize,
    },
    Renamed {
        from: PathBuf,
        to: PathBuf,
    },
    Linked {
        from: PathBuf,
        to: PathBuf,
    },
    Removed {
        path: PathBuf,
    },
    MadeFolder {
        path: PathBuf,
    },
    Synced {
        path: PathBuf,
    },
    SyncedAll,
}

/// What can be found on a disk after a cut: each folder (`None`) and each file with its bytes and mode.
pub(crate) type Remains = BTreeMap<PathBuf, Option<(Vec<u8>, u32)>>;

#[derive(Clone, Debug)]
enum Node {
    File { now: Vec<u8>, kept: Vec<u8>, mode: u32 },
    Folder,
}

/// The names in each folder.
type Folders = BTreeMap<usize, Names>;
type Names = BTreeMap<String, usize>;

/// A name that came or went, or both at once, by the folder in which it did.
#[derive(Clone, Debug)]
struct Renaming {
    number: usize,
    from: Option<(usize, String)>,
    to: Option<(usize, String, usize)>,
}

/// All files below a folder: as programs see them now, and as the disk has them for certain.
#[derive(Clone, Debug)]
pub(crate) struct Disk {
    nodes: Vec<Node>,
    now: Folders,
    kept: Folders,
    /// What no sync has brought to the disk.
    unsynced: Vec<Renaming>,
    /// How many names have come or gone.
    renamings: usize,
}

impl Disk {
    /// Reads a folder; all that lies in it is taken for synced.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut disk = Self {
            nodes: vec![Node::Folder],
            now: Folders::new(),
            kept: Folders::new(),
            unsynced: Vec::new(),
            renamings: 0,
        };
        disk.fill(0, folder);
        disk.kept = disk.now.clone();
        disk
    }

    fn fill(&mut self, node: usize, folder: &Path) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let child = if path.is_dir() {
                let child = self.add(Node::Folder);
                self.fill(child, &path);
                child
            } else {
                use std::os::unix::fs::PermissionsExt;
                let bytes = fs::read(&path).expect("a file");
                let mode = fs::metadata(&path).expect("a file").permissions().mode();
                self.add(Node::File { now: bytes.clone(), kept: bytes, mode })
            };
            self.now.entry(node).or_default().insert(name_of(&path), child);
        }
    }

    fn add(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn find(&self, path: &Path) -> Option<usize> {
        path.components().try_fold(0, |node, part| self.now.get(&node)?.get(part.as_os_str().to_str()?).copied())
    }

    fn place_of(&self, path: &Path) -> (usize, String) {
        let folder = self.find(path.parent().expect("a folder")).expect("the folder of a name");
        (folder, name_of(path))
    }

    /// Lets a name come and another go, for programs at once.
    fn rename(&mut self, from: Option<(usize, String)>, to: Option<(usize, String, usize)>) {
        let renaming = Renaming { number: self.renamings, from, to };
        renaming.happen(&mut self.now);
        self.renamings += 1;
        self.unsynced.push(renaming);
    }

    /// Brings what is in a file, or the names in a folder, to the disk.
    fn sync(&mut self, node: usize) {
        if let Node::File { now, kept, .. } = &mut self.nodes[node] {
            kept.clone_from(now);
            return;
        }
        let (synced, unsynced): (Vec<_>, Vec<_>) =
            self.unsynced.drain(..).partition(|renaming| renaming.folder() == node);
        for renaming in synced {
            renaming.happen(&mut self.kept);
        }
        self.unsynced = unsynced;
    }

    fn bytes_of(&mut self, path: &Path) -> &mut Vec<u8> {
        let node = self.find(path).expect("a file that is written");
        match &mut self.nodes[node] {
            Node::File { now, .. } => now,
            Node::Folder => panic!("{} is a folder", path.display()),
        }
    }

    /// Does what a command did.
    pub(crate) fn apply(&mut self, deed: &Deed) {
        match deed {
            Deed::Opened { path, is_emptied } => {
                if self.find(path).is_none() {
                    let file = self.add(Node::File { now: Vec::new(), kept: Vec::new(), mode: 0o644 });
                    self.name(path, file);
                } else if *is_emptied {
                    self.bytes_of(path).clear();
                }
            }
            Deed::Wrote { path, at, bytes } => {
                let file = self.bytes_of(path);
                let start = at.unwrap_or(file.len());
                let end = start + bytes.len();
                file.resize(file.len().max(end), 0);
                file[start..end].copy_from_slice(bytes);
            }
            Deed::Cut { path, length } => self.bytes_of(path).resize(*length, 0),
            Deed::Renamed { from, to } => {
                let node = self.find(from).expect("a name that is there");
                let (folder, name) = self.place_of(to);
                self.rename(Some(self.place_of(from)), Some((folder, name, node)));
            }
            Deed::Linked { from, to } => self.name(to, self.find(from).expect("a file that is linked")),
            Deed::Removed { path } => self.rename(Some(self.place_of(path)), None),
            Deed::MadeFolder { path } => {
                let folder = self.add(Node::Folder);
                self.name(path, folder);
            }
            Deed::Synced { path } => self.sync(self.find(path).expect("a file that is synced")),
            Deed::SyncedAll => (0..self.nodes.len()).for_each(|node| self.sync(node)),
        }
    }

    fn name(&mut self, path: &Path, node: usize) {
        let (folder, name) = self.place_of(path);
        self.rename(None, Some((folder, name, node)));
    }

    /// Returns what a power cut leaves.
    pub(crate) fn after_a_cut(&self, loss: Loss) -> Remains {
        let mut folders = self.kept.clone();
        for renaming in self.unsynced.iter().filter(|renaming| loss.spares_the_name(renaming.number)) {
            renaming.happen(&mut folders);
        }
        let remains = |(path, node): (PathBuf, usize)| match &self.nodes[node] {
            Node::File { now, kept, mode } => {
                let bytes = if loss.spares_the_bytes(node) { now } else { kept };
                (path, Some((bytes.clone(), *mode)))
            }
            Node::Folder => (path, None),
        };
        below(&folders, 0, Path::new("")).into_iter().map(remains).collect()
    }
}

/// Returns all that has a name below a folder, and the folder.
fn below(folders: &Folders, node: usize, path: &Path) -> Vec<(PathBuf, usize)> {
    let inside = folders.get(&node).into_iter().flatten();
    let inside = inside.flat_map(|(name, child)| below(folders, *child, &path.join(name)));
    [(path.to_owned(), node)].into_iter().chain(inside).collect()
}

impl Renaming {
    /// The folder whose sync brings it to the disk.
    fn folder(&self) -> usize {
        let to = self.to.as_ref().map(|(folder, ..)| *folder);
        let from = self.from.as_ref().map(|(folder, _)| *folder);
        to.or(from).expect("a folder")
    }

    /// Lets it happen among the names of folders.
    fn happen(&self, folders: &mut Folders) {
        if let Some((folder, name)) = &self.from {
            folders.entry(*folder).or_default().remove(name);
        }
        if let Some((folder, name, node)) = &self.to {
            folders.entry(*folder).or_default().insert(name.clone(), *node);
        }
    }
}

impl Loss {
    fn spares_the_name(self, number: usize) -> bool {
        match self {
            Self::Bytes => true,
            Self::BytesAndNames => false,
            Self::Some(seed) => is_drawn(seed, number),
        }
    }

    fn spares_the_bytes(self, number: usize) -> bool {
        matches!(self, Self::Some(seed) if is_drawn(!seed, number))
    }
}

/// Whether a number is among those that a seed draws: one half of all.
fn is_drawn(seed: u64, number: usize) -> bool {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    (seed, number).hash(&mut hasher);
    hasher.finish() & 1 == 0
}

fn name_of(path: &Path) -> String {
    path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned()
}

/// Puts what a cut has left into the register's place; the folders themselves stay, by whose identity a clone knows itself.
pub(crate) fn put(remains: &Remains, ground: &Ground) {
    clear(&ground.root);
    for (path, file) in remains {
        let path = ground.root.join(path);
        match file {
            None => fs::create_dir_all(path).expect("a folder"),
            Some((bytes, mode)) => {
                fs::write(&path, bytes).expect("a file");
                set_mode(&path, *mode);
            }
        }
    }
}

/// Runs a command under strace; returns how it ended and what it did below the register, in order.
pub(crate) fn watch(ground: &Ground, arguments: &[&str]) -> (Ended, Vec<Deed>) {
    let log = ground.beside("deeds");
    let mut strace: Command = ground.command("strace");
    strace.args(["-f", "-y", "-xx", "-s", "16777216", "-e", WATCHED, "-o"]).arg(&log).arg(BINARY).args(arguments);
    let ended = strace.output().expect("strace").into();
    let log = fs::read_to_string(&log).expect("a log");
    (ended, Reader { root: &ground.root, positions: BTreeMap::new() }.deeds(&log))
}

/// Reads the log of strace, where every text is in hexadecimal digits.
struct Reader<'a> {
    root: &'a Path,
    /// Where the next bytes go, by process and descriptor; `None` for the end, always.
    positions: BTreeMap<(String, String), Option<usize>>,
}

impl Reader<'_> {
    fn deeds(mut self, log: &str) -> Vec<Deed> {
        let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
        let mut deeds = Vec::new();
        for line in log.lines() {
            let (process, call) = line.split_once(' ').expect("a process");
            let call = call.trim_start();
            if let Some(start) = call.strip_suffix("<unfinished ...>") {
                begun.insert(process, start);
            } else if let Some((_, end)) = call.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>")) {
                let start = begun.remove(process).expect("the beginning of a call");
                deeds.extend(self.deed(process, &format!("{}{end}", start.trim_end())));
            } else {
                deeds.extend(self.deed(process, call));
            }
        }
        deeds
    }

    fn deed(&mut self, process: &str, call: &str) -> Option<Deed> {
        let (call, result) = call.rsplit_once(" = ").filter(|(_, result)| !result.starts_with(['-', '?']))?;
        let (name, arguments) = call.trim_end().strip_suffix(')')?.split_once('(')?;
        let arguments: Vec<&str> = arguments.split(", ").collect();
        let descriptor = |text: &str| text.split('<').next().unwrap_or_default().to_owned();
        let key = (process.to_owned(), descriptor(arguments.first().copied().unwrap_or_default()));
        match name {
            "openat" => {
                let flags: BTreeSet<&str> = arguments[2].split('|').collect();
                let path = self.path(arguments[0], arguments[1])?;
                let position = (!flags.contains("O_APPEND")).then_some(0);
                self.positions.insert((process.to_owned(), descriptor(result)), position);
                let is_emptied = flags.contains("O_TRUNC");
                (is_emptied || flags.contains("O_CREAT")).then_some(Deed::Opened { path, is_emptied })
            }
            "lseek" => {
                self.positions.insert(key, Some(result.parse().ok()?));
                None
            }
            "write" => {
                let path = self.opened(arguments[0])?;
                let bytes = text(arguments[1]);
                let position = self.positions.get_mut(&key).expect("a descriptor that was opened");
                let at = *position;
                *position = at.map(|at| at + bytes.len());
                Some(Deed::Wrote { path, at, bytes })
            }
            "pwrite64" => {
                let at = Some(arguments[3].parse().ok()?);
                Some(Deed::Wrote { path: self.opened(arguments[0])?, at, bytes: text(arguments[1]) })
            }
            "ftruncate" => Some(Deed::Cut { path: self.opened(arguments[0])?, length: arguments[1].parse().ok()? }),
            "fsync" | "fdatasync" => Some(Deed::Synced { path: self.opened(arguments[0])? }),
            "syncfs" => Some(Deed::SyncedAll),
            "rename" => self.pair("AT_FDCWD", arguments[0], "AT_FDCWD", arguments[1]).map(renamed),
            "renameat" | "renameat2" => self.pair(arguments[0], arguments[1], arguments[2], arguments[3]).map(renamed),
            "link" => self.pair("AT_FDCWD", arguments[0], "AT_FDCWD", arguments[1]).map(linked),
            "linkat" => self.pair(arguments[0], arguments[1], arguments[2], arguments[3]).map(linked),
            "unlink" | "rmdir" => Some(Deed::Removed { path: self.path("AT_FDCWD", arguments[0])? }),
            "unlinkat" => Some(Deed::Removed { path: self.path(arguments[0], arguments[1])? }),
            "mkdir" => Some(Deed::MadeFolder { path: self.path("AT_FDCWD", arguments[0])? }),
            "mkdirat" => Some(Deed::MadeFolder { path: self.path(arguments[0], arguments[1])? }),
            _ if self.opened(arguments[0]).is_none() => None,
            other => panic!("{other}: not modelled"),
        }
    }

    fn pair(&self, from_in: &str, from: &str, to_in: &str, to: &str) -> Option<(PathBuf, PathBuf)> {
        Some((self.path(from_in, from)?, self.path(to_in, to)?))
    }

    /// Returns a path below the register.
    fn path(&self, folder: &str, name: &str) -> Option<PathBuf> {
        let folder = described(folder).unwrap_or_else(|| self.root.to_owned());
        let path = folder.join(String::from_utf8(text(name)).ok()?);
        path.strip_prefix(self.root).ok().map(Path::to_owned)
    }

    /// Returns the path of an open file below the register.
    fn opened(&self, descriptor: &str) -> Option<PathBuf> {
        described(descriptor)?.strip_prefix(self.root).ok().map(Path::to_owned)
    }
}

fn renamed((from, to): (PathBuf, PathBuf)) -> Deed {
    Deed::Renamed { from, to }
}

fn linked((from, to): (PathBuf, PathBuf)) -> Deed {
    Deed::Linked { from, to }
}

/// Reads the path behind a descriptor: `3<\x2f\x61>`.
fn described(descriptor: &str) -> Option<PathBuf> {
    let path = descriptor.split_once('<')?.1.strip_suffix('>')?;
    String::from_utf8(text(path)).ok().map(PathBuf::from)
}

/// Reads a text in hexadecimal digits.
fn text(digits: &str) -> Vec<u8> {
    let digits = digits.trim_matches('"').split("\\x").skip(1);
    digits.map(|byte| u8::from_str_radix(byte, 16).expect("a byte in hexadecimal digits")).collect()
}
