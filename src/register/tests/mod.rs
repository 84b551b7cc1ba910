//! The register against the real git, in folders of their own on a RAM disk where there is one.
#![expect(clippy::disallowed_methods, reason = "the playground is the outside world of these tests")]

mod cloning;
mod indexing;
mod killing;
#[path = "../../../tests/support/made.rs"]
mod made;
mod packing;
#[path = "../../../tests/support/place.rs"]
mod place;
mod racing;
mod reading;
mod recovering;
mod refusing;
mod writing;

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, TimeDelta};
use made::Made;
use place::place_of;

use crate::register::Register;
use crate::register::change::{Change, Committed, Durability, Pen, Stop, WriteError};
use crate::register::environment::Environment;
use crate::register::init::Founding;
use crate::register::layout::{MARKER, RecordPath, RegisterPath};
use crate::register::tip::Tip;
use crate::register::trail::{Message, Word};

/// A register as `init` leaves it.
static MADE: LazyLock<Made> = LazyLock::new(|| {
    let playground = Playground::empty();
    playground.init().expect("a register");
    Made::keep(playground.folder.path())
});

/// A folder with a register in it and a person who uses plain git beside it.
#[derive(Debug)]
struct Playground {
    folder: tempfile::TempDir,
}

impl Playground {
    /// An empty folder.
    fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("register-").tempdir_in("/dev/shm");
        Self { folder: folder.or_else(|_| tempfile::tempdir()).expect("a folder") }
    }

    /// A folder that is a register.
    fn with_register() -> Self {
        let playground = Self::empty();
        MADE.write_down(playground.folder.path());
        playground
    }

    fn init(&self) -> Result<Committed, Stop> {
        self.init_in("")
    }

    fn init_in(&self, folder: &str) -> Result<Committed, Stop> {
        let settings = (path(MARKER), b"format: 1\n".to_vec());
        let founding = Founding { files: vec![settings], member: word("sara") };
        Ok(Register::init(&self.path(folder), &environment(), pen(), &founding)?.1)
    }

    fn path(&self, name: &str) -> PathBuf {
        if name.is_empty() { self.folder.path().to_owned() } else { self.folder.path().join(name) }
    }

    fn register(&self) -> Register {
        Register::find(self.folder.path(), &environment()).expect("a register")
    }

    /// Runs `git` as the person, who must succeed; returns what it prints.
    #[track_caller]
    fn git(&self, arguments: &[&str]) -> String {
        let (succeeded, output) = self.try_git(arguments);
        assert!(succeeded, "git {arguments:?}: {output}");
        output
    }

    /// Runs `git` as the person; returns whether it succeeded, and what it prints.
    fn try_git(&self, arguments: &[&str]) -> (bool, String) {
        run(self.folder.path(), "git", arguments)
    }

    fn write_file(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read_file(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    /// Asserts that git sees nothing to do and nothing wrong, and that no local state is left over.
    #[track_caller]
    fn assert_clean(&self) {
        assert_eq!(self.git(&["status", "--porcelain", "--untracked-files=all"]), "");
        self.git(&[
            "-c",
            "core.commitGraph=false",
            "-c",
            "core.multiPackIndex=false",
            "fsck",
            "--strict",
            "--no-dangling",
        ]);
        for name in [".git/index.lock", ".git/complaints.pending", ".git/complaints/index.old"] {
            assert!(!self.path(name).exists(), "{name} is left over");
        }
    }

    fn complaints_at_head(&self) -> Vec<String> {
        let listed = self.git(&["ls-tree", "-r", "--name-only", "HEAD", "complaints/1405"]);
        listed.lines().map(ToOwned::to_owned).collect()
    }
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(place_of(program));
    command.current_dir(folder).args(arguments).env_clear().envs(environment().for_programs());
    let output = command.output().expect("the program");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

/// What a person's shell would hold, and nothing of the computer's own settings.
fn environment() -> Environment {
    let path = std::env::var("PATH").expect("a path");
    Environment::from_iter([
        ("PATH", path.as_str()),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "Sara"),
        ("GIT_AUTHOR_EMAIL", "sara@alborz.example"),
        ("GIT_COMMITTER_NAME", "Sara"),
        ("GIT_COMMITTER_EMAIL", "sara@alborz.example"),
    ])
}

fn pen() -> Pen {
    Pen { now: time("2026-10-28T10:05:00+03:30"), durability: Durability::None }
}

fn pen_later(minutes: i64) -> Pen {
    Pen { now: pen().now + TimeDelta::minutes(minutes), ..pen() }
}

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time")
}

fn word(text: &str) -> Word {
    text.parse().expect("a word")
}

fn path(text: &str) -> RegisterPath {
    text.parse().expect("a path")
}

/// Decides on a new complaint of 1405/08.
fn next_complaint(tip: &Tip) -> Result<Change, Stop> {
    let station = tip.station()?;
    let reference = tip.next_reference(1405, station, None)?.expect("a number");
    let record = RecordPath::new(reference, 8).expect("a month");
    let bytes = format!("format: 1\n\nreference: {reference}\n").into_bytes();
    Ok(Change { files: vec![(record.file(), bytes)], message: Message::complaint(reference, &word("received")) })
}

fn new_complaint(register: &Register) -> Result<Committed, WriteError<Stop>> {
    register.write(pen(), next_complaint)
}

/// Decides on a file with a text.
fn file_change(name: &str, text: &str) -> impl FnMut(&Tip) -> Result<Change, Infallible> {
    let file = (path(name), text.as_bytes().to_vec());
    move |_| Ok(Change { files: vec![file.clone()], message: Message::about(&[word("test")], &word("written")) })
}

const FIRST: &str = "complaints/1405/08/1405-01-0001-7.yaml";
