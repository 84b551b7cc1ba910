//! The write protocol: how a change becomes a commit so that nothing is lost, whatever happens meanwhile.
//!
//! ```text
//! our lock                    other commands wait; freed by the system when we die
//!   recover                   what a killed command began is finished first
//!   decide                    on the commit, never on the work tree
//!   objects                   content, trees, hooks, signature: nobody sees them yet
//!   index.lock                git waits
//!     index.new, journal      what is about to happen, on the disk
//!     index.new -> index      before the branch, see below
//!     branch                  compare-and-swap: the only commit point
//!     files                   temporary file, sync, rename
//!     journal removed
//! ```
//!
//! **Why the index comes before the branch.** `git commit` reads HEAD, then the index, then takes `index.lock`, and moves the
//! branch by compare-and-swap. If our branch moved first, there would be a moment in which git sees the new HEAD with the old
//! index; its commit would then delete the complaint. With the index first, every stale index goes with a stale HEAD, and
//! git's own swap fails.
//!
//! **After the branch has moved nothing fails the command**: what goes wrong then is a warning. An error of the swap does not
//! prove that the branch stayed, so it is read again; if the disk does not answer even that, the command is in doubt, the
//! journal and `index.lock` stay, and the next command decides.

use std::collections::BTreeMap;

use crate::register::change::{Change, Committed, Durability, Pen, Stop, Warning, WriteError};
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::head::{Head, MoveError};
use crate::register::git::identity::Part;
use crate::register::git::index::{Index, Staged};
use crate::register::git::objects::Draft;
use crate::register::git::{self, Entry, ObjectId, Store};
use crate::register::hooks::Hooks;
use crate::register::journal::{self, Pending};
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
        let checked = || -> Result<(Store, Base), Stop> {
            inspection::environment(&self.environment)?;
            let store = self.open()?;
            let base = Base::read(&store, Ground::Commits)?;
            Ok((store, base))
        };
        let (store, base) = checked()?;
        let change = decide(&self.tip(&base)?).map_err(WriteError::Decision)?;
        inspection::plan(self, &store, base.commit, &change)?;
        Ok(change)
    }

    /// Finishes or takes back what a killed command began, as every write does first.
    pub fn repair(&self, pen: Pen) -> Result<Vec<Warning>, Stop> {
        let session = Session::begin(self, pen)?;
        recovery::recover(&session.open()?)
    }

    pub(super) fn write_on<E: std::error::Error + 'static>(
        &self,
        ground: Ground,
        pen: Pen,
        mut decide: impl FnMut(&Tip) -> Result<Change, E>,
    ) -> Result<Committed, WriteError<E>> {
        let session = Session::begin(self, pen)?;
        let mut warnings = Vec::new();
        let mut patience = Patience::new();
        let mut obstacle = None;
        for _ in 0..ATTEMPTS {
            let writing = session.open()?;
            warnings.extend(recovery::recover(&writing)?);
            let base = Base::read(&writing.store, ground).map_err(Stop::from)?;
            let change = decide(&self.tip(&base)?).map_err(WriteError::Decision)?;
            let prepared = writing.prepare(base, &change)?;
            match writing.publish(&prepared)? {
                Outcome::Committed => {
                    warnings.extend(writing.conclude(&prepared));
                    return Ok(Committed { id: prepared.commit, warnings });
                }
                Outcome::Raced(fault) => obstacle = fault.or(obstacle),
            }
            if !patience.pause() {
                break;
            }
        }
        let held = || Fault::Held { path: self.root.clone(), holder: "other commits, one after another".to_owned() };
        Err(Stop::Failed(obstacle.unwrap_or_else(held)).into())
    }

    /// Returns how files in git's folder are to be written.
    pub(super) fn care(&self, pen: Pen) -> Result<Care, Stop> {
        let sharing = self.open()?.setting("core.sharedRepository")?;
        let sharing = sharing.map_or(Sharing::Umask, |value| Sharing::parse(&value));
        Ok(Care { durability: pen.durability, sharing })
    }

    fn tip(&self, base: &Base) -> Result<Tip, Stop> {
        let head = match base.commit {
            Some(commit) => Some(Snapshot::open(self.open()?, commit, &self.prefix)?),
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
    fn read(store: &Store, ground: Ground) -> Result<Self, Stop> {
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
    register: &'a Register,
    pen: Pen,
    care: Care,
    _lock: files::FileLock,
}

impl<'a> Session<'a> {
    fn begin(register: &'a Register, pen: Pen) -> Result<Self, Stop> {
        inspection::environment(&register.environment)?;
        if pen.durability == Durability::Full {
            git::global::sync_what_is_written();
        }
        let care = register.care(pen)?;
        let lock = || {
            files::create_folder(register.state.common(), care)?;
            files::create_folder(register.state.own(), care)?;
            lock::among_us(&register.state, care)
        };
        Ok(Self { register, pen, care, _lock: lock().map_err(inspection::read_only)? })
    }

    fn open(&self) -> Result<Writing<'a>, Stop> {
        Ok(Writing { register: self.register, store: self.register.open()?, pen: self.pen, care: self.care })
    }
}

/// One attempt to write, on a repository opened for it.
pub(super) struct Writing<'a> {
    pub(super) register: &'a Register,
    pub(super) store: Store,
    pub(super) pen: Pen,
    pub(super) care: Care,
}

/// A file that is about to be written.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// Where, from the top of the work tree.
    pub(super) place: String,
    /// What the commit before holds there.
    pub(super) before: Option<Entry>,
}

/// A commit that nobody sees yet.
pub(super) struct Prepared {
    base: Base,
    commit: ObjectId,
    files: BTreeMap<String, (Option<Entry>, Entry)>,
    subject: String,
}

/// How an attempt ended.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The commit is in the branch.
    Committed,
    /// The branch moved or was locked; nothing changed.
    Raced(Option<Fault>),
}

impl Writing<'_> {
    /// Writes content, trees and commit, and lets the user's hooks and keys have their say.
    pub(super) fn prepare(&self, base: Base, change: &Change) -> Result<Prepared, Stop> {
        let plan = inspection::plan(self.register, &self.store, base.commit, change)?;
        let mut files = BTreeMap::new();
        for (planned, (_, bytes)) in plan.into_iter().zip(&change.files) {
            let mode = planned.before.map_or(git::PLAIN_FILE, |before| before.mode);
            let entry = Entry { id: self.store.write_blob(bytes)?, mode };
            files.insert(planned.place, (planned.before, entry));
        }
        let tree_before = base.commit.map(|commit| self.store.tree_of(commit)).transpose()?;
        let entries: Vec<(String, Entry)> = files.iter().map(|(place, (_, entry))| (place.clone(), *entry)).collect();
        let tree = self.store.write_tree(tree_before, &entries)?;
        if Some(tree) == tree_before {
            return Err(Refusal::Nothing.into());
        }
        let commit = self.write_commit(&base, tree, change.message.to_string())?;
        self.share_objects(commit, tree, files.keys().map(String::as_str))?;
        Ok(Prepared { base, commit, files, subject: change.message.subject().to_owned() })
    }

    fn write_commit(&self, base: &Base, tree: ObjectId, message: String) -> Result<ObjectId, Stop> {
        let environment: &Environment = &self.register.environment;
        let author = self.store.signature(Part::Author, environment, self.pen.now)?;
        let mut committer = self.store.signature(Part::Committer, environment, self.pen.now)?;
        if let Some(parent) = base.commit {
            // A clock that was set back must not put history out of order: `git log --since` would stop there.
            committer.instant = committer.instant.max(self.store.committed_at(parent)?);
        }
        let hooks = Hooks::of(self.register, &self.store)?;
        let message = hooks.before_commit(&self.store, tree, message, self.care)?;
        let draft = Draft { tree, parent: base.commit, author: &author, committer: &committer, message: &message };
        let signs = match environment.configured("commit.gpgSign") {
            Some(value) => Some(value.to_owned()),
            None => self.store.setting("commit.gpgSign")?,
        };
        if signs.is_some_and(|value| git::parse_bool(&value)) {
            return Ok(self.register.programs().write_signed_commit(&draft)?);
        }
        Ok(self.store.write_commit(&draft)?)
    }

    /// Makes the commit the branch's newest, unless the branch moved since it was prepared.
    pub(super) fn publish(&self, prepared: &Prepared) -> Result<Outcome, Stop> {
        let _lock = IndexLock::take(&self.register.state, self.care)?;
        if Base::read(&self.store, Ground::Anything)? != prepared.base {
            return Ok(Outcome::Raced(None));
        }
        self.stage(prepared)?;
        self.show_index(prepared)?;
        let Base { branch, commit } = &prepared.base;
        let log = format!("complaints: {}", prepared.subject);
        if let Err(error) = self.store.move_branch(branch, *commit, prepared.commit, &log)
            && !self.has_moved(prepared).map_err(Stop::InDoubt)?
        {
            self.take_back()?;
            return match error {
                MoveError::Raced(fault) => Ok(Outcome::Raced(Some(fault))),
                MoveError::Failed(fault) => Err(fault.into()),
            };
        }
        Ok(Outcome::Committed)
    }

    /// Writes the index that is to come beside the one that is.
    fn stage(&self, prepared: &Prepared) -> Result<(), Stop> {
        let state = &self.register.state;
        let new = state.index_new();
        journal::remove_leftovers(state)?;
        files::copy(&state.index(), &new)?;
        let mut index = Index::open(&new).map_err(inspection::index_kind)?;
        recovery::heal(self, prepared.base.commit, &mut index)?;
        for (place, (before, entry)) in &prepared.files {
            match index.staged(place) {
                Staged::Absent => {}
                Staged::Content(staged) if Some(staged) == *before || staged == *entry => {}
                Staged::Unmerged => return Err(Refusal::Unmerged { path: place.clone() }.into()),
                Staged::Content(_) | Staged::Intended => return Err(Refusal::Staged { path: place.clone() }.into()),
            }
            index.set(place, Some(*entry))?;
        }
        index.write()?;
        self.care.sharing.apply(&new)?;
        files::sync_file(&new, self.care.durability)?;
        Ok(())
    }

    /// Writes the journal and puts the new index in the place of the old; on any error both are as before.
    fn show_index(&self, prepared: &Prepared) -> Result<(), Stop> {
        let state = &self.register.state;
        let pending = Pending {
            branch: prepared.base.branch.clone(),
            old: prepared.base.commit,
            new: prepared.commit,
            paths: prepared.files.keys().cloned().collect(),
        };
        files::remove(&state.index_old())?;
        let shown = || {
            if files::kind(&state.index())?.is_some() {
                // A second name, not a copy: going back then needs no space on a full disk.
                files::link(&state.index(), &state.index_old())?;
            }
            pending.write(state, self.care)?;
            files::rename(&state.index_new(), &state.index(), self.care.durability)
        };
        shown().or_else(|fault| {
            self.take_back()?;
            Err(fault.into())
        })
    }

    /// Puts the old index back and forgets the journal: the branch has not moved.
    fn take_back(&self) -> Result<(), Stop> {
        let state = &self.register.state;
        let back = || {
            if files::kind(&state.pending())?.is_none() {
                return Ok(());
            }
            if files::kind(&state.index_old())?.is_some() {
                files::rename(&state.index_old(), &state.index(), self.care.durability)?;
            } else {
                files::remove(&state.index())?;
            }
            Pending::remove(state)
        };
        back().map_err(Stop::InDoubt)
    }

    /// Returns whether the branch holds the commit, as the disk says now.
    fn has_moved(&self, prepared: &Prepared) -> Result<bool, Fault> {
        let store = Store::open(&self.register.root, &self.register.environment)
            .map_err(Fault::git("open the repository again"))?;
        match store.branch_tip(&prepared.base.branch)? {
            Some(tip) => store.contains(tip, prepared.commit),
            None => Ok(false),
        }
    }

    /// Does what follows a commit. Nothing of it can fail the command.
    fn conclude(&self, prepared: &Prepared) -> Vec<Warning> {
        let mut warnings = recovery::finish_own(self).unwrap_or_else(|fault| vec![Warning::Unfinished(fault)]);
        warnings.extend(self.share_branch(&prepared.base.branch).err().map(Warning::Afterwards));
        match Hooks::of(self.register, &self.store) {
            Ok(hooks) => warnings.extend(hooks.after_commit()),
            Err(fault) => warnings.push(Warning::Afterwards(fault)),
        }
        self.tidy_up();
        warnings
    }

    /// Lets git tidy up when it would think so itself: by the number of loose objects in one of the 256 folders.
    fn tidy_up(&self) {
        const LIMIT: usize = 6700 / 256;
        let sample = self.register.state.in_common_git_folder("objects/17");
        if files::names(&sample).is_ok_and(|names| names.len() > LIMIT) {
            // Without the program the register only grows; that is no reason to trouble anybody.
            drop(self.register.programs().collect_garbage());
        }
    }

    fn share_objects<'p>(
        &self,
        commit: ObjectId,
        tree: ObjectId,
        places: impl Iterator<Item = &'p str>,
    ) -> Result<(), Fault> {
        if self.care.sharing == Sharing::Umask {
            return Ok(());
        }
        let mut objects = vec![commit, tree];
        for place in places {
            for (end, _) in place.match_indices('/').chain([(place.len(), "")]) {
                objects.extend(self.store.entry(tree, &place[..end])?.map(|entry| entry.id));
            }
        }
        for object in objects {
            let name = object.to_string();
            let (folder, file) = name.split_at(2);
            let folder = self.register.state.in_common_git_folder(&format!("objects/{folder}"));
            // An object that was there before may lie in a pack.
            if files::kind(&folder.join(file))?.is_some() {
                self.care.sharing.apply(&folder)?;
                self.care.sharing.apply(&folder.join(file))?;
            }
        }
        Ok(())
    }

    fn share_branch(&self, branch: &str) -> Result<(), Fault> {
        let state = &self.register.state;
        let own_log = state.index().with_file_name("logs").join("HEAD");
        let log = state.in_common_git_folder("logs").join(branch);
        for file in [state.in_common_git_folder(branch), log, own_log] {
            if files::kind(&file)?.is_some() {
                self.care.sharing.apply(&file)?;
            }
        }
        Ok(())
    }
}
