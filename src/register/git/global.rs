//! The switches of the git library that are process-wide, and with them the only unsafe code of the program.
#![expect(unsafe_code, reason = "git2 wraps one of these options not at all and the others only as unsafe functions")]

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::register::fault::Fault;

/// The largest listing of a folder that the library keeps in memory, in bytes: a month of ten thousand complaints.
///
/// By itself it keeps none over 4,096 bytes, a month of eighty, and reads, unpacks and hashes a larger one each time it is
/// asked for: six times for one new complaint.
const LISTING_KEPT: usize = 1 << 20;

static SYNCS: AtomicBool = AtomicBool::new(false);

/// Returns whether repositories that are opened now sync what is written into them.
pub(super) fn syncs_what_is_written() -> bool {
    SYNCS.load(Ordering::Acquire)
}

/// Lets the library sync every object and every branch it writes into repositories that are opened from now on, in this
/// process.
///
/// Without it, neither survives a power cut: measured, 57 of 98 simulated power cuts left a damaged repository.
pub(in crate::register) fn sync_what_is_written() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        // The raw call below needs the library to be initialised; any call through git2 does that.
        let _ = git2::Version::get();
        // SAFETY: the option takes one `int` and writes it to a global of the library that is read as a plain flag; a
        // thread that misses the change would only write without syncing, and ours reads it after this call.
        unsafe {
            libgit2_sys::git_libgit2_opts(
                libgit2_sys::GIT_OPT_ENABLE_FSYNC_GITDIR.cast_signed(),
                std::ffi::c_int::from(true),
            );
        }
        SYNCS.store(true, Ordering::Release);
    });
}

/// Lets the library keep the listings of folders that it has read. To be called before any repository is opened.
pub(super) fn keep_listings() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        // SAFETY: the call writes one number to a global of the library that it reads when it has read an object. No thread
        // can have opened a repository before this `Once` is through. It fails for kinds of objects that are none.
        let _ = unsafe { git2::opts::set_cache_object_limit(git2::ObjectType::Tree, LISTING_KEPT) };
    });
}

/// Forgets the settings of the user and of the computer, for a job whose home folder cannot be entered.
///
/// git itself only warns there; the library gives up.
pub(super) fn forget_settings_at_home() -> Result<(), Fault> {
    static ALONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    for level in [git2::ConfigLevel::Global, git2::ConfigLevel::XDG] {
        // SAFETY: the call replaces a string of the library. It is made by one thread at a time, and only after opening a
        // repository has failed, when no other repository can be open with these settings.
        unsafe { git2::opts::set_search_path(level, "") }.map_err(Fault::git("set where its settings are"))?;
    }
    Ok(())
}
