//! Codes: the `kebab-case` words that YAML, JSON and options share.
//!
//! A closed list is an enum made by `words!`; an open one, such as a register's categories,
//! is a [`Code`].

use std::fmt;
use std::str::FromStr;

/// A word of an open list: a category, a product, a member, a cause.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

/// The longest code that is accepted, in characters.
pub const MAX_CODE_LENGTH: usize = 48;

/// Why a text is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a code: small letters a-z, digits and single hyphens, at most {MAX_CODE_LENGTH}")]
pub struct NotACode {
    /// The text that was given.
    pub found: String,
}

/// A word that is not on a closed list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no {what}; allowed: {}", allowed.join(" "))]
pub struct UnknownWord {
    /// What the list is of, such as `state`.
    pub what: &'static str,
    /// The text that was given.
    pub found: String,
    /// All words of the list.
    pub allowed: Vec<&'static str>,
}

impl Code {
    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let is_word = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if text.len() <= MAX_CODE_LENGTH && text.split('-').all(is_word) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotACode { found: text.to_owned() })
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

/// Declares an enum whose variants are words: `as_str`, `ALL`, `Display` and `FromStr` come from the one list.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$doc:meta])* $variant:ident => $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// All words of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the word as it stands in files, JSON and options.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::code::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text).ok_or_else(|| $crate::domain::code::UnknownWord {
                    what: $what,
                    found: text.to_owned(),
                    allowed: Self::ALL.iter().map(|word| word.as_str()).collect(),
                })
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_small_letters_digits_and_single_hyphens() {
        for good in ["delivery", "web-form", "a1", "1405"] {
            assert!(good.parse::<Code>().is_ok(), "{good}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "Delivery", "a b", "ارسال", "a_b", "../x", "a\nb"] {
            assert!(bad.parse::<Code>().is_err(), "{bad}");
        }
        assert!("a".repeat(MAX_CODE_LENGTH + 1).parse::<Code>().is_err());
    }
}
