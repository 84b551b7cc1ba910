//! Every command as people meet it: what they type, everything that is printed, and the exit code.

#![expect(clippy::too_many_lines, reason = "what a command prints stands where it is typed, however long it is")]

mod advance;
mod approve;
mod assign;
mod attach;
mod calendar;
mod categorize;
mod completions;
mod conduct;
mod conflict;
mod dispute;
mod due;
mod edit;
mod feedback;
mod four_eyes;
mod history;
mod hold;
mod init;
mod letter;
mod list;
mod look;
mod mail;
mod many;
mod misplaced;
mod new;
mod note;
mod options;
mod paper;
mod permission;
mod point;
mod promise;
mod published;
mod query;
mod reactions;
mod receipt;
mod remedy;
mod review;
mod search;
mod show;
mod submit;
mod summary;
mod surroundings;
mod undo;
mod ways;
mod words;
