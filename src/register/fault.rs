//! What fails through no rule: disk, git, programs. Made where it happens, told where the command ends.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

/// A failure of the machine or of a program.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A file could not be read, written, moved or locked.
    #[error("cannot {action} `{}`", path.display())]
    Disk {
        /// What was tried, as a verb: `read`, `write`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The git library failed.
    #[error("git cannot {action}")]
    Git {
        /// What was tried.
        action: &'static str,
        /// What the library said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A program ended badly.
    #[error("`{program}` failed: {output}")]
    Program {
        /// The program with its subcommand.
        program: String,
        /// What it printed on stderr, trimmed.
        output: String,
    },
    /// A commit was written, but what is read back is not what was to be written.
    #[error("the commit `{commit}` cannot be read back as it was written")]
    Unproven {
        /// The commit; no branch holds it.
        commit: String,
    },
    /// Somebody else holds a lock for longer than we wait.
    #[error("`{}` is held by {holder}", path.display())]
    Held {
        /// The lock.
        path: PathBuf,
        /// Who holds it, as far as it is known.
        holder: String,
    },
    /// A file of our own state is damaged.
    #[error("`{}` is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
}

impl Fault {
    /// Returns the maker of a [`Fault::Disk`], for `map_err`.
    pub(super) fn disk(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Disk { action, path, source }
    }

    /// Returns the maker of a [`Fault::Git`], for `map_err`.
    pub(super) fn git<S: Error + Send + Sync + 'static>(action: &'static str) -> impl FnOnce(S) -> Self {
        move |source| Self::Git { action, source: Box::new(source) }
    }

    /// Returns a command to type that helps, where there is one.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Held { path, .. } if path.ends_with("index.lock") => {
                Some(format!("rm {}, when nothing works with git here any more", quoted(path)))
            }
            Self::Damaged { path } if path.ends_with("complaints.pending") => {
                // What the journal would have mended by itself is then seen and mended by hand.
                Some(format!("rm {}, then look at: git status", quoted(path)))
            }
            _ => None,
        }
    }
}

/// Returns a path as it can be typed into a shell.
pub(super) fn quoted(path: &Path) -> String {
    let text = path.to_string_lossy();
    shlex::try_quote(&text).map_or_else(|_| text.clone().into_owned(), std::borrow::Cow::into_owned)
}
