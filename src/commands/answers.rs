//! Answers that people type on a terminal: a word of a list by its code or its name, also mistyped.

use crate::commands::Context;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::prompt::{self, Unanswered};
use crate::text::fold::fold;
use crate::text::similar;

/// A closed list that can be asked for: the key of its labels, its words, and how a word is written.
pub(super) struct List<T: 'static> {
    /// The key under which the labels of the words stand.
    pub(super) name: &'static str,
    /// The words.
    pub(super) all: &'static [T],
    /// Returns the word's code.
    pub(super) as_str: fn(T) -> &'static str,
}

impl<T: Copy> List<T> {
    /// Returns the name of a word in the reader's language.
    pub(super) fn label(&self, locale: &Locale, word: T) -> String {
        locale.label(self.name, (self.as_str)(word))
    }

    /// Returns the word that was typed, as a code or in words, also mistyped.
    pub(super) fn named(&self, locale: &Locale, typed: &str) -> Option<T> {
        let names: Vec<(T, String)> = self.all.iter().map(|word| (*word, self.label(locale, *word))).collect();
        let exact = |(word, label): &&(T, String)| (self.as_str)(*word) == typed || fold(label) == fold(typed);
        let near = || {
            let nearest = similar::nearest(typed, names.iter().map(|(_, label)| label.as_str()));
            let nearest = nearest.first().map(|label| (*label).to_owned())?;
            names.iter().find(|(_, label)| *label == nearest)
        };
        names.iter().find(exact).or_else(near).map(|(word, _)| *word)
    }

    /// Returns the names of all words in one line.
    pub(super) fn known(&self, locale: &Locale) -> String {
        let labels: Vec<String> = self.all.iter().map(|word| self.label(locale, *word)).collect();
        labels.join(&locale.say("list-comma"))
    }

    /// Asks until a word is named; an empty answer is `usual`.
    pub(super) fn ask(
        &self,
        context: &mut Context,
        locale: &Locale,
        question: &str,
        usual: Option<T>,
    ) -> Result<Option<T>, CommandError> {
        loop {
            context.ui.status(question);
            let Some(typed) = line(locale, None)? else { return Ok(usual) };
            if let Some(word) = self.named(locale, &typed) {
                return Ok(Some(word));
            }
            let known = self.known(locale);
            context.ui.status(&locale.tell("ask-unknown", &[("known", (&known).into())]));
        }
    }
}

/// Returns the line that is typed; `None` when it is empty.
pub(super) fn line(locale: &Locale, earlier: Option<&str>) -> Result<Option<String>, CommandError> {
    match prompt::line(earlier) {
        Ok(answer) => Ok(Some(answer).filter(|answer| !answer.is_empty())),
        Err(Unanswered::Stopped) => Err(CommandError::new(Exit::Failed, locale.say("ask-stopped"))),
        Err(failed) => Err(CommandError::failed(&failed)),
    }
}
