//! The JSON of `search`.

use serde::Serialize;

/// `search --format json`.
#[derive(Debug, Serialize)]
pub struct Search<'a> {
    /// The number of the contract.
    pub schema: u8,
    /// Where it stands, by reference and in the order of the record.
    pub passages: Vec<Passage<'a>>,
}

/// One line of `search --format jsonl`.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    /// The number of the contract.
    pub schema: u8,
    /// Where it stands.
    #[serde(flatten)]
    pub passage: Passage<'a>,
}

/// Words of people in which something was found.
#[derive(Debug, Serialize)]
pub struct Passage<'a> {
    /// The complaint.
    pub reference: String,
    /// A field of the complainant's, or the kind of the event.
    pub place: &'a str,
    /// The words, with some around them.
    pub text: &'a str,
}
