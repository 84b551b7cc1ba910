//! The switches of the git library that are process-wide, and with them the only unsafe code of the program.
#![expect(unsafe_code, reason = "git2 wraps these options as unsafe functions only")]

use std::sync::Once;

use crate::register::fault::Fault;

/// The largest listing of a folder that the library keeps in memory, in bytes: a month of ten thousand complaints.
///
/// By itself it keeps none over 4,096 bytes, a month of eighty, and reads, unpacks and hashes a larger one each time it is
/// asked for: six times for one new complaint.
const LISTING_KEPT: usize = 1 << 20;

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
