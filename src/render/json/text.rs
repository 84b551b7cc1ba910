//! JSON as text that may also be looked at in a terminal.
//!
//! JSON itself escapes only the older control characters. The newer ones and direction overrides are escaped here too:
//! a program reads the same text, a terminal obeys none of it.

use serde::Serialize;

/// Returns an output as lines for programs and curious people.
pub fn pretty(output: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(output).map(escaped)
}

/// Returns an output as one line, without its line end.
pub fn line(output: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(output).map(escaped)
}

/// Escapes what stands in the texts of `json`: between them there is nothing but ASCII.
fn escaped(json: String) -> String {
    if !json.contains(is_harmful) {
        return json;
    }
    let escape = |character| match character {
        harmful if is_harmful(harmful) => format!("\\u{:04x}", u32::from(harmful)),
        harmless => harmless.to_string(),
    };
    json.chars().map(escape).collect()
}

fn is_harmful(character: char) -> bool {
    matches!(character, '\u{7F}'..='\u{9F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        let text = "a\u{1B}[31m\u{9B}0m\u{7F}\u{202E}می‌شود\n";
        assert_eq!(line(&text).expect("it is a text"), r#""a\u001b[31m\u009b0m\u007f\u202eمی‌شود\n""#);
    }

    proptest! {
        #[test]
        fn programs_read_the_same_text(text in any::<String>()) {
            let value = serde_json::json!({"text": text});
            for json in [line(&value), pretty(&value)] {
                let json = json.expect("it is a text");
                prop_assert!(!json.contains(|character: char| character.is_control() && character != '\n'));
                prop_assert_eq!(&serde_json::from_str::<serde_json::Value>(&json).expect("it is JSON"), &value);
            }
        }
    }
}
