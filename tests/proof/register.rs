//! A register that can be put back to how it was, in the same place: a copy would be another clone.

use std::fs;
use std::path::{Path, PathBuf};

use super::Ground;

/// A register as it was.
#[derive(Debug)]
pub(crate) struct Saved {
    folder: PathBuf,
}

impl Saved {
    /// Keeps a register as it is.
    pub(crate) fn of(ground: &Ground) -> Self {
        let folder = ground.beside("saved");
        copy(&ground.root, &folder);
        Self { folder }
    }

    /// Puts everything back but the folders themselves, by whose identity a clone knows that it is itself.
    pub(crate) fn restore(&self, ground: &Ground) {
        clear(&ground.root);
        copy(&self.folder, &ground.root);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Removes all that lies in a register, but not the folders by whose identity a clone knows itself.
pub(crate) fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.ends_with(".git") {
            clear(&path);
        } else if path.is_dir() {
            fs::remove_dir_all(path).expect("a removal");
        } else {
            fs::remove_file(path).expect("a removal");
        }
    }
}
