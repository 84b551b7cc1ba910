//! The end of every write, and the repair of one that was killed: journal, index and work tree are brought to what the branch
//! says. The branch alone decides; running this twice does no harm.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::register::attempt::Writing;
use crate::register::change::{Stop, Warning};
use crate::register::fault::Fault;
use crate::register::files::{self, Care, Incoming, Kind};
use crate::register::git::index::{Index, Staged};
use crate::register::git::{Entry, ObjectId, Store};
use crate::register::journal::{self, Pending, PendingFile};
use crate::register::layout::RecordPath;
use crate::register::lock::IndexLock;
use crate::register::{Register, branch, inspection, is_same_text, numbers};

/// Finishes or takes back what a killed command began. Nothing happens when nothing is pending.
pub(super) fn recover(writing: &Writing<'_>) -> Result<Vec<Warning>, Stop> {
    let state = &writing.register.state;
    let Some(pending) = Pending::read(state)? else { return Ok(Vec::new()) };
    let lock = IndexLock::take(state, writing.care)?;
    remove_branch_lock(writing.register, &pending)?;
    settle_index(writing, &pending)?;
    let mut rest = Rest::of(writing, &pending)?;
    // A person who has moved the branch back since wants what is in the work tree.
    if lock.was_left() && !branch::has_left(&pending.branch, pending.new, state)? {
        rest.take_back(writing, &pending)?;
    }
    rest.lay_down(|_| true, writing.care)?;
    Ok(rest.conclude(writing, &pending)?)
}

/// Finishes the write that has just moved the branch; its index is in place already, and locked by us, and what its files are
/// to hold lies on the disk.
pub(super) fn finish_own(writing: &Writing<'_>) -> Result<Vec<Warning>, Fault> {
    let Some(pending) = Pending::read(&writing.register.state)? else { return Ok(Vec::new()) };
    let rest = Rest::of(writing, &pending)?;
    // Somebody may have gone on already, and the branch holds a newer one.
    rest.lay_down(|file| !file.is_as_written, writing.care)?;
    rest.conclude(writing, &pending)
}

/// Remembers the numbers that killed commands of other work trees have given out: their commits may be in branches that are
/// not checked out here, and nobody repairs there before somebody writes there.
pub(super) fn remember_others(writing: &Writing<'_>) -> Result<(), Fault> {
    for state in writing.register.state.of_other_work_trees()? {
        if let Some(pending) = Pending::read(&state)? {
            remember_numbers(writing, &pending)?;
        }
    }
    Ok(())
}

/// Remembers the numbers of a journal as far as their complaints are in its branch, or in the one that is checked out.
fn remember_numbers(writing: &Writing<'_>, pending: &Pending) -> Result<(), Fault> {
    let store = &writing.register.store;
    let head = HeadTree::of(writing)?;
    let is_in_branch = match store.branch_tip(&pending.branch)? {
        // A power cut can have taken the commit itself.
        Some(tip) => store.tree_of(pending.new).is_ok() && store.contains(tip, pending.new)?,
        None => false,
    };
    let mut records = Vec::new();
    for file in &pending.files {
        let record = writing.register.inside(&file.place).and_then(|path| path.as_str().parse::<RecordPath>().ok());
        if is_in_branch || head.entry(&file.place)?.is_some() {
            records.extend(record);
        }
    }
    numbers::remember(writing.register, &records, writing.care)
}

/// What is left to do in the work tree when the branch has moved.
struct Rest {
    behind: Vec<Behind>,
    /// Files that are to vanish.
    ahead: Vec<PathBuf>,
    warnings: Vec<Warning>,
}

/// A file that is to be replaced.
struct Behind {
    incoming: Incoming,
    /// Whether it is to hold what the journal says.
    is_as_written: bool,
}

impl Rest {
    /// Looks where the work tree is behind the branch.
    fn of(writing: &Writing<'_>, pending: &Pending) -> Result<Self, Fault> {
        let state = &writing.register.state;
        let head = HeadTree::of(writing)?;
        let mut rest = Self { behind: Vec::new(), ahead: Vec::new(), warnings: Vec::new() };
        for (number, file) in pending.files.iter().enumerate() {
            let Some(committed) = head.entry(&file.place)? else { continue };
            match work_tree_wants(writing, file, committed)? {
                Wanted::Nothing => {}
                Wanted::Edit => rest.warnings.push(Warning::EditKept { path: file.place.clone() }),
                Wanted::Bytes { target, bytes } => {
                    let incoming = Incoming { temporary: state.incoming_beside(number), target, bytes };
                    rest.behind.push(Behind { incoming, is_as_written: committed == file.new });
                }
            }
        }
        Ok(rest)
    }

    /// Looks where the work tree is ahead of the branch: after a power cut the name of a file can be on the disk and that of the
    /// branch not. Only a file that the dead command had named itself is taken back: nothing of it waits for a name any more, and
    /// it holds exactly what was to be committed.
    fn take_back(&mut self, writing: &Writing<'_>, pending: &Pending) -> Result<(), Fault> {
        let Register { state, store, root, .. } = writing.register;
        let head = HeadTree::of(writing)?;
        for (number, file) in pending.files.iter().enumerate().filter(|(_, file)| file.old != Some(file.new)) {
            let Some(path) = writing.register.inside(&file.place) else { continue };
            let target = path.under(root);
            let waits = files::kind(&state.incoming_beside(number))?.is_some();
            let was_named = !waits && files::kind(&target)? == Some(Kind::File);
            if !was_named || head.entry(&file.place)? != file.old {
                continue;
            }
            if ObjectId::of_blob(&files::read(&target)?.unwrap_or_default())? != file.new.id {
                continue;
            }
            match file.old {
                None => self.ahead.push(target),
                Some(old) => {
                    // Beside the other, which would tell a further repair that the file has not been named.
                    let temporary = state.incoming_beside(pending.files.len() + number);
                    let incoming = Incoming { temporary, target, bytes: store.bytes(old.id)? };
                    self.behind.push(Behind { incoming, is_as_written: false });
                }
            }
        }
        Ok(())
    }

    /// Writes what some of the files are to hold, where nobody looks.
    fn lay_down(&self, which: impl Fn(&Behind) -> bool, care: Care) -> Result<(), Fault> {
        let fresh: Vec<_> = self.behind.iter().filter(|file| which(file)).map(|file| file.incoming.fresh()).collect();
        files::write_together(&fresh, care)
    }

    /// Brings the work tree to what the branch says, remembers the numbers given out, and removes the journal.
    fn conclude(self, writing: &Writing<'_>, pending: &Pending) -> Result<Vec<Warning>, Fault> {
        let state = &writing.register.state;
        let mut along = BTreeSet::from([state.git_folder().to_owned()]);
        along.extend(state.in_common_git_folder(&pending.branch).parent().map(Path::to_owned));
        for file in &self.ahead {
            files::remove(file)?;
            along.extend(file.parent().map(Path::to_owned));
        }
        let incoming: Vec<Incoming> = self.behind.into_iter().map(|file| file.incoming).collect();
        files::give_names(&incoming, &along, writing.care.durability)?;
        let mut warnings = self.warnings;
        // A second line of defence: the numbers are in the commit too.
        warnings.extend(remember_numbers(writing, pending).err().map(Warning::Afterwards));
        warnings.extend(pending.remember(state, writing.care).err().map(Warning::Afterwards));
        Pending::remove(state)?;
        // Of files that had their bytes already, that a person has changed, or that a sparse checkout leaves out. Not before the
        // journal: what waits here tells a repair that it has not come into the work tree.
        warnings.extend(journal::remove_incoming(state).err().map(Warning::Afterwards));
        warnings.extend(files::remove(&state.index_old()).err().map(Warning::Afterwards));
        Ok(warnings)
    }
}

/// The tree of the checked-out commit.
struct HeadTree<'a> {
    store: &'a Store,
    tree: Option<ObjectId>,
}

impl<'a> HeadTree<'a> {
    fn of(writing: &'a Writing<'_>) -> Result<Self, Fault> {
        let store = &writing.register.store;
        let tree = store.head_commit()?.map(|commit| store.tree_of(commit)).transpose()?;
        Ok(Self { store, tree })
    }

    fn entry(&self, place: &str) -> Result<Option<Entry>, Fault> {
        self.tree.map_or(Ok(None), |tree| self.store.entry(tree, place))
    }
}

/// What a place of the work tree wants of a commit.
enum Wanted {
    /// It has what it is to have.
    Nothing,
    /// To be left alone: a person has changed it meanwhile.
    Edit,
    /// The bytes of the commit.
    Bytes { target: PathBuf, bytes: Vec<u8> },
}

fn work_tree_wants(writing: &Writing<'_>, file: &PendingFile, committed: Entry) -> Result<Wanted, Fault> {
    let Some(path) = writing.register.inside(&file.place).filter(|_| Some(committed) != file.old) else {
        return Ok(Wanted::Nothing);
    };
    let target = path.under(&writing.register.root);
    let bytes = writing.register.store.bytes(committed.id)?;
    match files::kind(&target)? {
        None if is_left_out(writing, &file.place)? => return Ok(Wanted::Nothing),
        None => {}
        Some(Kind::File) => {
            let on_disk = files::read(&target)?.unwrap_or_default();
            if is_same_text(&bytes, &on_disk) {
                return Ok(Wanted::Nothing);
            }
            let old = file.old.map(|old| writing.register.store.bytes(old.id)).transpose()?;
            if !old.is_some_and(|old| is_same_text(&old, &on_disk)) {
                return Ok(Wanted::Edit);
            }
        }
        Some(_) => return Ok(Wanted::Edit),
    }
    Ok(Wanted::Bytes { target, bytes })
}

/// Returns whether a sparse checkout leaves a path out of the work tree. The index is only read where there is one.
fn is_left_out(writing: &Writing<'_>, place: &str) -> Result<bool, Fault> {
    let is_sparse = writing.register.store.setting("core.sparseCheckout")?;
    if !is_sparse.is_some_and(|value| crate::register::git::parse_bool(&value)) {
        return Ok(false);
    }
    let index = files::read(&writing.register.state.index())?.and_then(|bytes| Index::parse(&bytes).ok());
    Ok(index.is_some_and(|index| index.is_left_out(place)))
}

/// Lets the index say of the pending paths what the checked-out commit says, where it still says what we wrote or replaced.
fn settle_index(writing: &Writing<'_>, pending: &Pending) -> Result<(), Stop> {
    let state = &writing.register.state;
    journal::remove_leftovers(state)?;
    let mut index = inspection::index(state)?;
    let mut has_changed = false;
    let head = HeadTree::of(writing)?;
    for file in &pending.files {
        let committed = head.entry(&file.place)?;
        let is_ours = match index.staged(&file.place) {
            Staged::Absent => committed.is_some(),
            Staged::Content(entry) => Some(entry) != committed && (entry == file.new || Some(entry) == file.old),
            Staged::Intended | Staged::Unmerged => false,
        };
        if is_ours {
            index.set(&file.place, committed);
            has_changed = true;
        }
    }
    if has_changed {
        files::write(&state.index_new(), &index.to_bytes(), writing.care)?;
        files::rename(&state.index_new(), &state.index(), writing.care.durability)?;
    }
    Ok(())
}

/// The library leaves its lock of the branch behind when it is killed. One that holds another commit is somebody else's.
fn remove_branch_lock(register: &Register, pending: &Pending) -> Result<(), Fault> {
    match branch_lock(register, &pending.branch)? {
        Some((lock, content)) if content.is_empty() || content == pending.new.to_string() => files::remove(&lock),
        _ => Ok(()),
    }
}

/// Removes the lock of a branch that holds a commit of ours: the library tries to, and a failing disk can prevent it. An empty
/// one may belong to somebody who is alive.
pub(super) fn remove_own_branch_lock(register: &Register, branch: &str, commit: ObjectId) -> Result<(), Fault> {
    match branch_lock(register, branch)? {
        Some((lock, content)) if content == commit.to_string() => files::remove(&lock),
        _ => Ok(()),
    }
}

fn branch_lock(register: &Register, branch: &str) -> Result<Option<(PathBuf, String)>, Fault> {
    let lock = register.state.in_common_git_folder(&format!("{branch}.lock"));
    let content = files::read(&lock)?;
    Ok(content.map(|content| (lock, String::from_utf8_lossy(&content).trim().to_owned())))
}

/// Mends what a `git commit` that lost a race against us leaves behind: it writes the index it had read, which no longer
/// holds our last commits, before its own branch update fails. The person's next commit would take them back.
///
/// Only entries that are exactly what one of the last commits replaced are mended, and only while the work tree holds what
/// the branch holds: anything else is somebody's work.
pub(super) fn heal(writing: &Writing<'_>, base: Option<ObjectId>, index: &mut Index) -> Result<(), Fault> {
    let Some(base) = base else { return Ok(()) };
    let store = &writing.register.store;
    let recent = Pending::recent(&writing.register.state)?;
    let mut replaced: BTreeMap<&str, Vec<Option<Entry>>> = BTreeMap::new();
    for file in recent.iter().flat_map(|journal| &journal.files) {
        replaced.entry(&file.place).or_default().push(file.old);
    }
    for (place, replaced) in replaced {
        let staged = match index.staged(place) {
            Staged::Absent => None,
            Staged::Content(entry) => Some(entry),
            Staged::Intended | Staged::Unmerged => continue,
        };
        if !replaced.contains(&staged) {
            continue;
        }
        let committed = store.entry(store.tree_of(base)?, place)?;
        let (Some(newest), Some(path)) = (committed, writing.register.inside(place)) else { continue };
        let on_disk = files::read(&path.under(&writing.register.root))?;
        if on_disk.is_some_and(|on_disk| store.bytes(newest.id).is_ok_and(|bytes| is_same_text(&bytes, &on_disk))) {
            index.set(place, Some(newest));
        }
    }
    Ok(())
}
