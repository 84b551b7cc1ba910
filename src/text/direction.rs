//! Which way a text runs, and the marks that keep a foreign piece from reordering its surroundings.
//!
//! Reordering itself is the terminal's work and is never done here. Whether marks may be written at all (never into a
//! pipe or a file) is decided by the caller.

use crate::text::language::Language;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_ISOLATE: char = '\u{2069}';

/// The way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right, as Latin letters do.
    Ltr,
    /// Right to left, as Arabic and Hebrew letters do.
    Rtl,
}

impl Direction {
    /// Returns the direction of the first letter or direction mark in `text`, as the Unicode bidi algorithm finds the
    /// direction of a paragraph; `None` when there is none, as in a bare number.
    pub fn of(text: &str) -> Option<Self> {
        text.chars().find_map(strong)
    }
}

/// Returns whether any letter of `text` runs right to left.
pub fn has_rtl(text: &str) -> bool {
    text.chars().any(|character| strong(character) == Some(Direction::Rtl))
}

/// Returns whether `text` would reorder the words of a language around it, or be reordered by them. In Persian a bare
/// number with a hyphen or space in it would: its parts change places.
pub fn is_foreign(text: &str, language: Language) -> bool {
    match (language, Direction::of(text)) {
        (Language::Fa, None) => text.chars().any(char::is_numeric),
        (Language::Fa, Some(direction)) => direction == Direction::Ltr,
        (Language::En, _) => has_rtl(text),
    }
}

/// Returns `text` isolated from its surroundings, running the way its own first letter runs.
///
/// The text must be sanitized before: an isolate of its own would end this one early.
pub fn isolate(text: &str) -> String {
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}")
}

/// Returns `text` isolated and running left to right whatever it holds: for references, telephone numbers and dates with
/// hyphens, whose parts would otherwise change places after Persian letters.
pub fn ltr(text: &str) -> String {
    format!("{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}")
}

fn strong(character: char) -> Option<Direction> {
    match character {
        '\u{200E}' => Some(Direction::Ltr),
        '\u{200F}' | '\u{61C}' => Some(Direction::Rtl),
        letter if !letter.is_alphabetic() => None,
        // The blocks that Unicode sets aside for right-to-left scripts.
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        assert_eq!(Direction::of("۱۴۰۵: سفارش DKP-98231"), Some(Direction::Rtl));
        assert_eq!(Direction::of("DKP-98231 نرسید"), Some(Direction::Ltr));
        assert_eq!(Direction::of("\u{200F}DKP"), Some(Direction::Rtl));
        assert_eq!(Direction::of("۱۴۰۵/۰۸/۳۰ - 12"), None);
    }

    #[test]
    fn digits_alone_do_not_run_right_to_left() {
        assert!(has_rtl("order سفارش"));
        assert!(has_rtl("שלום"));
        assert!(!has_rtl("۱۴۰۵ café 12"));
    }

    #[test]
    fn what_runs_the_other_way_is_foreign_and_so_is_a_number_in_persian() {
        for (text, to_persian, to_english) in
            [("سلام", false, true), ("Sara", true, false), ("021-5500 9999", true, false), ("…", false, false)]
        {
            assert_eq!(
                (is_foreign(text, Language::Fa), is_foreign(text, Language::En)),
                (to_persian, to_english),
                "{text}"
            );
        }
    }

    #[test]
    fn isolates_come_in_pairs() {
        assert_eq!(isolate("سلام"), "\u{2068}سلام\u{2069}");
        assert_eq!(ltr("۰۲۱-۱۲۳"), "\u{2066}۰۲۱-۱۲۳\u{2069}");
    }
}
