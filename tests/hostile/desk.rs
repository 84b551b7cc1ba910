//! A register in which a stranger's texts are typed: commands run in-process, and everything they print is kept.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use complaints::exit::Exit;
use complaints::register::change::Durability;
use complaints::world::{Screen, Terminal, World};
use tempfile::TempDir;

const ENVIRONMENT: [(&str, &str); 6] = [
    ("GIT_AUTHOR_NAME", "Sara"),
    ("GIT_AUTHOR_EMAIL", "sara@alborz.example"),
    ("GIT_COMMITTER_NAME", "Sara"),
    ("GIT_COMMITTER_EMAIL", "sara@alborz.example"),
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
];

/// A register of its own.
pub(crate) struct Desk {
    folder: TempDir,
    random: u8,
}

/// What a command printed and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) exit: Exit,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Desk {
    /// Returns an empty register with Gregorian dates.
    pub(crate) fn open() -> Self {
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let mut desk = Self { folder: tempfile::tempdir_in(place).expect("a folder"), random: 0 };
        assert_eq!(desk.runs(&["init", "--organization", "Alborz"]).exit, Exit::Ok);
        desk
    }

    /// Returns a register with one complaint, `1`.
    pub(crate) fn with_a_complaint() -> Self {
        let mut desk = Self::open();
        let said = desk.runs(&["new", "--channel", "phone", "--phone", "09120000123", "--statement", "Late."]);
        assert_eq!(said.exit, Exit::Ok, "{}", said.errors);
        desk
    }

    /// Runs a command as if on a terminal, where escape sequences would do harm; fails if it prints one.
    #[track_caller]
    pub(crate) fn runs(&mut self, arguments: &[&str]) -> Said {
        self.runs_with(arguments, "")
    }

    /// Runs a command with something on its standard input.
    #[track_caller]
    pub(crate) fn runs_with(&mut self, arguments: &[&str], input: &str) -> Said {
        let (output, errors) = (Kept::default(), Kept::default());
        self.random = self.random.wrapping_add(1);
        let mut random = self.random;
        let exit = complaints::run(World {
            arguments: ["complaints"].iter().chain(arguments).map(OsString::from).collect(),
            environment: ENVIRONMENT.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            directory: self.folder().to_owned(),
            now: "2026-11-21T10:05:00Z".parse().expect("a time"),
            local_zone: || None,
            random: Box::new(move |bytes| {
                for byte in bytes {
                    random = random.wrapping_mul(109).wrapping_add(89);
                    *byte = random >> 3;
                }
            }),
            input: Box::new(io::Cursor::new(input.as_bytes().to_vec())),
            output: Box::new(output.clone()),
            errors: Box::new(errors.clone()),
            // Nobody types, so that nothing is asked; somebody reads without colours, so that no escape is ours.
            terminal: Terminal {
                output: Screen { is_read: true, has_colors: false },
                errors: Screen { is_read: true, has_colors: false },
                width: Some(80),
                ..Terminal::default()
            },
            durability: Durability::None,
        });
        let said = Said { exit, output: output.text(), errors: errors.text() };
        said.assert_harmless(arguments);
        said
    }

    /// Returns the folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file of the register.
    pub(crate) fn write(&self, file: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder().join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    /// Runs the real git and returns what it prints.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(self.folder())
            .envs(ENVIRONMENT)
            .output()
            .expect("git is installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Fails unless every commit message is of the closed grammar: no word of a stranger can be in it.
    pub(crate) fn assert_messages_are_ours(&self) {
        let is_word = |text: &str| {
            text.split(' ').all(|word| {
                word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b":.+TZ-".contains(&byte))
            })
        };
        let keys = ["Complaint", "Complaint-Event", "Complaint-From", "Complaint-To", "Complaint-At", "Complaint-Tool"];
        for message in self.git(&["log", "-z", "--format=%B"]).split('\0').filter(|message| !message.is_empty()) {
            let (subject, trailers) = message.split_once("\n\n").expect("a subject and trailers");
            assert!(is_word(subject) && subject.len() < 80, "{message}");
            let mut seen = Vec::new();
            for line in trailers.trim_end().lines() {
                let (key, value) = line.split_once(": ").expect("a trailer");
                assert!(keys.contains(&key) && !seen.contains(&key) && is_word(value), "{message}");
                seen.push(key);
            }
        }
    }

    /// Returns where the branch stands, and what lies uncommitted.
    pub(crate) fn standing(&self) -> String {
        self.git(&["status", "--porcelain=v2", "--branch"])
    }
}

impl Said {
    /// Fails if something was printed that moves a cursor, hides text or turns its direction over.
    #[track_caller]
    fn assert_harmless(&self, arguments: &[&str]) {
        let is_harmful = |character: &char| {
            (character.is_control() && *character != '\n') || matches!(character, '\u{202A}'..='\u{202E}')
        };
        for text in [&self.output, &self.errors] {
            // The table format is drawn with tabs nowhere; `--format plain` is tab-separated by contract.
            let text = if arguments.contains(&"plain") { text.replace('\t', " ") } else { text.clone() };
            let found = text.chars().find(is_harmful);
            assert_eq!(
                found,
                None,
                "{:?} printed {text:?}",
                arguments.iter().map(|word| short(word)).collect::<Vec<_>>()
            );
        }
    }
}

fn short(word: &str) -> String {
    word.chars().take(80).collect()
}

#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Kept {
    fn text(&self) -> String {
        String::from_utf8(self.0.take()).expect("only UTF-8 is printed")
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
