//! The two languages of the tool. Which words they have is known elsewhere.

use std::fmt;
use std::str::FromStr;

/// A language that a reader may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, written left to right.
    #[default]
    En,
    /// Persian, written right to left.
    Fa,
}

/// A text that names no known language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no language; known are en and fa")]
pub struct UnknownLanguage {
    /// What was written.
    pub found: String,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Fa];

    /// Returns the language's code of ISO 639-1, as it is written in files and options.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fa => "fa",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let named = |language: &Self| language.code() == text;
        Self::ALL.into_iter().find(named).ok_or_else(|| UnknownLanguage { found: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_read_back_from_its_code() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
        assert_eq!("de".parse::<Language>(), Err(UnknownLanguage { found: "de".into() }));
    }
}
