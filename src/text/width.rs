//! How many terminal cells a text takes.
//!
//! `unicode-width` counts the pair lam + alef (لا) as one cell, because fonts join it; terminals draw two. A table laid
//! out with the smaller number is misaligned in every row with such a word.

use std::borrow::Cow;
use std::iter;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const ELLIPSIS: char = '…';
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// Returns the number of cells that terminals give to `text`, which must be a sanitized line.
pub fn width(text: &str) -> usize {
    // Measured apart, a lam and its alef count as the two cells that they take.
    text.split_inclusive(is_lam).map(UnicodeWidthStr::width).sum()
}

/// Returns `text` if it fits into `max_cells`, otherwise its beginning with `…`; a letter keeps its marks or goes with
/// them. The result never takes more than `max_cells`.
pub fn truncate(text: &str, max_cells: usize) -> Cow<'_, str> {
    if width(text) <= max_cells {
        return Cow::Borrowed(text);
    }
    let Some(room) = max_cells.checked_sub(1) else { return Cow::Borrowed("") };
    let mut kept = 0;
    let mut cells = 0;
    for cluster in clusters(text) {
        cells += width(cluster);
        if cells > room {
            break;
        }
        kept += cluster.len();
    }
    Cow::Owned(format!("{}{ELLIPSIS}", text[..kept].trim_end()))
}

/// Splits `text` before each character that takes cells of its own and is not joined to the one before.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    iter::from_fn(move || {
        let mut before = rest.chars().next()?;
        let mut length = rest.len();
        for (start, character) in rest.char_indices().skip(1) {
            if before != ZERO_WIDTH_JOINER && character.width() != Some(0) {
                length = start;
                break;
            }
            before = character;
        }
        let (cluster, after) = rest.split_at(length);
        rest = after;
        Some(cluster)
    })
}

/// The letters that `unicode-width` joins with a following alef.
fn is_lam(character: char) -> bool {
    matches!(character, 'ل' | '\u{6B5}'..='\u{6B8}' | '\u{76A}' | '\u{8A6}' | '\u{8C7}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lam_and_alef_take_a_cell_each() {
        assert_eq!(width("لا"), 2);
        assert_eq!(width("سلام کالا"), 9);
        assert_eq!(width("لَا"), 2, "with a vowel mark between them");
        assert_eq!(width("لله"), 3);
    }

    #[test]
    fn marks_and_joiners_take_no_cell_and_wide_letters_two() {
        assert_eq!(width("می‌شود"), 5);
        assert_eq!(width("cafe\u{301}"), 4);
        assert_eq!(width("漢字"), 4);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn a_text_that_fits_stays_as_it_is() {
        assert!(matches!(truncate("سلام", 4), Cow::Borrowed("سلام")));
    }

    #[test]
    fn a_longer_text_ends_in_an_ellipsis() {
        assert_eq!(truncate("complaint", 5), "comp…");
        assert_eq!(truncate("two words", 5), "two…");
        assert_eq!(truncate("漢字漢字", 4), "漢…");
        assert_eq!(truncate("complaint", 1), "…");
        assert_eq!(truncate("complaint", 0), "");
    }

    #[test]
    fn a_letter_is_never_cut_from_its_marks() {
        assert_eq!(truncate("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(truncate("👩\u{200D}🔧 repairs", 2), "…");
    }

    proptest! {
        #[test]
        fn a_truncated_text_always_fits(text in "[ -~\u{620}-\u{670}لا\u{200C}\u{200D}\u{300}漢👩🇮🇷]{0,30}", cells in 0_usize..20) {
            prop_assert!(width(&truncate(&text, cells)) <= cells);
        }

        #[test]
        fn measuring_and_cutting_never_panic(text in any::<String>(), cells in 0_usize..9) {
            let _ = width(&truncate(&text, cells));
        }
    }
}
