//! The end of every write, and the repair of one that was killed: journal, index and work tree are brought to what the branch
//! says. The branch alone decides; running this twice does no harm.

use crate::register::change::{Stop, Warning};
use crate::register::fault::Fault;
use crate::register::files::{self, Kind};
use crate::register::git::index::{Index, Staged};
use crate::register::git::{Entry, ObjectId};
use crate::register::journal::{self, Pending};
use crate::register::layout::{COMPLAINTS, RecordPath};
use crate::register::lock::IndexLock;
use crate::register::protocol::Writing;
use crate::register::{Register, inspection, is_same_text, numbers};

/// How many commits back a git that ran beside us can have read the index it wrote: it reads and writes in one breath.
const HEALED_COMMITS: usize = 8;

/// Finishes or takes back what a killed command began. Nothing happens when nothing is pending.
pub(super) fn recover(writing: &Writing<'_>) -> Result<Vec<Warning>, Stop> {
    let state = &writing.register.state;
    let Some(pending) = Pending::read(state)? else { return Ok(Vec::new()) };
    let _lock = IndexLock::take(state, writing.care)?;
    remove_branch_lock(writing.register, &pending)?;
    settle_index(writing, &pending)?;
    Ok(finish(writing, &pending)?)
}

/// Finishes the write that has just moved the branch; its index is in place already.
pub(super) fn finish_own(writing: &Writing<'_>) -> Result<Vec<Warning>, Fault> {
    let state = &writing.register.state;
    let Some(pending) = Pending::read(state)? else { return Ok(Vec::new()) };
    let _lock = IndexLock::take(state, writing.care)?;
    finish(writing, &pending)
}

/// Brings the work tree up to the branch, remembers the numbers given out, and removes the journal.
fn finish(writing: &Writing<'_>, pending: &Pending) -> Result<Vec<Warning>, Fault> {
    let state = &writing.register.state;
    let versions = Versions::of(writing, pending)?;
    let mut warnings = Vec::new();
    let mut records = Vec::new();
    for version in &versions {
        warnings.extend(write_out(writing, version)?);
        let path = writing.register.inside(&version.place).filter(|_| version.head.is_some());
        records.extend(path.and_then(|path| path.as_str().parse::<RecordPath>().ok()));
    }
    // A second line of defence: the numbers are in the commit too.
    warnings.extend(numbers::remember(state, &records, writing.care).err().map(Warning::Afterwards));
    Pending::remove(state)?;
    warnings.extend(files::remove(&state.index_old()).err().map(Warning::Afterwards));
    Ok(warnings)
}

/// A pending file as the commit before, the commit itself and the checked-out commit hold it.
struct Versions {
    place: String,
    old: Option<Entry>,
    new: Option<Entry>,
    head: Option<Entry>,
}

impl Versions {
    fn of(writing: &Writing<'_>, pending: &Pending) -> Result<Vec<Self>, Fault> {
        let store = &writing.store;
        let tree = |commit: Option<ObjectId>| commit.map(|commit| store.tree_of(commit)).transpose();
        let [old, new, head] = [tree(pending.old)?, tree(Some(pending.new))?, tree(store.head_commit()?)?];
        let entry = |tree: Option<ObjectId>, place: &str| tree.map_or(Ok(None), |tree| store.entry(tree, place));
        let versions = pending.paths.iter().map(|place| {
            Ok(Self {
                place: place.clone(),
                old: entry(old, place)?,
                new: entry(new, place)?,
                head: entry(head, place)?,
            })
        });
        versions.collect()
    }
}

/// Writes a file of the commit into the work tree, unless a person has changed it meanwhile.
fn write_out(writing: &Writing<'_>, version: &Versions) -> Result<Option<Warning>, Fault> {
    let Some(head) = version.head.filter(|head| Some(*head) != version.old) else { return Ok(None) };
    let Some(path) = writing.register.inside(&version.place) else { return Ok(None) };
    let target = path.under(&writing.register.root);
    let committed = writing.store.bytes(head.id)?;
    let is_kept = match files::kind(&target)? {
        None => is_left_out(writing, &version.place)?,
        Some(Kind::File) => {
            let on_disk = files::read(&target)?.unwrap_or_default();
            if is_same_text(&committed, &on_disk) {
                return Ok(None);
            }
            let old = version.old.map(|old| writing.store.bytes(old.id)).transpose()?;
            !old.is_some_and(|old| is_same_text(&old, &on_disk))
        }
        Some(_) => true,
    };
    if is_kept {
        return Ok(Some(Warning::EditKept { path: version.place.clone() }));
    }
    files::replace(&writing.register.state.incoming(), &target, &committed, writing.care.durability)?;
    Ok(None)
}

/// Returns whether a sparse checkout leaves a path out of the work tree. The index is only read where there is one.
fn is_left_out(writing: &Writing<'_>, place: &str) -> Result<bool, Fault> {
    let is_sparse = writing.store.setting("core.sparseCheckout")?;
    if !is_sparse.is_some_and(|value| crate::register::git::parse_bool(&value)) {
        return Ok(false);
    }
    Ok(Index::open(&writing.register.state.index())?.is_left_out(place))
}

/// Lets the index say of the pending paths what the checked-out commit says, where it still says what we wrote or replaced.
fn settle_index(writing: &Writing<'_>, pending: &Pending) -> Result<(), Stop> {
    let state = &writing.register.state;
    let new = state.index_new();
    journal::remove_leftovers(state)?;
    files::copy(&state.index(), &new)?;
    let mut index = Index::open(&new).map_err(inspection::index_kind)?;
    let mut has_changed = false;
    for version in Versions::of(writing, pending)? {
        let is_ours = match index.staged(&version.place) {
            Staged::Absent => version.head.is_some(),
            Staged::Content(entry) => Some(entry) != version.head && [version.new, version.old].contains(&Some(entry)),
            Staged::Intended | Staged::Unmerged => false,
        };
        if is_ours {
            index.set(&version.place, version.head)?;
            has_changed = true;
        }
    }
    if has_changed {
        index.write()?;
        writing.care.sharing.apply(&new)?;
        files::sync_file(&new, writing.care.durability)?;
        files::rename(&new, &state.index(), writing.care.durability)?;
    }
    Ok(())
}

/// The library leaves its lock of the branch behind when it is killed. One that holds another commit is somebody else's.
fn remove_branch_lock(register: &Register, pending: &Pending) -> Result<(), Fault> {
    let lock = register.state.in_common_git_folder(&format!("{}.lock", pending.branch));
    let Some(content) = files::read(&lock)? else { return Ok(()) };
    let content = String::from_utf8_lossy(&content);
    if content.trim().is_empty() || content.trim() == pending.new.to_string() {
        files::remove(&lock)?;
    }
    Ok(())
}

/// Mends what a `git commit` that lost a race against us leaves behind: it writes the index it had read, which no longer
/// holds our last commits, before its own branch update fails. The person's next commit would take them back.
///
/// Only entries that are exactly what one of the last commits replaced are mended, and only while the work tree holds what
/// the branch holds: anything else is somebody's work.
pub(super) fn heal(writing: &Writing<'_>, base: Option<ObjectId>, index: &mut Index) -> Result<(), Fault> {
    let Some(base) = base else { return Ok(()) };
    let store = &writing.store;
    let folder = match writing.register.prefix() {
        "" => COMPLAINTS.to_owned(),
        prefix => format!("{prefix}/{COMPLAINTS}"),
    };
    let tree = store.tree_of(base)?;
    for (place, replaced) in store.recently_replaced(base, &folder, HEALED_COMMITS)? {
        let staged = match index.staged(&place) {
            Staged::Absent => None,
            Staged::Content(entry) => Some(entry),
            Staged::Intended | Staged::Unmerged => continue,
        };
        let Some(head) = store.entry(tree, &place)?.filter(|head| Some(*head) != staged) else { continue };
        if !replaced.contains(&staged) {
            continue;
        }
        let Some(path) = writing.register.inside(&place) else { continue };
        let on_disk = files::read(&path.under(&writing.register.root))?;
        if on_disk.is_some_and(|on_disk| store.bytes(head.id).is_ok_and(|bytes| is_same_text(&bytes, &on_disk))) {
            index.set(&place, Some(head))?;
        }
    }
    Ok(())
}
