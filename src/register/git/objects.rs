//! Blobs, trees and commits, read. Blobs never pass a filter. New ones are made in `batch`.

use chrono::{DateTime, FixedOffset};

use crate::register::fault::Fault;
use crate::register::git::identity::Signature;
use crate::register::git::{Entry, ObjectId, Store};

/// Everything a commit says.
#[derive(Debug)]
pub(in crate::register) struct Draft<'a> {
    /// The whole tree.
    pub(in crate::register) tree: ObjectId,
    /// The commit before; `None` for the first.
    pub(in crate::register) parent: Option<ObjectId>,
    /// Who made the change.
    pub(in crate::register) author: &'a Signature,
    /// Who recorded it.
    pub(in crate::register) committer: &'a Signature,
    /// Subject and trailers.
    pub(in crate::register) message: &'a str,
}

impl Store {
    /// Returns the tree of a commit.
    pub(in crate::register) fn tree_of(&self, commit: ObjectId) -> Result<ObjectId, Fault> {
        let commit = self.repository.find_commit(commit.0).map_err(Fault::git("read a commit"))?;
        Ok(ObjectId(commit.tree_id()))
    }

    /// Returns the time at which a commit was recorded.
    pub(in crate::register) fn committed_at(&self, commit: ObjectId) -> Result<DateTime<FixedOffset>, Fault> {
        let commit = self.repository.find_commit(commit.0).map_err(Fault::git("read a commit"))?;
        Ok(super::identity::instant(commit.time()))
    }

    pub(super) fn tree(&self, id: ObjectId) -> Result<git2::Tree<'_>, Fault> {
        self.repository.find_tree(id.0).map_err(Fault::git("read a tree"))
    }

    /// Returns what stands at a path of a tree, file or folder; `None` when nothing does.
    ///
    /// An object that cannot be read is an error here, never an absence.
    pub(in crate::register) fn entry(&self, tree: ObjectId, path: &str) -> Result<Option<Entry>, Fault> {
        let mut here = Entry { id: tree, mode: FOLDER };
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if here.mode != FOLDER {
                return Ok(None);
            }
            match self.tree(here.id)?.get_name(part) {
                Some(entry) => here = entry_of(&entry),
                None => return Ok(None),
            }
        }
        Ok(Some(here))
    }

    /// Returns the names in a folder of a tree with what stands there, in git's order; none when there is no folder.
    pub(in crate::register) fn entries(&self, tree: ObjectId, folder: &str) -> Result<Vec<(String, Entry)>, Fault> {
        match self.entry(tree, folder)? {
            Some(entry) if entry.mode == FOLDER => {
                let tree = self.tree(entry.id)?;
                let name = |entry: &git2::TreeEntry<'_>| String::from_utf8_lossy(entry.name_bytes()).into_owned();
                Ok(tree.iter().map(|entry| (name(&entry), entry_of(&entry))).collect())
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Returns the bytes of a blob.
    pub(in crate::register) fn bytes(&self, blob: ObjectId) -> Result<Vec<u8>, Fault> {
        let blob = self.repository.find_blob(blob.0).map_err(Fault::git("read a file's content"))?;
        Ok(blob.content().to_vec())
    }

    /// Fails unless a blob is there; its bytes are not read.
    pub(in crate::register) fn assert_blob(&self, blob: ObjectId) -> Result<(), Fault> {
        let header = self.repository.odb().and_then(|odb| odb.read_header(blob.0));
        header.map(drop).map_err(Fault::git("find a file's content"))
    }

    /// Returns the commit that a revision means: a branch, a tag, the beginning of an id.
    pub(in crate::register) fn resolve(&self, revision: &str) -> Result<Option<ObjectId>, Fault> {
        use git2::ErrorCode;
        let found = self.repository.revparse_single(revision).and_then(|object| object.peel_to_commit());
        match found {
            Ok(commit) => Ok(Some(ObjectId(commit.id()))),
            Err(error)
                if matches!(
                    error.code(),
                    ErrorCode::NotFound | ErrorCode::InvalidSpec | ErrorCode::Ambiguous | ErrorCode::Peel
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(Fault::git("find the commit")(error)),
        }
    }
}

/// The mode of a folder in a tree.
pub(in crate::register) const FOLDER: u32 = 0o040_000;

fn entry_of(entry: &git2::TreeEntry<'_>) -> Entry {
    // Modes of trees are small positive numbers; a damaged one becomes a mode that is nothing we write.
    Entry { id: ObjectId(entry.id()), mode: u32::try_from(entry.filemode()).unwrap_or(0) }
}
