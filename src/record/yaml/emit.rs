//! Plain data as YAML text in the canonical form: block style, two spaces, never folded, never wrapped.
//!
//! What a reader of YAML 1.1 or 1.2 sees is exactly the data: texts that either could take for something else are quoted, and
//! characters that do not show are escaped. Multi-line texts are literal blocks where a block can carry them.

use std::fmt::Write as _;

use serde_json::{Number, Value};

use super::scalar;

/// How the fields of a file are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The top-level lists with a blank line between their items.
    pub spaced_lists: &'static [&'static str],
}

/// The text of a value behind its key or dash: what stands on the same line, and the lines below.
#[derive(Debug)]
pub(super) struct Fragment {
    /// Empty, or a value that takes one line, or the header of a block.
    pub(super) head: String,
    /// Empty, or lines that each end with a line break.
    pub(super) body: String,
}

/// Returns a mapping as the text of a file, with a blank line between its fields.
pub fn emit(value: &Value, layout: &Layout) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let fields: Vec<String> = fields.iter().map(|(key, value)| layout.top_field(key, value)).collect();
            fields.join("\n")
        }
        _ => flow(value) + "\n",
    }
}

impl Layout {
    /// Returns the lines of a top-level field.
    pub(super) fn top_field(&self, key: &str, value: &Value) -> String {
        format!("{}:{}", one_line(key), self.top_fragment(key, value).below())
    }

    /// Returns the text of the value of a top-level field.
    pub(super) fn top_fragment(&self, key: &str, value: &Value) -> Fragment {
        match value {
            Value::Array(items) if !items.is_empty() && self.spaced_lists.contains(&key) => {
                let items: Vec<String> = items.iter().map(|value| item(value, 2)).collect();
                Fragment { head: String::new(), body: items.join("\n") }
            }
            _ => fragment(value, 0),
        }
    }
}

/// Returns the lines of a field whose key stands `indent` columns from the left.
pub(super) fn field(key: &str, value: &Value, indent: usize) -> String {
    format!("{:indent$}{}:{}", "", one_line(key), fragment(value, indent).below())
}

/// Returns the lines of an item whose dash stands `indent` columns from the left.
pub(super) fn item(value: &Value, indent: usize) -> String {
    let Fragment { head, body } = fragment(value, indent);
    match body.get(indent + 2..) {
        // The first field of a mapping stands on the line of the dash.
        Some(rest) if head.is_empty() => format!("{:indent$}- {rest}", ""),
        _ => format!("{:indent$}-{}", "", Fragment { head, body }.below()),
    }
}

/// Returns the text of a value whose key or dash stands `indent` columns from the left.
pub(super) fn fragment(value: &Value, indent: usize) -> Fragment {
    let lines = |body: String| Fragment { head: String::new(), body };
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            lines(fields.iter().map(|(key, value)| field(key, value, indent + 2)).collect())
        }
        Value::Array(items) if !items.is_empty() => lines(items.iter().map(|value| item(value, indent + 2)).collect()),
        Value::String(text) if fits_block(text) => block(text, indent + 2),
        Value::String(text) => Fragment { head: one_line(text), body: String::new() },
        _ => Fragment { head: flow(value), body: String::new() },
    }
}

impl Fragment {
    /// Returns the text that stands right behind a colon or dash, the line break at its end included.
    pub(super) fn below(self) -> String {
        let Self { head, body } = self;
        if head.is_empty() { format!("\n{body}") } else { format!(" {head}\n{body}") }
    }
}

/// Returns a value on one line, as it stands between brackets.
pub(super) fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => plain_number(number),
        Value::String(text) => flow_text(text),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(key, value)| flow_field(key, value)).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// Returns a field as it stands between braces.
pub(super) fn flow_field(key: &str, value: &Value) -> String {
    format!("{}: {}", flow_text(key), flow(value))
}

fn flow_text(text: &str) -> String {
    if scalar::is_plain_in_flow(text) { text.to_owned() } else { quoted(text) }
}

fn one_line(text: &str) -> String {
    if scalar::is_plain_in_block(text) { text.to_owned() } else { quoted(text) }
}

/// Returns a number so that every schema takes it for one: YAML 1.1 wants a point and a sign in `1.0e+300`.
fn plain_number(number: &Number) -> String {
    let text = number.to_string();
    let Some((mantissa, exponent)) = text.split_once('e') else { return text };
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['-', '+']) { "" } else { "+" };
    format!("{mantissa}{point}e{sign}{exponent}")
}

/// Returns whether a literal block carries a text: several lines of visible characters, no blanks at the ends of lines, at
/// most one line break at the end. An editor that strips trailing blanks then cannot change what a customer said.
fn fits_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    text.contains('\n')
        && !body.is_empty()
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.split('\n').all(|line| !line.ends_with(' ') && line.chars().all(scalar::is_visible))
}

fn block(text: &str, indent: usize) -> Fragment {
    let head = if text.ends_with('\n') { "|" } else { "|-" }.to_owned();
    let mut body = String::new();
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        if !line.is_empty() {
            body.extend(std::iter::repeat_n(' ', indent));
        }
        body += line;
        body.push('\n');
    }
    Fragment { head, body }
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            '\r' => out += "\\r",
            visible if scalar::is_visible(visible) => out.push(visible),
            hidden => write!(out, "\\u{:04X}", u32::from(hidden)).expect("a String takes all that is written"),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
    use serde_json::{Map, json};

    use super::*;
    use crate::record::yaml::document::Document;
    use crate::record::yaml::source::Source;

    const LAYOUT: Layout = Layout { spaced_lists: &["events"] };

    /// Texts that have meant something else to some reader of YAML, or have broken out of some writer.
    #[rustfmt::skip]
    const HOSTILE: &[&str] = &[
        "", " ", "no", "Yes", "on", "y", "~", "null", "true", "=", "<<", "-", "- ", "?", ":", ": ", "a: b", "a:", "a #b", "#", "&a", "*a",
        "!!x", "!", "|", ">", "'", "\"", "\\", "%YAML", "@", "`", "---", "...", "--- ", "---\n", "...\nx", "{a: 1}", "[a", "a, b", ",",
        "1", "-1", "0912", "1e5", "1_000", "0o7", "0x1F", "012", "1.5", ".5", ".inf", ".nan", "12:30:45", "190:20:30", "1404-05-01",
        "2026-10-28T10:05:00+03:30", "1405-01-0147-1", "x\nstate: closed", "x\n", "x\n\n", "\nx", "\n", "\n\n", " x\ny", "x \ny", "x\n y\n",
        "x\n  \ny", "x\n\n\ny\n", "x\r\ny", "x\ry", "\tx", "x\ty\nz", "x\n\ty", "x\n# y", "x\n--- y\n...", "\u{202e}x", "x\u{2066}y\nz",
        "x\u{2028}y", "x\u{2029}y", "x\u{85}y", "\u{feff}x", "x\u{0}y", "\u{1b}[2J", "\u{7f}", "\u{9b}", "\u{fffe}", "😀", "😀\n👩‍👧", "می\u{200c}خواهم",
        "نمی\u{200c}شود:\nچرا؟ #", "\u{200f}متن", "«نقل»", "قیمت: ۱۲٬۰۰۰", "\u{200b}", "a\u{a0}", "\u{a0}", "x\u{3000}", "<<<<<<< a\nb", "\u{e000}",
    ];

    fn text() -> impl Strategy<Value = String> {
        let pieces = proptest::collection::vec(proptest::sample::select(HOSTILE), 0..4);
        prop_oneof![
            proptest::sample::select(HOSTILE).prop_map(str::to_owned),
            pieces.prop_map(|pieces| pieces.concat()),
            "(?s).{0,12}",
            "[ -~\n]{0,20}",
        ]
    }

    /// Nested values with hostile texts as keys and values.
    pub(in crate::record::yaml) fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            8 => text().prop_map(Value::String),
            1 => Just(Value::Null),
            1 => proptest::bool::ANY.prop_map(Value::Bool),
            1 => proptest::num::i64::ANY.prop_map(Value::from),
            1 => proptest::num::u64::ANY.prop_map(Value::from),
            1 => proptest::num::f64::NORMAL.prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
                proptest::collection::vec((text(), inner), 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    /// A whole file: named fields, and an `events` list at the end.
    pub(in crate::record::yaml) fn file() -> impl Strategy<Value = Value> {
        let fields = proptest::collection::vec((text(), value()), 0..4);
        (fields, proptest::collection::vec(value(), 0..3)).prop_map(|(fields, events)| {
            let events = ("events".to_owned(), Value::Array(events));
            Value::Object(fields.into_iter().chain([events]).collect::<Map<_, _>>())
        })
    }

    fn read_back(text: &str) -> Value {
        let source = Source::decode(text.as_bytes()).expect(text);
        Document::parse(&source).expect(text).value()
    }

    #[test]
    fn the_canonical_form_is_block_style_with_blank_lines_between_fields_and_events() {
        let record = json!({
            "format": 1,
            "received_at": "2026-10-28T10:05:00+03:30",
            "money": {"amount": -12, "tags": []},
            "personal": {"phones": ["09121234567"], "statement": "قرار بود شنبه برسد،\nاما چهارشنبه تحویل شد.\n"},
            "lists": [[1, [2]], {}, {"note": "a\nb"}],
            "none": null,
            "events": [{"id": "e1", "text": "a: b"}, {"id": "e2", "told": {"by": "sara"}}],
        });
        let expected = "\
format: 1

received_at: \"2026-10-28T10:05:00+03:30\"

money:
  amount: -12
  tags: []

personal:
  phones:
    - \"09121234567\"
  statement: |
    قرار بود شنبه برسد،
    اما چهارشنبه تحویل شد.

lists:
  - - 1
    - - 2
  - {}
  - note: |-
      a
      b

none: null

events:
  - id: e1
    text: \"a: b\"

  - id: e2
    told:
      by: sara
";
        assert_eq!(emit(&record, &LAYOUT), expected);
    }

    #[test]
    fn what_does_not_show_is_escaped_and_persian_is_not() {
        assert_eq!(
            one_line("\u{202e}x\u{2069}\u{2028}\u{85}\u{feff}\u{0}\u{1b}"),
            r#""\u202Ex\u2069\u2028\u0085\uFEFF\u0000\u001B""#
        );
        assert_eq!(one_line("a\tb\r\n\"\\"), r#""a\tb\r\n\"\\""#);
        assert_eq!(one_line("می\u{200c}خواهم \u{200f}(۱)"), "می\u{200c}خواهم \u{200f}(۱)");
    }

    #[test]
    fn a_text_that_a_block_would_change_goes_in_quotes() {
        for text in ["\nx", " x\ny", "x \ny", "x\n\n", "x\n\t", "x\r\ny", "x\n\u{202e}", "\n"] {
            assert!(!fits_block(text), "{text:?}");
        }
        for text in ["x\ny", "x\n", "x\n\n  y\n", "x\n# y\n---\n..."] {
            assert!(fits_block(text), "{text:?}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let numbers = json!([0, -1, u64::MAX, i64::MIN, 1.5, 1e300, 1e-7, -0.0]);
        assert_eq!(flow(&numbers), "[0, -1, 18446744073709551615, -9223372036854775808, 1.5, 1.0e+300, 1.0e-7, -0.0]");
        assert_eq!(read_back(&emit(&json!({"n": numbers}), &LAYOUT)), json!({"n": numbers}));
    }

    #[test]
    fn every_hostile_text_comes_back_as_key_value_and_in_flow_style() {
        for text in HOSTILE {
            let file = json!({"a": text, (*text): {(*text): [text, {(*text): text}]}});
            assert_eq!(read_back(&emit(&file, &LAYOUT)), file, "{text:?}");
            assert_eq!(read_back(&format!("a: {}\n", flow(&file))), json!({"a": file}), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(file in file()) {
            let text = emit(&file, &LAYOUT);
            prop_assert_eq!(read_back(&text), file.clone());
            prop_assert_eq!(read_back(&text.replace('\n', "\r\n")), file.clone());
            prop_assert_eq!(read_back(&format!("a: {}\n", flow(&file))), serde_json::json!({"a": file}));
            prop_assert!(text.chars().all(|character| character == '\n' || scalar::is_visible(character)));
        }
    }
}
