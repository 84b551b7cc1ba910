//! What the proofs share: a register in a folder of its own, the real binary, the real git, and a person who types both.
//!
//! It knows no module of the program: what is proven here is what a shell can see.
#![expect(clippy::disallowed_methods, reason = "the proofs are the outside world of the program")]
#![allow(dead_code, reason = "each test program uses a part of it")]

pub(crate) mod disk;
#[path = "../support/place.rs"]
#[allow(clippy::duplicate_mod, reason = "the fast suite knows it by its other tests too")]
mod place;
pub(crate) mod register;
pub(crate) mod schedule;
pub(crate) mod strace;

use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use place::place_of;

/// The program that is proven.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_complaints");

/// What a caller says; the same words every time.
pub(crate) const NEW: [&str; 9] =
    ["new", "--channel", "phone", "--name", "Mary Jones", "--phone", "09120000123", "--statement", "It came late."];

/// So many commits after the first complaint of a register, and the next one gathers their packs.
pub(crate) const TO_GATHER: usize = 14;

/// How a program ended and what it printed.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// The signal that ended it.
    pub(crate) signal: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            signal: output.status.signal(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Ended {
    /// Returns the last line of standard output: after `new`, the reference.
    pub(crate) fn last_line(&self) -> &str {
        self.stdout.lines().last().unwrap_or_default()
    }

    /// Asserts how it ended, and shows all it said when it ended otherwise.
    #[track_caller]
    pub(crate) fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "signal {:?}\n{}{}", self.signal, self.stdout, self.stderr);
        self
    }
}

/// A folder that is removed at the end: a home, and a place for registers in it.
#[derive(Debug)]
pub(crate) struct Ground {
    folder: tempfile::TempDir,
    /// The register, or the folder that is to become one.
    pub(crate) root: PathBuf,
}

impl Ground {
    /// A folder with nothing in it but a home whose git settings say who types.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("proof-").tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.expect("a folder");
        let root = folder.path().join("register");
        fs::create_dir(&root).expect("a folder");
        fs::create_dir(folder.path().join("home")).expect("a folder");
        let ground = Self { folder, root };
        let identity = "[user]\n\tname = Sara\n\temail = sara@alborz.example\n[init]\n\tdefaultBranch = main\n";
        fs::write(ground.home().join(".gitconfig"), identity).expect("a file");
        ground
    }

    /// A register that nobody has written to yet.
    pub(crate) fn with_register() -> Self {
        let ground = Self::empty();
        ground.complaints(&["init", "--organization", "Alborz", "--lang", "en"]).expect_code(0);
        ground
    }

    /// Returns the home folder of the person.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Returns a path beside the register.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns a path in the register.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Returns a program that is to run in the register, with the environment of the person and nothing of this computer's.
    pub(crate) fn command(&self, program: &str) -> Command {
        self.command_in(&self.root, program)
    }

    /// Returns a program that is to run in a folder.
    pub(crate) fn command_in(&self, folder: &Path, program: &str) -> Command {
        let mut command = Command::new(place_of(program));
        command.current_dir(folder).env_clear().env("PATH", std::env::var("PATH").expect("a path"));
        command.env("HOME", self.home()).env("TZ", "Etc/UTC").env("GIT_CONFIG_NOSYSTEM", "1").stdin(Stdio::null());
        command
    }

    /// Runs the program in the register.
    pub(crate) fn complaints(&self, arguments: &[&str]) -> Ended {
        self.complaints_in(&self.root, arguments)
    }

    /// Runs the program in a folder.
    pub(crate) fn complaints_in(&self, folder: &Path, arguments: &[&str]) -> Ended {
        self.command_in(folder, BINARY).args(arguments).output().expect("the program").into()
    }

    /// Records a complaint, which must succeed; returns its reference.
    #[track_caller]
    pub(crate) fn new_complaint(&self) -> String {
        self.complaints(&NEW).expect_code(0).last_line().to_owned()
    }

    /// Commits so many notes to the first complaint.
    #[track_caller]
    pub(crate) fn write_notes(&self, count: usize) {
        for _ in 0..count {
            self.complaints(&["note", "1", "asked again"]).expect_code(0);
        }
    }

    /// Runs git as the person in the register, who must succeed; returns what it prints.
    #[track_caller]
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        self.git_in(&self.root, arguments)
    }

    /// Runs git as the person in a folder, who must succeed; returns what it prints.
    #[track_caller]
    pub(crate) fn git_in(&self, folder: &Path, arguments: &[&str]) -> String {
        let ended = self.try_git_in(folder, arguments);
        assert_eq!(ended.code, Some(0), "git {arguments:?}: {}{}", ended.stdout, ended.stderr);
        ended.stdout
    }

    /// Runs git as the person in the register.
    pub(crate) fn try_git(&self, arguments: &[&str]) -> Ended {
        self.try_git_in(&self.root, arguments)
    }

    /// Runs git as the person in a folder.
    pub(crate) fn try_git_in(&self, folder: &Path, arguments: &[&str]) -> Ended {
        // A look must not mend what it looks at.
        let mut command = self.command_in(folder, "git");
        command.env("GIT_OPTIONAL_LOCKS", "0").args(arguments).output().expect("git").into()
    }

    /// Writes a file of the person, with the folders above it.
    pub(crate) fn write_file(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Returns the text of a file.
    #[track_caller]
    pub(crate) fn read_file(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect(name)
    }

    /// Installs a hook of the person.
    pub(crate) fn install_hook(&self, name: &str, script: &str) {
        self.write_file(&format!(".git/hooks/{name}"), &format!("#!/bin/sh\n{script}\n"));
        set_mode(&self.path(&format!(".git/hooks/{name}")), 0o755);
    }

    /// Returns the places of the complaints that a commit holds, sorted.
    pub(crate) fn complaints_at(&self, revision: &str) -> Vec<String> {
        let listed = self.git(&["ls-tree", "-r", "--name-only", revision, "complaints/"]);
        let is_record = |place: &&str| place.starts_with("complaints/2") && place.strip_suffix(".yaml").is_some();
        listed.lines().filter(is_record).map(ToOwned::to_owned).collect()
    }

    /// Returns what git sees that is not committed, and the locks and journals that lie about: nothing when all is well.
    pub(crate) fn unclean(&self) -> Vec<String> {
        let status = self.git(&["status", "--porcelain", "--untracked-files=all"]);
        let mut found: Vec<String> = status.lines().map(ToOwned::to_owned).collect();
        for entry in walkdir::WalkDir::new(self.path(".git")).into_iter().filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy();
            let is_in = |folder: &str| entry.path().parent().is_some_and(|parent| parent.ends_with(folder));
            let is_journal = is_in(".git") && name.starts_with("complaints.");
            let is_index = is_in(".git/complaints") && ["index.old", "index.new"].contains(&&*name);
            if is_journal || is_index || name.ends_with(".lock") {
                found.push(format!("left over: {}", entry.path().display()));
            }
        }
        found
    }

    /// Asserts that all is well: nothing uncommitted, nothing left over, nothing that `git fsck` minds.
    #[track_caller]
    pub(crate) fn assert_clean(&self) {
        assert_eq!(self.unclean(), Vec::<String>::new());
        self.git(&[
            "-c",
            "core.commitGraph=false",
            "-c",
            "core.multiPackIndex=false",
            "fsck",
            "--strict",
            "--no-dangling",
        ]);
    }

    /// Asserts that a command is refused with these words, and that nothing has changed by it.
    #[track_caller]
    pub(crate) fn assert_refused(&self, arguments: &[&str], words: &str) {
        let before = self.picture();
        let ended = self.complaints(arguments);
        assert!(ended.code == Some(1) || ended.code == Some(4), "{ended:?}");
        assert!(ended.stderr.contains(words), "`{words}` is not in:\n{}", ended.stderr);
        assert_eq!(self.picture(), before);
    }

    /// Returns all that git knows of branch, index and work tree.
    pub(crate) fn picture(&self) -> [String; 3] {
        let head = self.try_git(&["rev-parse", "HEAD"]).stdout;
        let index = self.try_git(&["ls-files", "--stage", "--debug"]).stdout;
        let files = self.try_git(&["status", "--porcelain", "--untracked-files=all"]).stdout;
        [head, index, files]
    }
}

/// Returns whether every complaint has a number and no number is missing: 1, 2, … in the order of the names.
pub(crate) fn numbers_are_whole(places: &[String]) -> bool {
    let counter = |place: &String| place.rsplit('-').nth(1).and_then(|counter| counter.parse::<usize>().ok());
    let mut counters: Vec<usize> = places.iter().filter_map(counter).collect();
    counters.sort_unstable();
    counters == (1..=places.len()).collect::<Vec<_>>()
}

/// Sets the mode of a file or folder.
pub(crate) fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// Says a line past the test harness, which would keep it to itself when all is well.
pub(crate) fn say(line: &str) {
    let mut stderr = std::io::stderr().lock();
    drop(writeln!(stderr, "{line}"));
}

/// Returns whether the long loops run whole, or (`COMPLAINTS_PROOF=sample`) as a sample.
pub(crate) fn is_whole() -> bool {
    std::env::var("COMPLAINTS_PROOF").map_or(true, |value| value != "sample")
}

/// Returns whether a program can be started; says loudly that something is not proven when it cannot.
pub(crate) fn is_there(program: &str, what: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = found.is_ok();
    if !is_there {
        say(&format!("SKIPPED: {what}: there is no `{program}` here"));
    }
    is_there
}
