//! A folder with a register in it, made once and written down again as often as it is needed: making one takes about as long
//! as the rest of a short test. Knows files, and how a clone remembers where it is; nothing of commands.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use walkdir::WalkDir;

/// Where a clone remembers which folder it is, so that a copy of it is noticed.
const MEMORY: &str = ".git/complaints/clone";

/// All that lay in a folder.
#[derive(Debug)]
pub(crate) struct Made(Vec<Piece>);

/// A file or folder below the folder.
#[derive(Debug)]
struct Piece {
    place: PathBuf,
    permissions: fs::Permissions,
    /// `None` of a folder.
    bytes: Option<Vec<u8>>,
}

impl Made {
    /// Keeps what lies in a folder, but for git's samples of hooks: half of a new repository, and nobody's.
    pub(crate) fn keep(root: &Path) -> Self {
        let piece = |entry: walkdir::Result<walkdir::DirEntry>| {
            let entry = entry.expect("the folder can be read");
            let place = entry.path().strip_prefix(root).expect("a path below").to_owned();
            let permissions = entry.metadata().expect("it is there").permissions();
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).expect("the file can be read"));
            Piece { place, permissions, bytes }
        };
        let is_sample = |piece: &Piece| piece.place.extension().is_some_and(|ending| ending == "sample");
        Self(WalkDir::new(root).min_depth(1).into_iter().map(piece).filter(|piece| !is_sample(piece)).collect())
    }

    /// Writes all of it down in an empty folder. It is no copy that somebody made: a clone that remembers its folder remembers the
    /// one that it is in now.
    pub(crate) fn write_down(&self, root: &Path) {
        for Piece { place, permissions, bytes } in &self.0 {
            let path = root.join(place);
            match bytes {
                None => fs::create_dir(path).expect("a folder can be made"),
                Some(bytes) => {
                    fs::write(&path, bytes).expect("a file can be written");
                    fs::set_permissions(path, permissions.clone()).expect("permissions can be set");
                }
            }
        }
        let memory = root.join(MEMORY);
        let Ok(text) = fs::read_to_string(&memory) else { return };
        let (_, rest) = text.split_once('\n').expect("the folder stands in a line of its own");
        fs::write(&memory, format!("place {}\n{rest}", identity(&root.join(".git")))).expect("a memory can be written");
    }
}

/// What tells a folder from its copy, as the program tells it: a difference would make every test a copied clone.
fn identity(folder: &Path) -> String {
    let metadata = fs::metadata(folder).expect("a repository");
    let born = metadata.created().ok().and_then(|born| born.duration_since(UNIX_EPOCH).ok());
    let born =
        born.map_or_else(|| "unknown".to_owned(), |born| format!("{}.{:09}", born.as_secs(), born.subsec_nanos()));
    format!("{}-{born}", metadata.ino())
}
