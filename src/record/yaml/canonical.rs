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
mod tests;
