//! What may be wrong with a file, and where.
//!
//! A fault carries data; which file it is and how it is printed is the caller's business.

use std::fmt;

/// Where something stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl Place {
    /// The first character of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

/// Why a file cannot be read, and the place that shows it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where it shows.
    pub place: Place,
}

impl Fault {
    pub(super) fn new(kind: FaultKind, place: Place) -> Self {
        Self { kind, place }
    }
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The file is too large to be one of ours.
    #[error("the file has {size} bytes, more than the {limit} that are read")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The largest size in bytes.
        limit: usize,
    },
    /// The file was saved as UTF-16.
    #[error("the file is UTF-16 and not UTF-8")]
    Utf16,
    /// A byte belongs to no UTF-8 character.
    #[error("the file is not UTF-8: byte {offset} belongs to no character")]
    NotUtf8 {
        /// The offset of that byte in the file, counted from 0.
        offset: usize,
    },
    /// There is a NUL character.
    #[error("the text contains a NUL character")]
    Nul,
    /// A carriage return stands alone.
    #[error("the text contains a carriage return that ends no line")]
    LoneReturn,
    /// A merge was not finished.
    #[error("`{marker}` was left by a merge that was not finished")]
    ConflictMarker {
        /// The seven characters at the start of the line.
        marker: String,
    },
    /// A tab stands where YAML wants spaces.
    #[error("a tab stands where only spaces may")]
    Tab,
    /// A quoted text does not end.
    #[error("a quoted text is not closed")]
    UnclosedQuote,
    /// A plain text contains a colon that makes it look like a key.
    #[error("a `: ` inside an unquoted text makes it a key")]
    Colon,
    /// A `&name`.
    #[error("anchors (`&name`) are not accepted")]
    Anchor,
    /// A `*name`.
    #[error("aliases (`*name`) are not accepted")]
    Alias,
    /// A `!name`.
    #[error("tags (`!name`) are not accepted")]
    Tag,
    /// A `%NAME`.
    #[error("directives (`%NAME`) are not accepted")]
    Directive,
    /// A second document begins.
    #[error("a second document begins here")]
    SecondDocument,
    /// A key stands twice in one mapping.
    #[error("the key `{key}` is already on line {first_line}")]
    DuplicateKey {
        /// The key.
        key: String,
        /// The line on which it stands first.
        first_line: usize,
    },
    /// A key is a list or a mapping.
    #[error("a key must be one plain or quoted text")]
    KeyNotText,
    /// The file is no mapping of fields.
    #[error("the file is not a list of `field: value` lines")]
    NotAMapping,
    /// Lists and mappings are nested too deeply.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// The deepest level that is read.
        limit: usize,
    },
    /// There are too many values.
    #[error("more than {limit} values")]
    TooManyValues {
        /// The number of values that are read.
        limit: usize,
    },
    /// Anything else that is not YAML.
    #[error("not YAML: {reason}")]
    Syntax {
        /// What the parser says.
        reason: String,
    },
    /// A field has a value of another type.
    #[error("{} is {found}, but should be {expected}", named(.field))]
    WrongType {
        /// The field, as `events[3].at`; empty if the whole file is meant.
        field: String,
        /// What stands there.
        found: String,
        /// What may stand there.
        expected: String,
    },
    /// A field has a word that is none of its words.
    #[error("{} cannot be `{found}`: one of `{}`", named(.field), .allowed.join("`, `"))]
    UnknownWord {
        /// The field, as `events[3].at`; empty if the whole file is meant.
        field: String,
        /// What stands there.
        found: String,
        /// All words that may stand there.
        allowed: Vec<String>,
    },
    /// A field is missing.
    #[error("the field `{field}` is missing")]
    MissingField {
        /// The field, as `events[3].at`.
        field: String,
    },
    /// A field has a value that its type refuses for a reason of its own.
    #[error("{}: {reason}", named(.field))]
    WrongValue {
        /// The field, as `events[3].at`; empty if the whole file is meant.
        field: String,
        /// What the type says.
        reason: String,
    },
}

fn named(field: &str) -> String {
    if field.is_empty() { "the file".to_owned() } else { format!("`{field}`") }
}
