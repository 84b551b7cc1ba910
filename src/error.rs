//! What a command failed of, ready to be said: exit code, message, causes, and what to type next.
//!
//! Each layer has its own small error types next to the code that makes them; here they meet, and nowhere below.

use std::error::Error;

use crate::cli::Global;
use crate::exit::Exit;
use crate::register::change::{Stop, WriteError};
use crate::register::fault::Fault;
use crate::register::git::open::OpenError;
use crate::register::refusal::Refusal;
use crate::ui::Ui;

/// How much of a commit's id is shown.
const SHORT_ID: usize = 8;

/// A command's failure.
#[derive(Debug)]
pub struct CommandError {
    exit: Exit,
    message: String,
    causes: Vec<String>,
    details: Vec<String>,
    hints: Vec<String>,
}

/// What every command returns.
pub type Outcome = Result<Exit, CommandError>;

impl CommandError {
    /// Returns a failure with its exit code and what was wrong: lower case, one line, values in backticks.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), causes: Vec::new(), details: Vec::new(), hints: Vec::new() }
    }

    /// Returns a failure of the disk, git or the settings, with the causes of `error`.
    pub fn failed(error: &dyn Error) -> Self {
        Self::of(Exit::Failed, error)
    }

    /// Returns a failure that says what `error` says, with its causes.
    pub fn of(exit: Exit, error: &dyn Error) -> Self {
        let mut failure = Self::new(exit, error.to_string());
        let mut source = error.source();
        while let Some(cause) = source {
            failure.causes.push(cause.to_string());
            source = cause.source();
        }
        failure
    }

    /// Adds the cause and its own causes.
    #[must_use]
    pub fn because(mut self, cause: &dyn Error) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    /// Adds a line that belongs to the message: an excerpt, a list of what is missing.
    #[must_use]
    pub fn detail(mut self, line: impl Into<String>) -> Self {
        self.details.push(line.into());
        self
    }

    /// Says on which line of a file that was named on the command line it happened; `-` is standard input.
    #[must_use]
    pub fn on_line(mut self, file: &str, number: usize) -> Self {
        self.message = format!("{}:{number}: {}", foreign_file(file), self.message);
        self
    }

    /// Says in which commit it was read.
    #[must_use]
    pub fn in_commit(mut self, commit: &str) -> Self {
        let shown: String = commit.chars().take(SHORT_ID).collect();
        self.message = format!("commit {shown}: {}", self.message);
        self
    }

    /// Lets the commands in the hints work from where this one was typed: with the folder that `-C` names.
    #[must_use]
    pub fn typed_with(mut self, global: &Global) -> Self {
        self.hints = self.hints.iter().map(|hint| global.in_folder(hint)).collect();
        self
    }

    /// Adds what to type next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Returns the exit code.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// Returns the message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the lines that belong to the message.
    pub fn details(&self) -> &[String] {
        &self.details
    }

    /// Says it.
    pub fn print(&self, ui: &mut Ui) {
        ui.error(&self.message);
        for cause in &self.causes {
            ui.cause(cause);
        }
        for detail in self.details.iter().filter(|detail| !detail.is_empty()) {
            ui.detail(detail);
        }
        for hint in &self.hints {
            ui.hint(hint);
        }
    }
}

/// Returns what a file that was named on the command line is called: `-` is standard input.
pub fn foreign_file(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

impl std::fmt::Display for CommandError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message)
    }
}

impl Error for CommandError {}

/// Says what a fault of disk, git or a program says, and its own hint.
macro_rules! failed_with_hint {
    ($($fault:ty),+) => {
        $(impl From<$fault> for CommandError {
            fn from(fault: $fault) -> Self {
                let hint = fault.hint();
                hint.into_iter().fold(Self::failed(&fault), Self::hint)
            }
        })+
    };
}
failed_with_hint!(Fault, OpenError);

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        let is_no = refusal.is_about_work_of_a_person() || matches!(refusal, Refusal::RegisterExists { .. });
        let exit = if is_no { Exit::Refused } else { Exit::Failed };
        refusal.hint().into_iter().fold(Self::of(exit, &refusal), Self::hint)
    }
}

impl From<Stop> for CommandError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusal) => refusal.into(),
            Stop::Closed(error) => error.into(),
            Stop::Failed(fault) => fault.into(),
            Stop::InDoubt(_) => Self::of(Exit::InDoubt, &stop).hint("complaints list"),
        }
    }
}

impl From<WriteError<Self>> for CommandError {
    fn from(error: WriteError<Self>) -> Self {
        match error {
            WriteError::Decision(no) => no,
            WriteError::Stopped(stop) => stop.into(),
        }
    }
}
