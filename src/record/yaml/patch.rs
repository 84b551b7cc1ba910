//! The difference of two values as edits of the text that holds the first.
//!
//! Only the places that differ are touched; whether the edits hit is proven by the caller, who reads the outcome again. So a rare
//! layout may be patched wrongly here, but never silently.

use std::ops::Range;

use serde_json::{Map, Value};

use super::align::{Fate, align};
use super::document::{Child, Collection, Content, Document, Node, join};
use super::emit::{self, Fragment, Layout};
use super::fault::Place;
use super::parse::header;
use super::source::Source;

/// The file holds something that would be lost, because the old value does not tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    pub(super) path: String,
    pub(super) place: Place,
}

/// Returns the text of a document after what differs between `old` and `new` was changed in it; `None` if changes meet in one
/// place.
pub(super) fn patch(document: &Document, old: &Value, new: &Value, layout: &Layout) -> Result<Option<String>, Unknown> {
    let mut patch = Patch { source: document.source, layout, edits: Vec::new() };
    if let (Content::Mapping(fields), Value::Object(old), Value::Object(new)) = (&document.root.content, old, new) {
        patch.change_fields(fields, old, new, "")?;
    }
    Ok(patch.apply())
}

struct Patch<'d> {
    source: &'d Source,
    layout: &'d Layout,
    edits: Vec<Edit>,
}

struct Edit {
    range: Range<usize>,
    text: String,
}

/// Something to be put among the children of a collection.
enum Piece<'v> {
    Field(&'v str, &'v Value),
    Item(&'v Value),
}

impl Patch<'_> {
    fn change_fields(
        &mut self,
        fields: &Collection,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        path: &str,
    ) -> Result<(), Unknown> {
        let mut previous = None;
        for (key, value) in new {
            let Some(index) = fields.children.iter().position(|child| child.key == *key) else {
                if old.get(key) != Some(value) {
                    self.insert(fields, previous, &Piece::Field(key, value), path);
                }
                continue;
            };
            previous = Some(index);
            let child = &fields.children[index];
            let path = join(path, key, index);
            if let Some(known) = old.get(key) {
                self.change(child, fields.is_flow, [known, value], &path)?;
            } else {
                self.refuse_loss(child, &Value::Null, &path)?;
                self.change(child, fields.is_flow, [&child.node.value(), value], &path)?;
            }
        }
        let mut gone = Vec::new();
        for (index, child) in fields.children.iter().enumerate() {
            if let Some(known) = old.get(&*child.key).filter(|_| !new.contains_key(&*child.key)) {
                self.refuse_loss(child, known, &join(path, &child.key, index))?;
                gone.push(index);
            }
        }
        self.remove(fields, &gone);
        Ok(())
    }

    fn change_items(&mut self, list: &Collection, old: &[Value], new: &[Value], path: &str) -> Result<(), Unknown> {
        let (mut previous, mut gone) = (None, Vec::new());
        for fate in align(old, new) {
            match fate {
                Fate::Kept(left, right) => {
                    let values = [&old[left], &new[right]];
                    self.change(&list.children[left], list.is_flow, values, &join(path, "", left))?;
                    previous = Some(left);
                }
                Fate::Added(right) => self.insert(list, previous, &Piece::Item(&new[right]), path),
                Fate::Removed(left) => {
                    self.refuse_loss(&list.children[left], &old[left], &join(path, "", left))?;
                    gone.push(left);
                }
            }
        }
        self.remove(list, &gone);
        Ok(())
    }

    /// Changes the value of a child from the first to the second of `values`.
    fn change(&mut self, child: &Child, in_flow: bool, values: [&Value; 2], path: &str) -> Result<(), Unknown> {
        match (&child.node.content, values) {
            (_, [old, new]) if old == new => Ok(()),
            (Content::Mapping(fields), [Value::Object(old), Value::Object(new)])
                if leaves_a_field(fields, old, new) =>
            {
                self.change_fields(fields, old, new, path)
            }
            (Content::Sequence(list), [Value::Array(old), Value::Array(new)])
                if !new.is_empty() && !old.is_empty() && list.children.len() == old.len() =>
            {
                self.change_items(list, old, new, path)
            }
            (_, [old, new]) => {
                self.refuse_loss(child, old, path)?;
                self.replace(child, in_flow, new, path);
                Ok(())
            }
        }
    }

    /// Replaces the whole value of a child.
    fn replace(&mut self, child: &Child, in_flow: bool, new: &Value, path: &str) {
        let span = child.node.span.clone();
        if in_flow {
            let space = if span.is_empty() { " " } else { "" };
            return self.edit(span, format!("{space}{}", emit::flow(new)));
        }
        let indent = self.source.indent(child.start);
        let fragment = if indent == 0 { self.layout.top_fragment(path, new) } else { emit::fragment(new, indent) };
        if child.node.children().is_empty() || child.node.is_flow() {
            self.replace_line(child, fragment);
        } else {
            let text = fragment.below();
            self.edit(child.after..span.end, text.strip_suffix('\n').unwrap_or(&text).to_owned());
        }
    }

    /// Replaces a value that starts on the line of its key, or right below; a comment behind it stays where it is.
    fn replace_line(&mut self, child: &Child, fragment: Fragment) {
        let text = self.source.text();
        let span = child.node.span.clone();
        let header = if is_block_scalar(&child.node, text) { header(&text[span.start..]).len() } else { span.len() };
        let head = span.start..span.start + header;
        let below = self.source.next_line(head.end)..self.source.next_line(span.end);
        let below = if span.end > head.end { below } else { below.start..below.start };
        let space = if fragment.head.is_empty() { "" } else { " " };
        if text[child.after..head.start].trim().is_empty() {
            self.edit(child.after..head.end, format!("{space}{}", fragment.head));
        } else {
            self.edit(head, fragment.head);
        }
        if !below.is_empty() || !fragment.body.is_empty() {
            let line_break = if below.start == text.len() && !text.ends_with('\n') { "\n" } else { "" };
            self.edit(below, format!("{line_break}{}", fragment.body));
        }
    }

    /// Puts a piece behind a child, or before all if there is none.
    fn insert(&mut self, collection: &Collection, previous: Option<usize>, piece: &Piece, path: &str) {
        let first = &collection.children[0];
        let end = previous.map(|index| collection.children[index].node.span.end);
        if collection.is_flow {
            let text = match piece {
                Piece::Field(key, value) => emit::flow_field(key, value),
                Piece::Item(value) => emit::flow(value),
            };
            return match end {
                Some(end) => self.edit(end..end, format!(", {text}")),
                None => self.edit(first.start..first.start, format!("{text}, ")),
            };
        }
        let indent = self.source.indent(first.start);
        let lines = match piece {
            Piece::Field(key, value) if path.is_empty() && indent == 0 => self.layout.top_field(key, value),
            Piece::Field(key, value) => emit::field(key, value, indent),
            Piece::Item(value) => emit::item(value, indent),
        };
        let blank = if self.is_spaced(collection, piece, path) { "\n" } else { "" };
        match end {
            Some(end) => self.insert_below(end, &lines, blank),
            None if self.shares_its_line(first) => {
                let text = format!("{}{blank}{:indent$}", &lines[indent..], "");
                self.edit(first.start..first.start, text);
            }
            None => {
                let start = self.source.line_start(first.start);
                self.edit(start..start, format!("{lines}{blank}"));
            }
        }
    }

    /// Puts lines below the line of an offset, with `blank` between them and their neighbours unless there is a blank line.
    fn insert_below(&mut self, offset: usize, lines: &str, blank: &str) {
        let at = self.source.next_line(offset);
        let text = self.source.text();
        let before = match self.edits.last() {
            Some(edit) if edit.range == (at..at) => &edit.text,
            _ => &text[..at],
        };
        let line_break = if before.ends_with('\n') { "" } else { "\n" };
        let above = if before.ends_with("\n\n") || before.ends_with("\n\r\n") { "" } else { blank };
        let below = if at == text.len() || self.source.line(at).trim().is_empty() { "" } else { blank };
        self.edit(at..at, format!("{line_break}{above}{lines}{below}"));
    }

    /// Takes children out; their neighbours close up.
    fn remove(&mut self, collection: &Collection, gone: &[usize]) {
        let children = &collection.children;
        let is_left = |index: &usize| !gone.contains(index);
        for &index in gone {
            let child = &children[index];
            let next = (index + 1..children.len()).find(is_left).map(|next| children[next].start);
            let previous = (0..index).rfind(is_left).map(|previous| children[previous].node.span.end);
            let range = match (next, previous) {
                (Some(next), _) if collection.is_flow || self.shares_its_line(child) => child.start..next,
                (_, Some(previous)) if collection.is_flow => previous..child.node.span.end,
                _ if collection.is_flow => child.start..children[children.len() - 1].node.span.end,
                _ => self.lines_of(child, [previous, next]),
            };
            self.edit(range, String::new());
        }
    }

    /// Returns the lines of a child between two others, with the blank lines that set it apart: those above the last child,
    /// those below another.
    fn lines_of(&self, child: &Child, [previous, next]: [Option<usize>; 2]) -> Range<usize> {
        let text = self.source.text();
        let start = self.source.line_start(child.start);
        let mut end = self.source.next_line(child.node.span.end);
        let above = match text[..start].trim_end_matches([' ', '\r', '\n']).len() {
            0 => 0,
            above => self.source.next_line(above),
        };
        if next.is_none() {
            return above..end;
        }
        let is_set_apart = previous.is_none() || above < start;
        while is_set_apart && end < text.len() && self.source.line(end).trim().is_empty() {
            end = self.source.next_line(end);
        }
        start..end
    }

    fn shares_its_line(&self, child: &Child) -> bool {
        let line = self.source.line_start(child.start)..child.start;
        !self.source.text()[line].trim().is_empty()
    }

    /// Returns whether blank lines stand between the children: always between top-level fields; between items as it is done in
    /// the file, or, where that does not show, as the layout says.
    fn is_spaced(&self, collection: &Collection, piece: &Piece, path: &str) -> bool {
        match (piece, &collection.children[..]) {
            (Piece::Field(..), _) => path.is_empty(),
            (_, [.., one, two]) => self.source.has_blank_line(one.node.span.end..two.start),
            _ => self.layout.spaced_lists.contains(&path),
        }
    }

    fn refuse_loss(&self, child: &Child, known: &Value, path: &str) -> Result<(), Unknown> {
        if knows(known, &child.node.value()) {
            return Ok(());
        }
        Err(Unknown { path: path.to_owned(), place: self.source.place(child.start) })
    }

    fn edit(&mut self, range: Range<usize>, text: String) {
        self.edits.push(Edit { range, text });
    }

    /// Returns the text with all edits in it, or `None` if one changes what another takes out.
    fn apply(mut self) -> Option<String> {
        self.edits.sort_by_key(|edit| edit.range.start);
        let text = self.source.text();
        let mut out = String::with_capacity(text.len() + 512);
        let mut done = 0;
        for Edit { range, text: edit } in self.edits {
            if range.start < done && !edit.is_empty() {
                return None;
            }
            out += text.get(done..range.start).unwrap_or_default();
            out += &edit.replace('\n', self.source.line_break());
            done = done.max(range.end);
        }
        out += &text[done..];
        Some(out)
    }
}

/// Returns whether a value says nothing, so that a field with it is as good as none.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Returns whether `known` tells of everything that stands in `full`; in which spelling does not matter.
fn knows(known: &Value, full: &Value) -> bool {
    match (known, full) {
        (_, full) if is_blank(full) => true,
        (Value::Object(known), Value::Object(full)) => {
            full.iter().all(|(key, full)| knows(known.get(key).unwrap_or(&Value::Null), full))
        }
        (Value::Array(known), Value::Array(full)) => {
            known.len() == full.len() && known.iter().zip(full).all(|(known, full)| knows(known, full))
        }
        (Value::Null, _) | (_, Value::Object(_) | Value::Array(_)) => false,
        _ => true,
    }
}

/// Returns whether a field of a mapping outlives the change; a mapping without fields cannot be written in block style.
fn leaves_a_field(fields: &Collection, old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    fields.children.iter().any(|child| new.contains_key(&*child.key) || !old.contains_key(&*child.key))
}

fn is_block_scalar(node: &Node, text: &str) -> bool {
    matches!(node.content, Content::Text(_)) && text[node.span.start..].starts_with(['|', '>'])
}
