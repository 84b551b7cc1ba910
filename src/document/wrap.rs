//! Breaking plain text into lines that fit a sheet of paper and a mail.

use crate::text::width::width;

/// Returns `text` with every line broken at spaces so that it takes at most `columns`; what follows a break is indented as
/// its line was. A single longer word stays whole: a broken address could not be copied.
pub(super) fn wrap(text: &str, columns: usize) -> String {
    let mut wrapped = String::with_capacity(text.len() + text.len() / columns.max(1));
    for line in text.lines() {
        let body = line.trim_start_matches(' ');
        let indent = &line[..line.len() - body.len()];
        let mut cells = 0;
        for (index, word) in body.split(' ').enumerate() {
            let needed = width(word);
            if index == 0 {
                wrapped.push_str(indent);
                cells = indent.len();
            } else if cells + 1 + needed > columns {
                wrapped.push('\n');
                wrapped.push_str(indent);
                cells = indent.len();
            } else {
                wrapped.push(' ');
                cells += 1;
            }
            wrapped.push_str(word);
            cells += needed;
        }
        wrapped.push('\n');
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_break_at_spaces_and_keep_their_indent() {
        assert_eq!(wrap("one two three\n\n  four five six\n", 9), "one two\nthree\n\n  four\n  five\n  six\n");
    }

    #[test]
    fn persian_is_measured_in_cells_not_in_bytes() {
        assert_eq!(wrap("سلام می‌شود کالا", 11), "سلام می‌شود\nکالا\n");
    }

    #[test]
    fn a_word_longer_than_the_line_stays_whole() {
        assert_eq!(wrap("see https://alborz.example/long now", 10), "see\nhttps://alborz.example/long\nnow\n");
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_every_line_fits(text in "( {0,3}([a-zلا\u{200C}]{1,8} ){0,9}\n){0,4}") {
            let wrapped = wrap(&text, 20);
            prop_assert!(wrapped.split_whitespace().eq(text.split_whitespace()));
            prop_assert!(wrapped.lines().all(|line| width(line.trim_end()) <= 20));
        }
    }
}
