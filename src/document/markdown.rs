//! Plain text as Markdown that shows it literally (`CommonMark` and the tables, strikes and formulas of GitHub).

/// Returns one line of text, escaped so that Markdown shows it letter for letter.
///
/// What is special anywhere is always escaped; what is special only at the start of a line, only there, so that dates and
/// numbers stay readable in the source. Angle brackets become entities: a browser that is shown the source unrendered
/// finds no tag either.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let marker = marker_at(text);
    for (index, character) in text.char_indices() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' | '#' | '!' => escaped.extend(['\\', character]),
            _ if Some(index) == marker => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Returns where the sign stands that would make the start of a line a list or the line under a heading.
fn marker_at(line: &str) -> Option<usize> {
    let start = line.len() - line.trim_start().len();
    let number = line[start..].bytes().take_while(u8::is_ascii_digit).count();
    let mut signs = line[start + number..].chars();
    let marker = signs.next()?;
    let is_marker = match marker {
        '-' | '+' | '=' => number == 0,
        // A decimal fraction is no list.
        '.' | ')' => number > 0 && signs.next().is_none_or(char::is_whitespace),
        _ => false,
    };
    is_marker.then_some(start + number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn signs_of_markdown_and_html_stay_literal() {
        assert_eq!(escape("**bold** [x](http://y) `z` | a_b"), r"\*\*bold\*\* \[x\](http://y) \`z\` \| a\_b");
        assert_eq!(escape("<script>alert(1)</script> &amp;"), "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;");
        assert_eq!(escape("{{7*7}}"), r"{{7\*7}}");
    }

    #[test]
    fn the_start_of_a_line_makes_no_list_and_no_heading() {
        for (text, escaped) in [
            ("- a", r"\- a"),
            ("+ a", r"\+ a"),
            ("===", r"\==="),
            ("# a", r"\# a"),
            ("12. a", r"12\. a"),
            ("1) a", r"1\) a"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn dates_numbers_and_references_stay_readable() {
        for plain in [
            "2026-10-28, 10:05",
            "7.6",
            "1405-01-0147-1",
            "(+98 21) 5500-1234",
            "۱۴۰۵/۰۸/۰۶",
            "می‌شود؛ نه!".trim_end_matches('!'),
        ] {
            assert_eq!(escape(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn no_text_leaves_a_bare_sign(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['<', '>']));
            let unescaped = escaped.replace(r"\\", "").replace(r"\*", "").replace(r"\`", "").replace(r"\[", "");
            prop_assert!(!unescaped.contains(['*', '`', '[']));
        }
    }
}
