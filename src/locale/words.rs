//! The words of both languages: files of fluent messages, one for each area, with the same keys in both languages.
//!
//! A file is read when the first of its words is asked for; most commands speak of one or two areas. What is said, and when,
//! is not known here.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::text::digits::Digits;
use crate::text::language::Language;

/// The areas, each as English and Persian text.
const AREAS: [[&str; 2]; 7] = [
    [include_str!("en/codes.ftl"), include_str!("fa/codes.ftl")],
    [include_str!("en/process.ftl"), include_str!("fa/process.ftl")],
    [include_str!("en/screen.ftl"), include_str!("fa/screen.ftl")],
    [include_str!("en/summary.ftl"), include_str!("fa/summary.ftl")],
    [include_str!("en/receipt.ftl"), include_str!("fa/receipt.ftl")],
    [include_str!("en/letter.ftl"), include_str!("fa/letter.ftl")],
    [include_str!("en/check.ftl"), include_str!("fa/check.ftl")],
];

/// In which area the words of a key stand.
static AREA_OF: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    // Room for all from the beginning: this is done at nearly every start.
    let mut areas = HashMap::with_capacity(2048);
    for (area, [english, _]) in AREAS.into_iter().enumerate() {
        areas.extend(keys_of(english).map(|key| (key, area)));
    }
    areas
});

/// Returns the keys that a file defines, in its order.
fn keys_of(source: &str) -> impl Iterator<Item = &str> {
    let entries = source.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    entries.filter_map(|line| line.split_once(" =")).map(|(key, _)| key)
}

/// The words of one language, its numbers in one kind of digits.
pub(super) struct Words {
    language: Language,
    digits: Digits,
    areas: [OnceLock<FluentBundle<FluentResource>>; AREAS.len()],
}

impl Words {
    /// Returns the words of a language.
    pub(super) fn new(language: Language, digits: Digits) -> Self {
        Self { language, digits, areas: Default::default() }
    }

    /// Returns whether there are words under `key`.
    pub(super) fn has(key: &str) -> bool {
        AREA_OF.contains_key(key)
    }

    /// Returns the words under `key` with their places filled; `None` where there are none.
    pub(super) fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let area = *AREA_OF.get(key)?;
        let words = self.areas[area].get_or_init(|| self.read(area));
        let pattern = words.get_message(key)?.value()?;
        Some(words.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }

    /// Isolation marks stay out: the text also goes into pipes, files and mail; documents isolate foreign pieces themselves.
    fn read(&self, area: usize) -> FluentBundle<FluentResource> {
        let identifier: LanguageIdentifier = self.language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        if self.digits == Digits::Fa {
            bundle.set_formatter(Some(persian_number));
            bundle.set_transform(Some(persian_words));
        }
        let [english, persian] = AREAS[area];
        let source = match self.language {
            Language::En => english,
            Language::Fa => persian,
        };
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        bundle
    }
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

    #[test]
    fn both_languages_have_the_same_words_once_each_in_the_same_file() {
        let mut seen = BTreeSet::new();
        for [english, persian] in AREAS {
            let [in_english, in_persian] = [english, persian].map(|source| keys_of(source).collect::<BTreeSet<_>>());
            let missing: Vec<_> = in_english.symmetric_difference(&in_persian).collect();
            assert!(missing.is_empty(), "only in one language: {missing:?}");
            for key in keys_of(english) {
                assert!(seen.insert(key), "{key} stands twice");
            }
            assert_eq!(keys_of(persian).count(), in_persian.len(), "a Persian key stands twice");
        }
    }

    #[test]
    fn every_file_of_words_is_sound() {
        for source in AREAS.into_iter().flatten() {
            let faults = FluentResource::try_new(source.to_owned()).err().map(|(_, faults)| faults);
            assert!(faults.is_none(), "{faults:?}");
        }
    }
}
