//! What a plain scalar means to readers of YAML, and which texts may therefore stand without quotes.
//!
//! We read by the core schema of YAML 1.2; what we write has to mean the same to a reader of YAML 1.1.

use serde_json::{Number, Value};

/// Returns what a plain scalar means if it is null, a truth value or a number; `None` means that it is a text.
///
/// Numbers that would lose characters on the way stay texts: a leading zero (telephones), a plus sign, more than 64 bits.
pub(super) fn resolve(text: &str) -> Option<Value> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Some(Value::Null),
        "true" | "True" | "TRUE" => Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => Some(Value::Bool(false)),
        _ => number(text).map(Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_padded = digits.len() > 1 && digits.starts_with('0') && digits.as_bytes()[1].is_ascii_digit();
    if is_padded || !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.parse::<u64>() {
            Ok(natural) => Some(natural.into()),
            Err(_) if text == "-0" => None,
            Err(_) => text.parse::<i64>().ok().map(Number::from),
        };
    }
    // Rust also reads `1_0`-less words such as `inf`; those do not start with a digit and never come here.
    text.parse().ok().and_then(Number::from_f64)
}

fn radix(digits: &str, radix: u32) -> Option<Number> {
    let is_plain = digits.chars().all(|digit| digit.is_digit(radix));
    is_plain.then(|| u64::from_str_radix(digits, radix).ok()).flatten().map(Number::from)
}

/// Returns whether a text may stand without quotes in block style, for readers of YAML 1.1 and 1.2 alike.
///
/// Stricter than either: it must start with a letter or digit, so no indicator can be meant.
pub(super) fn is_plain_in_block(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
        && text.chars().all(|character| character == ' ' || is_visible(character))
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !is_word_of_a_schema(text)
        && !(text.starts_with(|first: char| first.is_ascii_digit()) && may_be_number_or_time(text))
}

/// Returns whether a text may stand without quotes between `[`, `{` and `,`.
pub(super) fn is_plain_in_flow(text: &str) -> bool {
    is_plain_in_block(text) && !text.contains([',', '[', ']', '{', '}', ':', '?', '"', '\''])
}

/// Returns whether a character shows on a screen as itself; the others are written as escapes.
///
/// ZWNJ, ZWJ, LRM and RLM are ordinary Persian and count as visible. Not so characters that turn the direction of a whole
/// line, that some readers take for the end of a line, or that YAML does not allow.
pub(super) fn is_visible(character: char) -> bool {
    !character.is_control()
        && !matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Words that stand for null or a truth value in YAML 1.1 or 1.2, in any case.
fn is_word_of_a_schema(text: &str) -> bool {
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Returns whether a text that starts with a digit could be a number, a date or a time of day to some reader.
///
/// Takes in more than the schemas do (`5e`, `1:2:3:`); a reference number such as `1405-01-0147-1` stays out.
fn may_be_number_or_time(text: &str) -> bool {
    let without_signs_of_exponents = text.replace("e-", "e").replace("E-", "E");
    let is_numeric = |byte: u8| byte.is_ascii_hexdigit() || b"xXoO_.,:+".contains(&byte);
    without_signs_of_exponents.bytes().all(is_numeric) || starts_with_date(text)
}

/// Returns whether a text starts with `2026-3-21` or `2026-03-21` and then ends or goes on with a time of day.
fn starts_with_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    let is_date =
        digits(year) == 4 && year.len() == 4 && (1..=2).contains(&month.len()) && digits(month) == month.len();
    is_date && (1..=2).contains(&digits(rest))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn plain_scalars_mean_what_the_core_schema_says() {
        for (text, value) in [
            ("", json!(null)),
            ("~", json!(null)),
            ("true", json!(true)),
            ("no", json!("no")),
            ("0", json!(0)),
            ("-7", json!(-7)),
            ("18446744073709551615", json!(u64::MAX)),
            ("1.5", json!(1.5)),
            ("-.5e3", json!(-500.0)),
            ("0x1F", json!(31)),
            ("0o17", json!(15)),
            ("12:30:45", json!("12:30:45")),
            ("1_000", json!("1_000")),
            (".inf", json!(".inf")),
            ("inf", json!("inf")),
            ("2026-03-21", json!("2026-03-21")),
        ] {
            assert_eq!(resolve(text).unwrap_or_else(|| json!(text)), value, "{text}");
        }
    }

    #[test]
    fn numbers_that_would_lose_characters_stay_texts() {
        for text in
            ["09121234567", "00", "-01", "-0", "+1", "00.5", "18446744073709551616", "0x", "0x-1", "0o8", "1e999"]
        {
            assert_eq!(resolve(text), None, "{text}");
        }
    }

    #[test]
    fn ordinary_words_codes_and_sentences_need_no_quotes() {
        for text in [
            "received",
            "1405-01-0147-1",
            "p-7q2mk3v9",
            "Courier log shows Wednesday.",
            "سفارش چهار روز دیر رسید",
            "می\u{200c}خواهم",
            "a:b",
            "x#y",
            "3 days late",
            "2026-03-211",
        ] {
            assert!(is_plain_in_block(text), "{text}");
        }
    }

    #[rustfmt::skip]
    const MISREAD: &[&str] = &[
        "", " a", "a ", "-", "- a", "?", ": a", "a: b", "a:", "a #b", "#", "&a", "*a", "!a", "|", ">", "'", "\"",
        "%", "@", "`", "~", "null", "NULL", "no", "Yes", "on", "y", "N", "=", "<<", "1", "0912", "1e5", "1e-5",
        "1_000", "0o7", "0x1F", "0b1", "12:30:45", "190:20:30", ".5", "+1", "-1", ".inf", "2026-03-21", "2026-3-1",
        "1404-05-01", "2026-10-28T10:05:00+03:30", "2026-10-28 10:05:00", "---", "...", "a\tb", "a\nb", "a\u{202e}",
        "a\u{85}", "{a", "[a", "a\u{2028}", "a\u{feff}", "1,5", "\u{200c}a",
    ];

    #[test]
    fn whatever_a_reader_could_take_for_something_else_is_quoted() {
        for text in MISREAD {
            assert!(!is_plain_in_block(text), "{text:?}");
        }
    }

    #[test]
    fn commas_and_brackets_need_quotes_in_flow_style_only() {
        for text in ["a, b", "a]", "a:b", "a?", "it's"] {
            assert!(is_plain_in_block(text) && !is_plain_in_flow(text), "{text}");
        }
    }
}
