//! A sentence about a register, as its key with the values that fill its places.
//!
//! It is put into words where the reader's language is known; none of its words stands here.

/// What does not fit (`found-…`), or what to do about it (`mend-…`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its key.
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

impl From<String> for Sentence {
    /// A command says itself what it does.
    fn from(command: String) -> Self {
        Self::of("mend-command").text("command", &command)
    }
}

impl Sentence {
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
