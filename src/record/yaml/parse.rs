//! Text into the tree of a [`Document`]: the only place that knows the YAML parser and the quirks of its spans.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle};
use serde_json::Value;

use super::document::{Child, Collection, Content, Document, MAX_DEPTH, MAX_VALUES, Node};
use super::fault::{Fault, FaultKind};
use super::scalar;
use super::source::Source;

/// Reads a text as one YAML document; refuses what the module does not take.
pub(super) fn parse(source: &Source) -> Result<Document<'_>, Fault> {
    refuse_conflict_markers(source)?;
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        max_buffered_comment_events: MAX_VALUES,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut builder = Builder {
        source,
        events: Parser::new_from_str_with_options(source.text(), options),
        cursor: 0,
        values: 0,
        comments: Vec::new(),
        plain_ends: Vec::new(),
    };
    let root = builder.document()?;
    let Builder { mut comments, plain_ends, .. } = builder;
    comments.sort_by_key(|comment| comment.start);
    Ok(Document { source, root, comments, plain_ends })
}

/// Git's markers stand at the start of a line, where no value of a mapping can.
fn refuse_conflict_markers(source: &Source) -> Result<(), Fault> {
    let mut start = 0;
    while start < source.text().len() {
        let line = source.line(start);
        if let Some((marker, rest)) = line.split_at_checked(7)
            && ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains(&marker)
            && (rest.is_empty() || rest.starts_with(' '))
        {
            return Err(Fault::new(FaultKind::ConflictMarker { marker: marker.to_owned() }, source.place(start)));
        }
        start = source.next_line(start);
    }
    Ok(())
}

struct Builder<'s> {
    source: &'s Source,
    events: Parser<'s, granit_parser::StrInput<'s>>,
    /// The end of the last key, value or indicator; what follows up to the next is blanks and comments.
    cursor: usize,
    values: usize,
    comments: Vec<Range<usize>>,
    plain_ends: Vec<usize>,
}

impl<'s> Builder<'s> {
    fn document(&mut self) -> Result<Node<'s>, Fault> {
        loop {
            match self.next()? {
                (Event::StreamStart, _) => {}
                (Event::DocumentStart(is_explicit, _), range) => {
                    self.cursor = if is_explicit { range.end } else { range.start };
                    break;
                }
                (_, range) => return Err(self.fault(FaultKind::NotAMapping, range.start)),
            }
        }
        let (event, range) = self.next()?;
        let start = range.start;
        let Event::MappingStart(..) = event else { return Err(self.fault(FaultKind::NotAMapping, start)) };
        let root = self.node(&event, range, 0)?;
        self.next()?;
        match self.next()? {
            (Event::StreamEnd, _) => Ok(root),
            (_, range) => Err(self.fault(FaultKind::SecondDocument, range.start)),
        }
    }

    /// Returns the next event that is no comment; refuses what may stand before any value.
    fn next(&mut self) -> Result<(Event<'s>, Range<usize>), Fault> {
        loop {
            let Some(next) = self.events.next() else {
                let reason = "the text ends too early".to_owned();
                return Err(self.fault(FaultKind::Syntax { reason }, self.source.text().len()));
            };
            let (event, span) = next.map_err(|error| self.syntax(&error))?;
            let range = self.range(&span);
            let kind = match event {
                Event::Comment(..) => {
                    self.comments.push(range);
                    continue;
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => FaultKind::Alias,
                _ if event.tag().is_some() => FaultKind::Tag,
                _ if event.anchor_id().is_some() => FaultKind::Anchor,
                _ => return Ok((event, range)),
            };
            let property = if kind == FaultKind::Alias { range.start } else { self.skip_blanks(self.cursor) };
            return Err(self.fault(kind, property));
        }
    }

    /// Builds the value that starts with `event`.
    fn node(&mut self, event: &Event<'s>, range: Range<usize>, depth: usize) -> Result<Node<'s>, Fault> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(self.fault(FaultKind::TooManyValues { limit: MAX_VALUES }, range.start));
        }
        if depth >= MAX_DEPTH && !matches!(event, Event::Scalar(..)) {
            return Err(self.fault(FaultKind::TooDeep { limit: MAX_DEPTH }, range.start));
        }
        match event {
            Event::Scalar(text, style, ..) => Ok(self.scalar(text.clone(), *style, range)),
            Event::SequenceStart(style, ..) => self.sequence(*style, range, depth),
            Event::MappingStart(style, ..) => self.mapping(*style, range, depth),
            _ => Err(self.fault(FaultKind::NotAMapping, range.start)),
        }
    }

    fn scalar(&mut self, text: Cow<'s, str>, style: ScalarStyle, range: Range<usize>) -> Node<'s> {
        let is_empty = range.is_empty() && style == ScalarStyle::Plain;
        let (span, content) = match style {
            // The parser points behind a comment here; the value stands nowhere, so it stands behind its indicator.
            ScalarStyle::Plain if is_empty => (self.cursor..self.cursor, Content::Plain(Value::Null)),
            ScalarStyle::Plain => (range, scalar::resolve(&text).map_or(Content::Text(text), Content::Plain)),
            ScalarStyle::Literal | ScalarStyle::Folded => (self.block_scalar(range), Content::Text(text)),
            _ => (range, Content::Text(text)),
        };
        if style == ScalarStyle::Plain && !is_empty {
            self.plain_ends.push(span.end);
        }
        self.cursor = span.end;
        Node { span, content }
    }

    /// Returns the range of a block scalar from its `|` or `>` to the end of its last line.
    ///
    /// The parser's range starts behind the header and runs on to the next key.
    fn block_scalar(&self, content: Range<usize>) -> Range<usize> {
        let text = self.source.text();
        let start = self.skip_blanks(self.cursor);
        let header = header(&text[start..]);
        let first_line = self.source.next_line(start);
        let last = if content.end == text.len() { content.end } else { self.source.line_start(content.end) };
        let block = text.get(first_line..last).unwrap_or_default();
        let block = if header.contains('+') { block } else { without_blank_end(block) };
        if block.is_empty() {
            return start..start + header.len();
        }
        let block = block.strip_suffix('\n').unwrap_or(block);
        start..first_line + block.strip_suffix('\r').unwrap_or(block).len()
    }

    fn sequence(&mut self, style: StructureStyle, range: Range<usize>, depth: usize) -> Result<Node<'s>, Fault> {
        let is_flow = style == StructureStyle::Flow;
        let mut children = Vec::new();
        self.cursor = if is_flow { range.end } else { self.cursor };
        loop {
            let (event, item) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok(self.close(Content::Sequence(Collection { is_flow, children }), range.start, item.end));
            }
            let (start, after) = if is_flow {
                (item.start, item.start)
            } else {
                let dash = self.skip_blanks(self.cursor);
                (dash, self.behind(dash, '-').unwrap_or(item.start))
            };
            self.cursor = after;
            let node = self.node(&event, item, depth + 1)?;
            children.push(Child { key: Cow::Borrowed(""), start, after, node });
        }
    }

    fn mapping(&mut self, style: StructureStyle, range: Range<usize>, depth: usize) -> Result<Node<'s>, Fault> {
        let is_flow = style == StructureStyle::Flow;
        let mut children = Vec::new();
        let mut lines: HashMap<Cow<'s, str>, usize> = HashMap::new();
        self.cursor = if is_flow { range.end } else { self.cursor };
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    return Ok(self.close(Content::Mapping(Collection { is_flow, children }), range.start, span.end));
                }
                Event::Scalar(key, style, ..)
                    if style != ScalarStyle::Plain || scalar::resolve(&key) != Some(Value::Null) =>
                {
                    key
                }
                _ => return Err(self.fault(FaultKind::KeyNotText, span.start)),
            };
            if let Some(first) = lines.insert(key.clone(), span.start) {
                let first_line = self.source.place(first).line;
                return Err(self.fault(FaultKind::DuplicateKey { key: key.into_owned(), first_line }, span.start));
            }
            let after = self.behind(self.skip_blanks(span.end), ':').unwrap_or(span.end);
            self.cursor = after;
            let (event, value) = self.next()?;
            let node = self.node(&event, value, depth + 1)?;
            children.push(Child { key, start: span.start, after, node });
        }
    }

    /// Ends a collection: at its bracket in flow style, at the end of its last child in block style.
    fn close(&mut self, content: Content<'s>, start: usize, end: usize) -> Node<'s> {
        let mut node = Node { span: start..end, content };
        if !node.is_flow()
            && let (Some(first), Some(last)) = (node.children().first(), node.children().last())
        {
            node.span = first.start..last.node.span.end;
        }
        self.cursor = node.span.end;
        node
    }

    /// Returns the offset of the next character that belongs to no blank, line end or comment.
    fn skip_blanks(&self, offset: usize) -> usize {
        let text = self.source.text();
        let mut offset = offset;
        loop {
            let rest = &text[offset..];
            let start = offset + rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            if !text[start..].starts_with('#') {
                return start;
            }
            offset = self.source.next_line(start);
        }
    }

    /// Returns the offset behind an indicator, if it stands at `offset`; a key in flow style may have no colon.
    fn behind(&self, offset: usize, indicator: char) -> Option<usize> {
        self.source.text()[offset..].starts_with(indicator).then_some(offset + indicator.len_utf8())
    }

    /// Returns the bytes of a span; the parser is given a string, for which it knows them.
    fn range(&self, span: &Span) -> Range<usize> {
        span.byte_range().unwrap_or(self.cursor..self.cursor)
    }

    fn fault(&self, kind: FaultKind, offset: usize) -> Fault {
        Fault::new(kind, self.source.place(offset))
    }

    /// Says in plain words what the parser stumbled over, and points to its cause where that is known.
    fn syntax(&self, error: &ScanError) -> Fault {
        let found = error.marker().byte_offset().unwrap_or(self.cursor);
        let line = self.source.line_start(found);
        match error.kind() {
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart => {
                let tab = self.source.text()[line..].find('\t').map_or(found, |tab| line + tab);
                self.fault(FaultKind::Tab, tab)
            }
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::DocumentIndicatorInQuotedScalar => {
                let indicators = [' ', '\t', '\r', '\n', ':', '-', ',', '?'];
                let rest = &self.source.text()[self.cursor..];
                let quote = self.cursor + rest.len() - rest.trim_start_matches(indicators).len();
                let is_quote = self.source.text()[quote..].starts_with(['"', '\'']);
                self.fault(FaultKind::UnclosedQuote, if is_quote { quote } else { found })
            }
            ErrorKind::MappingValueNotAllowed => self.fault(FaultKind::Colon, found),
            ErrorKind::DirectiveDisallowed => self.fault(FaultKind::Directive, found),
            ErrorKind::RecursionLimitExceeded => self.fault(FaultKind::TooDeep { limit: MAX_DEPTH }, found),
            kind => self.fault(FaultKind::Syntax { reason: kind.to_string() }, found),
        }
    }
}

/// Returns the header of a block scalar: `|`, `>-`, `|2+`.
pub(super) fn header(text: &str) -> &str {
    let end = text.find(|character: char| !matches!(character, '|' | '>' | '+' | '-' | '0'..='9'));
    &text[..end.unwrap_or(text.len())]
}

/// Returns a block without the blank lines at its end that are no deeper than its first line with text.
fn without_blank_end(mut block: &str) -> &str {
    let first = block.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let indent = first.len() - first.trim_start_matches(' ').len();
    while !block.is_empty() {
        let unended = block.strip_suffix('\n').unwrap_or(block);
        let start = unended.rfind('\n').map_or(0, |end| end + 1);
        let line = unended[start..].trim_end_matches('\r');
        if line.len() > indent || line.contains(|character| character != ' ') {
            break;
        }
        block = &block[..start];
    }
    block
}

#[cfg(test)]
mod tests;
