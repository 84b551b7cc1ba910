//! What is said to people: the thing asked for on standard output, everything else on standard error.
//!
//! Labels (`error:`, `warning:`, `hint:`) stay ASCII English in every language, so that scripts find them.

use std::borrow::Cow;
use std::io::{self, Write};

use anstream::adapter::strip_str;

use crate::cli::Color;
use crate::render::style;
use crate::text::sanitize;
use crate::world::World;

/// The two streams to people.
pub struct Ui {
    output: Box<dyn Write>,
    has_colors: bool,
    errors: Box<dyn Write>,
    is_quiet: bool,
    lost: Option<io::Error>,
}

impl Ui {
    /// Takes the streams out of the world; escapes for colours are stripped where nobody could see them.
    pub fn of(world: &mut World, color: Color, is_quiet: bool) -> Self {
        let terminal = world.terminal;
        let wants = |automatic: bool| match color {
            Color::Auto => automatic,
            Color::Always => true,
            Color::Never => false,
        };
        let taken = |stream: &mut Box<dyn Write>| std::mem::replace(stream, Box::new(io::sink()));
        let errors = taken(&mut world.errors);
        let shows_colors = wants(terminal.errors.has_colors);
        Self {
            output: taken(&mut world.output),
            has_colors: wants(terminal.output.has_colors),
            errors: if shows_colors { errors } else { Box::new(anstream::StripStream::new(errors)) },
            is_quiet,
            lost: None,
        }
    }

    /// Prints a piece of the thing asked for, with a line end.
    pub fn data(&mut self, text: &str) {
        let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
        let seen = if self.has_colors { Cow::Borrowed(text) } else { without_escapes(text) };
        self.bytes(format!("{seen}{end}").as_bytes());
    }

    /// Prints the thing asked for where it is no text.
    pub fn bytes(&mut self, bytes: &[u8]) {
        let written = self.output.write_all(bytes).and_then(|()| self.output.flush());
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

/// Returns a text without escapes. They are looked for first: a long list has none, and taking it apart takes longer than to
/// print it.
fn without_escapes(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| byte == b'\n' || !byte.is_ascii_control());
    if is_plain { Cow::Borrowed(text) } else { Cow::Owned(strip_str(text).to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_text_is_printed_as_if_it_had_been_taken_apart(text in "(\\PC|[\x00-\x20\x7f]|\x1b\\[3[0-9]m)*") {
            proptest::prop_assert_eq!(without_escapes(&text), strip_str(&text).to_string());
        }
    }
}
