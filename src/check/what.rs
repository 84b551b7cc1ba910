//! What does not fit, and what to do about it: each the key of a sentence with its values.
//!
//! The sentence is made where the reader's language is known; not one of its words stands here.

/// What does not fit, or what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// The key of the sentence, `found-…` or `mend-…`.
    pub key: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// What fills a place in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    /// Text as it is.
    Text(String),
    /// A number, which a language writes in its own digits.
    Count(usize),
}

impl From<String> for What {
    /// A command says itself what it does.
    fn from(command: String) -> Self {
        Self::of("mend-command").text("command", &command)
    }
}

impl What {
    /// Returns a sentence whose places are still empty.
    pub(super) fn of(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// Returns what another layer says of a fault, in its own words.
    pub(super) fn fault(fault: &(impl ToString + ?Sized)) -> Self {
        Self::of("found-fault").text("fault", fault)
    }

    /// Fills a place with text.
    pub(super) fn text(mut self, name: &'static str, text: &(impl ToString + ?Sized)) -> Self {
        self.values.push((name, Value::Text(text.to_string())));
        self
    }

    /// Fills a place with a number.
    pub(super) fn count(mut self, name: &'static str, count: impl Into<usize>) -> Self {
        self.values.push((name, Value::Count(count.into())));
        self
    }

    /// Returns what fills the places, by their names, as whoever makes the sentence takes it.
    pub fn values<'a, Word: From<&'a str> + From<usize>>(&'a self) -> Vec<(&'static str, Word)> {
        let word = |value: &'a Value| match value {
            Value::Text(text) => Word::from(text.as_str()),
            Value::Count(count) => Word::from(*count),
        };
        self.values.iter().map(|(name, value)| (*name, word(value))).collect()
    }
}
