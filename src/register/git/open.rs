//! Opening a repository, and saying what to do when the git library cannot.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use crate::register::environment::Environment;
use crate::register::fault::{Fault, quoted};
use crate::register::git::Store;
use crate::register::git::global;

/// Why there is no register to work on.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No folder from here upwards is a register.
    #[error("there is no register in `{}` or above it", start.display())]
    NoRegister {
        /// Where the search began.
        start: PathBuf,
    },
    /// The register is in no git repository.
    #[error("the register in `{}` is in no git repository", root.display())]
    NoRepository {
        /// The register's root.
        root: PathBuf,
    },
    /// The repository has no work tree.
    #[error("the repository of `{}` is bare", root.display())]
    Bare {
        /// The register's root.
        root: PathBuf,
    },
    /// The repository belongs to another user of the computer.
    #[error("the repository of `{}` belongs to another user", root.display())]
    OtherOwner {
        /// The register's root.
        root: PathBuf,
    },
    /// The repository stores its branches in reftable files.
    #[error("the repository of `{}` keeps its branches as reftable, which cannot be read yet", root.display())]
    Reftable {
        /// The register's root.
        root: PathBuf,
    },
    /// The repository names its objects by SHA-256.
    #[error("the repository of `{}` names its objects by SHA-256, which cannot be read yet", root.display())]
    Sha256 {
        /// The register's root.
        root: PathBuf,
    },
    /// The repository needs something we do not know.
    #[error("the repository of `{}` uses an extension that is not known", root.display())]
    Extension {
        /// The register's root.
        root: PathBuf,
        /// What the library said.
        source: Fault,
    },
    /// A name on the way to the register is one that git cannot store.
    #[error("the folder `{}` has a name that is no plain UTF-8", root.display())]
    OddName {
        /// The register's root.
        root: PathBuf,
    },
    /// Disk or git failed.
    #[error(transparent)]
    Failed(#[from] Fault),
}

impl OpenError {
    /// Returns a command to type that helps.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NoRegister { .. } => "complaints init".to_owned(),
            Self::NoRepository { root } => format!("git -C {} init", quoted(root)),
            Self::Bare { root } => format!("git clone {} register", quoted(root)),
            Self::OtherOwner { root } => {
                format!("run this as the owner, or: git config --global --add safe.directory {}", quoted(root))
            }
            Self::Reftable { root } => format!("git -C {} refs migrate --ref-format=files", quoted(root)),
            Self::Sha256 { .. } => "git init --object-format=sha1 register && complaints -C register init".to_owned(),
            Self::Extension { root, .. } => format!("git -C {} config --get-regexp '^extensions\\.'", quoted(root)),
            Self::OddName { .. } => return None,
            Self::Failed(fault) => return fault.hint(),
        })
    }
}

impl Store {
    /// Opens the repository that a folder is in.
    pub(in crate::register) fn open(root: &Path, environment: &Environment) -> Result<Self, OpenError> {
        global::keep_listings();
        let opened = open_upwards(root).or_else(|error| {
            // The library cannot look into a home folder that is closed to it; git only warns then.
            let at_home = error.class() == git2::ErrorClass::Os || error.class() == git2::ErrorClass::Config;
            if !at_home {
                return Err(error);
            }
            global::forget_settings_at_home().map_err(|_| error)?;
            open_upwards(root)
        });
        let repository = opened.map_err(|error| explain(root, error))?;
        let store = Self { repository, settings: RefCell::default() };
        store.read_settings_from(environment)?;
        Ok(store)
    }

    /// Lets the library read the settings that the environment names, which it does by itself only along with `GIT_DIR`.
    fn read_settings_from(&self, environment: &Environment) -> Result<(), Fault> {
        let Some(mut config) = settings_elsewhere(environment)? else { return Ok(()) };
        let fault = || Fault::git("read its settings");
        let local = self.common_folder().join("config");
        let of_work_tree = self.git_folder().join("config.worktree");
        config.add_file(&local, git2::ConfigLevel::Local, false).map_err(fault())?;
        config.add_file(&of_work_tree, git2::ConfigLevel::Worktree, false).map_err(fault())?;
        self.repository.set_config(&config).map_err(fault())
    }

    /// Creates a repository in a folder, in the formats that every git and our library read.
    pub(in crate::register) fn create(root: &Path, environment: &Environment) -> Result<Self, OpenError> {
        let first_branch = match environment.configured("init.defaultBranch") {
            Some(name) => Some(name.to_owned()),
            None => setting_anywhere("init.defaultBranch", environment)?,
        };
        let mut options = git2::RepositoryInitOptions::new();
        // Whatever becomes git's default, the library makes SHA-1 names and branches as files.
        options.no_reinit(true).mkpath(true).initial_head(first_branch.as_deref().unwrap_or("main"));
        let created = create_repository(root, &options).map_err(Fault::git("create a repository"))?;
        drop(created);
        Self::open(root, environment)
    }
}

/// Returns the settings of user and computer when `GIT_CONFIG_GLOBAL` or `GIT_CONFIG_NOSYSTEM` say where they are.
fn settings_elsewhere(environment: &Environment) -> Result<Option<git2::Config>, Fault> {
    let elsewhere = environment.var("GIT_CONFIG_GLOBAL");
    let without_system = environment.var("GIT_CONFIG_NOSYSTEM").is_some_and(super::parse_bool);
    if elsewhere.is_none() && !without_system {
        return Ok(None);
    }
    let of_system = git2::Config::find_system().ok().filter(|_| !without_system);
    let of_user = match elsewhere {
        Some("/dev/null") => None,
        Some(path) => Some(PathBuf::from(path)),
        None => git2::Config::find_global().ok(),
    };
    let fault = || Fault::git("read its settings");
    let mut config = git2::Config::new().map_err(fault())?;
    for (file, level) in [(of_system, git2::ConfigLevel::System), (of_user, git2::ConfigLevel::Global)] {
        if let Some(file) = file {
            config.add_file(&file, level, false).map_err(fault())?;
        }
    }
    Ok(Some(config))
}

/// Returns a setting as it is outside of any repository.
pub(super) fn setting_anywhere(key: &str, environment: &Environment) -> Result<Option<String>, Fault> {
    let fault = || Fault::git("read its settings");
    let mut config = match settings_elsewhere(environment)? {
        Some(config) => config,
        // A home folder that cannot be entered has no settings to read.
        None => git2::Config::open_default().or_else(|_| git2::Config::new()).map_err(fault())?,
    };
    super::string_of(&config.snapshot().map_err(fault())?, key)
}

#[expect(clippy::disallowed_types, reason = "the one home of git2")]
fn open_upwards(root: &Path) -> Result<git2::Repository, git2::Error> {
    let no_ceiling: [&std::ffi::OsStr; 0] = [];
    git2::Repository::open_ext(root, git2::RepositoryOpenFlags::empty(), no_ceiling)
}

#[expect(clippy::disallowed_types, reason = "the one home of git2")]
fn create_repository(root: &Path, options: &git2::RepositoryInitOptions) -> Result<git2::Repository, git2::Error> {
    git2::Repository::init_opts(root, options)
}

/// The library tells these cases apart only in its texts.
fn explain(root: &Path, error: git2::Error) -> OpenError {
    let root = root.to_owned();
    let message = error.message().to_ascii_lowercase();
    match error.code() {
        git2::ErrorCode::NotFound => OpenError::NoRepository { root },
        git2::ErrorCode::Owner => OpenError::OtherOwner { root },
        _ if message.contains("refstorage") => OpenError::Reftable { root },
        _ if message.contains("sha256") => OpenError::Sha256 { root },
        _ if message.contains("extension") || message.contains("repository version") => {
            OpenError::Extension { root, source: Fault::git("open the repository")(error) }
        }
        _ => Fault::git("open the repository")(error).into(),
    }
}
