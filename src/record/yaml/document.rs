//! A YAML file as a tree of values, each with its place in the text.
//!
//! Reads the plain part of YAML that people write by hand: one document, one mapping, no anchors, aliases, tags or directives.
//! What a field means is not known here.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};

use super::canonical;
use super::fault::{Fault, Place};
use super::parse;
use super::source::Source;

/// The deepest nesting of lists and mappings that is read.
pub const MAX_DEPTH: usize = 64;

/// The largest number of values that is read.
pub const MAX_VALUES: usize = 50_000;

/// A file that is YAML as we accept it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'s> {
    pub(super) source: &'s Source,
    pub(super) root: Node<'s>,
    /// The comments from their `#` on, in order.
    pub(super) comments: Vec<Range<usize>>,
    /// The ends of all plain scalars, in order.
    pub(super) plain_ends: Vec<usize>,
}

/// One step of the way from the root to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'k> {
    /// Into the value of a key.
    Key(&'k str),
    /// Into an item of a list, counted from 0.
    Index(usize),
}

/// A value and the text it stands for: from its first character (of a block scalar: `|` or `>`) to its last.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node<'s> {
    pub(super) span: Range<usize>,
    pub(super) content: Content<'s>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content<'s> {
    Text(Cow<'s, str>),
    /// Null, a truth value or a number.
    Plain(Value),
    /// The children's keys are the keys.
    Mapping(Collection<'s>),
    /// The children's keys are empty.
    Sequence(Collection<'s>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Collection<'s> {
    pub(super) is_flow: bool,
    pub(super) children: Vec<Child<'s>>,
}

/// A field of a mapping or an item of a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Child<'s> {
    pub(super) key: Cow<'s, str>,
    /// Where it starts: at its key or dash; an item in flow style at its value.
    pub(super) start: usize,
    /// Where its colon or dash ends, behind which the value stands.
    pub(super) after: usize,
    pub(super) node: Node<'s>,
}

/// A value found by its place.
#[derive(Clone, Debug)]
pub(super) struct Found<'d> {
    /// The way to it, as `events[3].at`; empty for the root.
    pub(super) path: String,
    /// Where its field or item starts.
    pub(super) start: usize,
    pub(super) node: &'d Node<'d>,
}

impl<'s> Document<'s> {
    /// Reads a text as one YAML document.
    pub fn parse(source: &'s Source) -> Result<Self, Fault> {
        canonical::read(source).map_or_else(|| parse::parse(source), Ok)
    }

    /// Returns the whole content as plain data.
    pub fn value(&self) -> Value {
        self.root.value()
    }

    /// Returns the text this was read from.
    pub fn source(&self) -> &Source {
        self.source
    }

    /// Returns where a value stands: a field at its key, an item at its dash; `None` if there is no such value.
    pub fn place(&self, path: &[Step]) -> Option<Place> {
        let mut node = &self.root;
        let mut offset = node.span.start;
        for step in path {
            let child = node.child(*step)?;
            (node, offset) = (&child.node, child.start);
        }
        Some(self.source.place(offset))
    }

    /// Returns the values around an offset, from the root inwards.
    pub(super) fn around(&self, offset: usize) -> Vec<Found<'_>> {
        let mut found = vec![Found { path: String::new(), start: self.root.span.start, node: &self.root }];
        let mut node = &self.root;
        let mut path = String::new();
        let is_around = |child: &Child| child.start <= offset && offset <= child.node.span.end;
        while let Some(index) = node.children().iter().rposition(is_around) {
            let child = &node.children()[index];
            path = join(&path, &child.key, index);
            node = &child.node;
            found.push(Found { path: path.clone(), start: child.start, node });
        }
        found
    }

    /// Returns the places where a `#` right before a word cut off the rest of an unquoted text (`order #88213 late`).
    ///
    /// A `#` with a space behind it is taken for a comment that was meant as one.
    pub fn cut_comments(&self) -> Vec<Place> {
        let text = self.source.text();
        let cuts = self.comments.iter().filter(|comment| {
            let before = text[..comment.start].trim_end_matches([' ', '\t']).len();
            let follows_text = self.plain_ends.binary_search(&before).is_ok();
            follows_text && text[comment.start + 1..comment.end].starts_with(char::is_alphanumeric)
        });
        cuts.map(|comment| self.source.place(comment.start)).collect()
    }
}

impl<'s> Node<'s> {
    pub(super) fn value(&self) -> Value {
        match &self.content {
            Content::Text(text) => Value::String(text.clone().into_owned()),
            Content::Plain(value) => value.clone(),
            Content::Sequence(list) => list.children.iter().map(|child| child.node.value()).collect(),
            Content::Mapping(mapping) => {
                let fields = mapping.children.iter().map(|child| (child.key.clone().into_owned(), child.node.value()));
                Value::Object(fields.collect::<Map<_, _>>())
            }
        }
    }

    pub(super) fn is_flow(&self) -> bool {
        match &self.content {
            Content::Text(_) | Content::Plain(_) => false,
            Content::Mapping(collection) | Content::Sequence(collection) => collection.is_flow,
        }
    }

    /// Returns the fields or items; none for a scalar.
    pub(super) fn children(&self) -> &[Child<'s>] {
        match &self.content {
            Content::Text(_) | Content::Plain(_) => &[],
            Content::Mapping(collection) | Content::Sequence(collection) => &collection.children,
        }
    }

    fn child(&self, step: Step) -> Option<&Child<'s>> {
        match (&self.content, step) {
            (Content::Mapping(mapping), Step::Key(key)) => mapping.children.iter().find(|child| child.key == key),
            (Content::Sequence(list), Step::Index(index)) => list.children.get(index),
            _ => None,
        }
    }
}

/// Returns the path of a child: by its key or, in a list, where keys are empty, by its index.
pub(super) fn join(path: &str, key: &str, index: usize) -> String {
    match (path, key) {
        (_, "") => format!("{path}[{index}]"),
        ("", _) => key.to_owned(),
        _ => format!("{path}.{key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::decode(text.as_bytes()).expect("a text")
    }

    const FILE: &str = "\
# سربرگ
نام: مریم
نشان: {الف: 1, ب: [x, y]}
points:
- id: p1
-
  نام: یک
";

    #[test]
    fn places_are_found_by_path() {
        let source = source(FILE);
        let document = Document::parse(&source).expect("a document");
        let place = |path: &[Step]| document.place(path).map(|place| (place.line, place.column));
        assert_eq!(place(&[]), Some((2, 1)));
        assert_eq!(place(&[Step::Key("نشان"), Step::Key("ب")]), Some((3, 16)));
        assert_eq!(place(&[Step::Key("points"), Step::Index(1)]), Some((6, 1)));
        assert_eq!(place(&[Step::Key("points"), Step::Index(1), Step::Key("نام")]), Some((7, 3)));
        assert_eq!(place(&[Step::Key("points"), Step::Index(9)]), None);
        assert_eq!(place(&[Step::Key("نام"), Step::Key("x")]), None);
    }

    #[test]
    fn a_hash_that_cut_a_text_is_told_from_a_comment() {
        let source = source("a: order #88213 late\nb: x # why\nc: 'x' #y\n#z\nd: سفارش #۸۸\n");
        let document = Document::parse(&source).expect("a document");
        let cuts: Vec<_> = document.cut_comments().iter().map(ToString::to_string).collect();
        assert_eq!(cuts, ["1:10", "5:10"]);
    }

    #[test]
    fn values_are_found_by_their_bytes() {
        let source = source(FILE);
        let document = Document::parse(&source).expect("a document");
        let path = |text: &str| document.around(FILE.find(text).expect(text)).pop().expect("the root").path;
        assert_eq!(path("سربرگ"), "");
        assert_eq!(path("مریم"), "نام");
        assert_eq!(path("y]"), "نشان.ب[1]");
        assert_eq!(path("یک"), "points[1].نام");
    }
}
