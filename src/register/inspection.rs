//! What is looked at before anything is written: whatever would make a commit that does not say what lies on disk, or that
//! would go over somebody's work, is refused here.

use std::io::ErrorKind;

use crate::register::Register;
use crate::register::change::{Change, Stop};
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::files::{self, Kind};
use crate::register::git::index::{Index, Unreadable};
use crate::register::git::objects::FOLDER;
use crate::register::git::{Entry, ObjectId, Store};
use crate::register::is_same_text;
use crate::register::layout::RegisterPath;
use crate::register::refusal::Refusal;
use crate::register::state::State;

/// A file that is about to be written.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// Where, from the top of the work tree.
    pub(super) place: String,
    /// What the commit before holds there.
    pub(super) before: Option<Entry>,
}

/// Refuses an environment in which git would look at another index than we write.
pub(super) fn environment(environment: &Environment) -> Result<(), Refusal> {
    if environment.var("GIT_INDEX_FILE").is_some() { Err(Refusal::IndexFile) } else { Ok(()) }
}

/// Tells a register that may not be written from a disk that fails.
pub(super) fn read_only(fault: Fault) -> Stop {
    match fault {
        Fault::Disk { path, source, .. }
            if matches!(source.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) =>
        {
            Refusal::ReadOnly { path }.into()
        }
        fault => fault.into(),
    }
}

/// Reads git's index; one that is not there is empty. Kinds that we cannot write are refused.
pub(super) fn index(state: &State) -> Result<Index, Stop> {
    let path = state.index();
    let Some(bytes) = files::read(&path)? else { return Ok(Index::default()) };
    Index::parse(&bytes).map_err(|why| match why {
        Unreadable::Split => Refusal::IndexKind { kind: "split" }.into(),
        Unreadable::Sparse => Refusal::IndexKind { kind: "sparse" }.into(),
        Unreadable::Unknown => Refusal::IndexKind { kind: "of a format that is not known here" }.into(),
        Unreadable::Damaged => Fault::Damaged { path }.into(),
    })
}

/// Checks every file of a change against the commit before and the work tree; returns them in the same order.
pub(super) fn plan(register: &Register, base: Option<ObjectId>, change: &Change) -> Result<Vec<Planned>, Stop> {
    let store = &register.store;
    let tree = base.map(|commit| store.tree_of(commit)).transpose()?;
    let places: Vec<String> = change.files.iter().map(|(path, _)| register.place_of(path)).collect();
    store.take_attributes_from(tree, places.iter().map(String::as_str))?;
    let mut plan = Vec::new();
    let mut changes_something = false;
    for ((path, bytes), place) in change.files.iter().zip(places) {
        let before = match tree {
            Some(tree) => names(store, tree, &place)?,
            None => None,
        };
        attributes(store, &place)?;
        if before.is_none() && store.is_ignored(&place)? {
            return Err(Refusal::Ignored { path: place }.into());
        }
        ordinary(register, path, &place)?;
        edits(register, path, before, bytes)?;
        changes_something |= before.map(|before| before.id) != Some(ObjectId::of_blob(bytes)?);
        plan.push(Planned { place, before });
    }
    if changes_something { Ok(plan) } else { Err(Refusal::Nothing.into()) }
}

/// Returns what a tree holds at a path. The same name in other letters is refused: it would be the same file on some disks.
fn names(store: &Store, tree: ObjectId, place: &str) -> Result<Option<Entry>, Stop> {
    let mut here = Entry { id: tree, mode: FOLDER };
    let mut parts = place.split('/').peekable();
    while let Some(part) = parts.next() {
        let Some(found) = store.entry(here.id, part)? else {
            let entries = store.entries(here.id, "")?;
            let other = entries.into_iter().find(|(name, _)| name.to_lowercase() == part.to_lowercase());
            return match other {
                Some((found, _)) => Err(Refusal::OtherCase { path: place.to_owned(), found }.into()),
                None => Ok(None),
            };
        };
        let is_last = parts.peek().is_none();
        let is_file = found.mode & 0o170_000 == 0o100_000;
        if is_last && is_file {
            return Ok(Some(found));
        }
        if is_last || found.mode != FOLDER {
            return Err(Refusal::InTheWay { path: place.to_owned() }.into());
        }
        here = found;
    }
    Ok(None)
}

fn attributes(store: &Store, place: &str) -> Result<(), Stop> {
    for attribute in ["filter", "working-tree-encoding", "ident"] {
        if let Some(value) = store.attribute(place, attribute)? {
            return Err(Refusal::Filtered { path: place.to_owned(), attribute, value }.into());
        }
    }
    Ok(())
}

/// Refuses a link, a pipe or a file where a folder belongs: we would write elsewhere than we commit.
fn ordinary(register: &Register, path: &RegisterPath, place: &str) -> Result<(), Stop> {
    let mut here = register.root.clone();
    let mut parts = path.as_str().split('/').peekable();
    while let Some(part) = parts.next() {
        here.push(part);
        let wanted = if parts.peek().is_some() { Kind::Folder } else { Kind::File };
        match files::kind(&here)? {
            None => return Ok(()),
            Some(kind) if kind == wanted => {}
            Some(_) => return Err(Refusal::InTheWay { path: place.to_owned() }.into()),
        }
    }
    Ok(())
}

/// Refuses a file that a person has edited, or one that lies there and is not ours. A file that is missing is no work that
/// could be lost.
fn edits(register: &Register, path: &RegisterPath, before: Option<Entry>, bytes: &[u8]) -> Result<(), Stop> {
    let Some(on_disk) = files::read(&path.under(&register.root))? else { return Ok(()) };
    let path = register.place_of(path);
    let Some(before) = before else {
        return if is_same_text(bytes, &on_disk) { Ok(()) } else { Err(Refusal::Untracked { path }.into()) };
    };
    let is_known = is_same_text(&register.store.bytes(before.id)?, &on_disk) || is_same_text(bytes, &on_disk);
    if is_known { Ok(()) } else { Err(Refusal::Edited { path }.into()) }
}
