//! What many tests begin with: a register that is made once in each test binary, and is written down again for every test.
//!
//! Making it takes about as long as the rest of a short test. Each test still has a folder and a repository of its own.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use chrono::{DateTime, Utc};

use super::TestRegister;

/// Where a clone remembers which folder it is, so that a copy of it is noticed.
const MEMORY: &str = ".git/complaints/clone";

/// A register as some commands have left it.
pub(crate) struct Beginning {
    folders: Vec<PathBuf>,
    files: Vec<Kept>,
    now: DateTime<Utc>,
    seed: u64,
}

/// A file below the folder.
struct Kept {
    path: PathBuf,
    mode: u32,
    bytes: Vec<u8>,
}

impl Beginning {
    /// Types the commands in an empty folder, and keeps what is there then.
    pub(crate) fn after(commands: &[&str]) -> Self {
        let mut register = TestRegister::nothing();
        for command in commands {
            register.done(command);
        }
        let mut beginning =
            Self { folders: Vec::new(), files: Vec::new(), now: register.now, seed: *register.seed.borrow() };
        beginning.keep(register.folder(), Path::new(""));
        beginning
    }

    /// Returns a register of its own that has come so far.
    pub(crate) fn register(&self) -> TestRegister {
        let mut register = TestRegister::nothing();
        let root = register.folder();
        for folder in &self.folders {
            fs::create_dir(root.join(folder)).expect("a folder can be made");
        }
        for Kept { path, mode, bytes } in &self.files {
            let file = OpenOptions::new().write(true).create_new(true).mode(*mode).open(root.join(path));
            file.and_then(|mut file| file.write_all(bytes)).expect("a file can be written");
        }
        settle(root);
        register.now = self.now;
        *register.seed.borrow_mut() = self.seed;
        register
    }

    fn keep(&mut self, root: &Path, below: &Path) {
        for entry in fs::read_dir(root.join(below)).expect("the folder can be read") {
            let entry = entry.expect("the folder can be read");
            let (place, path) = (entry.path(), below.join(entry.file_name()));
            if place.is_dir() {
                self.folders.push(path.clone());
                self.keep(root, &path);
            } else {
                let mode = entry.metadata().expect("the file is there").permissions().mode();
                self.files.push(Kept { path, mode, bytes: fs::read(place).expect("the file can be read") });
            }
        }
    }
}

/// Lets a register that was written down again remember the folder that it is in now: it is no copy that somebody made.
fn settle(root: &Path) {
    let folder = fs::metadata(root.join(".git")).expect("a repository");
    let born = folder.created().ok().and_then(|born| born.duration_since(UNIX_EPOCH).ok());
    let born =
        born.map_or_else(|| "unknown".to_owned(), |born| format!("{}.{:09}", born.as_secs(), born.subsec_nanos()));
    let memory = root.join(MEMORY);
    let text = fs::read_to_string(&memory).expect("the clone remembers its folder");
    let (_, rest) = text.split_once('\n').expect("the folder stands in a line of its own");
    fs::write(&memory, format!("place {}-{born}\n{rest}", folder.ino())).expect("the memory can be written");
}
