//! The write protocol: how a change becomes a commit so that nothing is lost, whatever happens meanwhile.
//!
//! ```text
//! our lock                    other commands wait; freed by the system when we die
//!   recover                   what a killed command began is finished first
//!   decide                    on the commit, never on the work tree
//!   prepare                   content, trees, hooks, signature
//!   index.lock                git waits; kept when the race for the branch is lost and all begins anew
//!     write                   objects, index, journal, branch, files: where nobody looks
//!                             · their bytes are synced together
//!     name objects, journal   the pack with a mark beside it; the commit is read back before the journal has its name
//!                             · these names are synced together, and that of index.lock
//!     index.new -> index      before the branch, see below
//!     branch                  compare-and-swap: the only commit point
//!     name files
//!                             · the names of index, branch and files are synced together
//!     journal removed
//!   packs                     the mark by which git kept ours goes, and those that were gathered into it
//! ```
//!
//! **Why three times is enough.** Nothing has a name before its bytes are on the disk, and whatever follows from a step waits
//! until that step is. From the second sync to the third the journal and `index.lock` are on the disk: a power cut there
//! leaves a git that waits and a next command that knows what was about to happen, whichever of the names of index, branch
//! and files came through. The branch decides: what is behind it is brought up to it, what is ahead of it is taken back.
//!
//! **Why the index comes before the branch.** `git commit` reads HEAD, then the index, then takes `index.lock`, and moves the
//! branch by compare-and-swap. If our branch moved first, there would be a moment in which git sees the new HEAD with the old
//! index; its commit would then delete the complaint. With the index first, every stale index goes with a stale HEAD, and
//! git's own swap fails.
//!
//! **After the branch has moved nothing fails the command**: what goes wrong then is a warning. An error of the swap does not
//! prove that the branch stayed, so it is read again; if the disk does not answer even that, the command is in doubt, the
//! journal and `index.lock` stay, and the next command decides.

use std::rc::Rc;

use crate::register::attempt::{Outcome, Writing};
use crate::register::change::{Change, Committed, Pen, Stop, WriteError};
use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::head::Head;
use crate::register::git::{ObjectId, Store};
use crate::register::lock::{self, IndexLock, Patience};
use crate::register::refusal::Refusal;
use crate::register::sharing::Sharing;
use crate::register::snapshot::Snapshot;
use crate::register::tip::Tip;
use crate::register::{Register, inspection, recovery};

/// How often a change is decided anew because the branch moved under it.
const ATTEMPTS: usize = 50;

/// Whether a branch without a commit may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// Only a branch that has a commit.
    Commits,
    /// Also the first commit of a branch: for `init`.
    Anything,
}

impl Register {
    /// Decides on a change and commits it.
    ///
    /// `decide` sees the register as the branch holds it; it is called again when the branch moved before the change was in.
    pub fn write<E: std::error::Error + 'static>(
        &self,
        pen: Pen,
        decide: impl FnMut(&Tip) -> Result<Change, E>,
    ) -> Result<Committed, WriteError<E>> {
        self.write_on(Ground::Commits, pen, decide)
    }

    /// Decides on a change, checks that it could be committed now, and writes nothing at all.
    pub fn rehearse<E: std::error::Error + 'static>(
        &self,
        decide: impl FnOnce(&Tip) -> Result<Change, E>,
    ) -> Result<Change, WriteError<E>> {
        let checked = || -> Result<Base, Stop> {
            inspection::environment(&self.environment)?;
            Base::read(&self.store, Ground::Commits)
        };
        let base = checked()?;
        let change = decide(&self.tip(&base)?).map_err(WriteError::Decision)?;
        inspection::plan(self, base.commit, &change)?;
        Ok(change)
    }

    /// Finishes or takes back what a killed command began, as every write does first, and does no more.
    #[cfg(test)]
    pub(super) fn repair(&self, pen: Pen) -> Result<Vec<crate::register::change::Warning>, Stop> {
        let session = Session::begin(self, pen)?;
        recovery::recover(&session.writing)
    }

    pub(super) fn write_on<E: std::error::Error + 'static>(
        &self,
        ground: Ground,
        pen: Pen,
        mut decide: impl FnMut(&Tip) -> Result<Change, E>,
    ) -> Result<Committed, WriteError<E>> {
        let Session { writing, _lock } = Session::begin(self, pen)?;
        let mut warnings = Vec::new();
        let mut patience = Patience::new();
        let mut held = None;
        for _ in 0..ATTEMPTS {
            if held.is_none() {
                recovery::remember_others(&writing).map_err(Stop::from)?;
                warnings.extend(recovery::recover(&writing)?);
            }
            let base = Base::read(&self.store, ground)?;
            let change = decide(&self.tip(&base)?).map_err(WriteError::Decision)?;
            let prepared = writing.prepare(base, &change)?;
            // Taken late, because a key may want a passphrase and a hook its time; but kept when the race is lost, so that
            // no further commit can begin and the next attempt wins.
            let lock = match held.take() {
                Some(lock) => lock,
                None => IndexLock::take(&self.state, writing.care).map_err(Stop::from)?,
            };
            match writing.publish(&prepared)? {
                Outcome::Committed(commit) => {
                    let mut committed = writing.conclude(&prepared, commit, lock);
                    committed.warnings.splice(0..0, warnings);
                    return Ok(committed);
                }
                Outcome::Raced => {}
            }
            held = Some(lock);
            if !patience.pause() {
                break;
            }
        }
        let held = || Fault::Held { path: self.root.clone(), holder: "other commits, one after another".to_owned() };
        Err(Stop::Failed(held()).into())
    }

    /// Returns how files in git's folder are to be written.
    pub(super) fn care(&self, pen: Pen) -> Result<Care, Stop> {
        let sharing = self.store.setting("core.sharedRepository")?;
        let sharing = sharing.map_or(Sharing::Umask, |value| Sharing::parse(&value));
        Ok(Care { durability: pen.durability, sharing })
    }

    fn tip(&self, base: &Base) -> Result<Tip, Stop> {
        let head = match base.commit {
            Some(commit) => Some(Snapshot::open(Rc::clone(&self.store), commit, &self.prefix)?),
            None => None,
        };
        let standing = self.standing_in(head.as_ref())?;
        Ok(Tip { head, work_tree: self.work_tree()?, state: self.state.clone(), standing })
    }
}

/// The branch that is written, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) branch: String,
    pub(super) commit: Option<ObjectId>,
}

impl Base {
    /// Reads the branch that is checked out; refuses one that may not be written now.
    pub(super) fn read(store: &Store, ground: Ground) -> Result<Self, Stop> {
        let Head::Branch { name: branch, tip: commit } = store.head()? else { return Err(Refusal::Detached.into()) };
        if commit.is_none() && ground == Ground::Commits {
            return Err(Refusal::Unborn.into());
        }
        match store.unfinished_operation() {
            Some(operation) => Err(Refusal::Operation { operation }.into()),
            None => Ok(Self { branch, commit }),
        }
    }
}

/// A command that holds our lock, from beginning to end.
struct Session<'a> {
    writing: Writing<'a>,
    _lock: files::FileLock,
}

impl<'a> Session<'a> {
    fn begin(register: &'a Register, pen: Pen) -> Result<Self, Stop> {
        inspection::environment(&register.environment)?;
        let care = register.care(pen)?;
        let lock = || {
            files::create_folder(register.state.common(), care)?;
            files::create_folder(register.state.own(), care)?;
            lock::among_us(&register.state, care)
        };
        Ok(Self { writing: Writing { register, pen, care }, _lock: lock().map_err(inspection::read_only)? })
    }
}
