//! Words, dates and numbers in the reader's language.
//!
//! Nothing here decides what is said, only how.

mod dates;
mod events;
mod money;
mod words;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::calendar::{CalendarKind, Zone};
use crate::text::digits::Digits;
use crate::text::language::Language;
use words::Words;

/// Everything about how a reader wants to be spoken to.
pub struct Locale {
    /// The language of the words.
    pub language: Language,
    /// The calendar of the days.
    pub calendar: CalendarKind,
    /// The digits of the numbers.
    pub digits: Digits,
    /// The zone of the times.
    pub zone: Zone,
    words: Words,
}

impl Locale {
    /// Returns the locale of a language with the calendar, digits and zone that go with it.
    pub fn new(language: Language, calendar: CalendarKind, digits: Digits, zone: Zone) -> Self {
        Self { language, calendar, digits, zone, words: Words::new(language, digits) }
    }

    /// Returns the words under `key`; the key itself where there are none, which a test excludes.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// Returns the words under `key` with their places filled; numbers choose the plural form.
    pub fn tell(&self, key: &str, values: &[(&str, Word<'_>)]) -> String {
        let arguments = values.iter().map(|(name, value)| (*name, value.fluent())).collect();
        self.words.format(key, &arguments).unwrap_or_else(|| key.to_owned())
    }

    /// Returns whether there are words under `key`, which then are there in every language.
    pub fn knows(key: &str) -> bool {
        Words::has(key)
    }

    /// Returns the label of a code of a list, such as `state-received`; the code itself where it has no words.
    pub fn label(&self, list: &str, code: &str) -> String {
        self.words.format(&format!("{list}-{code}"), &FluentArgs::new()).unwrap_or_else(|| code.to_owned())
    }

    /// Returns a whole number in the reader's digits.
    pub fn number(&self, value: impl std::fmt::Display) -> String {
        let text = value.to_string();
        match self.digits {
            Digits::Latn => text,
            Digits::Fa => self.digits.write(&text.replace('.', "٫")),
        }
    }
}

/// A value that fills a place in a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Word<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A number that the plural form depends on.
    Count(usize),
}

impl<'a> Word<'a> {
    fn fluent(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::from(text),
            Self::Count(count) => FluentValue::from(count),
        }
    }
}

impl<'a> From<&'a str> for Word<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Word<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Word<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}
