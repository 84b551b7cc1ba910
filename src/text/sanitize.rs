//! What of a stranger's text may reach a terminal.
//!
//! Control characters could move the cursor, hide text or type answers; direction overrides could make a line read as
//! another one. Joiners (ZWNJ, ZWJ) and the plain marks LRM and RLM are part of honest Persian and stay.

const REPLACEMENT: char = '\u{FFFD}';

/// Returns `text` as one harmless line: line ends and tabs become spaces.
pub fn line(text: &str) -> String {
    clean(text, ' ')
}

/// Returns `text` as harmless lines: line ends stay, or become `\n`; tabs become spaces.
pub fn block(text: &str) -> String {
    clean(text, '\n')
}

fn clean(text: &str, line_end: char) -> String {
    let shown = |character| match character {
        '\n' | '\u{2028}' | '\u{2029}' => Some(line_end),
        '\t' => Some(' '),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        control if control.is_control() => Some(REPLACEMENT),
        other => Some(other),
    };
    text.replace("\r\n", "\n").chars().filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escape_sequences_are_disarmed_and_stay_visible() {
        assert_eq!(line("a\u{1B}[31mred\u{9B}0m\u{7F}\u{0}"), "a\u{FFFD}[31mred\u{FFFD}0m\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn direction_overrides_and_isolates_are_dropped() {
        assert_eq!(line("pay\u{202E}evil\u{202C} \u{2066}x\u{2069}"), "payevil x");
    }

    #[test]
    fn joiners_and_plain_marks_stay() {
        let honest = "می‌شود ه\u{200D} \u{200E}A\u{200F}";
        assert_eq!(line(honest), honest);
    }

    #[test]
    fn a_line_has_no_line_end_and_a_block_keeps_them() {
        let text = "one\r\ntwo\tthree\u{2028}four\rfive";
        assert_eq!(line(text), "one two three four\u{FFFD}five");
        assert_eq!(block(text), "one\ntwo three\nfour\u{FFFD}five");
    }

    proptest! {
        #[test]
        fn nothing_that_controls_a_terminal_gets_through(text in any::<String>()) {
            prop_assert!(!line(&text).contains(char::is_control));
            prop_assert!(!block(&text).contains(|character: char| character.is_control() && character != '\n'));
        }
    }
}
