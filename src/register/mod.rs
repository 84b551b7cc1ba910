//! Disk and git: the only way to a register.
//!
//! What commands may call is one type, [`Register`]. It reads files and commits, and it writes through one protocol that
//! neither a kill, a full disk, another command nor a person with plain git can make lose a complaint ([`protocol`]).
//! Nothing here knows what a record or a setting says: bytes go in and come out.
//!
//! In reading order: names ([`layout`], [`trail`]), what can go wrong ([`fault`], [`refusal`]), the doors (`files`, [`git`],
//! `programs`), reading ([`work_tree`], [`snapshot`], [`history`]), writing ([`change`], `protocol`, `recovery`), and what
//! is built on writing ([`station`], [`init`]).

mod attempt;
mod branch;
pub mod change;
pub mod environment;
pub mod fault;
mod files;
pub mod git;
pub mod history;
mod hooks;
pub mod init;
mod inspection;
mod journal;
pub mod layout;
pub mod local;
mod lock;
mod numbers;
mod packs;
mod programs;
pub mod protocol;
mod recovery;
pub mod refusal;
mod sharing;
pub mod shelf;
pub mod snapshot;
mod state;
pub mod station;
#[cfg(test)]
mod tests;
pub mod tip;
pub mod trail;
pub mod work_tree;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};

use crate::register::change::Stop;
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::files::Kind;
use crate::register::git::identity::{Part, Person};
use crate::register::git::open::OpenError;
use crate::register::git::{ObjectId, Store};
use crate::register::history::Commit;
use crate::register::journal::Pending;
use crate::register::layout::{MARKER, RegisterPath};
use crate::register::programs::Programs;
use crate::register::snapshot::Snapshot;
use crate::register::state::State;
use crate::register::work_tree::WorkTree;

/// A register: a folder with `complaints/register.yaml` in a git work tree.
///
/// The repository is opened once, for that takes a tenth of all that a write takes. What others write meanwhile is seen all
/// the same: the library keeps no branch in memory and looks again for an object that it misses. Only git's settings stay.
#[derive(Clone, Debug)]
pub struct Register {
    root: PathBuf,
    prefix: String,
    state: State,
    environment: Environment,
    store: Rc<Store>,
    /// This clone's station, once it was asked for: it keeps what it holds for as long as a command runs.
    known_station: OnceCell<u8>,
}

impl Register {
    /// Finds the register that a folder is in: the nearest one from there upwards.
    pub fn find(start: &Path, environment: &Environment) -> Result<Self, OpenError> {
        let start = files::real_path(start)?;
        for root in start.ancestors() {
            if files::kind(&root.join(MARKER))? == Some(Kind::File) {
                return Self::at(root, environment);
            }
        }
        Err(OpenError::NoRegister { start })
    }

    /// Opens the repository around a folder that is, or is to become, a register's root.
    fn at(root: &Path, environment: &Environment) -> Result<Self, OpenError> {
        let store = Store::open(root, environment)?;
        let Some(work_tree) = store.work_tree() else { return Err(OpenError::Bare { root: root.to_owned() }) };
        let work_tree = files::real_path(work_tree)?;
        let inside = root.strip_prefix(&work_tree).map_err(|_| OpenError::NoRepository { root: root.to_owned() })?;
        let odd_name = || OpenError::OddName { root: root.to_owned() };
        let parts = inside.iter().map(|part| part.to_str().ok_or_else(odd_name)).collect::<Result<Vec<_>, _>>()?;
        let prefix = parts.join("/");
        // The prefix stands in journals and trees: what no path may hold, it may not hold either.
        if !prefix.is_empty() && prefix.parse::<RegisterPath>().is_err() {
            return Err(odd_name());
        }
        let state = State::new(store.git_folder(), store.common_folder());
        let (root, store) = (root.to_owned(), Rc::new(store));
        Ok(Self { root, prefix, state, environment: environment.clone(), store, known_station: OnceCell::new() })
    }

    /// Returns the register's root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the way from the top of the work tree to the register's root, `/` between the parts; empty when they are one.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Returns the register as its files lie on disk.
    pub fn work_tree(&self) -> Result<WorkTree, OpenError> {
        let mut pending = BTreeMap::new();
        if let Some(journal) = Pending::read(&self.state)? {
            let head = self.head()?;
            for path in journal.files.iter().filter_map(|file| self.inside(&file.place)) {
                let bytes = head.as_ref().map(|head| head.read(&path)).transpose()?.flatten();
                pending.insert(path.as_str().to_owned(), bytes);
            }
        }
        Ok(WorkTree::new(&self.root, pending))
    }

    /// Returns the register as the checked-out commit holds it; `None` before the first commit.
    pub fn head(&self) -> Result<Option<Snapshot>, Fault> {
        let store = &self.store;
        match store.head_commit()? {
            Some(commit) => Ok(Some(Snapshot::open(Rc::clone(store), commit, &self.prefix)?)),
            None => Ok(None),
        }
    }

    /// Returns the register as a commit holds it that a revision means; `None` when it means none.
    pub fn snapshot(&self, revision: &str) -> Result<Option<Snapshot>, OpenError> {
        let store = &self.store;
        match store.resolve(revision)? {
            Some(commit) => Ok(Some(Snapshot::open(Rc::clone(store), commit, &self.prefix)?)),
            None => Ok(None),
        }
    }

    /// Returns the register as it was recorded at an instant; `None` when nothing was recorded by then.
    pub fn snapshot_at(&self, instant: DateTime<FixedOffset>) -> Result<Option<Snapshot>, OpenError> {
        let store = &self.store;
        let Some(head) = store.head_commit()? else { return Ok(None) };
        match store.last_commit_before(head, instant)? {
            Some(commit) => Ok(Some(Snapshot::open(Rc::clone(store), commit, &self.prefix)?)),
            None => Ok(None),
        }
    }

    /// Returns whether a file on disk differs from the checked-out commit, or is missing in one of both.
    pub fn is_uncommitted(&self, path: &RegisterPath) -> Result<bool, OpenError> {
        let committed = self.head()?.map(|head| head.read(path)).transpose()?.flatten();
        let on_disk = self.work_tree()?.read(path)?;
        Ok(match (committed, on_disk) {
            (Some(committed), Some(on_disk)) => !is_same_text(&committed, &on_disk),
            (None, None) => false,
            _ => true,
        })
    }

    /// Returns the newest commits that changed a file, at most `limit`, newest first.
    pub fn history(&self, path: &RegisterPath, limit: usize) -> Result<Vec<Commit>, OpenError> {
        let Some(head) = self.store.head_commit()? else { return Ok(Vec::new()) };
        let commits = self.store.commits_touching(head, &self.place_of(path), limit)?;
        Ok(commits.into_iter().map(Commit::from).collect())
    }

    /// Returns the commits that changed a file and on which `last` builds, itself among them, newest first.
    pub fn history_until(&self, last: ObjectId, path: &RegisterPath) -> Result<Vec<Commit>, OpenError> {
        let commits = self.store.commits_touching(last, &self.place_of(path), usize::MAX)?;
        Ok(commits.into_iter().map(Commit::from).collect())
    }

    /// Returns whether the history of this clone was cut off when it was made.
    pub fn is_shallow(&self) -> bool {
        self.store.is_shallow()
    }

    /// Returns every commit of the checked-out branch.
    pub fn commits(&self) -> Result<Vec<Commit>, OpenError> {
        let Some(head) = self.store.head_commit()? else { return Ok(Vec::new()) };
        Ok(self.store.commits(head)?.into_iter().map(Commit::from).collect())
    }

    /// Returns who writes, as git knows them.
    pub fn author(&self) -> Result<Person, Stop> {
        Ok(self.store.person(Part::Author, &self.environment)?)
    }

    /// Brings everything written with [`Durability::AtTheEnd`](change::Durability::AtTheEnd) to the disk.
    pub fn settle(&self) -> Result<(), Fault> {
        self.programs().sync_disks()
    }

    fn programs(&self) -> Programs<'_> {
        Programs { root: &self.root, environment: &self.environment }
    }

    /// Returns a path of the register as git counts it, from the top of the work tree.
    pub fn place_of(&self, path: &RegisterPath) -> String {
        if self.prefix.is_empty() { path.to_string() } else { format!("{}/{path}", self.prefix) }
    }

    /// Returns a path from the top of the work tree as a path of the register; `None` when it is outside of it.
    fn inside(&self, path: &str) -> Option<RegisterPath> {
        let inside = if self.prefix.is_empty() { path } else { path.strip_prefix(&self.prefix)?.strip_prefix('/')? };
        inside.parse().ok()
    }
}

/// Returns whether two files are the same to git: on some computers it writes line ends of its own into the work tree.
fn is_same_text(committed: &[u8], on_disk: &[u8]) -> bool {
    committed == on_disk || committed.iter().eq(without_returns(on_disk))
}

/// Leaves out each carriage return that a line feed follows.
fn without_returns(bytes: &[u8]) -> impl Iterator<Item = &u8> {
    let is_return = |index: usize| bytes[index] == b'\r' && bytes.get(index + 1) == Some(&b'\n');
    bytes.iter().enumerate().filter(move |(index, _)| !is_return(*index)).map(|(_, byte)| byte)
}
