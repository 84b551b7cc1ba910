//! What goes into a write and what comes out of it.
//!
//! A [`Change`] can only add files or replace them: there is no way to say "delete". Nothing here touches disk or git.

use chrono::{DateTime, FixedOffset};

use crate::register::fault::Fault;
use crate::register::git::ObjectId;
use crate::register::git::identity::WhoError;
use crate::register::git::open::OpenError;
use crate::register::layout::RegisterPath;
use crate::register::refusal::Refusal;
use crate::register::trail::Message;

/// How much of a write must have reached the disk when the command says that it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Objects, index, journal, branch and work tree are synced: a power cut after the command loses nothing.
    Full,
    /// Nothing is synced until [`Register::settle`](crate::register::Register::settle): for a register of its own that is made in one go, the demo.
    AtTheEnd,
    /// Nothing is ever synced: for benchmarks and tests.
    None,
}

/// With what a change is written down.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// The time of the commit; the committer's date is never before the parent's.
    pub now: DateTime<FixedOffset>,
    /// How much must have reached the disk.
    pub durability: Durability,
}

/// The files of one commit and its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Each file with its whole new content.
    pub files: Vec<(RegisterPath, Vec<u8>)>,
    /// Subject and trailers.
    pub message: Message,
}

/// A change that is in the branch: nothing that happens later can take that back.
#[derive(Debug)]
pub struct Committed {
    /// The commit.
    pub id: ObjectId,
    /// What did not go well after the branch had moved; never a reason for a failing exit code.
    pub warnings: Vec<Warning>,
}

/// Something that went wrong beside or after the commit.
#[derive(Debug, thiserror::Error)]
pub enum Warning {
    /// The file was changed by a person while the command ran; the commit holds ours, the file theirs.
    #[error("`{path}` was changed meanwhile and is left as it is: it differs from the commit")]
    EditKept {
        /// The path from the top of the work tree.
        path: String,
    },
    /// A `git commit` that ran beside the command took the change along in its own commit, without our message.
    #[error("the change was taken along by the commit `{commit}` of somebody who used git at the same moment")]
    TakenAlong {
        /// That commit.
        commit: ObjectId,
    },
    /// The commit is made, but the work tree or the index could not be brought up to it.
    #[error("the commit is made, but its files are not all written; the next command finishes the work")]
    Unfinished(#[source] Fault),
    /// The commit is made, but something of lesser weight failed.
    #[error("the commit is made, but something after it failed")]
    Afterwards(#[source] Fault),
    /// The user's `post-commit` hook failed.
    #[error("the hook `{hook}` failed after the commit")]
    Hook {
        /// The name of the hook.
        hook: &'static str,
        /// What it printed.
        output: String,
    },
    /// The claim of a station could not be pushed, so another clone may claim the same one.
    #[error(
        "station {station:02} is claimed here but not pushed, so another clone may claim it too: git pull, then git push"
    )]
    StationNotPushed {
        /// The station.
        station: u8,
        /// What git printed.
        output: String,
    },
    /// A hook of the user stands where the guard would be installed.
    #[error("the guard against deletions is not installed: `{path}` is not ours to change")]
    GuardNotInstalled {
        /// The hook's file.
        path: String,
    },
}

/// Why a write did not happen.
#[derive(Debug, thiserror::Error)]
pub enum WriteError<E: std::error::Error + 'static> {
    /// The caller's decision said no; nothing changed.
    #[error(transparent)]
    Decision(E),
    /// The register could not be written.
    #[error(transparent)]
    Stopped(#[from] Stop),
}

/// Why a register could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The register is in no state to be written; nothing changed.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The repository cannot be opened; nothing changed.
    #[error(transparent)]
    Closed(#[from] OpenError),
    /// Disk, git or a program failed; nothing changed.
    #[error(transparent)]
    Failed(#[from] Fault),
    /// The disk stopped answering while the branch moved: the next command finds out and finishes. Exit code 75.
    #[error("it is not known whether the change was recorded; the next command finds out")]
    InDoubt(#[source] Fault),
}

impl Stop {
    /// Returns a command that helps, to be typed in the register.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Refused(refusal) => refusal.hint(),
            Self::Closed(error) => error.hint(),
            Self::Failed(fault) | Self::InDoubt(fault) => fault.hint(),
        }
    }
}

impl From<WhoError> for Stop {
    fn from(error: WhoError) -> Self {
        match error {
            WhoError::Refused(refusal) => Self::Refused(refusal),
            WhoError::Failed(fault) => Self::Failed(fault),
        }
    }
}
