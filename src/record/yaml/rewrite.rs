//! A new version of a file that leaves alone what people wrote.
//!
//! The text is patched where it must differ, and then proven: read again, it must say exactly what was meant, and every comment
//! must still be there. Unknown keys, order, quotes and line ends of all the rest stay byte for byte.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value;

use super::align::{Fate, align};
use super::document::Document;
use super::emit::Layout;
use super::fault::{Fault, Place};
use super::patch::{self, Unknown};
use super::source::Source;

/// Why a file cannot be rewritten; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RewriteFault {
    /// The file cannot be read in the first place.
    #[error("the file cannot be read")]
    Unreadable(#[source] Fault),
    /// A comment stands on what is to be replaced or removed.
    #[error("the comment `{comment}` would be lost")]
    Comment {
        /// The comment with its `#`.
        comment: String,
        /// Where it stands.
        place: Place,
    },
    /// Something that the tool does not know stands in what is to be replaced or removed.
    #[error("`{path}` holds something unknown that would be lost")]
    Unknown {
        /// The field, as `points[0].note`.
        path: String,
        /// Where it stands.
        place: Place,
    },
    /// The file could not be read any more: it would be too large, or its layout is beyond the patcher.
    #[error("the file could not be read after the change")]
    Unwritable(#[source] Fault),
    /// The layout of the file is beyond the patcher: its text would not say what was meant.
    #[error("the change does not fit into the layout of this file")]
    Unproven,
}

impl From<Unknown> for RewriteFault {
    fn from(Unknown { path, place }: Unknown) -> Self {
        Self::Unknown { path, place }
    }
}

/// Returns the content of a file after its known part was changed from `old` to `new`.
///
/// `old` is what the format read out of this file, without unknown keys; `new` says what the file shall say instead of it.
pub fn rewrite(source: &Source, old: &Value, new: &Value, layout: &Layout) -> Result<String, RewriteFault> {
    let document = Document::parse(source).map_err(RewriteFault::Unreadable)?;
    let text = patch::patch(&document, old, new, layout)?.ok_or(RewriteFault::Unproven)?;
    let content = source.with(text).content();
    prove(&document, &content, &intended(&document.value(), old, new))?;
    Ok(content)
}

/// Returns the whole value of a file after the difference between `old` and `new` was applied to its whole value before.
fn intended(full: &Value, old: &Value, new: &Value) -> Value {
    match (full, old, new) {
        (full, old, new) if old == new => full.clone(),
        (Value::Object(full), Value::Object(old), Value::Object(new)) => {
            let mut fields = full.clone();
            fields.retain(|key, _| !old.contains_key(key) || new.contains_key(key));
            for (key, value) in new {
                match full.get(key) {
                    Some(before) => {
                        fields.insert(key.clone(), intended(before, old.get(key).unwrap_or(before), value));
                    }
                    None if old.get(key) == Some(value) => {}
                    None => {
                        fields.insert(key.clone(), value.clone());
                    }
                }
            }
            Value::Object(fields)
        }
        (Value::Array(full), Value::Array(old), Value::Array(new)) if full.len() == old.len() => {
            let items = align(old, new).into_iter().filter_map(|fate| match fate {
                Fate::Kept(left, right) => Some(intended(&full[left], &old[left], &new[right])),
                Fate::Added(right) => Some(new[right].clone()),
                Fate::Removed(_) => None,
            });
            items.collect()
        }
        _ => new.clone(),
    }
}

/// Reads the new content as if from disk: all comments must be there, and the value must be the intended one.
fn prove(before: &Document, content: &str, intended: &Value) -> Result<(), RewriteFault> {
    let source = Source::decode(content.as_bytes()).map_err(RewriteFault::Unwritable)?;
    let after = Document::parse(&source).map_err(RewriteFault::Unwritable)?;
    let mut unmatched: HashMap<&str, usize> = HashMap::new();
    for range in &after.comments {
        *unmatched.entry(comment(&after, range)).or_default() += 1;
    }
    for range in &before.comments {
        let text = comment(before, range);
        let Some(count) = unmatched.get_mut(text).filter(|count| **count > 0) else {
            let place = before.source().place(range.start);
            return Err(RewriteFault::Comment { comment: text.to_owned(), place });
        };
        *count -= 1;
    }
    let is_proven = unmatched.values().all(|count| *count == 0) && after.value() == *intended;
    if is_proven { Ok(()) } else { Err(RewriteFault::Unproven) }
}

fn comment<'d>(document: &'d Document, range: &Range<usize>) -> &'d str {
    document.source().text()[range.clone()].trim_end()
}

#[cfg(test)]
mod tests;
