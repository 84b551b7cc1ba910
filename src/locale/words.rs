//! The words of both languages: files of fluent messages, one for each area, with the same keys in both languages.
//!
//! A command says few of them, so each is read when it is first asked for, and alone: none refers to another. What is said,
//! and when, is not known here.

use std::borrow::Cow;
use std::sync::{PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use memchr::memmem;
use unic_langid::LanguageIdentifier;

use crate::text::digits::Digits;
use crate::text::language::Language;

/// The files, each as English and Persian text.
const FILES: [[&str; 2]; 7] = [
    [include_str!("en/codes.ftl"), include_str!("fa/codes.ftl")],
    [include_str!("en/process.ftl"), include_str!("fa/process.ftl")],
    [include_str!("en/screen.ftl"), include_str!("fa/screen.ftl")],
    [include_str!("en/summary.ftl"), include_str!("fa/summary.ftl")],
    [include_str!("en/receipt.ftl"), include_str!("fa/receipt.ftl")],
    [include_str!("en/letter.ftl"), include_str!("fa/letter.ftl")],
    [include_str!("en/check.ftl"), include_str!("fa/check.ftl")],
];

/// Returns the files of a language.
fn files_in(language: Language) -> impl Iterator<Item = &'static str> {
    FILES.iter().map(move |[english, persian]| match language {
        Language::En => *english,
        Language::Fa => *persian,
    })
}

/// Returns the message under `key` in one of the files, as it stands there.
fn message<'w>(files: impl IntoIterator<Item = &'w str>, key: &str) -> Option<&'w str> {
    let beginning = format!("\n{key} =");
    let beginning = memmem::Finder::new(&beginning);
    files.into_iter().find_map(|words| {
        let message = &words[beginning.find(words.as_bytes())? + 1..];
        let mut lines = memchr::memchr_iter(b'\n', message.as_bytes()).map(|end| end + 1);
        let end = lines.find(|next| !message[*next..].starts_with([' ', '}']));
        Some(&message[..end.unwrap_or(message.len())])
    })
}

/// The words of one language, its numbers in one kind of digits.
pub(super) struct Words {
    language: Language,
    read: RwLock<FluentBundle<FluentResource>>,
}

impl Words {
    /// Returns the words of a language.
    pub(super) fn new(language: Language, digits: Digits) -> Self {
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolation marks stay out: the text also goes into pipes, files and mail; documents isolate foreign pieces
        // themselves.
        bundle.set_use_isolating(false);
        if digits == Digits::Fa {
            bundle.set_formatter(Some(persian_number));
            bundle.set_transform(Some(persian_words));
        }
        Self { language, read: RwLock::new(bundle) }
    }

    /// Returns whether there are words under `key`.
    pub(super) fn has(key: &str) -> bool {
        message(files_in(Language::En), key).is_some()
    }

    /// Returns the words under `key` with their places filled; `None` where there are none.
    pub(super) fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        self.read(key)?;
        let words = self.read.read().unwrap_or_else(PoisonError::into_inner);
        let pattern = words.get_message(key)?.value()?;
        Some(words.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }

    /// Reads the message under `key` if nobody has yet; `None` where there is none.
    fn read(&self, key: &str) -> Option<()> {
        if self.read.read().unwrap_or_else(PoisonError::into_inner).has_message(key) {
            return Some(());
        }
        let unread = message(files_in(self.language), key)?;
        let message = match FluentResource::try_new(unread.to_owned()) {
            Ok(message) | Err((message, _)) => message,
        };
        self.read.write().unwrap_or_else(PoisonError::into_inner).add_resource_overriding(message);
        Some(())
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

    /// Returns the keys of a file, in its order.
    fn keys(source: &str) -> Vec<&str> {
        let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
        source.lines().filter(begins).filter_map(|line| Some(line.split_once(' ')?.0)).collect()
    }

    #[test]
    fn both_languages_have_the_same_words_once_each_in_the_same_file() {
        let mut seen = BTreeSet::new();
        for file in FILES {
            let [english, persian] = file.map(keys);
            let [in_english, in_persian] = [&english, &persian].map(|keys| keys.iter().collect::<BTreeSet<_>>());
            let missing: Vec<_> = in_english.symmetric_difference(&in_persian).collect();
            assert!(missing.is_empty(), "only in one language: {missing:?}");
            for key in &english {
                assert!(seen.insert(*key), "{key} stands twice");
            }
            assert_eq!(persian.len(), in_persian.len(), "a Persian key stands twice");
        }
    }

    #[test]
    fn every_file_of_words_is_sound_and_means_whole_what_it_means_in_pieces() {
        for source in FILES.into_iter().flatten() {
            let whole = FluentResource::try_new(source.to_owned()).expect("a sound file");
            let piece = |key: &str| message([source], key).expect("a message").to_owned();
            let pieces: Vec<_> = keys(source)
                .into_iter()
                .map(|key| (key, FluentResource::try_new(piece(key)).expect("a sound message")))
                .collect();
            let messages = |resource: &FluentResource| -> Vec<String> {
                let entries = resource.entries().map(|entry| format!("{entry:?}"));
                entries.filter(|entry| entry.starts_with("Message")).collect()
            };
            let in_pieces: Vec<_> = pieces.iter().flat_map(|(_, piece)| messages(piece)).collect();
            assert_eq!(messages(&whole), in_pieces);
            for (key, piece) in &pieces {
                let text = messages(piece).concat();
                assert!(
                    !text.contains("MessageReference") && !text.contains("TermReference"),
                    "{key} refers to another"
                );
            }
        }
    }
}
