//! The one moment at which a change becomes history: the compare-and-swap of the branch, as git itself does it.
//!
//! Our own, because the library syncs the logs of the branch along with it, one after another, and only for a whole process
//! or not at all. Branches that are kept in another way than as files are refused when a register is opened.

use crate::register::change::Durability;
use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::identity::Signature;
use crate::register::git::{self, ObjectId, Store};
use crate::register::state::State;

/// Stands in the log of a branch for a commit that was not there.
const NONE: &str = "0000000000000000000000000000000000000000";

/// Returns what git's file of a branch holds.
pub(super) fn text_of(commit: ObjectId) -> String {
    format!("{commit}\n")
}

/// A branch that is to move.
#[derive(Debug)]
pub(super) struct Move<'a> {
    /// The whole name of the branch: `refs/heads/main`.
    pub(super) branch: &'a str,
    /// Where it stands; `None` before its first commit.
    pub(super) old: Option<ObjectId>,
    /// Where it goes.
    pub(super) new: ObjectId,
    /// Who moves it, and when.
    pub(super) who: &'a Signature,
    /// What its log says of it, in one line.
    pub(super) log: &'a str,
}

/// Why a branch did not move.
#[derive(Debug)]
pub(super) enum MoveError {
    /// Somebody else holds its lock at this moment, and may be about to move it.
    Locked(Fault),
    /// Somebody else moved it: worth another try.
    Raced,
    /// The disk failed.
    Failed(Fault),
}

impl From<Fault> for MoveError {
    fn from(fault: Fault) -> Self {
        Self::Failed(fault)
    }
}

impl Move<'_> {
    /// Moves the branch if it still stands where it stood: the only commit point. Its new name is not synced.
    ///
    /// What it is to hold lies prepared and synced beside it: linked into place, the lock appears whole, and the branch after
    /// it. An error does not prove that the branch stayed: the caller must read it again.
    pub(super) fn make(&self, store: &Store, state: &State, care: Care) -> Result<(), MoveError> {
        let target = state.in_common_git_folder(self.branch);
        let lock = state.in_common_git_folder(&format!("{}.lock", self.branch));
        if let Some(folder) = target.parent() {
            files::create_folder(folder, care)?;
        }
        let prepared = state.branch_new();
        if !files::link(&prepared, &lock)? {
            return Err(MoveError::Locked(Fault::Held { path: lock, holder: "a git command".to_owned() }));
        }
        let moved = || -> Result<(), MoveError> {
            if store.branch_tip(self.branch)? != self.old {
                return Err(MoveError::Raced);
            }
            self.tell_logs(store, state, care)?;
            Ok(files::rename(&lock, &target, Durability::None)?)
        };
        moved().inspect_err(|_| drop(files::remove(&lock)))?;
        // From here on a lock of that name is somebody else's. A second name of the branch that stays is taken away by the
        // next write before it writes there.
        drop(files::remove(&prepared));
        Ok(())
    }

    /// Adds a line to the logs of the branch and of HEAD, which is on it. Not synced: they are a comfort, and git does not
    /// sync them either.
    fn tell_logs(&self, store: &Store, state: &State, care: Care) -> Result<(), Fault> {
        let old = self.old.map_or_else(|| NONE.to_owned(), |old| old.to_string());
        let line = format!("{old} {} {}\t{}\n", self.new, self.who.in_commit(), self.log);
        let wish = store.setting("core.logAllRefUpdates")?;
        let begins_logs = wish.is_none_or(|wish| wish.eq_ignore_ascii_case("always") || git::parse_bool(&wish));
        let of_branch = state.in_common_git_folder(&format!("logs/{}", self.branch));
        for log in [of_branch, state.git_folder().join("logs").join("HEAD")] {
            if begins_logs || files::kind(&log)?.is_some() {
                files::append(&log, line.as_bytes(), care)?;
            }
        }
        Ok(())
    }
}

/// Returns whether the log of a branch says that it last moved away from a commit; where nobody keeps a log, it may have.
pub(super) fn has_left(branch: &str, commit: ObjectId, state: &State) -> Result<bool, Fault> {
    let log = files::read(&state.in_common_git_folder(&format!("logs/{branch}")))?;
    let last = log.as_deref().and_then(|log| log.trim_ascii_end().rsplit(|byte| *byte == b'\n').next());
    Ok(last.is_none_or(|last| last.starts_with(commit.to_string().as_bytes())))
}
