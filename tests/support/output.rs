//! What a command printed and how it ended.

use std::fmt;

use complaints::exit::Exit;
use expect_test::Expect;

/// One of the two streams to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Errors,
}

/// What a command printed, in order, and how it ended.
#[must_use]
pub(crate) struct Output {
    pieces: Vec<(Stream, String)>,
    /// How it ended.
    pub(crate) exit: Exit,
}

impl Output {
    pub(crate) fn new(pieces: Vec<(Stream, String)>, exit: Exit) -> Self {
        Self { pieces, exit }
    }

    /// Returns what stands on standard output.
    pub(crate) fn stdout(&self) -> String {
        self.of(Stream::Output)
    }

    /// Returns what stands on standard error.
    pub(crate) fn stderr(&self) -> String {
        self.of(Stream::Errors)
    }

    /// Returns both streams as a terminal shows them.
    pub(crate) fn both(&self) -> String {
        self.pieces.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// Compares everything that was printed with what is expected.
    #[track_caller]
    pub(crate) fn check(&self, expected: &Expect) {
        expected.assert_eq(&self.to_string());
    }

    /// Returns the last line of standard output; the command must have done well.
    #[track_caller]
    pub(crate) fn done(&self) -> String {
        assert_eq!(self.exit, Exit::Ok, "{self}");
        self.stdout().lines().last().unwrap_or_default().to_owned()
    }

    fn of(&self, wanted: Stream) -> String {
        self.pieces.iter().filter(|(stream, _)| *stream == wanted).map(|(_, text)| text.as_str()).collect()
    }
}

impl fmt::Display for Output {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (stdout, stderr) = (visible(&self.stdout()), visible(&self.stderr()));
        out.write_str(&stdout)?;
        if !stderr.is_empty() {
            write!(out, "------- stderr -------\n{stderr}")?;
        }
        if self.exit != Exit::Ok {
            writeln!(out, "[exit code: {}]", self.exit.code())?;
        }
        Ok(())
    }
}

/// Returns a text in which control characters and those that turn the direction of text can be seen.
fn visible(text: &str) -> String {
    let is_hidden = |letter: char| {
        (letter.is_control() && letter != '\n')
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown = String::new();
    for letter in text.chars() {
        if is_hidden(letter) { shown.extend(letter.escape_unicode()) } else { shown.push(letter) }
    }
    shown
}
