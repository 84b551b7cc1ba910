//! Where the local state lies: in `.git/complaints/`, and beside the index of git. Only names.
//!
//! What all work trees of a repository share (the lock, the numbers given out, the station) lies in git's common folder;
//! what belongs to one index and one HEAD lies in the folder of that work tree. The journal lies beside the index and its lock,
//! with the bytes for the work tree: one sync brings the names of all to the disk. All of it is disposable.

use std::path::{Path, PathBuf};

use crate::register::fault::Fault;
use crate::register::files;

/// The files of the local state.
#[derive(Clone, Debug)]
pub(super) struct State {
    common: PathBuf,
    own: PathBuf,
    git_folder: PathBuf,
    common_git_folder: PathBuf,
}

const FOLDER: &str = "complaints";
const INCOMING_BESIDE: &str = "complaints.incoming.";

impl State {
    /// Returns the state of a work tree, from git's folder of it and from the folder that all work trees share.
    pub(super) fn new(git_folder: &Path, common_git_folder: &Path) -> Self {
        Self {
            common: common_git_folder.join(FOLDER),
            own: git_folder.join(FOLDER),
            git_folder: git_folder.to_owned(),
            common_git_folder: common_git_folder.to_owned(),
        }
    }

    /// The folder that the work trees share.
    pub(super) fn common(&self) -> &Path {
        &self.common
    }

    /// The folder of this work tree.
    pub(super) fn own(&self) -> &Path {
        &self.own
    }

    /// Git's folder of this work tree.
    pub(super) fn git_folder(&self) -> &Path {
        &self.git_folder
    }

    /// Git's folder that the work trees share.
    pub(super) fn common_git_folder(&self) -> &Path {
        &self.common_git_folder
    }

    /// Returns the states of the repository's other work trees.
    pub(super) fn of_other_work_trees(&self) -> Result<Vec<Self>, Fault> {
        let linked = self.common_git_folder.join("worktrees");
        let names = files::names(&linked)?.into_iter().map(|(name, _)| linked.join(name));
        let folders = names.chain([self.common_git_folder.clone()]).filter(|folder| *folder != self.git_folder);
        Ok(folders.map(|folder| Self::new(&folder, &self.common_git_folder)).collect())
    }

    /// The lock that a writing command holds from beginning to end.
    pub(super) fn lock(&self) -> PathBuf {
        self.common.join("lock")
    }

    /// The identity of this clone and the station it holds.
    pub(super) fn clone_file(&self) -> PathBuf {
        self.common.join("clone")
    }

    /// What is remembered of the numbers that a station has given out in a year.
    pub(super) fn mark(&self, year: u16, station: u8) -> PathBuf {
        self.common.join("numbers").join(format!("{year:04}-{station:02}"))
    }

    /// The journal of a write that has begun.
    pub(super) fn pending(&self) -> PathBuf {
        self.git_folder.join("complaints.pending")
    }

    /// The journals of the last commits.
    pub(super) fn recent(&self) -> PathBuf {
        self.own.join("recent")
    }

    /// What becomes git's index lock, prepared beforehand so that it appears whole.
    pub(super) fn claim(&self) -> PathBuf {
        self.own.join("claim")
    }

    /// The index that is to come.
    pub(super) fn index_new(&self) -> PathBuf {
        self.own.join("index.new")
    }

    /// A second name of the index as it was.
    pub(super) fn index_old(&self) -> PathBuf {
        self.own.join("index.old")
    }

    /// What becomes git's lock of the branch and then the branch, prepared beforehand so that it appears whole.
    pub(super) fn branch_new(&self) -> PathBuf {
        self.own.join("branch.new")
    }

    /// The index that the user's hooks see.
    pub(super) fn index_for_hooks(&self) -> PathBuf {
        self.own.join("index.hooks")
    }

    /// The message that the user's `commit-msg` hook sees.
    pub(super) fn message_for_hooks(&self) -> PathBuf {
        self.own.join("message")
    }

    /// Where a file is written before it takes its place.
    pub(super) fn incoming(&self) -> PathBuf {
        self.own.join("incoming")
    }

    /// Where the n-th of many files is written before it takes its place.
    pub(super) fn incoming_beside(&self, number: usize) -> PathBuf {
        self.git_folder.join(format!("{INCOMING_BESIDE}{number}"))
    }

    /// Whether a name is that of one of many files.
    pub(super) fn is_incoming_beside(name: &str) -> bool {
        name.starts_with(INCOMING_BESIDE)
    }

    /// Git's index.
    pub(super) fn index(&self) -> PathBuf {
        self.git_folder.join("index")
    }

    /// Git's lock of the index.
    pub(super) fn index_lock(&self) -> PathBuf {
        self.git_folder.join("index.lock")
    }

    /// Git's file of a branch or its log, or a lock beside it.
    pub(super) fn in_common_git_folder(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.common_git_folder.clone(), |path, part| path.join(part))
    }
}
