//! The two locks of a write: ours, which keeps other commands out, and git's own, which keeps git out.

use std::path::PathBuf;
use std::time::Duration;

use crate::register::fault::Fault;
use crate::register::files::{self, Care, FileLock};
use crate::register::state::State;

/// What our `index.lock` holds: by it the next command knows that its owner was one of us.
const OURS: &[u8] = b"complaints\n";
/// The first pause of somebody who waits; each further one is longer, up to the last.
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LAST_PAUSE: Duration = Duration::from_millis(50);
/// All pauses together: 20 seconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// The pauses of somebody who waits. Counted, not measured: no clock is asked.
#[derive(Debug)]
pub(super) struct Patience {
    next: Duration,
    left: Duration,
}

impl Patience {
    /// Returns patience for 20 seconds.
    pub(super) fn new() -> Self {
        Self { next: FIRST_PAUSE, left: PATIENCE }
    }

    /// Pauses; tells `false` when patience is at its end.
    pub(super) fn pause(&mut self) -> bool {
        let Some(left) = self.left.checked_sub(self.next) else { return false };
        self.left = left;
        std::thread::sleep(self.next);
        self.next = (self.next * 2).min(LAST_PAUSE);
        true
    }
}

/// Waits for the lock among our own commands.
pub(super) fn among_us(state: &State, care: Care) -> Result<FileLock, Fault> {
    let path = state.lock();
    let mut patience = Patience::new();
    loop {
        if let Some(lock) = files::try_lock(&path, care.sharing)? {
            return Ok(lock);
        }
        if !patience.pause() {
            let holder = files::read(&path)?.unwrap_or_default();
            let holder = format!("another complaints command ({})", String::from_utf8_lossy(&holder).trim());
            return Err(Fault::Held { path, holder });
        }
    }
}

/// Git's lock of the index, held by us. Let go when dropped, unless a journal is pending: then git stays out until the next
/// command has finished the work.
#[derive(Debug)]
pub(super) struct IndexLock {
    path: PathBuf,
    pending: PathBuf,
    was_left: bool,
}

impl IndexLock {
    /// Waits for git's lock of the index. The caller holds our own lock.
    ///
    /// A prepared file is linked into place, so that the lock appears with its content or not at all: one that is created and
    /// then written can be left empty by a kill or a power cut, and nobody could tell whose it was.
    pub(super) fn take(state: &State, care: Care) -> Result<Self, Fault> {
        let claim = state.claim();
        if files::read(&claim)?.as_deref() != Some(OURS) {
            files::write(&claim, OURS, care)?;
        }
        let path = state.index_lock();
        let held = |was_left| Self { path: path.clone(), pending: state.pending(), was_left };
        let mut patience = Patience::new();
        loop {
            // Its name comes to the disk with the journal's: after a power cut before that nobody must be held off.
            if files::link(&claim, &path)? {
                return Ok(held(false));
            }
            // One of ours belongs to a command that died: we hold the lock that it would hold.
            if files::read(&path)?.as_deref() == Some(OURS) {
                return Ok(held(true));
            }
            if !patience.pause() {
                return Err(Fault::Held { path, holder: "a git command, or one that was killed".to_owned() });
            }
        }
    }

    /// Whether a command of ours that died had left it, so that git was held off ever since.
    pub(super) fn was_left(&self) -> bool {
        self.was_left
    }
}

impl Drop for IndexLock {
    fn drop(&mut self) {
        if matches!(files::kind(&self.pending), Ok(None)) {
            // A lock that cannot be removed is recognised as ours by the next command.
            drop(files::remove(&self.path));
        }
    }
}
