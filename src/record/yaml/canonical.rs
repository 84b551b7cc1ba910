//! The form in which our own writer leaves a file, read line by line: many times faster than YAML in general.
//!
//! Invariant: this reads exactly what the general parser reads, every span included, or nothing. So it gives up at the first
//! thing that the writer would not have written (a comment, a tab, an odd indent, a key it has seen), and the general parser
//! says what that is. To be slow is always right here; to differ never is.

use std::borrow::Cow;

use super::document::{Child, Collection, Content, Document, MAX_VALUES, Node};
use super::scalar;
use super::source::Source;

/// Deeper files are none of ours.
const MAX_DEPTH: usize = 16;

/// Mappings with more fields are none of ours, and would be slow to look through for a key that stands there twice.
const MAX_FIELDS: usize = 64;

/// Longer keys are none of ours.
const MAX_KEY: usize = 64;

/// How much deeper a child stands than its parent.
const INDENT: usize = 2;

/// Reads a text that has the canonical form; `None` means that it may be anything else.
pub(super) fn read(source: &Source) -> Option<Document<'_>> {
    let text = source.text();
    // A value takes one byte at least, so that so short a text need not be counted out.
    let is_short = text.len() <= MAX_VALUES;
    let is_ours = |character| character == '\n' || scalar::is_visible(character);
    if !is_short || !text.ends_with('\n') || !text.chars().all(is_ours) {
        return None;
    }
    let mut reader = Reader { text, at: 0, column: None, plain_ends: Vec::new() };
    reader.go_to_line(0);
    let root = reader.mapping(0, 0)?;
    reader.column.is_none().then_some(Document { source, root, comments: Vec::new(), plain_ends: reader.plain_ends })
}

struct Reader<'s> {
    /// Ends with a line break.
    text: &'s str,
    /// Where the next key, dash or value starts.
    at: usize,
    /// How far from the left that is; `None` at the end of the text.
    column: Option<usize>,
    plain_ends: Vec<usize>,
}

impl<'s> Reader<'s> {
    /// Goes to the first line from `line` on that is not empty.
    fn go_to_line(&mut self, line: usize) {
        let rest = self.text[line..].trim_start_matches('\n');
        let shown = rest.trim_start_matches(' ');
        self.at = self.text.len() - shown.len();
        self.column = (!rest.is_empty()).then_some(rest.len() - shown.len());
    }

    fn rest(&self) -> &'s str {
        &self.text[self.at..]
    }

    /// Reads the list or mapping whose first dash or key stands here, at `column`.
    fn collection(&mut self, column: usize, depth: usize) -> Option<Node<'s>> {
        if depth == MAX_DEPTH {
            return None;
        }
        let is_list = self.rest().starts_with("- ");
        if is_list { self.sequence(column, depth) } else { self.mapping(column, depth) }
    }

    /// Reads the fields that stand at `column`, from here to the first line that stands elsewhere.
    fn mapping(&mut self, column: usize, depth: usize) -> Option<Node<'s>> {
        let mut children: Vec<Child<'s>> = Vec::new();
        while self.column == Some(column) {
            let key = self.key()?;
            if children.len() == MAX_FIELDS || children.iter().any(|child| child.key == key) {
                return None;
            }
            let start = self.at;
            let after = start + key.len() + 1;
            let node = self.field_value(after, column, depth)?;
            children.push(Child { key: Cow::Borrowed(key), start, after, node });
        }
        in_block_style(Content::Mapping, children)
    }

    /// Reads the items whose dashes stand at `column`, from here to the first line that stands elsewhere.
    fn sequence(&mut self, column: usize, depth: usize) -> Option<Node<'s>> {
        let mut children: Vec<Child<'s>> = Vec::new();
        while self.column == Some(column) {
            self.rest().strip_prefix("- ")?;
            let start = self.at;
            (self.at, self.column) = (start + INDENT, Some(column + INDENT));
            let is_collection = self.rest().starts_with("- ") || self.key().is_some();
            let node = if is_collection { self.collection(column + INDENT, depth + 1)? } else { self.scalar(column)? };
            children.push(Child { key: Cow::Borrowed(""), start, after: start + 1, node });
        }
        in_block_style(Content::Sequence, children)
    }

    /// Reads what stands behind the colon of a key at `column`: a scalar on its line, or a collection below.
    fn field_value(&mut self, after: usize, column: usize, depth: usize) -> Option<Node<'s>> {
        if self.text[after..].starts_with(' ') {
            self.at = after + 1;
            return self.scalar(column);
        }
        self.go_to_line(after + 1);
        let is_below = self.column == Some(column + INDENT);
        if is_below { self.collection(column + INDENT, depth + 1) } else { None }
    }

    /// Returns the key that starts here, if a colon and a blank or line break stand behind it.
    fn key(&self) -> Option<&'s str> {
        let rest = self.rest();
        let is_of_key = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
        let length = rest.bytes().take(MAX_KEY).position(|byte| !is_of_key(byte))?;
        let (key, behind) = rest.split_at(length);
        let is_key = key.starts_with(|first: char| first.is_ascii_lowercase()) && key != "null";
        (is_key && (behind.starts_with(": ") || behind.starts_with(":\n"))).then_some(key)
    }

    /// Reads the scalar, or the empty collection, that starts here and belongs to a key or dash at `column`.
    fn scalar(&mut self, column: usize) -> Option<Node<'s>> {
        let start = self.at;
        let end = start + self.rest().find('\n')?;
        let empty = Collection { is_flow: true, children: Vec::new() };
        let content = match &self.text[start..end] {
            header @ ("|" | "|-") => return self.block_scalar(header, column + INDENT),
            "[]" => Content::Sequence(empty),
            "{}" => Content::Mapping(empty),
            line if line.starts_with('"') => Content::Text(unquoted(line)?),
            line if is_plain(line) => {
                self.plain_ends.push(end);
                scalar::resolve(line).map_or(Content::Text(Cow::Borrowed(line)), Content::Plain)
            }
            _ => return None,
        };
        self.go_to_line(end + 1);
        Some(Node { span: start..end, content })
    }

    /// Reads the literal block whose header stands here and whose lines are indented by `indent`.
    fn block_scalar(&mut self, header: &str, indent: usize) -> Option<Node<'s>> {
        let start = self.at;
        let mut next = start + header.len() + 1;
        let mut value = String::new();
        for line in self.text[next..].split_terminator('\n') {
            let spaces = line.bytes().take_while(|&byte| byte == b' ').count();
            if spaces < indent && !line.is_empty() {
                break;
            }
            // The first line tells the indent of all; blanks at the end of one were left by an editor.
            let is_odd = value.is_empty() && spaces != indent;
            if is_odd || line.ends_with(' ') {
                return None;
            }
            value += line.get(indent..).unwrap_or_default();
            value.push('\n');
            next += line.len() + 1;
        }
        if value.is_empty() {
            return None;
        }
        let end = self.text[..next].trim_end_matches('\n').len();
        value.truncate(value.trim_end_matches('\n').len());
        if header == "|" {
            value.push('\n');
        }
        self.go_to_line(next);
        Some(Node { span: start..end, content: Content::Text(Cow::Owned(value)) })
    }
}

fn in_block_style<'s>(content: fn(Collection<'s>) -> Content<'s>, children: Vec<Child<'s>>) -> Option<Node<'s>> {
    let span = children.first()?.start..children.last()?.node.span.end;
    Some(Node { span, content: content(Collection { is_flow: false, children }) })
}

/// Returns whether a line is one plain scalar, in whatever way it is read.
fn is_plain(line: &str) -> bool {
    let number = line.strip_prefix('-').filter(|digits| digits.starts_with(|first: char| first.is_ascii_digit()));
    number.unwrap_or(line).starts_with(char::is_alphanumeric)
        && !line.ends_with([' ', ':'])
        && !line.as_bytes().windows(2).any(|pair| pair == b": " || pair == b" #")
}

/// Returns what a text in double quotes says, if it takes the whole line and its escapes are those of the writer.
fn unquoted(line: &str) -> Option<Cow<'_, str>> {
    let mut rest = line.strip_prefix('"')?.strip_suffix('"')?;
    if !rest.contains(['"', '\\']) {
        return Some(Cow::Borrowed(rest));
    }
    let mut text = String::with_capacity(rest.len());
    while let Some(at) = rest.find(['"', '\\']) {
        text += &rest[..at];
        let escape = rest[at..].strip_prefix('\\')?;
        let code = escape.chars().next()?;
        let character = match code {
            '"' | '\\' => code,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'u' => of_digits(escape.get(1..5)?)?,
            _ => return None,
        };
        text.push(character);
        rest = &escape[if code == 'u' { 5 } else { 1 }..];
    }
    text += rest;
    Some(Cow::Owned(text))
}

fn of_digits(digits: &str) -> Option<char> {
    let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hexadecimal.then(|| u32::from_str_radix(digits, 16).ok()).flatten().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
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

    /// Returns a value with keys like those of a format, which are all that the reader knows.
    fn with_plain_keys(value: Value) -> Value {
        let keys = ["k0", "at", "route_told", "x-own", "sha256"];
        match value {
            Value::Array(items) => items.into_iter().map(with_plain_keys).collect(),
            Value::Object(fields) => {
                let named =
                    keys.into_iter().zip(fields).map(|(key, (_, value))| (key.to_owned(), with_plain_keys(value)));
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
        let example = include_str!("../../../tests/data/records/valid/example.yaml");
        assert!(agrees(example));
        assert!(agrees(
            "a: []\nb: {}\nc: null\nd: -1\n\n\ne:\n\n  - - x y\n    - |-\n      a\n\n       b\n\n  - f: \"\\u0000\\\"\"\n"
        ));
    }

    #[test]
    fn what_the_writer_would_not_write_is_left_to_the_parser() {
        for text in [
            "",
            "\n",
            "a: 1",
            "a: 1\r\n",
            "a:\n",
            " a: 1\n",
            "a: 1 \n",
            "a:  1\n",
            "a:\t1\n",
            "a: 1 # b\n",
            "# b\na: 1\n",
            "a: 1\na: 2\n",
            "null: 1\n",
            "A: 1\n",
            "\"a\": 1\n",
            "a: 'b'\n",
            "a: \"b\n",
            "a: \"b\" c\n",
            "a: \"\\x41\"\n",
            "a: \"\\u+041\"\n",
            "a: \"b\\\"\n",
            "a: ~\n",
            "a: .5\n",
            "a: - 1\n",
            "a: b: c\n",
            "a: b:\n",
            "a: [1]\n",
            "a: |\n",
            "a: |\n\n  b\n",
            "a: |\n   b\n",
            "a: |\n  b \n",
            "a: |+\n  b\n",
            "a: |2\n  b\n",
            "a: >\n  b\n",
            "a: |\n b\n",
            "a:\n- b\n",
            "a:\n   - b\n",
            "a:\n  -  b\n",
            "a:\n  -\n    b: 1\n",
            "a:\n  b\n",
            "a: b\n  c\n",
            "a:\n    b: 1\n  c: 1\n",
            "a: &b 1\n",
            "a: *b\n",
            "a: !b 1\n",
            "---\na: 1\n",
            "a: 1\n...\n",
            "- a\n",
            "a\n",
            "a: \u{85}b\n",
            "a: 1\n<<<<<<< b\n",
        ] {
            assert!(!agrees(text), "{text:?}");
        }
    }

    #[test]
    fn hostile_files_are_given_up_at_once() {
        let fields: String = (0..9_000).map(|number| format!("a{number}: 1\n")).collect();
        let nested = format!("a:\n  {}x\n", "- ".repeat(20_000));
        let long = format!("{}: 1\n", "a".repeat(40_000));
        let large = format!("a: {}\n", "x".repeat(MAX_VALUES));
        for text in [fields, nested, long, large] {
            assert!(!agrees(&text));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn whatever_is_written_is_read_here(text in written()) {
            prop_assert_eq!(agrees(&text), true);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2048))]

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
}
