//! HEAD and branches, read. A branch is moved in `branch`.

use crate::register::fault::Fault;
use crate::register::git::{ObjectId, Store};

/// What HEAD says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::register) enum Head {
    /// A branch, with its newest commit unless it has none yet.
    Branch {
        /// The whole name: `refs/heads/main`.
        name: String,
        /// The newest commit.
        tip: Option<ObjectId>,
    },
    /// A commit, but no branch.
    Detached,
}

impl Store {
    /// Returns what HEAD says.
    pub(in crate::register) fn head(&self) -> Result<Head, Fault> {
        let fault = || Fault::git("read HEAD");
        match self.repository.head() {
            Ok(head) if head.is_branch() => {
                let name = head.name().map_err(fault())?.to_owned();
                Ok(Head::Branch { name, tip: head.target().map(ObjectId) })
            }
            Ok(_) => Ok(Head::Detached),
            Err(error) if error.code() == git2::ErrorCode::UnbornBranch => {
                let head = self.repository.find_reference("HEAD").map_err(fault())?;
                let name = head.symbolic_target().map_err(fault())?.unwrap_or("refs/heads/main").to_owned();
                Ok(Head::Branch { name, tip: None })
            }
            Err(error) => Err(fault()(error)),
        }
    }

    /// Returns the commit that is checked out; `None` before the first.
    pub(in crate::register) fn head_commit(&self) -> Result<Option<ObjectId>, Fault> {
        match self.repository.head() {
            Ok(head) => Ok(head.target().map(ObjectId)),
            Err(error) if error.code() == git2::ErrorCode::UnbornBranch => Ok(None),
            Err(error) => Err(Fault::git("read HEAD")(error)),
        }
    }

    /// Returns the newest commit of a branch; `None` when there is no such branch.
    pub(in crate::register) fn branch_tip(&self, branch: &str) -> Result<Option<ObjectId>, Fault> {
        match self.repository.refname_to_id(branch) {
            Ok(id) => Ok(Some(ObjectId(id))),
            Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
            Err(error) => Err(Fault::git("read the branch")(error)),
        }
    }

    /// Returns the newest commit of each branch that this clone knows of: its own and, as far as it has heard, those of others.
    pub(in crate::register) fn branch_tips(&self) -> Result<Vec<ObjectId>, Fault> {
        let fault = || Fault::git("read the branches");
        let mut tips = Vec::new();
        for reference in self.repository.references().map_err(fault())? {
            let reference = reference.map_err(fault())?;
            let is_branch = reference.is_branch() || reference.is_remote();
            // A branch that leads nowhere claims nothing.
            tips.extend(reference.peel_to_commit().ok().filter(|_| is_branch).map(|commit| ObjectId(commit.id())));
        }
        Ok(tips)
    }

    /// Returns whether a commit is another one or follows it.
    pub(in crate::register) fn contains(&self, tip: ObjectId, commit: ObjectId) -> Result<bool, Fault> {
        if tip == commit {
            return Ok(true);
        }
        self.repository.graph_descendant_of(tip.0, commit.0).map_err(Fault::git("read history"))
    }

    /// Returns the name of an operation that a person has begun and not finished, or `None`.
    pub(in crate::register) fn unfinished_operation(&self) -> Option<&'static str> {
        use git2::RepositoryState as State;
        match self.repository.state() {
            State::Clean => None,
            State::Merge => Some("merge"),
            State::Revert | State::RevertSequence => Some("revert"),
            State::CherryPick | State::CherryPickSequence => Some("cherry-pick"),
            State::Bisect => Some("bisect"),
            State::Rebase | State::RebaseInteractive | State::RebaseMerge => Some("rebase"),
            State::ApplyMailbox | State::ApplyMailboxOrRebase => Some("am"),
        }
    }
}
