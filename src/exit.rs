//! The exit codes: one enum, one line of meaning each. They are a contract with shells and cron.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done. For a writing command: the change is in a commit.
    Ok = 0,
    /// The disk, git or the settings failed; nothing was changed.
    Failed = 1,
    /// The command line was wrong; nothing was changed.
    Usage = 2,
    /// Done, and something was found: damaged files, findings of `check`.
    Findings = 3,
    /// A rule of the process said no; nothing was changed.
    Refused = 4,
    /// No such complaint, or more than one is meant; nothing was changed.
    NotFound = 5,
    /// A conflict is left for a person.
    Conflict = 6,
    /// `due --exit-code`: work is due.
    Due = 7,
    /// `due --exit-code`: work is overdue.
    Overdue = 8,
    /// The disk stopped answering in the middle: nothing is lost, the next command says which it was.
    InDoubt = 75,
}

impl Exit {
    /// All exit codes with their meaning, for the manual.
    pub const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Ok, "done; for a writing command the change is in a commit"),
        (Self::Failed, "the disk, git or the settings failed; nothing was changed"),
        (Self::Usage, "the command line was wrong; nothing was changed"),
        (Self::Findings, "done, and something was found: damaged files, findings of `check`"),
        (Self::Refused, "a rule of the process said no; nothing was changed"),
        (Self::NotFound, "no such complaint, or more than one is meant; nothing was changed"),
        (Self::Conflict, "a conflict is left for a person"),
        (Self::Due, "`due --exit-code`: work is due"),
        (Self::Overdue, "`due --exit-code`: work is overdue"),
        (Self::InDoubt, "the disk stopped answering in the middle; the next command says which it was"),
    ];

    /// Returns the number.
    pub fn code(self) -> u8 {
        self as u8
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
