//! New objects on their way to the disk: content, trees and commit of one change, named and held in memory.
//!
//! The library writes and syncs one object after another, and knows no other way. Held here, the objects of a change can be
//! brought to the disk together (see `packs`). See docs/decisions/0018-objects-together.md.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::register::fault::Fault;
use crate::register::git::identity::Signature;
use crate::register::git::objects::{Draft, FOLDER};
use crate::register::git::pack::{self, Objects};
use crate::register::git::{Entry, ObjectId, Store};

/// New objects by their names.
#[derive(Debug)]
pub(in crate::register) struct Batch {
    objects: Objects,
    /// One for all: its tables take longer to set up than an object to pack.
    packer: ZlibEncoder<Vec<u8>>,
}

impl Default for Batch {
    fn default() -> Self {
        Self { objects: Objects::new(), packer: ZlibEncoder::new(Vec::new(), Compression::fast()) }
    }
}

impl Batch {
    /// Adds bytes as a blob.
    pub(in crate::register) fn add_blob(&mut self, bytes: &[u8]) -> Result<ObjectId, Fault> {
        self.add(git2::ObjectType::Blob, bytes)
    }

    /// Adds a tree: that of a commit (or an empty one) with files added or replaced, and the trees of the folders on the way.
    /// Nothing can be removed.
    pub(in crate::register) fn add_tree(
        &mut self,
        store: &Store,
        base: Option<ObjectId>,
        files: &[(&str, Entry)],
    ) -> Result<ObjectId, Fault> {
        let base = base.map(|base| store.tree(base)).transpose()?;
        let mut rows: Vec<Row<'_>> = base.iter().flat_map(git2::Tree::iter).map(|entry| Row::of(&entry)).collect();
        let mut folders: BTreeMap<&str, Vec<(&str, Entry)>> = BTreeMap::new();
        for (path, entry) in files {
            match path.split_once('/') {
                Some((folder, rest)) => folders.entry(folder).or_default().push((rest, *entry)),
                None => put(&mut rows, path, *entry),
            }
        }
        for (folder, inside) in folders {
            let below = rows.iter().find(|row| row.name == folder.as_bytes() && row.entry.mode == FOLDER);
            let id = self.add_tree(store, below.map(|row| row.entry.id), &inside)?;
            put(&mut rows, folder, Entry { id, mode: FOLDER });
        }
        let mut bytes = Vec::new();
        for row in &rows {
            row.write(&mut bytes);
        }
        self.add(git2::ObjectType::Tree, &bytes)
    }

    /// Adds a commit.
    pub(in crate::register) fn add_commit(&mut self, draft: &Draft<'_>) -> Result<ObjectId, Fault> {
        let parent = draft.parent.map_or_else(String::new, |parent| format!("parent {parent}\n"));
        let [author, committer] = [draft.author, draft.committer].map(Signature::in_commit);
        let Draft { tree, message, .. } = draft;
        let text = format!("tree {tree}\n{parent}author {author}\ncommitter {committer}\n\n{message}");
        self.add(git2::ObjectType::Commit, text.as_bytes())
    }

    fn add(&mut self, kind: git2::ObjectType, bytes: &[u8]) -> Result<ObjectId, Fault> {
        let id = git2::Oid::hash_object(kind, bytes).map(ObjectId).map_err(Fault::git("name an object"))?;
        let written = self.packer.write_all(bytes);
        // Writing into memory cannot fail.
        let packed = written.and_then(|()| self.packer.reset(Vec::new())).map_err(Fault::git("pack an object"))?;
        self.objects.insert(id, pack::object(kind, bytes.len(), &packed));
        Ok(id)
    }

    /// Takes the objects out, each as it stands in a pack.
    pub(in crate::register) fn take(&mut self) -> Objects {
        std::mem::take(&mut self.objects)
    }
}

/// A name in a tree with what stands there.
struct Row<'a> {
    name: Cow<'a, [u8]>,
    entry: Entry,
}

impl Row<'_> {
    fn of(entry: &git2::TreeEntry<'_>) -> Self {
        // A mode that is none becomes one that `git fsck` notices, as it did before.
        let mode = u32::try_from(entry.filemode_raw()).unwrap_or_default();
        Self { name: Cow::Owned(entry.name_bytes().to_vec()), entry: Entry { id: ObjectId(entry.id()), mode } }
    }

    /// The order of git: a folder stands where its name with a slash would.
    fn place(&self) -> impl Iterator<Item = u8> + '_ {
        let end = if self.entry.mode == FOLDER { Some(b'/') } else { None };
        self.name.iter().copied().chain(end)
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        // Writing into memory cannot fail.
        let _ = write!(bytes, "{:o} ", self.entry.mode);
        bytes.extend_from_slice(&self.name);
        bytes.push(0);
        bytes.extend_from_slice(&self.entry.id.to_bytes());
    }
}

fn put<'a>(rows: &mut Vec<Row<'a>>, name: &'a str, entry: Entry) {
    rows.retain(|row| *row.name != *name.as_bytes());
    let row = Row { name: Cow::Borrowed(name.as_bytes()), entry };
    let place = rows.partition_point(|other| other.place().lt(row.place()));
    rows.insert(place, row);
}

#[cfg(test)]
mod tests;
