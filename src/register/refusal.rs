//! Why a register may not be written just now. Nothing has changed when one of these is returned.

use std::path::Path;

use crate::register::fault::quoted;

/// A reason not to write, with what helps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// HEAD is a commit and no branch: what is written now would belong to nothing.
    #[error("no branch is checked out: a commit made now could be lost")]
    Detached,
    /// The branch has no commit yet.
    #[error("the repository has no commit yet")]
    Unborn,
    /// A person has begun something in git and not finished it.
    #[error("a {operation} is in progress")]
    Operation {
        /// `merge`, `rebase` and so on.
        operation: &'static str,
    },
    /// Git was told to use another index.
    #[error("`GIT_INDEX_FILE` is set: the change would not be in the index that git uses here")]
    IndexFile,
    /// An index of a kind that we do not write.
    #[error("the index is {kind}, which cannot be written yet")]
    IndexKind {
        /// `split`, `sparse` or what else it is.
        kind: &'static str,
    },
    /// Git would change the bytes of the file on their way, and we would not.
    #[error("`{path}` has the attribute `{attribute}={value}`: its content would get into history unfiltered")]
    Filtered {
        /// The path from the top of the work tree.
        path: String,
        /// The attribute.
        attribute: &'static str,
        /// Its value.
        value: String,
    },
    /// Git would not see the file.
    #[error("`{path}` is ignored by git")]
    Ignored {
        /// The path from the top of the work tree.
        path: String,
    },
    /// A symbolic link or something else stands where a file or folder of the register belongs.
    #[error("`{path}` is no ordinary file or folder")]
    InTheWay {
        /// The path from the top of the work tree.
        path: String,
    },
    /// The register has the name already, in other letters.
    #[error("`{path}` exists already as `{found}`")]
    OtherCase {
        /// The path from the top of the work tree.
        path: String,
        /// The name in the commit.
        found: String,
    },
    /// A person has edited the file and not committed it.
    #[error("`{path}` has changes that are not committed")]
    Edited {
        /// The path from the top of the work tree.
        path: String,
    },
    /// A file lies there that is in no commit.
    #[error("`{path}` exists already and is not committed")]
    Untracked {
        /// The path from the top of the work tree.
        path: String,
    },
    /// A person has staged another content of the file.
    #[error("`{path}` has changes that are staged and not committed")]
    Staged {
        /// The path from the top of the work tree.
        path: String,
    },
    /// The file is left from a merge that clashed.
    #[error("`{path}` has conflicts that are not resolved")]
    Unmerged {
        /// The path from the top of the work tree.
        path: String,
    },
    /// It is not known who writes.
    #[error("git does not know who you are: `{missing}` is not set")]
    NoIdentity {
        /// The setting.
        missing: String,
    },
    /// A date in the environment is in no exact form.
    #[error("`{variable}` is `{found}`, which is no exact date")]
    BadDate {
        /// The variable.
        variable: String,
        /// Its value.
        found: String,
    },
    /// A hook of the user said no.
    #[error("the hook `{hook}` refused{}{output}", if output.is_empty() { "" } else { ": " })]
    Hook {
        /// The name of the hook.
        hook: &'static str,
        /// What it printed, trimmed.
        output: String,
    },
    /// A hook of the user changed the message so that it can no longer be read as ours.
    #[error("the hook `commit-msg` changed the message beyond recognition")]
    MessageChanged,
    /// The commit would change nothing.
    #[error("there is nothing to record")]
    Nothing,
    /// The register cannot be written by this user.
    #[error("`{}` may not be written", path.display())]
    ReadOnly {
        /// The file or folder.
        path: std::path::PathBuf,
    },
    /// This clone is a copy of another one that mints numbers with the same station.
    #[error("this clone was copied from one that holds station {station:02}: both would give out the same numbers")]
    CopiedClone {
        /// The station.
        station: u8,
        /// The file that remembers the claim.
        memory: std::path::PathBuf,
    },
    /// This clone has claimed no station yet.
    #[error("this clone has no station yet")]
    NoStation,
    /// All stations are taken.
    #[error("all 99 stations are taken")]
    NoStationLeft,
    /// There is a register already.
    #[error("`{}` is a register already", root.display())]
    RegisterExists {
        /// Its root.
        root: std::path::PathBuf,
    },
}

impl Refusal {
    /// Returns whether a person has work of their own in the way, which is never written over.
    pub fn is_about_work_of_a_person(&self) -> bool {
        matches!(self, Self::Edited { .. } | Self::Staged { .. } | Self::Unmerged { .. } | Self::Untracked { .. })
    }

    /// Returns a command that helps, to be typed in the register.
    pub fn hint(&self) -> Option<String> {
        // Paths are told from the top of the work tree, which is not where the register must be.
        let file = |path: &str| format!(":/{}", quoted(Path::new(path)));
        Some(match self {
            Self::Detached => "git switch -".to_owned(),
            Self::Operation { operation } => format!("git {operation} --abort, or finish it: git status"),
            Self::IndexFile => "unset GIT_INDEX_FILE".to_owned(),
            Self::IndexKind { kind: "split" } => "git update-index --no-split-index".to_owned(),
            Self::IndexKind { kind: "sparse" } => "git sparse-checkout reapply --no-sparse-index".to_owned(),
            Self::IndexKind { .. } => "git update-index --index-version 2".to_owned(),
            Self::Filtered { path, .. } => format!("git check-attr -a -- {}", file(path)),
            Self::Ignored { path } => format!("git check-ignore -v -- {}", file(path)),
            Self::InTheWay { path } | Self::OtherCase { path, .. } => format!("git status -- {}", file(path)),
            Self::Edited { path } | Self::Staged { path } | Self::Unmerged { path } => {
                format!("keep them: git commit -- {file}; drop them: git checkout HEAD -- {file}", file = file(path))
            }
            Self::Untracked { path } => format!("git add -- {0} && git commit -- {0}", file(path)),
            Self::NoIdentity { missing } if missing.ends_with("name") => {
                format!("git config --global {missing} \"Your Name\"")
            }
            Self::NoIdentity { missing } => format!("git config --global {missing} you@example.org"),
            Self::BadDate { variable, .. } => format!("unset {variable}"),
            Self::Hook { hook, .. } => format!("git hook run {hook}"),
            Self::MessageChanged => "git config --get core.hooksPath".to_owned(),
            Self::ReadOnly { path } => format!("ls -ld {}", quoted(path)),
            Self::CopiedClone { memory, .. } => {
                format!("rm {}, then the next complaint claims a station of its own", quoted(memory))
            }
            Self::Unborn => "git add complaints && git commit".to_owned(),
            Self::RegisterExists { root } => format!("complaints -C {} list", quoted(root)),
            Self::NoStation => "leave out --dry-run: the first complaint that is recorded claims a station".to_owned(),
            Self::Nothing | Self::NoStationLeft => return None,
        })
    }
}
