//! What is said to people: the thing asked for on standard output, everything else on standard error.
//!
//! Labels (`error:`, `warning:`, `hint:`) stay ASCII English in every language, so that scripts find them.

use std::io::{self, Write};

use crate::render::style;
use crate::text::sanitize;

/// The two streams to people.
pub struct Ui<'w> {
    output: &'w mut dyn Write,
    errors: &'w mut dyn Write,
    is_quiet: bool,
    lost: Option<io::Error>,
}

impl<'w> Ui<'w> {
    /// Returns the streams, with status messages on.
    pub fn new(output: &'w mut dyn Write, errors: &'w mut dyn Write) -> Self {
        Self { output, errors, is_quiet: false, lost: None }
    }

    /// Silences status messages; warnings, hints and errors stay.
    pub fn silence(&mut self) {
        self.is_quiet = true;
    }

    /// Prints a piece of the thing asked for, with a line end.
    pub fn data(&mut self, text: &str) {
        let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
        let written = write!(self.output, "{text}{end}").and_then(|()| self.output.flush());
        self.remember(written);
    }

    /// Prints what was done.
    pub fn status(&mut self, text: &str) {
        if !self.is_quiet {
            self.line("", text);
        }
    }

    /// Prints what may be wrong although the command went on.
    pub fn warning(&mut self, text: &str) {
        self.line(&style::WARNING.paint("warning: "), &sanitize::block(text));
    }

    /// Prints what to type next.
    pub fn hint(&mut self, text: &str) {
        self.line(&style::HINT.paint("hint: "), &sanitize::block(text));
    }

    /// Prints what was wrong.
    pub fn error(&mut self, text: &str) {
        self.line(&style::ERROR.paint("error: "), &sanitize::block(text));
    }

    /// Prints a cause of the error above.
    pub fn cause(&mut self, text: &str) {
        self.line("caused by: ", &sanitize::block(text));
    }

    /// Prints a line that belongs to the error above: an excerpt, something missing.
    pub fn detail(&mut self, text: &str) {
        self.line("", &sanitize::block(text));
    }

    /// Returns the first output error, if the reader did not simply go away.
    pub fn lost_output(&mut self) -> Option<io::Error> {
        self.lost.take()
    }

    /// A message that cannot be written has nobody left to tell: not an error of the command.
    fn line(&mut self, label: &str, text: &str) {
        drop(writeln!(self.errors, "{label}{text}").and_then(|()| self.errors.flush()));
    }

    /// A reader that closed the pipe has seen enough; any other failure means that something asked for is missing.
    fn remember(&mut self, written: io::Result<()>) {
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.lost.get_or_insert(error);
        }
    }
}
