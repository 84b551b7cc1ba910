//! Words, dates and numbers in the reader's language.
//!
//! The words stand in `en.ftl` and `fa.ftl` with equal key sets (tested). Nothing here decides what is said, only how.

mod dates;
mod money;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::calendar::CalendarKind;
use crate::text::digits::Digits;
use crate::text::language::Language;

/// The words of both languages, as files: one for each area, the same in both.
const SOURCES: [(Language, &str); 14] = [
    (Language::En, include_str!("en/codes.ftl")),
    (Language::En, include_str!("en/process.ftl")),
    (Language::En, include_str!("en/screen.ftl")),
    (Language::En, include_str!("en/summary.ftl")),
    (Language::En, include_str!("en/receipt.ftl")),
    (Language::En, include_str!("en/letter.ftl")),
    (Language::En, include_str!("en/check.ftl")),
    (Language::Fa, include_str!("fa/codes.ftl")),
    (Language::Fa, include_str!("fa/process.ftl")),
    (Language::Fa, include_str!("fa/screen.ftl")),
    (Language::Fa, include_str!("fa/summary.ftl")),
    (Language::Fa, include_str!("fa/receipt.ftl")),
    (Language::Fa, include_str!("fa/letter.ftl")),
    (Language::Fa, include_str!("fa/check.ftl")),
];

/// Everything about how a reader wants to be spoken to.
pub struct Locale {
    /// The language of the words.
    pub language: Language,
    /// The calendar of the days.
    pub calendar: CalendarKind,
    /// The digits of the numbers.
    pub digits: Digits,
    /// The zone of the times.
    pub zone: chrono_tz::Tz,
    words: FluentBundle<FluentResource>,
}

impl Locale {
    /// Returns the locale of a language with the calendar, digits and zone that go with it.
    pub fn new(language: Language, calendar: CalendarKind, digits: Digits, zone: chrono_tz::Tz) -> Self {
        Self { language, calendar, digits, zone, words: bundle(language, digits) }
    }

    /// Returns the words under `key`; the key itself where there are none, which a test excludes.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// Returns the words under `key` with their places filled; numbers choose the plural form.
    pub fn tell(&self, key: &str, values: &[(&str, Word<'_>)]) -> String {
        let Some(pattern) = self.words.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, value.fluent());
        }
        self.words.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// Returns whether there are words under `key`.
    pub fn knows(&self, key: &str) -> bool {
        self.words.has_message(key)
    }

    /// Returns the label of a code of a list, such as `state-received`; the code itself where it has no words.
    pub fn label(&self, list: &str, code: &str) -> String {
        let key = format!("{list}-{code}");
        if self.knows(&key) { self.say(&key) } else { code.to_owned() }
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

/// Isolation marks stay out: the text also goes into pipes, files and mail; documents isolate foreign pieces themselves.
fn bundle(language: Language, digits: Digits) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    if digits == Digits::Fa {
        bundle.set_formatter(Some(persian_number));
        bundle.set_transform(Some(persian_words));
    }
    for (_, source) in SOURCES.iter().filter(|(of, _)| *of == language) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Digits in our own words; a number within somebody's text stays as it was written.
fn persian_words(words: &str) -> Cow<'_, str> {
    if words.contains(|character: char| character.is_ascii_digit()) {
        Cow::Owned(Digits::Fa.write(words))
    } else {
        Cow::Borrowed(words)
    }
}

/// Numbers that were counted.
fn persian_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(Digits::Fa.write(&number.as_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(language: Language) -> Vec<&'static str> {
        SOURCES
            .iter()
            .filter(|(of, _)| *of == language)
            .flat_map(|(_, source)| source.lines())
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_words_once() {
        let [english, persian] = [Language::En, Language::Fa].map(|language| {
            let all = keys(language);
            let set: BTreeSet<_> = all.iter().copied().collect();
            assert_eq!(all.len(), set.len(), "a key stands twice in {language}");
            set
        });
        let missing: Vec<_> = english.symmetric_difference(&persian).collect();
        assert!(missing.is_empty(), "only in one language: {missing:?}");
    }

    #[test]
    fn every_file_of_words_is_sound() {
        for (language, source) in SOURCES {
            let faults = FluentResource::try_new(source.to_owned()).err().map(|(_, faults)| faults);
            assert!(faults.is_none(), "{language}: {faults:?}");
        }
    }
}
