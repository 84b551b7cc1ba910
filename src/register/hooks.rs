//! The user's hooks, which the git library does not run, and our own guard among them.

use std::path::PathBuf;

use crate::register::Register;
use crate::register::change::{Stop, Warning};
use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::{ObjectId, Store};
use crate::register::programs::{Ended, Programs};
use crate::register::refusal::Refusal;
use crate::register::state::State;
use crate::register::trail;

/// Refuses a commit that deletes anything of a register. A plain `git commit` beside the tool can hold a stale index.
const GUARD: &str = r#"#!/bin/sh
# complaints guard: nothing of a complaints register is ever deleted by a commit.
gone=$(git diff --cached --name-only --no-renames --diff-filter=D HEAD -- \
	':(top,glob)**/complaints/[0-9][0-9][0-9][0-9]/**' \
	':(top,glob)**/complaints/stations/**' \
	':(top,glob)**/complaints/register.yaml' 2>/dev/null)
[ -z "$gone" ] && exit 0
echo "error: this commit would delete from the complaints register:" >&2
echo "$gone" >&2
echo "hint: git reset -- complaints && git checkout -- complaints" >&2
exit 1
"#;

/// The hooks that run our guard: an ordinary commit and the commit of a merge.
const GUARDED: [&str; 2] = ["pre-commit", "pre-merge-commit"];

/// The hooks of a repository.
pub(super) struct Hooks<'a> {
    folder: PathBuf,
    programs: Programs<'a>,
    state: &'a State,
}

impl<'a> Hooks<'a> {
    /// Returns the hooks of a register's repository, from `core.hooksPath` or from git's folder.
    pub(super) fn of(register: &'a Register, store: &Store) -> Result<Self, Fault> {
        let folder = match store.path_setting("core.hooksPath")? {
            // A relative folder counts from where git runs hooks: the top of the work tree.
            Some(folder) => store.work_tree().map_or(folder.clone(), |top| top.join(&folder)),
            None => register.state.in_common_git_folder("hooks"),
        };
        Ok(Self { folder, programs: register.programs(), state: &register.state })
    }

    /// Returns whether a hook is there that is asked before a commit.
    pub(super) fn have_a_say(&self) -> Result<bool, Fault> {
        Ok(self.is_there("pre-commit")? || self.is_there("commit-msg")?)
    }

    /// Asks `pre-commit` and `commit-msg`; returns the message as the latter left it.
    pub(super) fn before_commit(
        &self,
        store: &Store,
        tree: ObjectId,
        message: String,
        care: Care,
    ) -> Result<String, Stop> {
        let [asks_before, asks_message] = [self.is_there("pre-commit")?, self.is_there("commit-msg")?];
        if !asks_before && !asks_message {
            return Ok(message);
        }
        let index = self.state.index_for_hooks();
        store.write_index_of(tree, &index)?;
        if asks_before {
            self.ask("pre-commit", &[])?;
        }
        if !asks_message {
            return Ok(message);
        }
        let file = self.state.message_for_hooks();
        files::write(&file, message.as_bytes(), care)?;
        self.ask("commit-msg", &[file.as_os_str()])?;
        let bytes = files::read(&file)?.unwrap_or_default();
        let changed = String::from_utf8(bytes).map_err(|_| Refusal::MessageChanged)?;
        if says_the_same(&message, &changed) { Ok(changed) } else { Err(Refusal::MessageChanged.into()) }
    }

    /// Runs `post-commit`; the commit stands whatever it does.
    pub(super) fn after_commit(&self) -> Option<Warning> {
        let hook = "post-commit";
        match self.is_there(hook) {
            Ok(false) => None,
            Ok(true) => match self.programs.run_hook(hook, None, &[]) {
                Ok(Ended::Well(_)) => None,
                Ok(Ended::Badly(output)) => Some(Warning::Hook { hook, output }),
                Err(fault) => Some(Warning::Afterwards(fault)),
            },
            Err(fault) => Some(Warning::Afterwards(fault)),
        }
    }

    /// Installs the guard where git looks for hooks; never over a hook that is not ours, and never outside of git's folder.
    pub(super) fn install_guard(&self, care: Care) -> Result<Vec<Warning>, Fault> {
        let mut warnings = Vec::new();
        for hook in GUARDED {
            let path = self.folder.join(hook);
            let is_free = match files::read(&path)? {
                None => self.folder.starts_with(self.state.common_git_folder()),
                Some(bytes) if bytes == GUARD.as_bytes() => continue,
                Some(_) => false,
            };
            if !is_free {
                warnings.push(Warning::GuardNotInstalled { path: path.to_string_lossy().into_owned() });
                continue;
            }
            files::create_folder(&self.folder, care)?;
            files::write(&path, GUARD.as_bytes(), care)?;
            files::make_executable(&path)?;
        }
        Ok(warnings)
    }

    /// Returns whether the guard stands at every place where it is needed.
    pub(super) fn guards(&self) -> Result<bool, Fault> {
        for hook in GUARDED {
            if files::read(&self.folder.join(hook))?.is_none_or(|bytes| bytes != GUARD.as_bytes()) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Returns whether there is a hook that git would run. Our guard need not be started: a change deletes nothing.
    fn is_there(&self, hook: &str) -> Result<bool, Fault> {
        let path = self.folder.join(hook);
        Ok(files::is_executable(&path)? && files::read(&path)?.is_some_and(|bytes| bytes != GUARD.as_bytes()))
    }

    fn ask(&self, hook: &'static str, arguments: &[&std::ffi::OsStr]) -> Result<(), Stop> {
        match self.programs.run_hook(hook, Some(&self.state.index_for_hooks()), arguments)? {
            Ended::Well(_) => Ok(()),
            Ended::Badly(output) => Err(Refusal::Hook { hook, output }.into()),
        }
    }
}

/// Returns whether a message that a hook has rewritten still says everything ours said. It may say more.
fn says_the_same(ours: &str, rewritten: &str) -> bool {
    let trailers = trail::trailers(rewritten);
    ours.lines().next() == rewritten.lines().next()
        && trail::trailers(ours).iter().all(|trailer| trailers.contains(trailer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hook_may_add_to_the_message_but_not_take_away() {
        let ours = "complaint 1405-01-0147-1: noted\n\nComplaint: 1405-01-0147-1\n";
        assert!(says_the_same(ours, ours));
        assert!(says_the_same(ours, &format!("{ours}Change-Id: I1\n")));
        assert!(!says_the_same(ours, "complaint 1405-01-0147-1: noted\n"));
        assert!(!says_the_same(ours, &format!("JIRA-1 {ours}")));
    }
}
