//! Our words for history: the message of a commit, both ways.
//!
//! A message is a subject and trailers of a closed ASCII grammar. There is no place in it for free text, so nothing
//! personal can enter the part of history that can never be erased, and no text can pretend to be a trailer.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, SecondsFormat};

use crate::domain::reference::Reference;

/// Who wrote the commit: the value of `Complaint-Tool`.
const TOOL: &str = concat!("complaints ", env!("CARGO_PKG_VERSION"));

/// A word of the message grammar: lower case ASCII letters, digits, `-` and `.`, at most 64, beginning with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(String);

/// A text that may not stand in a commit message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a word of lower case letters, digits, `-` and `.`")]
pub struct WordError {
    /// The text.
    pub found: String,
}

/// The message of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    subject: String,
    trailers: Vec<Trailer>,
}

/// One line at the end of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trailer {
    /// The key, as it was written.
    pub key: String,
    /// The value, continuation lines joined by one blank.
    pub value: String,
}

impl Word {
    /// Returns the word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Word {
    type Err = WordError;

    fn from_str(text: &str) -> Result<Self, WordError> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let fits = text.len() <= 64
            && text.bytes().next().is_some_and(is_plain)
            && text.bytes().all(|byte| is_plain(byte) || matches!(byte, b'-' | b'.'));
        if fits { Ok(Self(text.to_owned())) } else { Err(WordError { found: text.to_owned() }) }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Message {
    /// Returns the message of a step of one complaint: `complaint 1405-01-0147-1: acknowledged`.
    pub fn complaint(reference: Reference, deed: &Word) -> Self {
        Self::with_subject(format!("complaint {reference}: {deed}")).trailer("Complaint", reference.to_string())
    }

    /// Returns the message of one step of several complaints: `12 complaints: received`.
    pub fn complaints(references: &[Reference], deed: &Word) -> Self {
        if let [reference] = references {
            return Self::complaint(*reference, deed);
        }
        let message = Self::with_subject(format!("{} complaints: {deed}", references.len()));
        references.iter().fold(message, |message, reference| message.trailer("Complaint", reference.to_string()))
    }

    /// Returns the message of the claim of a station: `station 02: claimed`.
    pub(super) fn station_claimed(station: u8) -> Self {
        Self::with_subject(format!("station {station:02}: claimed"))
    }

    /// Returns the message of a register's first commit: `register: created`.
    pub(super) fn register_created() -> Self {
        Self::with_subject("register: created".to_owned())
    }

    /// Returns the message of a change of anything else in the register: `report 1405-08: sealed`.
    pub fn about(thing: &[Word], deed: &Word) -> Self {
        let thing: Vec<&str> = thing.iter().map(Word::as_str).collect();
        Self::with_subject(format!("{}: {deed}", thing.join(" ")))
    }

    /// Adds the id of an event.
    #[must_use]
    pub fn event(self, id: &Word) -> Self {
        self.trailer("Complaint-Event", id.to_string())
    }

    /// Adds the state before and after.
    #[must_use]
    pub fn step(self, from: &Word, to: &Word) -> Self {
        self.trailer("Complaint-From", from.to_string()).trailer("Complaint-To", to.to_string())
    }

    /// Adds the time at which it is said to have happened.
    #[must_use]
    pub fn at(self, instant: DateTime<FixedOffset>) -> Self {
        self.trailer("Complaint-At", instant.to_rfc3339_opts(SecondsFormat::Secs, false))
    }

    /// Returns the first line.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    fn with_subject(subject: String) -> Self {
        Self { subject, trailers: Vec::new() }
    }

    fn trailer(mut self, key: &str, value: String) -> Self {
        self.trailers.push(Trailer { key: key.to_owned(), value });
        self
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}\n", self.subject)?;
        for Trailer { key, value } in &self.trailers {
            writeln!(out, "{key}: {value}")?;
        }
        writeln!(out, "Complaint-Tool: {TOOL}")
    }
}

/// Returns the trailers of any commit message: the lines of its last paragraph, when all of them are trailers.
///
/// Narrower than git, which also accepts a paragraph of which only a quarter are trailers: what is wanted here are our own.
pub fn trailers(message: &str) -> Vec<Trailer> {
    let Some((_, last)) = message.trim_end().rsplit_once("\n\n") else { return Vec::new() };
    let mut found: Vec<Trailer> = Vec::new();
    for line in last.lines() {
        if let Some(continued) = line.strip_prefix([' ', '\t'])
            && let Some(trailer) = found.last_mut()
        {
            let joined = [trailer.value.as_str(), continued.trim()].join(" ");
            joined.trim().clone_into(&mut trailer.value);
        } else if let Some(trailer) = trailer_of(line) {
            found.push(trailer);
        } else {
            return Vec::new();
        }
    }
    found
}

/// Returns what people wrote in a commit message: all of it, but for the subject and the trailers of this program.
pub fn free_words(message: &str) -> String {
    let is_ours = |line: &&str| line.starts_with("Complaint") && trailer_of(line).is_some();
    let is_by_tool = message.lines().any(|line| line.starts_with("Complaint-Tool:"));
    let lines = message.lines().enumerate().filter(|(number, line)| !(is_by_tool && *number == 0 && line.is_ascii()));
    lines.map(|(_, line)| line).filter(|line| !is_ours(line)).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn trailer_of(line: &str) -> Option<Trailer> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_key.then(|| Trailer { key: key.to_owned(), value: value.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn word(text: &str) -> Word {
        text.parse().expect("a word")
    }

    fn reference() -> Reference {
        "1405-01-0147-1".parse().expect("a reference")
    }

    fn pairs(message: &str) -> Vec<(String, String)> {
        trailers(message).into_iter().map(|trailer| (trailer.key, trailer.value)).collect()
    }

    #[test]
    fn a_message_is_a_subject_and_trailers() {
        let at = DateTime::parse_from_rfc3339("2026-10-28T10:05:00+03:30").expect("a time");
        let message = Message::complaint(reference(), &word("acknowledged"))
            .event(&word("e-k3z7q8m4t5v6"))
            .step(&word("received"), &word("acknowledged"))
            .at(at);
        expect![[r"
            complaint 1405-01-0147-1: acknowledged

            Complaint: 1405-01-0147-1
            Complaint-Event: e-k3z7q8m4t5v6
            Complaint-From: received
            Complaint-To: acknowledged
            Complaint-At: 2026-10-28T10:05:00+03:30
            Complaint-Tool: complaints 0.1.0
        "]]
        .assert_eq(&message.to_string());
    }

    #[test]
    fn several_complaints_are_counted_and_listed() {
        let other: Reference = "1405-02-0147-5".parse().expect("a reference");
        let message = Message::complaints(&[reference(), other], &word("received"));
        assert_eq!(message.subject(), "2 complaints: received");
        let listed = pairs(&message.to_string());
        assert_eq!(listed.iter().filter(|(key, _)| key == "Complaint").count(), 2);
        assert_eq!(
            Message::complaints(&[reference()], &word("received")).subject(),
            "complaint 1405-01-0147-1: received"
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        let message = Message::about(&[word("report"), word("1405-08")], &word("sealed"));
        assert_eq!(message.subject(), "report 1405-08: sealed");
        assert_eq!(pairs(&message.to_string()), [("Complaint-Tool".to_owned(), TOOL.to_owned())]);
    }

    #[test]
    fn no_free_text_becomes_a_word() {
        for text in ["", " ", "a b", "A", "a:b", "a\nb", "-a", "مریم", "a\u{200c}", &"a".repeat(65)] {
            assert!(text.parse::<Word>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_message_of_ours_holds_no_words_of_people() {
        let message = Message::complaint(reference(), &word("acknowledged")).event(&word("e-k3z7q8m4t5v6")).to_string();
        assert_eq!(free_words(&message), "");
        assert_eq!(free_words(&format!("{message}by Maryam\n")), "by Maryam");
        assert_eq!(
            free_words("Mend the address of Maryam\n\nShe moved.\n"),
            "Mend the address of Maryam\n\nShe moved."
        );
    }

    #[test]
    fn only_the_last_paragraph_holds_trailers() {
        assert!(pairs("subject\n\nComplaint: 1\n\nbody").is_empty());
        assert!(pairs("Complaint: 1").is_empty());
        assert!(pairs("subject\n\nComplaint: 1\nand so on").is_empty());
        assert_eq!(pairs("subject\n\nKey: one\n two\n"), [("Key".to_owned(), "one two".to_owned())]);
    }

    proptest::proptest! {
        #[test]
        fn no_message_makes_the_parser_panic(text in "\\PC*(\n\\PC*){0,6}") {
            drop(trailers(&text));
        }
    }
}
