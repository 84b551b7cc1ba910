//! One attempt to write: from a change that is decided to a branch that has moved, or to a world in which nothing happened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::register::branch::{self, Move, MoveError};
use crate::register::change::{Change, Committed, Durability, Pen, Stop, Warning};
use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::files::{self, Access, Care, Fresh};
use crate::register::git::batch::Batch;
use crate::register::git::identity::{Part, Signature};
use crate::register::git::index::Staged;
use crate::register::git::objects::Draft;
use crate::register::git::{self, Entry, ObjectId, Store};
use crate::register::hooks::Hooks;
use crate::register::journal::{self, Pending, PendingFile};
use crate::register::lock::{IndexLock, Patience};
use crate::register::packs::Packed;
use crate::register::protocol::{Base, Ground};
use crate::register::refusal::Refusal;
use crate::register::{Register, inspection, packs, recovery};

/// One command that writes.
pub(super) struct Writing<'a> {
    pub(super) register: &'a Register,
    pub(super) pen: Pen,
    pub(super) care: Care,
}

/// A commit that nobody sees yet.
pub(super) struct Prepared<'c> {
    base: Base,
    commit: ObjectId,
    committer: Signature,
    trees: [Option<ObjectId>; 2],
    files: BTreeMap<String, PendingFile>,
    /// What each of the files is to hold, by its place.
    contents: BTreeMap<String, &'c [u8]>,
    objects: Packed,
    subject: String,
}

/// How an attempt ended.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The change is in the branch: by our commit, or by somebody else's that took it along.
    Committed(ObjectId),
    /// The branch moved or was locked; nothing changed.
    Raced,
}

impl Writing<'_> {
    /// Makes content, trees and commit, and lets the user's hooks and keys have their say.
    pub(super) fn prepare<'c>(&self, base: Base, change: &'c Change) -> Result<Prepared<'c>, Stop> {
        let plan = inspection::plan(self.register, base.commit, change)?;
        let mut batch = Batch::default();
        let (mut files, mut contents) = (BTreeMap::new(), BTreeMap::new());
        for (planned, (_, bytes)) in plan.into_iter().zip(&change.files) {
            let mode = planned.before.map_or(git::PLAIN_FILE, |before| before.mode);
            let new = Entry { id: batch.add_blob(bytes)?, mode };
            let file = PendingFile { place: planned.place, old: planned.before, new };
            contents.insert(file.place.clone(), bytes.as_slice());
            files.insert(file.place.clone(), file);
        }
        let tree_before = base.commit.map(|commit| self.register.store.tree_of(commit)).transpose()?;
        let placed: Vec<_> = files.values().map(|file| (file.place.as_str(), file.new)).collect();
        let tree = batch.add_tree(&self.register.store, tree_before, &placed)?;
        let (commit, committer) = self.write_commit(&base, tree, change.message.to_string(), &mut batch)?;
        let objects = Packed::take(&mut batch, &self.register.state);
        let subject = change.message.subject().to_owned();
        Ok(Prepared { base, commit, committer, trees: [tree_before, Some(tree)], files, contents, objects, subject })
    }

    /// Reads back what was written: the commit must be there whole and change exactly the files it is to change.
    fn prove(&self, prepared: &Prepared<'_>) -> Result<(), Stop> {
        let Prepared { commit, trees: [before, after], files, .. } = prepared;
        let changed = files.values().filter(|file| file.old != Some(file.new));
        let wanted: BTreeMap<_, _> = changed.map(|file| (file.place.clone(), [file.old, Some(file.new)])).collect();
        let written = self.register.store.differences(*before, *after)?;
        for file in files.values() {
            self.register.store.assert_blob(file.new.id)?;
        }
        if written == wanted && Some(self.register.store.tree_of(*commit)?) == *after {
            Ok(())
        } else {
            Err(Fault::Unproven { commit: commit.to_string() }.into())
        }
    }

    fn write_commit(
        &self,
        base: &Base,
        tree: ObjectId,
        message: String,
        batch: &mut Batch,
    ) -> Result<(ObjectId, Signature), Stop> {
        let environment: &Environment = &self.register.environment;
        let author = self.register.store.signature(Part::Author, environment, self.pen.now)?;
        let mut committer = self.register.store.signature(Part::Committer, environment, self.pen.now)?;
        if let Some(parent) = base.commit {
            // A clock that was set back must not put history out of order: `git log --since` would stop there.
            committer.instant = committer.instant.max(self.register.store.committed_at(parent)?);
        }
        let hooks = Hooks::of(self.register, &self.register.store)?;
        let signs = match environment.configured("commit.gpgSign") {
            Some(value) => Some(value.to_owned()),
            None => self.register.store.setting("commit.gpgSign")?,
        };
        let signs = signs.is_some_and(|value| git::parse_bool(&value));
        if signs || hooks.have_a_say()? {
            // Other programs see only what is on the disk.
            packs::store(batch, &self.register.state, self.care)?;
        }
        let message = hooks.before_commit(&self.register.store, tree, message, self.care)?;
        let draft = Draft { tree, parent: base.commit, author: &author, committer: &committer, message: &message };
        if !signs {
            return Ok((batch.add_commit(&draft)?, committer));
        }
        let commit = self.register.programs().write_signed_commit(&draft)?;
        packs::secure_name(commit, &self.register.state, self.care)?;
        Ok((commit, committer))
    }

    /// Makes the commit the branch's newest, unless the branch moved since it was prepared. The index is locked by us.
    pub(super) fn publish(&self, prepared: &Prepared<'_>) -> Result<Outcome, Stop> {
        if Base::read(&self.register.store, Ground::Anything)? != prepared.base {
            return Ok(Outcome::Raced);
        }
        let index = self.stage(prepared)?;
        self.lay_down(prepared, &index).inspect_err(|_| drop(journal::remove_incoming(&self.register.state)))?;
        self.show_index(prepared)?;
        let Base { branch, commit } = &prepared.base;
        let log = format!("complaints: {}", prepared.subject);
        let step = Move { branch, old: *commit, new: prepared.commit, who: &prepared.committer, log: &log };
        let mut patience = Patience::new();
        loop {
            let Err(error) = step.make(&self.register.store, &self.register.state, self.care) else {
                return Ok(Outcome::Committed(prepared.commit));
            };
            if let Some(commit) = self.recorded_by(prepared).map_err(Stop::InDoubt)? {
                return Ok(Outcome::Committed(commit));
            }
            // Who holds the branch may have read the index that we show. Taken back now, the change could still come in with
            // their commit, and then once more with ours: only the branch that they leave tells.
            if matches!(error, MoveError::Locked(_)) && patience.pause() {
                continue;
            }
            if let MoveError::Failed(_) = error {
                recovery::remove_own_branch_lock(self.register, branch, prepared.commit).map_err(Stop::InDoubt)?;
            }
            self.take_back()?;
            return match error {
                MoveError::Raced => Ok(Outcome::Raced),
                MoveError::Locked(fault) | MoveError::Failed(fault) => Err(fault.into()),
            };
        }
    }

    /// Returns the index that is to come.
    fn stage(&self, prepared: &Prepared<'_>) -> Result<Vec<u8>, Stop> {
        let state = &self.register.state;
        journal::remove_leftovers(state)?;
        journal::remove_incoming(state)?;
        let mut index = inspection::index(state)?;
        recovery::heal(self, prepared.base.commit, &mut index)?;
        for (place, file) in &prepared.files {
            match index.staged(place) {
                Staged::Absent => {}
                Staged::Content(staged) if Some(staged) == file.old || staged == file.new => {}
                Staged::Unmerged => return Err(Refusal::Unmerged { path: place.clone() }.into()),
                Staged::Content(_) | Staged::Intended => return Err(Refusal::Staged { path: place.clone() }.into()),
            }
            index.set(place, Some(file.new));
        }
        Ok(index.to_bytes())
    }

    /// Brings the bytes of all that is to come to the disk, and reads the commit back. Nobody looks at any of it yet.
    fn lay_down(&self, prepared: &Prepared<'_>, index: &[u8]) -> Result<(), Stop> {
        let state = &self.register.state;
        let journal = Pending {
            branch: prepared.base.branch.clone(),
            old: prepared.base.commit,
            new: prepared.commit,
            files: prepared.files.values().cloned().collect(),
        };
        let [index_new, incoming, branch_new] = [state.index_new(), state.incoming(), state.branch_new()];
        let [journal, branch] = [journal.to_text(), branch::text_of(prepared.commit)];
        let own = [(&index_new, index), (&incoming, journal.as_bytes()), (&branch_new, branch.as_bytes())];
        let own = own.map(|(path, bytes)| Fresh { path, bytes, access: Access::Usual });
        let places = self.places_of(prepared);
        let for_work_tree =
            places.iter().map(|(path, bytes, target)| Fresh { path, bytes, access: Access::As(target) });
        let others: Vec<_> = own.into_iter().chain(for_work_tree).collect();
        prepared.objects.write_with(&others, self.care)?;
        prepared.objects.give_name(self.care)?;
        self.prove(prepared)
    }

    /// Returns where the bytes for the work tree are written first, the bytes, and where they belong.
    fn places_of<'c>(&self, prepared: &Prepared<'c>) -> Vec<(PathBuf, &'c [u8], PathBuf)> {
        let places = prepared.files.values().enumerate().filter(|(_, file)| file.old != Some(file.new));
        let places = places.filter_map(|(number, file)| {
            let target = self.register.inside(&file.place)?.under(&self.register.root);
            Some((self.register.state.incoming_beside(number), *prepared.contents.get(&file.place)?, target))
        });
        places.collect()
    }

    /// Gives the journal its name and puts the new index in the place of the old; on any error both are as before.
    ///
    /// With the journal's name that of `index.lock` comes to the disk: after a power cut git waits for the next command, which
    /// finds the journal. So the names of the index and of the branch may come later, in any order.
    fn show_index(&self, prepared: &Prepared<'_>) -> Result<(), Stop> {
        let state = &self.register.state;
        files::remove(&state.index_old())?;
        let shown = || {
            if files::kind(&state.index())?.is_some() {
                // A second name, not a copy: going back then needs no space on a full disk.
                files::link(&state.index(), &state.index_old())?;
            }
            files::rename(&state.incoming(), &state.pending(), Durability::None)?;
            let folders = [prepared.objects.folder(), state.git_folder()].map(Path::to_owned).into();
            files::sync_folders(&folders, self.care.durability)?;
            files::rename(&state.index_new(), &state.index(), Durability::None)
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
        let back = back().map_err(Stop::InDoubt);
        drop(journal::remove_incoming(state));
        back
    }

    /// Returns the commit by which the branch holds the change although it could not be moved, as the disk says now.
    ///
    /// The library can fail after it has moved the branch. And a `git commit` with a hook reads the index once more after the
    /// hook, without any lock: it can find our entries there, win the race for the branch, and have recorded our change.
    fn recorded_by(&self, prepared: &Prepared<'_>) -> Result<Option<ObjectId>, Fault> {
        let store = Store::open(&self.register.root, &self.register.environment)
            .map_err(Fault::git("open the repository again"))?;
        let Some(tip) = store.branch_tip(&prepared.base.branch)? else { return Ok(None) };
        if Some(tip) == prepared.base.commit {
            return Ok(None);
        }
        if store.contains(tip, prepared.commit)? {
            return Ok(Some(prepared.commit));
        }
        let tree = store.tree_of(tip)?;
        for file in prepared.files.values() {
            if store.entry(tree, &file.place)? != Some(file.new) {
                return Ok(None);
            }
        }
        Ok(Some(tip))
    }

    /// Does what follows a commit. Nothing of it can fail the command.
    pub(super) fn conclude(&self, prepared: &Prepared<'_>, commit: ObjectId, lock: IndexLock) -> Committed {
        let mut warnings = recovery::finish_own(self).unwrap_or_else(|fault| vec![Warning::Unfinished(fault)]);
        // Hooks and the tidying use git.
        drop(lock);
        if commit != prepared.commit {
            warnings.push(Warning::TakenAlong { commit });
        }
        warnings.extend(self.share_branch(&prepared.base.branch).err().map(Warning::Afterwards));
        let state = &self.register.state;
        prepared.objects.remove_gathered(state);
        let packs = packs::let_go(state);
        match Hooks::of(self.register, &self.register.store) {
            Ok(hooks) => warnings.extend(hooks.after_commit()),
            Err(fault) => warnings.push(Warning::Afterwards(fault)),
        }
        match packs {
            Ok(packs) => self.tidy_up(packs),
            Err(fault) => warnings.push(Warning::Afterwards(fault)),
        }
        Committed { id: commit, warnings }
    }

    /// Lets git tidy up when it would think so itself: by the number of packs, and of loose objects in one of the 256 folders.
    fn tidy_up(&self, packs: usize) {
        const PACKS: usize = 50;
        const LOOSE: usize = 6700 / 256;
        let sample = self.register.state.in_common_git_folder("objects/17");
        if packs > PACKS || files::names(&sample).is_ok_and(|names| names.len() > LOOSE) {
            // Without the program the register only grows; that is no reason to trouble anybody.
            drop(self.register.programs().collect_garbage());
        }
    }
}
