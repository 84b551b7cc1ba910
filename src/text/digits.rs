//! Persian and Arabic digits to ASCII and back.
//!
//! People type ۱۴۰۵, ١٤٠٥ and 1405 and mean the same number. Everything that parses a number starts with [`to_ascii`];
//! everything that prints one for a reader ends with [`Digits::write`].

/// Which digits a reader wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// 0123456789
    Latn,
    /// ۰۱۲۳۴۵۶۷۸۹
    Fa,
}

impl Digits {
    /// Returns `text` with its ASCII digits written in this digit set; nothing else changes.
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Latn => text.to_owned(),
            Self::Fa => text.chars().map(to_persian).collect(),
        }
    }
}

/// A text that names no known set of digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no set of digits; known are latn and fa")]
pub struct UnknownDigits {
    /// What was written.
    pub found: String,
}

impl std::str::FromStr for Digits {
    type Err = UnknownDigits;

    fn from_str(text: &str) -> Result<Self, UnknownDigits> {
        match text {
            "latn" => Ok(Self::Latn),
            "fa" => Ok(Self::Fa),
            _ => Err(UnknownDigits { found: text.to_owned() }),
        }
    }
}

/// Returns `text` with Persian and Arabic digits replaced by ASCII ones; nothing else changes.
pub fn to_ascii(text: &str) -> String {
    text.chars().map(ascii_digit).collect()
}

/// Returns the ASCII digit for a Persian or Arabic digit, and any other character unchanged.
pub fn ascii_digit(character: char) -> char {
    let zero = match character {
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        _ => return character,
    };
    let value = u32::from(character) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(character)
}

fn to_persian(character: char) -> char {
    match character.to_digit(10) {
        Some(value) => char::from_u32(u32::from('۰') + value).unwrap_or(character),
        None => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digit_sets_are_read_as_one() {
        assert_eq!(to_ascii("۱۴۰۵/٠٨/30 روز"), "1405/08/30 روز");
    }

    #[test]
    fn persian_digits_are_written_only_where_asked() {
        assert_eq!(Digits::Fa.write("1405-01-0147-1"), "۱۴۰۵-۰۱-۰۱۴۷-۱");
        assert_eq!(Digits::Latn.write("1405"), "1405");
    }
}
