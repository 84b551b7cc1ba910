//! A register of as many believable complaints as are wanted: the same bytes each time, five years, nine of ten closed.
//!
//! The records come in by `git fast-import`, which takes a minute for 100,000 where commands would take hours.

#![expect(clippy::disallowed_methods, reason = "benchmarks make registers and run git beside the program")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};
use complaints::domain::reference::Reference;

const CLOSED: &str = include_str!("closed.yaml");
const OPEN: &str = include_str!("open.yaml");

/// The time that the measured commands pretend, at the end of the five years.
pub(crate) const NOW: &str = "2026-11-21T10:00:00Z";
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
const DAYS: usize = 5 * 365 - 45;

const OWNERS: [&str; 4] = ["sara", "omid", "lena", "reza"];
const NAMES: [&str; 5] = ["مریم رضایی", "Anna Keller", "علی محمدی", "John Miller", "نگار احمدی"];
const PRODUCTS: [&str; 3] = ["express-delivery", "standard-delivery", "subscription"];
const CATEGORIES: [&str; 4] = ["delivery", "quality", "billing", "service"];
const SUBJECTS: [&str; 4] = ["Late delivery", "تأخیر در تحویل", "Wrong amount on the bill", "کالا سالم نبود"];

/// A generated register.
pub(crate) struct Register {
    /// Its root.
    pub(crate) root: PathBuf,
    /// The places of its records, by reference.
    pub(crate) records: Vec<String>,
}

impl Register {
    /// Makes a register of `count` complaints in a folder that is there and empty.
    pub(crate) fn generate(root: &Path, count: usize) -> Self {
        let register = Self { root: root.to_owned(), records: Vec::new() };
        // The target folder lies in a repository of its own.
        register.git(&["init", "--quiet"]);
        register.complaints(&["init", "--organization", "Alborz", "--calendar", "gregorian"]);
        let records: Vec<(String, String)> = records(count).collect();
        register.import(&records);
        Self { records: records.into_iter().map(|(place, _)| place).collect(), ..register }
    }

    /// Returns the reference of the record in the middle.
    pub(crate) fn middle(&self) -> &str {
        let place = Path::new(&self.records[self.records.len() / 2]);
        place.file_stem().and_then(|stem| stem.to_str()).expect("a record's file is named by its reference")
    }

    fn import(&self, records: &[(String, String)]) {
        let branch = self.git(&["symbolic-ref", "HEAD"]);
        let branch = branch.trim();
        let message = "Import";
        let mut stream = format!(
            "commit {branch}\ncommitter Clerk <clerk@alborz.example> 1700000000 +0000\ndata {}\n{message}\nfrom {branch}^0\n",
            message.len()
        );
        for (place, text) in records {
            write!(stream, "M 100644 inline {place}\ndata {}\n{text}\n", text.len()).expect("a string has room");
        }
        self.run("git", &["fast-import", "--quiet"], stream.as_bytes());
        self.git(&["reset", "--quiet", "--hard"]);
        // A write looks through the last eight commits for traces of a git that ran beside it. They are small in ordinary life.
        for _ in 0..8 {
            self.git(&["commit", "--quiet", "--allow-empty", "--message", "A day goes by"]);
        }
    }

    /// Runs our program here and returns its standard output.
    pub(crate) fn complaints(&self, arguments: &[&str]) -> String {
        self.run(program(), arguments, b"")
    }

    /// Runs git here and returns its standard output.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        self.run("git", arguments, b"")
    }

    fn run(&self, program: &str, arguments: &[&str], input: &[u8]) -> String {
        let mut child = self.command(program, arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
        child.stdin.take().expect("a pipe").write_all(input).expect("the program reads");
        let Output { status, stdout, stderr } = child.wait_with_output().expect("the program ends");
        assert!(status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).expect("UTF-8")
    }

    /// Returns a program that will run here, as somebody whose git says nothing special.
    pub(crate) fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path))).envs(ENVIRONMENT);
        command
    }
}

/// Returns our program: the one named after `--program`, else as it is built for measuring. It is copied once: a start takes a
/// millisecond more from a file as a linker leaves it than from one that was written in one go.
pub(crate) fn program() -> &'static str {
    static COPY: LazyLock<String> = LazyLock::new(|| {
        let named = std::env::args().skip_while(|argument| argument != "--program").nth(1);
        let built = named.unwrap_or_else(|| env!("CARGO_BIN_EXE_complaints").to_owned());
        let copy = concat!(env!("CARGO_TARGET_TMPDIR"), "/complaints");
        std::fs::copy(built, copy).expect("a copy of the program");
        copy.to_owned()
    });
    &COPY
}

/// What the programs know of the user.
pub(crate) const ENVIRONMENT: [(&str, &str); 7] = [
    ("GIT_AUTHOR_NAME", "Clerk"),
    ("GIT_AUTHOR_EMAIL", "clerk@alborz.example"),
    ("GIT_COMMITTER_NAME", "Clerk"),
    ("GIT_COMMITTER_EMAIL", "clerk@alborz.example"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("TZ", "Etc/UTC"),
];

/// Returns places and texts of the records, by reference.
pub(crate) fn records(count: usize) -> impl Iterator<Item = (String, String)> {
    let mut counter = 0;
    let mut last_year = 0;
    (0..count).map(move |index| {
        let days = u64::try_from(index * DAYS / count).expect("five years");
        let day = FIRST_DAY.checked_add_days(Days::new(days)).expect("a day of five years");
        let year = u16::try_from(day.year()).expect("a year of this century");
        counter = if year == last_year { counter + 1 } else { 1 };
        last_year = year;
        let reference = Reference::new(year, 1, counter).expect("a reference");
        let place = format!("complaints/{year}/{:02}/{reference}.yaml", day.month());
        (place, record(index, day, &reference.to_string()))
    })
}

fn record(index: usize, day: NaiveDate, reference: &str) -> String {
    // A small generator of numbers: neighbours in the register must not look alike.
    let dice = index.wrapping_mul(2_654_435_761) >> 7;
    let is_open = dice.is_multiple_of(10);
    let template = if is_open { OPEN } else { CLOSED };
    let of = |words: &[&str], shift: u32| words[(dice >> shift) % words.len()].to_owned();
    let values = [
        ("reference", reference.to_owned()),
        ("day", day.to_string()),
        ("minute", format!("{:02}", dice % 60)),
        ("person", format!("{:08}", dice % 10_000_000)),
        ("number", format!("{:07}", index % 10_000_000)),
        ("event", format!("{index:011}")),
        ("owner", of(&OWNERS, 3)),
        ("name", of(&NAMES, 5)),
        ("product", of(&PRODUCTS, 7)),
        ("category", of(&CATEGORIES, 9)),
        ("subject", of(&SUBJECTS, 11)),
    ];
    values.iter().fold(template.to_owned(), |text, (key, value)| text.replace(&format!("{{{key}}}"), value))
}
