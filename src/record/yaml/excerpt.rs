//! The lines around a fault, with a caret under the place: safe to print on a terminal.
//!
//! The name of the file is not known here; the caller prints it above.

use super::fault::Place;

/// Lines shown before the one that is meant.
const LINES_BEFORE: usize = 2;

/// Characters shown of a line; longer ones are cut around the column.
const MAX_COLUMNS: usize = 100;

/// Returns up to two lines before `place`, its own line, and a caret under its column; nothing when there are no lines.
pub fn excerpt(text: &str, place: Place) -> String {
    if text.is_empty() {
        return String::new();
    }
    let first = place.line.saturating_sub(LINES_BEFORE).max(1);
    let width = place.line.to_string().len();
    let skipped = place.column.saturating_sub(MAX_COLUMNS * 3 / 4);
    let mut out = String::new();
    for (index, line) in text.lines().enumerate().skip(first - 1).take(place.line + 1 - first) {
        let shown: String = line.chars().skip(skipped).take(MAX_COLUMNS).map(printable).collect();
        out += format!("{:>width$} | {shown}", index + 1).trim_end();
        out.push('\n');
    }
    let caret = " ".repeat(place.column.saturating_sub(skipped + 1));
    out + &format!("{:width$} | {caret}^\n", "")
}

/// Returns what of a character may reach a terminal: no control characters, nothing that turns the direction of a line.
fn printable(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => char::REPLACEMENT_CHARACTER,
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn two_lines_before_and_a_caret_below() {
        let text = "format: 1\n\nreference: 1\nstate: سلام: دو\nowner: x\n";
        expect![[r"
            2 |
            3 | reference: 1
            4 | state: سلام: دو
              |            ^
        "]]
        .assert_eq(&excerpt(text, Place { line: 4, column: 12 }));
    }

    #[test]
    fn what_could_move_the_cursor_is_replaced() {
        let shown = excerpt("a: \u{1b}[2J\u{202e}b\tc\u{9b}", Place { line: 1, column: 4 });
        assert_eq!(shown, "1 | a: \u{fffd}[2J\u{fffd}b c\u{fffd}\n  |    ^\n");
    }

    #[test]
    fn a_long_line_is_cut_around_the_column() {
        let text = format!("a: {}X{}", "x".repeat(5000), "y".repeat(5000));
        let shown = excerpt(&text, Place { line: 1, column: 5004 });
        let mut lines = shown.lines();
        let (line, caret) = (lines.next().expect("the line"), lines.next().expect("the caret"));
        assert_eq!(line.find('X'), caret.find('^'));
        assert!(line.len() < 120);
    }

    proptest::proptest! {
        #[test]
        fn no_place_makes_it_panic(text in "(?s).{0,60}", line in 0_usize..9, column in 0_usize..300) {
            let shown = excerpt(&text, Place { line, column });
            proptest::prop_assert!(shown.chars().all(|character| character == '\n' || !character.is_control()));
        }
    }
}
