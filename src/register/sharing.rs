//! `core.sharedRepository`: who else may write in git's folder. The git library does not honour it, so we do.

use std::path::Path;

use crate::register::attempt::Writing;
use crate::register::fault::Fault;
use crate::register::files;

/// With whom the files in git's folder are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sharing {
    /// As the umask says.
    Umask,
    /// At least these permission bits.
    AtLeast(u32),
    /// Exactly these permission bits.
    Exactly(u32),
}

impl Sharing {
    /// Reads the value of `core.sharedRepository` as git does; what is not understood counts as not set.
    pub(super) fn parse(value: &str) -> Self {
        match value.to_ascii_lowercase().as_str() {
            "group" | "true" | "yes" | "on" | "1" | "" => Self::AtLeast(0o660),
            "all" | "world" | "everybody" | "2" => Self::AtLeast(0o664),
            octal => match u32::from_str_radix(octal, 8) {
                // Less than that would lock out the owner, which git refuses too.
                Ok(mode) if octal.starts_with('0') && mode & 0o600 == 0o600 => Self::Exactly(mode & 0o666),
                _ => Self::Umask,
            },
        }
    }

    /// Gives a file or folder in git's folder the permissions it must have.
    #[cfg(unix)]
    pub(super) fn apply(self, path: &Path) -> Result<(), Fault> {
        use crate::register::files::Kind;
        if self == Self::Umask {
            return Ok(());
        }
        let (mode, kind) = files::mode(path)?;
        let wanted = self.adjusted(mode, kind == Kind::Folder);
        // The owner alone may change a mode; what already fits may belong to a colleague.
        if wanted == mode { Ok(()) } else { files::set_mode(path, wanted) }
    }

    /// Gives a file or folder the permissions it must have: nothing on a system without modes.
    #[cfg(not(unix))]
    pub(super) fn apply(self, _path: &Path) -> Result<(), Fault> {
        Ok(())
    }

    /// Returns the mode that git would give (its `calc_shared_perm`).
    #[cfg(unix)]
    fn adjusted(self, mode: u32, is_folder: bool) -> u32 {
        let (bits, kept) = match self {
            Self::Umask => return mode,
            Self::AtLeast(bits) => (bits, mode),
            Self::Exactly(bits) => (bits, mode & !0o777),
        };
        let writable = if mode & 0o200 == 0 { bits & !0o222 } else { bits };
        let entered = if mode & 0o100 == 0 { writable } else { writable | ((writable & 0o444) >> 2) };
        // New files in a shared folder belong to the folder's group.
        if is_folder { kept | entered | 0o2000 } else { kept | entered }
    }
}

impl Writing<'_> {
    /// Shares the branch, its log and HEAD's log, with the folders the library may have created for them.
    pub(super) fn share_branch(&self, branch: &str) -> Result<(), Fault> {
        let state = &self.register.state;
        for folder in [state.common_git_folder(), state.git_folder()] {
            for name in [branch, &format!("logs/{branch}"), "logs/HEAD"] {
                let parts = name.match_indices('/').map(|(end, _)| &name[..end]).chain([name]);
                for path in parts.map(|part| folder.join(part)) {
                    if self.care.sharing != Sharing::Umask && files::kind(&path)?.is_some() {
                        self.care.sharing.apply(&path)?;
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_git_are_understood() {
        for (value, sharing) in [
            ("group", Sharing::AtLeast(0o660)),
            ("true", Sharing::AtLeast(0o660)),
            ("umask", Sharing::Umask),
            ("false", Sharing::Umask),
            ("0", Sharing::Umask),
            ("all", Sharing::AtLeast(0o664)),
            ("0640", Sharing::Exactly(0o640)),
            ("0040", Sharing::Umask),
        ] {
            assert_eq!(Sharing::parse(value), sharing, "{value}");
        }
    }

    #[test]
    fn files_folders_and_read_only_objects_get_what_git_gives() {
        assert_eq!(Sharing::AtLeast(0o660).adjusted(0o600, false), 0o660);
        assert_eq!(Sharing::AtLeast(0o660).adjusted(0o400, false), 0o440);
        assert_eq!(Sharing::AtLeast(0o660).adjusted(0o700, true), 0o2770);
        assert_eq!(Sharing::AtLeast(0o664).adjusted(0o444, false), 0o444);
        assert_eq!(Sharing::Exactly(0o640).adjusted(0o666, false), 0o640);
        assert_eq!(Sharing::Umask.adjusted(0o600, false), 0o600);
    }
}
