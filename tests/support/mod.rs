//! What tests of whole commands share: a register in a folder of its own, an injected world, and what was printed.
//!
//! Commands run in-process. Nothing of the machine comes in: the clock moves a minute with each command, random bytes are
//! counted, the environment holds a git identity and nothing else.

#![allow(dead_code, reason = "each test binary uses its own part")]
#![expect(clippy::disallowed_methods, reason = "tests prepare folders and run the real git")]

mod made;
mod output;
pub(crate) mod place;
pub(crate) mod shell;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Utc};
use complaints::register::change::Durability;
use complaints::world::{Terminal, World};
use tempfile::TempDir;

use made::Made;
pub(crate) use output::{Output, Stream};
use place::place_of;

/// Under which name the folder of a register is printed, whatever it is called on this machine.
const PRINTED_FOLDER: &str = "/register";

/// When the first command of every test is typed: Wednesday 1405-08-06, 10:05 in Tehran.
const START: &str = "2026-10-28T06:35:00Z";

/// When somebody looks at the sample register: Monday 1405-03-11, 09:30 in Tehran.
const IN_JUNE: &str = "2026-06-01T06:00:00Z";

/// The environment of every command: an identity, and no settings of the machine.
const ENVIRONMENT: [(&str, &str); 6] = [
    ("GIT_AUTHOR_NAME", "Sara"),
    ("GIT_AUTHOR_EMAIL", "sara@alborz.example"),
    ("GIT_COMMITTER_NAME", "Sara"),
    ("GIT_COMMITTER_EMAIL", "sara@alborz.example"),
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
];

/// What many tests begin with: a register as some commands have left it, made once in each test binary.
struct Beginning {
    made: Made,
    now: DateTime<Utc>,
    seed: u64,
}

impl Beginning {
    /// Types the commands in an empty folder, and keeps what is there then.
    fn after(commands: &[&str]) -> Self {
        let mut register = TestRegister::nothing();
        for command in commands {
            register.done(command);
        }
        Self::of(&register)
    }

    /// Keeps what is there now.
    fn of(register: &TestRegister) -> Self {
        Self { made: Made::keep(register.folder()), now: register.now, seed: *register.seed.borrow() }
    }

    /// Returns a register of its own that has come so far.
    fn register(&self) -> TestRegister {
        let mut register = TestRegister::nothing();
        self.made.write_down(register.folder());
        register.now = self.now;
        *register.seed.borrow_mut() = self.seed;
        register
    }
}

static ENGLISH: LazyLock<Beginning> = LazyLock::new(|| Beginning::after(&[INIT]));
static PERSIAN: LazyLock<Beginning> = LazyLock::new(|| Beginning::after(&[INIT_IN_PERSIAN]));
static WITH_A_COMPLAINT: LazyLock<Beginning> = LazyLock::new(|| Beginning::after(&[INIT, LATE_DELIVERY]));
static WITH_A_PERSIAN_COMPLAINT: LazyLock<Beginning> =
    LazyLock::new(|| Beginning::after(&[INIT_IN_PERSIAN, LATE_DELIVERY_IN_PERSIAN]));

static SAMPLE: LazyLock<Beginning> = LazyLock::new(|| Beginning::of(&TestRegister::checkout()));
static SAMPLE_OF_A_TEAM: LazyLock<Beginning> = LazyLock::new(|| {
    let mut register = TestRegister::sample();
    register.replace("complaints/register.yaml", "sample: true\n\n", "");
    register.git(&["commit", "-qam", "by hand"]);
    Beginning::of(&register)
});

/// A folder in which commands are typed, one after the other.
pub(crate) struct TestRegister {
    folder: TempDir,
    /// Where the commands are typed, below the folder.
    place: PathBuf,
    now: DateTime<Utc>,
    environment: BTreeMap<String, String>,
    terminal: Terminal,
    seed: Rc<RefCell<u64>>,
}

impl TestRegister {
    /// Returns an empty folder.
    pub(crate) fn nothing() -> Self {
        let mut builder = tempfile::Builder::new();
        builder.prefix("complaints-");
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { builder.tempdir_in(memory) } else { builder.tempdir() };
        Self {
            folder: folder.expect("a temporary folder can be made"),
            place: PathBuf::new(),
            now: START.parse().expect("the start is a time"),
            environment: ENVIRONMENT.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            terminal: Terminal::default(),
            seed: Rc::default(),
        }
    }

    /// Returns a register in English with Gregorian dates, whose people work in Tehran.
    pub(crate) fn english() -> Self {
        ENGLISH.register()
    }

    /// Returns a register in Persian with Jalali dates.
    pub(crate) fn persian() -> Self {
        PERSIAN.register()
    }

    /// Returns an English register with one complaint, 1: a late delivery, taken by telephone.
    pub(crate) fn with_a_complaint() -> Self {
        WITH_A_COMPLAINT.register()
    }

    /// Returns a Persian register with one complaint, 1: a late delivery, taken by telephone.
    pub(crate) fn with_a_persian_complaint() -> Self {
        WITH_A_PERSIAN_COMPLAINT.register()
    }

    /// Returns a fresh checkout of this repository with its sample register, which cannot be written to, in June 2026.
    pub(crate) fn sample() -> Self {
        SAMPLE.register()
    }

    /// Returns a copy of the sample register that may be written to.
    pub(crate) fn sample_of_a_team() -> Self {
        SAMPLE_OF_A_TEAM.register()
    }

    fn checkout() -> Self {
        let mut register = Self::nothing();
        register.now = IN_JUNE.parse().expect("it is a time");
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::create_dir(register.path("complaints")).expect("a folder can be made");
        Made::keep(&repository.join("complaints")).write_down(&register.path("complaints"));
        register.write(".gitattributes", text_of(&repository.join(".gitattributes")));
        register.git(&["init", "-q", "-b", "main"]);
        register.git(&["config", "complaints.lang", "en"]);
        register.git(&["add", "-A"]);
        register.git(&["commit", "-qm", "by hand"]);
        register
    }

    /// Runs a command line, without the program's name: `show 1 --say`. Quotes work as in a shell.
    #[track_caller]
    pub(crate) fn run(&mut self, line: &str) -> Output {
        self.run_with_input(line, "")
    }

    /// Runs a command line with something on its standard input.
    #[track_caller]
    pub(crate) fn run_with_input(&mut self, line: &str, input: &str) -> Output {
        let words = shlex::split(line).unwrap_or_else(|| panic!("a quote is open in `{line}`"));
        self.run_words(words, input.as_bytes())
    }

    /// Runs a command of these words with something on its standard input.
    pub(crate) fn run_words<I: IntoIterator<Item: Into<OsString>>>(&mut self, arguments: I, input: &[u8]) -> Output {
        let program = [OsString::from("complaints")];
        let written: Written = Rc::default();
        let world = World {
            arguments: program.into_iter().chain(arguments.into_iter().map(Into::into)).collect(),
            environment: self.environment.clone(),
            directory: self.folder().join(&self.place),
            now: self.now,
            local_zone: || Some("Europe/London".to_owned()),
            random: Box::new(counted(&self.seed)),
            input: Box::new(io::Cursor::new(input.to_vec())),
            output: Box::new(Pen { stream: Stream::Output, written: Rc::clone(&written) }),
            errors: Box::new(Pen { stream: Stream::Errors, written: Rc::clone(&written) }),
            terminal: self.terminal,
            durability: Durability::None,
        };
        let exit = complaints::run(world);
        self.now += TimeDelta::minutes(1);
        let pieces = written.take().into_iter().map(|(stream, bytes)| (stream, self.printed(&bytes)));
        Output::new(pieces.collect(), exit)
    }

    /// Runs a command line that must do well, and returns the last line of its standard output.
    #[track_caller]
    pub(crate) fn done(&mut self, line: &str) -> String {
        self.run(line).done()
    }

    /// Runs the real git and returns what it prints; it must do well.
    #[track_caller]
    pub(crate) fn git(&mut self, arguments: &[&str]) -> String {
        let (text, is_well) = self.run_git(arguments);
        assert!(is_well, "git {arguments:?}: {text}");
        text
    }

    /// Runs the real git and returns all that it prints, and whether it did well.
    pub(crate) fn run_git(&mut self, arguments: &[&str]) -> (String, bool) {
        let output = self.command("git", arguments);
        self.now += TimeDelta::minutes(1);
        let text = [output.stdout, output.stderr].concat();
        (self.printed(&text), output.status.success())
    }

    /// Goes into another folder, as `cd` does.
    pub(crate) fn enter(&mut self, folder: &str) {
        for part in folder.split('/') {
            if part == ".." {
                self.place.pop();
            } else {
                self.place.push(part);
            }
        }
    }

    /// Lets time go by.
    pub(crate) fn wait(&mut self, time: TimeDelta) {
        self.now += time;
    }

    /// Sets a variable of the environment.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.environment.insert(name.to_owned(), value.to_owned());
    }

    /// Takes a variable out of the environment.
    pub(crate) fn unset(&mut self, name: &str) {
        self.environment.remove(name);
    }

    /// Returns the folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the whole path of a file.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder().join(&self.place).join(file)
    }

    /// Returns the text of a file.
    #[track_caller]
    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Writes a file, and makes its folder.
    #[track_caller]
    pub(crate) fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        let path = self.path(file);
        let folder = path.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, content))
            .unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Says whether there is such a file.
    pub(crate) fn has(&self, file: &str) -> bool {
        fs::symlink_metadata(self.path(file)).is_ok()
    }

    /// Lets a person read the next commands in a window of so many columns.
    pub(crate) fn window(&mut self, columns: u16) {
        self.terminal.output.is_read = true;
        self.terminal.width = Some(columns);
    }

    /// Lets a person sit at a terminal and type the next commands.
    pub(crate) fn sit_down(&mut self) {
        self.terminal.input = true;
        self.terminal.errors.is_read = true;
    }

    /// Removes a file, as a person would behind the tool's back.
    #[track_caller]
    pub(crate) fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Lets a file be started as a program.
    #[track_caller]
    pub(crate) fn make_executable(&self, file: &str) {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::Permissions::from_mode(0o755);
        fs::set_permissions(self.path(file), mode).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Replaces a piece of text in a file, as a person with an editor would.
    #[track_caller]
    pub(crate) fn replace(&self, file: &str, old: &str, new: &str) {
        let text = self.read(file);
        assert!(text.contains(old), "{file} does not say `{old}`:\n{text}");
        self.write(file, text.replace(old, new));
    }

    fn printed(&self, bytes: &[u8]) -> String {
        let folder = self.folder().to_string_lossy();
        let private = format!("/private{folder}");
        let text = String::from_utf8_lossy(bytes).replace(&private, PRINTED_FOLDER).replace(&*folder, PRINTED_FOLDER);
        self.with_steady_commits(&text)
    }

    /// Returns a text in which commits have the same names in every run: they hang on the folder's identity on the disk.
    fn with_steady_commits(&self, text: &str) -> String {
        let is_name = |word: &&str| {
            matches!(word.len(), 7 | 8 | 40) && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        let names: BTreeSet<&str> = words.filter(is_name).collect();
        if names.is_empty() {
            return text.to_owned();
        }
        let all = self.command("git", &["rev-list", "--all", "--reverse"]);
        let commits = String::from_utf8_lossy(&all.stdout).into_owned();
        let mut steady = text.to_owned();
        for name in names.into_iter().rev() {
            if let Some(number) = commits.lines().position(|commit| commit.starts_with(name)) {
                steady = steady.replace(name, &steady_name(number)[..name.len()]);
            }
        }
        steady
    }

    /// Runs a program as a person would in the folder.
    fn command(&self, program: &str, arguments: &[&str]) -> std::process::Output {
        let date = format!("{} +0330", self.now.timestamp());
        Command::new(place_of(program))
            .args(arguments)
            .current_dir(self.folder().join(&self.place))
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(&self.environment)
            .envs([("GIT_AUTHOR_DATE", &date), ("GIT_COMMITTER_DATE", &date)])
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"))
    }
}

/// Returns the name that the commit of this number, counted from the oldest, is printed with.
fn steady_name(number: usize) -> String {
    let seed = u64::try_from(number).expect("few commits") << 32;
    let mut bytes = [0; 20];
    counted(&Rc::new(RefCell::new(seed)))(&mut bytes);
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
        .collect()
}

/// Returns the files of a folder.
pub(crate) fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("the folder can be read").path()).filter(|path| path.is_file()).collect()
}

/// Returns the text of a file.
pub(crate) fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Makes most registers.
const INIT: &str = "init --organization Alborz --time-zone Asia/Tehran";

/// Makes most Persian registers.
const INIT_IN_PERSIAN: &str = "init --organization البرز --lang fa";

/// The first complaint of most tests.
pub(crate) const LATE_DELIVERY: &str = "new --channel phone --name 'Maryam Rezaei' --phone 09120000123 \
    --subject 'Late delivery' --statement 'It should have come on Saturday, it came on Wednesday.'";

/// The first complaint of most Persian tests.
pub(crate) const LATE_DELIVERY_IN_PERSIAN: &str = "new --channel phone --name 'مریم رضایی' --phone ۰۹۱۲۰۰۰۰۱۲۳ \
    --subject 'تأخیر در تحویل' --statement 'قرار بود شنبه برسد، چهارشنبه تحویل شد.' --wants 'بازگشت هزینهٔ ارسال'";

/// Where `complaints new` puts the first complaint of an English register.
pub(crate) const FIRST_FILE: &str = "complaints/2026/10/2026-01-0001-2.yaml";

type Written = Rc<RefCell<Vec<(Stream, Vec<u8>)>>>;

/// One of the two streams; what is written to both stays in order.
struct Pen {
    stream: Stream,
    written: Written,
}

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut written = self.written.borrow_mut();
        match written.last_mut() {
            Some((stream, text)) if *stream == self.stream => text.extend_from_slice(bytes),
            _ => written.push((self.stream, bytes.to_vec())),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns bytes that look random and are the same in every run (`SplitMix64` over a counter).
fn counted(seed: &Rc<RefCell<u64>>) -> impl FnMut(&mut [u8]) + use<> {
    let seed = Rc::clone(seed);
    move |bytes: &mut [u8]| {
        for byte in bytes {
            let mut state = seed.borrow_mut();
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            *byte = (mixed >> 56).to_le_bytes()[0];
        }
    }
}
