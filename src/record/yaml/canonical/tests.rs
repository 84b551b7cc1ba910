//! The canonical form beside the general parser: written files, damaged files, files that nobody wrote.

use proptest::prelude::{Strategy, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Map, Value};

use super::*;
use crate::record::yaml::emit::{self, Layout, tests as values};
use crate::record::yaml::parse;

const LAYOUT: Layout = Layout { spaced_lists: &["events"] };

/// Pieces of YAML that mean something, or nearly so, to a reader who is quicker than careful.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "", "\n", "\n\n", " ", "  ", "    ", "\t", "\r\n", "\r", "- ", "-", "- - ", "a: ", "a:", "a:\n", ":", ": ", " :", "#", " #", "# x\n", "  # x\n",
    "\"", "\\", "\\\"", "\\n", "\\u0041", "\\uD83D", "\\x41", "\\", "'", "|", "|-", "|+", "|2", ">", "|\n", "- |\n", "[]", "{}", "[", "]", "{", "}",
    "[ ]", "[a]", ",", "&a ", "*a", "!x ", "? ", "%", "@", "`", "~", "null", "null: 1\n", "true", "-1", "0x1", "0912", ".5", "-.5", "1e5", "---\n", "--- ", "...\n",
    "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "|||||||\n", "<<: 1\n", "k0: 1\n", "events: 1\n", "  k0: 1\n", "    k1:\n", "\"k0\": 1\n", "K: 1\n",
    "\u{feff}", "\u{85}", "\u{2028}", "\u{a0}", "\u{0}", "\u{1b}", "\u{200c}", "نام", "نام: ", "😀", "a b", "x", "0", "\n  ", "\n    ", "\n      ",
];

/// Each is one step away from what the writer writes.
#[rustfmt::skip]
const NOT_OURS: &[&str] = &[
    "", "\n", "a: 1", "a: 1\r\n", "a:\n", " a: 1\n", "a: 1 \n", "a:  1\n", "a:\t1\n", "a: 1 # b\n", "# b\na: 1\n",
    "a: 1\na: 2\n", "null: 1\n", "A: 1\n", "\"a\": 1\n", "a: 'b'\n", "a: \"b\n", "a: \"b\" c\n", "a: \"\\x41\"\n",
    "a: \"\\u+041\"\n", "a: \"b\\\"\n", "a: ~\n", "a: .5\n", "a: - 1\n", "a: b: c\n", "a: b:\n", "a: [1]\n", "a: |\n",
    "a: |\n\n  b\n", "a: |\n   b\n", "a: |\n  b \n", "a: |+\n  b\n", "a: |2\n  b\n", "a: >\n  b\n", "a: |\n b\n",
    "a:\n- b\n", "a:\n   - b\n", "a:\n  -  b\n", "a:\n  -\n    b: 1\n", "a:\n  b\n", "a: b\n  c\n",
    "a:\n    b: 1\n  c: 1\n", "a: &b 1\n", "a: *b\n", "a: !b 1\n", "---\na: 1\n", "a: 1\n...\n", "- a\n", "a\n",
    "a: \u{85}b\n", "a: 1\n<<<<<<< b\n",
];

#[test]
fn the_built_in_packs_have_the_form() {
    for text in crate::record::pack_file::built_in_texts() {
        let source = Source::decode(text.as_bytes()).expect("text");
        assert!(read(&source).is_some(), "{text}");
    }
}

/// Returns a value with keys like those of a format, which are all that the reader knows.
fn with_plain_keys(value: Value) -> Value {
    let keys = ["k0", "at", "route_told", "x-own", "sha256"];
    match value {
        Value::Array(items) => items.into_iter().map(with_plain_keys).collect(),
        Value::Object(fields) => {
            let named = keys.into_iter().zip(fields).map(|(key, (_, value))| (key.to_owned(), with_plain_keys(value)));
            Value::Object(named.collect::<Map<_, _>>())
        }
        scalar => scalar,
    }
}

/// A file as our writer leaves it.
fn written() -> impl Strategy<Value = String> {
    let lists = proptest::collection::vec(values::value(), 0..4);
    (values::file(), lists).prop_map(|(file, events)| {
        let mut file = with_plain_keys(file);
        file["events"] = events.into_iter().map(with_plain_keys).collect();
        emit::emit(&file, &LAYOUT)
    })
}

/// A slip of the hand, a merge or an attack, at a place counted in bytes.
#[derive(Clone, Debug)]
enum Damage {
    /// Puts a piece in the place of so many bytes.
    Replace(&'static str, usize),
    /// Puts a piece at the start of a line.
    Begin(&'static str),
    /// Takes blanks away at the start of a line.
    Outdent(usize),
    /// Puts a line where it stands already once more at the end.
    Repeat,
    /// Leaves out the rest.
    Truncate,
}

fn damage() -> impl Strategy<Value = (usize, Damage)> {
    let piece = || proptest::sample::select(PIECES);
    let damage = prop_oneof![
        4 => (piece(), 0_usize..3).prop_map(|(piece, length)| Damage::Replace(piece, length)),
        3 => piece().prop_map(Damage::Begin),
        2 => (1_usize..5).prop_map(Damage::Outdent),
        1 => proptest::strategy::Just(Damage::Repeat),
        1 => proptest::strategy::Just(Damage::Truncate),
    ];
    (0_usize..2000, damage)
}

fn damaged(text: &str, at: usize, damage: &Damage) -> String {
    let at = text.floor_char_boundary(at % (text.len() + 1));
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let (lines, rest) = text.split_at(line);
    match damage {
        Damage::Replace(piece, length) => {
            let end = text.ceil_char_boundary(at + length);
            format!("{}{piece}{}", &text[..at], &text[end..])
        }
        Damage::Begin(piece) => format!("{lines}{piece}{rest}"),
        Damage::Outdent(most) => {
            let blanks = rest.bytes().take(*most).take_while(|&byte| byte == b' ').count();
            format!("{lines}{}", &rest[blanks..])
        }
        Damage::Repeat => format!("{text}{}\n", rest.lines().next().unwrap_or_default()),
        Damage::Truncate => text[..at].to_owned(),
    }
}

/// Returns whether the text has the canonical form; it must then say what the general parser reads in it.
fn agrees(text: &str) -> bool {
    let Ok(source) = Source::decode(text.as_bytes()) else { return false };
    let document = read(&source);
    if let Some(document) = &document {
        assert_eq!(parse::parse(&source).as_ref(), Ok(document), "{text}");
    }
    document.is_some()
}

#[test]
fn what_the_writer_writes_is_read_here() {
    let example = include_str!("../../../../tests/data/records/valid/example.yaml");
    assert!(agrees(example));
    assert!(agrees(
        "a: []\nb: {}\nc: null\nd: -1\n\n\ne:\n\n  - - x y\n    - |-\n      a\n\n       b\n\n  - f: \"\\u0000\\\"\"\n"
    ));
}

#[test]
fn what_the_writer_would_not_write_is_left_to_the_parser() {
    for text in NOT_OURS {
        assert!(!agrees(text), "{text:?}");
    }
}

#[test]
fn hostile_files_are_given_up_at_once() {
    let fields = (0..9_000).fold(String::new(), |text, number| text + &format!("a{number}: 1\n"));
    let nested = format!("a:\n  {}x\n", "- ".repeat(20_000));
    let long = format!("{}: 1\n", "a".repeat(40_000));
    let large = format!("a: {}\n", "x".repeat(MAX_VALUES));
    for text in [fields, nested, long, large] {
        assert!(!agrees(&text));
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_here(text in written()) {
        prop_assert_eq!(agrees(&text), true);
    }

    #[test]
    fn a_damaged_file_is_given_up_or_read_as_the_parser_does(
        text in written(),
        damages in proptest::collection::vec(damage(), 1..4),
    ) {
        let mut text = text;
        for (at, damage) in &damages {
            text = damaged(&text, *at, damage);
            agrees(&text);
        }
    }
}
